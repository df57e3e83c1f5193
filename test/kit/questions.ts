import type { LanguageChoice } from "../../server/src/base/localized.ts";
import { complete, resolveCompletion } from "../../server/src/features/completion/complete.ts";
import type { Completion } from "../../server/src/features/completion/completion.ts";
import { definition } from "../../server/src/features/definition.ts";
import { render } from "../../server/src/features/describe/render.ts";
import { Diagnoser, type Located } from "../../server/src/features/diagnose.ts";
import { explain } from "../../server/src/features/explain.ts";
import { foldingRanges } from "../../server/src/features/folding.ts";
import { hover, renderHover } from "../../server/src/features/hover.ts";
import { documentLinks, fileLinks } from "../../server/src/features/links.ts";
import { referenceCompletions } from "../../server/src/features/reference-completion.ts";
import { selectionRanges } from "../../server/src/features/selection.ts";
import { type OutlineSymbol, symbols } from "../../server/src/features/symbols.ts";
import type { DocumentContext } from "../../server/src/workspace/context.ts";
import { pathAsked, wayAsked } from "./paths.ts";
import { leastPrivilegeOf, reachAt } from "./reach-asked.ts";
import { cursorOf, type Scene, type SceneFile } from "./scene.ts";
import { newest, texts } from "./schemas.ts";
import { accept } from "./snippet.ts";

export type Answer = (scene: Scene, argument: string) => string;

/** What a fence may ask, by its first word. An answer ends with a line break, or is empty. */
export const QUESTIONS: Readonly<Record<string, Answer>> = {
  hover: hoverAt,
  complete: completeAt,
  documentation: documentationOf,
  symbols: outline,
  folding,
  selection,
  links,
  diagnostics,
  definition: definitionAt,
  explain: explanation,
  way: wayAsked,
  path: pathAsked,
  reach: reachAt,
  "least-privilege": leastPrivilegeOf,
};

/** `hover en`, `hover vi`, `hover both`; `plain` and `links` ask for an editor without or with those. */
function hoverAt(scene: Scene, argument: string): string {
  const { context, offset, held, index } = cursorOf(scene);
  const words = argument.split(" ");
  const content = hover(context, offset, texts, () => scene.workspace.viewOf(held.file));
  if (!content) return "nothing\n";
  const about = held.stream.doc(index).text.slice(content.span.start, content.span.end);
  const options = { markdown: !words.includes("plain"), commandLinks: words.includes("links") };
  return `[${about}]\n${renderHover(content, languagesOf(words[0]), options)}\n`;
}

/** The first items with their details, or with an argument the file after accepting that item. */
function completeAt(scene: Scene, argument: string): string {
  const { context, held, index, file } = cursorOf(scene);
  const items = offers(scene);
  if (argument === "") return list(items);
  const item = itemNamed(items, argument);
  const start = held.stream.starts[index] ?? 0;
  const accepted = accept(context.doc.text, item);
  const text = `${accepted.text.slice(0, accepted.cursor)}$0${accepted.text.slice(accepted.cursor)}`;
  const end = start + context.doc.text.length;
  return lined(file.text.slice(0, start) + text + file.text.slice(end));
}

const SHOWN = 10;

function list(items: readonly Completion[]): string {
  if (items.length === 0) return "nothing\n";
  const lines = items.slice(0, SHOWN).map((item) => {
    const marks = `${item.preselect ? " *" : ""}${item.retrigger ? " »" : ""}`;
    return `${item.label}${marks} · ${item.detail.en}\n`;
  });
  return lines.join("") + (items.length > SHOWN ? "…\n" : "");
}

function offers(scene: Scene): readonly Completion[] {
  const { context, offset, file, held } = cursorOf(scene);
  const view = scene.workspace.viewOf(held.file);
  const items = complete(context, offset, {
    json: file.name.endsWith(".json"),
    references: (place) => referenceCompletions(() => view, place),
  });
  return [...items].sort((a, b) => (a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : 0));
}

function itemNamed(items: readonly Completion[], quoted: string): Completion {
  const label = quoted.replace(/^"|"$/g, "");
  const item = items.find((each) => each.label === label);
  if (!item) throw new Error(`${label} is not offered, but ${items.map((each) => each.label).join(", ")}`);
  return item;
}

/** `documentation "label" vi` */
function documentationOf(scene: Scene, argument: string): string {
  const [, label = "", language] = /^(".*") (\w+)$/.exec(argument) ?? [];
  const blocks = resolveCompletion(itemNamed(offers(scene), label), texts);
  return lined(render(blocks, languagesOf(language), { markdown: true, commandLinks: false }));
}

function outline(scene: Scene): string {
  return contexts(scene)
    .flatMap((context) => symbols(context).map((symbol) => tree(symbol, "")))
    .join("");
}

const tree = ({ name, detail, children }: OutlineSymbol, indent: string): string =>
  `${indent}${name}${detail === "" ? "" : ` · ${detail}`}\n${children.map((child) => tree(child, `${indent}  `)).join("")}`;

/** The first line of each fold with the number of lines that it hides. */
function folding(scene: Scene): string {
  return contexts(scene)
    .flatMap(({ doc }) =>
      foldingRanges(doc).map(({ startLine, endLine, kind }) => {
        const first = doc.text.slice(doc.lines.startOf(startLine), doc.lines.startOf(startLine + 1)).trim();
        return `${startLine}-${endLine}${kind === "comment" ? " comment" : ""}: ${first}\n`;
      }),
    )
    .join("");
}

function selection(scene: Scene): string {
  const { context, offset } = cursorOf(scene);
  const [spans = []] = selectionRanges(context.doc, [offset]);
  return spans.map(({ start, end }) => `${JSON.stringify(context.doc.text.slice(start, end))}\n`).join("");
}

function links({ workspace, files }: Scene): string {
  return files
    .flatMap(({ held }) => {
      const view = workspace.viewOf(held.file);
      return held.stream.docs.flatMap((doc) => {
        const context = workspace.contextOf(held, doc);
        const found = [...documentLinks(context, texts), ...fileLinks(view, context)];
        return found.map(
          ({ span, url, tooltip }) => `${context.doc.text.slice(span.start, span.end)}: ${url} (${tooltip.vi})\n`,
        );
      });
    })
    .join("");
}

/** `diagnostics en`: of every file what is wrong and why. */
function diagnostics(scene: Scene, argument: string): string {
  const [language] = languagesOf(argument);
  return scene.files
    .flatMap((file) =>
      findingsOf(scene, file).map(({ index, finding: { span, message } }) => {
        const about = file.held.stream.doc(index).text.slice(span.start, span.end);
        return `${file.name}: ${about}: ${message[language]}\n`;
      }),
    )
    .join("");
}

/** What is found in one file of the case; a rule that fails fails the case. */
export function findingsOf({ workspace }: Scene, { held }: SceneFile): readonly Located[] {
  const onFailure = (rule: string, error: unknown): never => {
    throw new Error(`${rule} failed`, { cause: error });
  };
  return new Diagnoser(workspace).diagnose(held, { severities: {}, onFailure }, "all");
}

/** The lines that the cursor leads to, each with its file. */
function definitionAt(scene: Scene): string {
  const { context, offset, held } = cursorOf(scene);
  const found = definition(scene.workspace.viewOf(held.file), context, offset);
  if (!found) return "nothing\n";
  const place = ({ file, document, span }: (typeof found.targets)[number]): string => {
    const target = scene.files.find((each) => each.held.file === file);
    if (!target) return `${file}\n`;
    const { lines, text } = target.held.stream.doc(document);
    const { line } = lines.positionAt(span.start);
    return `${target.name}: ${text.slice(lines.startOf(line), lines.startOf(line + 1)).trim()}\n`;
  };
  return found.targets.map(place).join("");
}

/** `explain pod.spec.containers vi`; needs no file. */
function explanation(_: Scene, argument: string): string {
  const [query = "", language] = argument.split(" ");
  const { found, text } = explain(newest, texts, query, languagesOf(language));
  return lined(`${found ? "" : "not found: "}${text}`);
}

const contexts = ({ workspace, files }: Scene): readonly DocumentContext[] =>
  files.flatMap(({ held }) => held.stream.docs.map((doc) => workspace.contextOf(held, doc)));

function languagesOf(word: string | undefined): LanguageChoice {
  if (word === "vi") return ["vi"];
  return word === "both" ? ["vi", "en"] : ["en"];
}

const lined = (text: string): string => (text === "" || text.endsWith("\n") ? text : `${text}\n`);
