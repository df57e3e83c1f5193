import type { YDocument } from "../../yaml/document.ts";

/** The line of the cursor, cut into what block YAML sees in it. Offsets count from the document's start. */
export interface Line {
  readonly start: number;
  /** Before the line break. */
  readonly end: number;
  readonly text: string;
  /** Offsets of the dashes that open the line. */
  readonly dashes: readonly number[];
  /** Where the content behind indentation and dashes begins; the cursor's own offset on a line without content. */
  readonly content: number;
  /** Where the content ends, comments and trailing space left out. */
  readonly contentEnd: number;
  /** The key that the content begins with, when a colon follows it. */
  readonly key:
    | { readonly start: number; readonly end: number; readonly colon: number; readonly text: string }
    | undefined;
  /** Offset of the comment's `#`. */
  readonly comment: number | undefined;
}

const KEY = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\s#"'{}[\],&*!|>%@`-][^#]*?|-[^\s#][^#]*?))[ \t]*:(?=\s|$)/;

export function lineAt(doc: YDocument, offset: number): Line {
  const { text, lines } = doc;
  const row = lines.positionAt(offset).line;
  const start = lines.startOf(row);
  const whole = text.slice(start, lines.startOf(row + 1)).replace(/[\r\n]+$/, "");
  const comment = commentIn(whole);
  const code = (comment === undefined ? whole : whole.slice(0, comment)).trimEnd();
  const dashes: number[] = [];
  let at = code.length - code.trimStart().length;
  while (code[at] === "-" && (at + 1 >= code.length || /[ \t]/.test(code[at + 1] ?? ""))) {
    dashes.push(start + at);
    at++;
    while (/[ \t]/.test(code[at] ?? "")) at++;
  }
  const empty = at >= code.length;
  return {
    start,
    end: start + whole.length,
    text: whole,
    dashes,
    content: empty ? Math.max(offset, start + code.length) : start + at,
    contentEnd: empty ? Math.max(offset, start + code.length) : start + code.length,
    key: keyIn(code.slice(at), start + at),
    comment: comment === undefined ? undefined : start + comment,
  };
}

function keyIn(content: string, start: number): Line["key"] {
  const match = KEY.exec(content);
  if (!match) return undefined;
  const [whole, double, single, plain] = match;
  const token = whole.slice(0, -1).trimEnd();
  const text = plain ?? double ?? single?.replaceAll("''", "'") ?? "";
  return { start, end: start + token.length, colon: start + whole.length - 1, text };
}

/** Column of the `#` that opens a comment, quotes respected. */
function commentIn(line: string): number | undefined {
  let quote = "";
  for (let at = 0; at < line.length; at++) {
    const char = line[at] ?? "";
    const opens = at === 0 || /[\s,[{:-]/.test(line[at - 1] ?? "");
    if (quote !== "") {
      if (quote === '"' && char === "\\") at++;
      else if (char === quote) quote = "";
    } else if ((char === '"' || char === "'") && opens) quote = char;
    else if (char === "#" && (at === 0 || /\s/.test(line[at - 1] ?? ""))) return at;
  }
  return undefined;
}

/** The next line with content. */
export interface Below {
  readonly column: number;
  readonly isDash: boolean;
}

/** How far down the next content is looked for. */
const REACH = 4000;

export function below(doc: YDocument, line: Line): Below | undefined {
  const rest = doc.text.slice(line.end, line.end + REACH);
  const next = /^(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n))+( *)(?=[^\s#])(-(?=\s))?/.exec(rest);
  return next ? { column: next[1]?.length ?? 0, isDash: next[2] !== undefined } : undefined;
}
