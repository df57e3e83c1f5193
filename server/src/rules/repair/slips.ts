import type { Edit } from "../../base/span.ts";
import { lineBreakOf } from "../../yaml/layout.ts";
import { quoteLike } from "../../yaml/quote.ts";
import type { Line, Lines } from "./lines.ts";
import type { RepairKind, Sketch } from "./sketch.ts";

/** What may have been typed for something else on one line. */
export function slips(lines: Lines, line: Line): readonly Sketch[] {
  const text = lines.doc.text.slice(line.start, line.end);
  const content = text.slice(line.indent);
  const at = line.start + line.indent;
  const sketch = (kind: RepairKind, edits: readonly Edit[], price: number, drops = 0): Sketch => ({
    kind,
    line: line.number,
    shifts: [],
    edits,
    price,
    drops,
  });
  return [
    // A colon that is missing altogether has a rule of its own.
    ...wrongSigns(text, line.start).map((edit) => sketch("colon", [edit], isBlank(lines, edit) ? 0.9 : 0.7)),
    ...oddBlanks(text, line.start).map((edit) => sketch("blank", [edit], 0.7)),
    ...(content.startsWith("//") ? [sketch("comment", [replace(at, at + 2, "#")], 0.7, 1)] : []),
    ...(/^-{2,}$/.test(content) && line.indent === 0 ? [sketch("separate", [replace(at, line.end, "---")], 0.7)] : []),
    ...(/^[\]}>`),;|]+$/.test(content) ? [sketch("stray", [removed(lines, line)], 0.8)] : []),
    ...quotations(lines.doc.text, text, line.start).map(({ edit, price }) => sketch("quote", [edit], price, FLOW)),
  ];
}

const isBlank = (lines: Lines, { span }: Edit): boolean => lines.doc.text.slice(span.start, span.end).trim() === "";

/** What looked like a list or an object between brackets is text. */
const FLOW = 3;

const replace = (start: number, end: number, text: string): Edit => ({ span: { start, end }, text });

/** `=`, `;` or a colon of another alphabet between key and value, or one without its space. */
function wrongSigns(text: string, start: number): readonly Edit[] {
  const match =
    /^(\s*(?:- +)*[\w./-]+)(\s*(?:=|;|：|﹕|∶)[ \t]*)(?=\S|$)/.exec(text) ??
    /^(\s*(?:- +)*[A-Za-z]\w*)(:)(?=[^\s:/]|\/[^/])/.exec(text) ??
    /^(apiVersion|kind)( +)(?=\w)/.exec(text);
  if (!match) return [];
  const [, key = "", sign = ""] = match;
  const from = start + key.length;
  const rest = text.slice(key.length + sign.length);
  return [replace(from, from + sign.length, rest === "" ? ":" : ": ")];
}

/** Blanks that are neither spaces nor tabs, as web pages have them. */
function oddBlanks(text: string, start: number): readonly Edit[] {
  const [blanks = ""] = /^[ \u00a0\u2000-\u200b\u202f\u3000]+/.exec(text) ?? [];
  return /[^ ]/.test(blanks) ? [replace(start, start + blanks.length, " ".repeat(blanks.length))] : [];
}

/** The line and its break. */
function removed(lines: Lines, line: Line): Edit {
  const end = lines.doc.lines.startOf(line.number + 1);
  const isLast = end === line.end && line.start > 0;
  return replace(isLast ? line.start - lineBreakOf(lines.doc.text).length : line.start, end, "");
}

/** The value in quotes, whole, or with the one that it lacks. */
function quotations(
  whole: string,
  text: string,
  start: number,
): readonly { readonly edit: Edit; readonly price: number }[] {
  const [, before = "", value = ""] =
    /^(\s*(?:- +)*(?:(?:"[^"]*"|'[^']*'|[\w./-]+): +)?)(\S.*?)(?:\s+#.*)?\s*$/.exec(text) ?? [];
  if (value === "" || before.trim() === "") return [];
  const from = start + before.length;
  const to = from + value.length;
  const first = value.charAt(0);
  const last = value.charAt(value.length - 1);
  const isQuote = (char: string): boolean => char === '"' || char === "'";
  const found = [];
  if (isQuote(last) && first !== last && !isQuote(first)) {
    found.push({ edit: replace(from, to, last + value), price: 0.8 });
  }
  if (isQuote(first) && isQuote(last) && first !== last) found.push({ edit: replace(to - 1, to, first), price: 0.8 });
  const bare = /^(["'])(.*)\1$/.exec(value)?.[2];
  const inner = bare?.includes(first) ? bare : isQuote(first) ? undefined : value;
  if (inner !== undefined) found.push({ edit: replace(from, to, quoteLike(whole, inner)), price: 1.1 });
  return found;
}
