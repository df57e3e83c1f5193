import { Memo } from "../../base/memo.ts";
import type { Span } from "../../base/span.ts";
import type { YDocument } from "../../yaml/document.ts";
import type { YNode } from "../../yaml/node.ts";

/** A comment to us: `# kubernetes-authoring: ignore RULE, RULE because REASON`. Its span starts at the `#`. */
export interface Suppression extends Span {
  /** "unclear": it is addressed to us, and we do not understand it. */
  readonly scope: "line" | "document" | "file" | "unclear";
  /** The word behind the colon. */
  readonly verb: Span & { readonly text: string };
  /** The line it speaks of, counted in its document; undefined for whole documents and when no line follows. */
  readonly line: number | undefined;
  /** Rules and domains, as written. */
  readonly names: readonly SuppressedName[];
  /** Undefined when there is none, or only a placeholder for one. */
  readonly reason: string | undefined;
  /** Where the reason ends, or would stand. */
  readonly reasonAt: Span;
}

export interface SuppressedName extends Span {
  readonly text: string;
}

/** What the comments of a document ask us not to report, in their order. */
export const suppressionsOf = (doc: YDocument): readonly Suppression[] => memo.of(doc, read);

const memo = new Memo<YDocument, readonly Suppression[]>();

/** Text that stands where a reason should be. */
export const NO_REASON = "…";

const COMMENT = /(?<=^|[ \t])#[ \t]*kubernetes-authoring:[ \t]*(\S*)([^\r\n]*)/gm;

const SCOPES: ReadonlyMap<string, Suppression["scope"]> = new Map([
  ["ignore", "line"],
  ["ignore-document", "document"],
  ["ignore-file", "file"],
]);

/** What a comment to us may start with. */
export const VERBS: readonly string[] = [...SCOPES.keys()];

function read(doc: YDocument): readonly Suppression[] {
  const { text } = doc;
  if (!text.includes("kubernetes-authoring:")) return [];
  return [...text.matchAll(COMMENT)].flatMap((match) => {
    const [comment, verb = "", rest = ""] = match;
    const start = match.index;
    if (isInText(doc.root, start)) return [];
    const end = start + comment.trimEnd().length;
    const from = start + comment.length - rest.length;
    const names = namesIn(rest, from);
    const scope = names.length === 0 ? "unclear" : (SCOPES.get(verb) ?? "unclear");
    const line = scope === "line" ? lineMeant(text, start) : undefined;
    return [{ start, end, scope, verb: textAt(verb, from - verb.length), line, names, ...reasonIn(rest, from) }];
  });
}

const textAt = (text: string, start: number): SuppressedName => ({ text, start, end: start + text.length });

/** The word that comes before the reason, in either language. */
const BECAUSE = /(?<=^|[ \t])(?:because|vì)(?![^\s:])/;

function namesIn(rest: string, from: number): readonly SuppressedName[] {
  const list = rest.split(BECAUSE, 1)[0] ?? "";
  return [...list.matchAll(/[^\s,]+/g)].map((match) => textAt(match[0], from + match.index));
}

function reasonIn(rest: string, from: number): Pick<Suppression, "reason" | "reasonAt"> {
  const because = BECAUSE.exec(rest);
  const end = from + rest.trimEnd().length;
  if (!because) return { reason: undefined, reasonAt: { start: end, end } };
  const said = rest
    .slice(because.index + because[0].length)
    .replace(/^:/, "")
    .trim();
  const isReason = said !== "" && !/^(?:…|\.+|\?+|todo\b.*)$/i.test(said);
  return { reason: isReason ? said : undefined, reasonAt: { start: from + because.index, end } };
}

/** Number of the comment's own line if something stands before it, else of the next line that says something. */
function lineMeant(text: string, start: number): number | undefined {
  const lines = text.split(/\r\n|\n|\r/);
  const own = text.slice(0, start).split(/\r\n|\n|\r/);
  const number = own.length - 1;
  if ((own[number] ?? "").trim() !== "") return number;
  const next = lines.findIndex((line, index) => index > number && !/^\s*(?:#|$)/.test(line));
  return next < 0 ? undefined : next;
}

/** Whether an offset lies inside a text, where `#` begins no comment. */
export function isInText(node: YNode | null, offset: number): boolean {
  if (!node || offset < node.start || offset >= node.end) return false;
  switch (node.type) {
    case "alias":
      return false;
    case "scalar":
      return true;
    case "map":
      return node.entries.some(({ key, value }) => isInText(key, offset) || isInText(value, offset));
    case "seq":
      return node.items.some(({ value }) => isInText(value, offset));
  }
}
