import type { ScalarDraft } from "./build.ts";
import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DASH,
  DOUBLE_QUOTE,
  isBlank,
  isBreak,
  OPEN_BRACE,
  SINGLE_QUOTE,
} from "./chars.ts";
import type { Scan } from "./scan.ts";

/** Where a quoted scalar stands decides what a missing quote looks like. */
export interface Surroundings {
  /** Column of the enclosing block: a key or dash at or left of it is not part of the quoted text. */
  readonly limit: number;
  readonly place: "key" | "value" | "flow";
}

/** Reads the quoted scalar at `pos`. A quote that is never closed ends with its line. */
export function readQuoted(scan: Scan, around: Surroundings): ScalarDraft {
  const { text, length } = scan;
  const start = scan.pos;
  const quote = text.charCodeAt(start);
  const style = quote === SINGLE_QUOTE ? "single" : "double";
  for (let i = start + 1; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code === quote) {
      if (quote === SINGLE_QUOTE && scan.code(i + 1) === SINGLE_QUOTE) break;
      scan.pos = i + 1;
      return scan.scalar(start, i + 1, style, text.slice(start + 1, i));
    }
    if (isBreak(code) || (code === BACKSLASH && quote === DOUBLE_QUOTE)) break;
    if (scan.template && code === OPEN_BRACE && scan.code(i + 1) === OPEN_BRACE) i = scan.templates.end(i) - 1;
  }
  const closed = content(scan, start, quote, around);
  if (closed !== undefined) return scan.scalar(start, scan.pos, style, closed);
  const end = unclosedEnd(scan, start, around);
  scan.report("unclosed-quote", start, end);
  scan.pos = end;
  return scan.scalar(start, end, style, text.slice(start + 1, end));
}

/** The general way: escapes and folded lines. Undefined when the closing quote is missing. */
function content(scan: Scan, start: number, quote: number, around: Surroundings): string | undefined {
  const { text, length } = scan;
  const problems = scan.problems.length;
  let out = "";
  /** Start of the run of ordinary characters not yet in `out`. */
  let from = start + 1;
  /** Blanks before this offset are escaped, and so survive a line break. */
  let kept = from;
  let i = from;
  while (i < length) {
    const code = text.charCodeAt(i);
    if (code === quote) {
      if (quote === SINGLE_QUOTE && scan.code(i + 1) === SINGLE_QUOTE) {
        out += text.slice(from, i + 1);
        i += 2;
        from = i;
        continue;
      }
      scan.pos = i + 1;
      return out + text.slice(from, i);
    }
    if (code === BACKSLASH && quote === DOUBLE_QUOTE) {
      out += text.slice(from, i);
      if (isBreak(scan.code(i + 1))) {
        const fold = foldLines(scan, i + 1, around);
        if (fold === undefined) break;
        out += "\n".repeat(fold.blank);
        i = fold.next;
      } else {
        const escaped = readEscape(scan, i);
        out += escaped.text;
        i = escaped.end;
      }
      from = i;
      kept = i;
      continue;
    }
    if (isBreak(code)) {
      let end = i;
      while (end > from && end > kept && isBlank(text.charCodeAt(end - 1))) end--;
      out += text.slice(from, end);
      const fold = foldLines(scan, i, around);
      if (fold === undefined) break;
      out += fold.blank === 0 ? " " : "\n".repeat(fold.blank);
      i = fold.next;
      from = i;
      kept = i;
      continue;
    }
    if (scan.template && code === OPEN_BRACE && scan.code(i + 1) === OPEN_BRACE) i = scan.templates.end(i);
    else i++;
  }
  scan.problems.length = problems;
  return undefined;
}

interface Fold {
  readonly blank: number;
  readonly next: number;
}

/** Crosses the line break at `offset` and the blank lines behind it; undefined where quoted text cannot go on. */
function foldLines(scan: Scan, offset: number, around: Surroundings): Fold | undefined {
  let blank = -1;
  let line = offset;
  let i = offset;
  while (i < scan.length && isBreak(scan.text.charCodeAt(i))) {
    blank++;
    line = scan.afterBreak(i);
    i = scan.skipBlanks(line);
  }
  if (i >= scan.length || scan.isMarker(line) || looksForgotten(scan, i, i - line, around)) return undefined;
  return { blank, next: i };
}

/** True when the line shows that a quote before it was forgotten: a key, a dash or a bracket of the surroundings. */
function looksForgotten(scan: Scan, offset: number, column: number, around: Surroundings): boolean {
  const code = scan.code(offset);
  const key = scan.keyAt(offset) >= 0;
  if (around.place !== "flow") return column <= around.limit && (key || (code === DASH && scan.standsAlone(offset)));
  return key || code === CLOSE_BRACE || code === CLOSE_BRACKET;
}

/** Text without its closing quote ends with the line; a key at its colon, an item between brackets at the next separator. */
function unclosedEnd(scan: Scan, start: number, around: Surroundings): number {
  const end = Math.max(scan.trimmedLineEnd(start), start + 1);
  if (around.place === "value") return end;
  for (let i = start + 1; i < end; i++) {
    const code = scan.text.charCodeAt(i);
    if (code === COLON && scan.standsAlone(i)) return i;
    if (around.place === "flow" && (code === COMMA || code === CLOSE_BRACE || code === CLOSE_BRACKET)) return i;
  }
  return end;
}

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  t: "\t",
  "\t": "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  e: "\x1b",
  " ": " ",
  '"': '"',
  "'": "'",
  "/": "/",
  "\\": "\\",
  N: "\x85",
  _: "\xa0",
  L: "\u2028",
  P: "\u2029",
};
const HEX_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** goyaml.v2 scannerc.go `yaml_parser_scan_flow_scalar`, and JSON's `\/` and surrogate pairs beside it. */
function readEscape(scan: Scan, offset: number): { readonly text: string; readonly end: number } {
  const letter = scan.text.charAt(offset + 1);
  const simple = Object.hasOwn(SIMPLE_ESCAPES, letter) ? SIMPLE_ESCAPES[letter] : undefined;
  if (simple !== undefined) return { text: simple, end: offset + 2 };
  const digits = Object.hasOwn(HEX_LENGTHS, letter) ? (HEX_LENGTHS[letter] ?? 0) : 0;
  const hex = scan.text.slice(offset + 2, offset + 2 + digits);
  if (digits > 0 && hex.length === digits && /^[0-9a-fA-F]+$/.test(hex)) {
    const value = Number.parseInt(hex, 16);
    if (value <= 0x10ffff) return { text: String.fromCodePoint(value), end: offset + 2 + digits };
  }
  const end = Math.min(scan.length, offset + 2);
  scan.report("bad-escape", offset, end, [scan.text.slice(offset, end)]);
  return { text: scan.text.slice(offset, end), end };
}
