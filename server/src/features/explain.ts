import type { LanguageChoice, Localized } from "../base/localized.ts";
import { nearest } from "../base/nearest.ts";
import type { Catalog } from "../schema/catalog.ts";
import type { SchemaCursor } from "../schema/cursor.ts";
import type { Texts } from "../schema/texts.ts";
import { apiVersionOf, type KindEntry } from "../schema/types.ts";
import { describeField, describeKind, textOf } from "./describe/field.ts";
import { render } from "./describe/render.ts";
import { typeName } from "./describe/type-name.ts";
import { WORDS } from "./describe/words.ts";
import { SHORT_NAMES } from "./short-names.ts";

export interface Explanation {
  /** False: the text says what could not be found, and what may have been meant. */
  readonly found: boolean;
  readonly text: string;
}

/**
 * What a kind or field is: `pod.spec.containers.image`, `deploy`, `apps/v1/Deployment.spec.replicas`. Kinds are known
 * by their name, plural or short name in any case; positions in lists may be left out.
 */
export function explain(catalog: Catalog, texts: Texts, query: string, languages: LanguageChoice): Explanation {
  const { kindName, steps } = parse(query);
  const entry = findKind(catalog, kindName);
  const root = entry && catalog.root(entry);
  if (!entry || !root) return missing(unknownKind(catalog, kindName), languages);
  let cursor = root;
  const path: string[] = [];
  for (const step of steps) {
    const holder = throughLists(cursor);
    const name = fieldNamed(holder, step);
    const next = name === undefined ? undefined : holder.child(name);
    if (name === undefined || next === undefined)
      return missing(unknownField(holder, [...path, step], entry), languages);
    path.push(name);
    cursor = next;
  }
  const blocks =
    path.length === 0
      ? describeKind(entry, catalog, texts)
      : describeField({ cursor, path, gvk: entry }, catalog, texts);
  const head = `${entry.kind} (${apiVersionOf(entry)})`;
  const text = render(blocks, languages, { markdown: false, commandLinks: false });
  const children = childLines(throughLists(cursor), path, entry, catalog, texts, languages);
  return { found: true, text: [...(path.length > 0 ? [head] : []), text, ...children].join("\n\n").concat("\n") };
}

/** An API version may come before the kind: `apps/v1/deployment`. */
function parse(query: string): { readonly kindName: string; readonly steps: readonly string[] } {
  const slash = query.lastIndexOf("/");
  const [kind = "", ...steps] = query.slice(slash + 1).split(".");
  return {
    kindName: query.slice(0, slash + 1) + kind,
    steps: steps.map((step) => step.replace(/\[\d*\]$/, "")).filter((step) => step !== ""),
  };
}

function findKind(catalog: Catalog, name: string): KindEntry | undefined {
  const slash = name.lastIndexOf("/");
  const apiVersion = name.slice(0, Math.max(0, slash));
  const wanted = name.slice(slash + 1).toLowerCase();
  const full = Object.hasOwn(SHORT_NAMES, wanted) ? (SHORT_NAMES[wanted] ?? wanted).toLowerCase() : wanted;
  const fits = (entry: KindEntry): boolean => entry.kind.toLowerCase() === full || entry.plural === full;
  const kind = catalog.kinds().find(fits)?.kind;
  const candidates = kind === undefined ? [] : catalog.kindsNamed(kind);
  return apiVersion === "" ? candidates[0] : candidates.find((entry) => apiVersionOf(entry) === apiVersion);
}

function throughLists(cursor: SchemaCursor): SchemaCursor {
  let here = cursor;
  for (let item = here.item(); item; item = here.item()) here = item;
  return here;
}

/** Case is forgiven: `imagepullpolicy`. */
function fieldNamed(cursor: SchemaCursor, step: string): string | undefined {
  const names = cursor.fields().map(({ name }) => name);
  if (names.includes(step)) return step;
  const folded = names.find((name) => name.toLowerCase() === step.toLowerCase());
  return folded ?? (cursor.child(step) ? step : undefined);
}

function childLines(
  cursor: SchemaCursor,
  path: readonly string[],
  gvk: KindEntry,
  catalog: Catalog,
  texts: Texts,
  languages: LanguageChoice,
): readonly string[] {
  const fields = cursor.fields();
  if (fields.length === 0) return [];
  const width = Math.max(...fields.map(({ name }) => name.length)) + 1;
  const typeWidth = Math.min(WIDEST_TYPE, Math.max(...fields.map((field) => typeName(field.cursor).length)));
  const lines = fields.map(({ name, required, cursor: field }) => {
    const text = textOf({ cursor: field, path: [...path, name], gvk }, texts);
    const summary = text?.[languages[0]].summary.replaceAll("`", "") ?? firstSentence(catalog.describe(field) ?? "");
    return `  ${`${name}${required ? "*" : ""}`.padEnd(width)}  ${typeName(field).padEnd(typeWidth)}  ${summary}`.trimEnd();
  });
  return [[`${languages.map((language) => WORDS.fields[language]).join(" / ")}:`, ...lines].join("\n")];
}

const WIDEST_TYPE = 28;

function firstSentence(text: string): string {
  const sentence = /^.*?[.:](?=\s|$)/s.exec(text)?.[0] ?? text;
  const line = sentence.replace(/\s+/g, " ");
  return line.length > 110 ? `${line.slice(0, 109)}…` : line;
}

function unknownKind(catalog: Catalog, name: string): Localized {
  const wanted = name.slice(name.lastIndexOf("/") + 1);
  const meant = nearest(wanted, new Set(catalog.kinds().map(({ kind }) => kind))).slice(0, 3);
  return {
    en: `There is no kind "${name}" in Kubernetes ${catalog.release.version}.${ask(meant, "Did you mean", "or")}`,
    vi: `Không có kind "${name}" trong Kubernetes ${catalog.release.version}.${ask(meant, "Có phải ý bạn là", "hay")}`,
  };
}

function unknownField(holder: SchemaCursor, path: readonly string[], entry: KindEntry): Localized {
  const field = path.at(-1) ?? "";
  const place = [entry.kind, ...path.slice(0, -1)].join(".");
  const meant = nearest(
    field,
    holder.fields().map(({ name }) => name),
  ).slice(0, 3);
  return {
    en: `${place} has no field "${field}".${ask(meant, "Did you mean", "or")}`,
    vi: `${place} không có trường "${field}".${ask(meant, "Có phải ý bạn là", "hay")}`,
  };
}

const ask = (names: readonly string[], question: string, or: string): string =>
  names.length === 0 ? "" : ` ${question} ${names.map((name) => `"${name}"`).join(` ${or} `)}?`;

const missing = (message: Localized, languages: LanguageChoice): Explanation => ({
  found: false,
  text: languages.map((language) => message[language]).join("\n"),
});
