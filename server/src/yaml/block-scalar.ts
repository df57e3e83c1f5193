import type { ScalarDraft } from "./build.ts";
import { CR, DASH, HASH, isBlank, isBreak, OPEN_BRACE, PIPE, PLUS, SPACE, TAB } from "./chars.ts";
import type { Scan } from "./scan.ts";

/**
 * Reads the literal or folded scalar whose header is at `pos`, in a block indented by `parent` columns. Folding and
 * chomping follow goyaml.v2 scannerc.go `yaml_parser_scan_block_scalar`: text that ends without a line break gets none.
 */
export function readBlockScalar(scan: Scan, parent: number): ScalarDraft {
  const start = scan.pos;
  const literal = scan.text.charCodeAt(start) === PIPE;
  const header = readHeader(scan, start + 1);
  const lines = new Lines(scan, header.indent === 0 ? -1 : Math.max(parent, 0) + header.indent, parent);
  let end = header.end;
  let out = "";
  let pendingBreak = "";
  let breaks = "";
  let indented = false;
  let at = scan.afterBreak(scan.lineEnd(start));
  scan.pos = end;
  while (at < scan.length) {
    const next = lines.read(at);
    if (next === "end") break;
    if (next === "blank") breaks += "\n";
    else if (next === "text") {
      const more = isBlank(scan.code(lines.from));
      if (literal || indented || more || pendingBreak === "") out += pendingBreak;
      else if (breaks === "") out += " ";
      out += breaks;
      out += scan.text.slice(lines.from, lines.to);
      breaks = "";
      pendingBreak = lines.to < scan.length ? "\n" : "";
      indented = more;
      end = lines.to;
    }
    scan.pos = lines.to;
    at = scan.afterBreak(lines.to);
  }
  if (header.chomp !== "-") out += pendingBreak;
  if (header.chomp === "+") out += breaks;
  return scan.scalar(start, end, literal ? "literal" : "folded", out);
}

interface Header {
  readonly indent: number;
  readonly chomp: "" | "-" | "+";
  readonly end: number;
}

function readHeader(scan: Scan, from: number): Header {
  let indent = 0;
  let chomp: Header["chomp"] = "";
  let i = from;
  for (; i < scan.length; i++) {
    const code = scan.text.charCodeAt(i);
    if (code === PLUS && chomp === "") chomp = "+";
    else if (code === DASH && chomp === "") chomp = "-";
    else if (code > 48 && code < 58 && indent === 0) indent = code - 48;
    else break;
  }
  const rest = scan.skipBlanks(i);
  const code = scan.code(rest);
  if (!isBreak(code) && !(code === HASH && rest > i)) {
    const end = scan.trimmedLineEnd(rest);
    scan.report("bad-block-header", rest, end, [scan.text.slice(rest, end)]);
    return { indent: 0, chomp, end };
  }
  return { indent, chomp, end: i };
}

/** Tells line by line what belongs to a block scalar, and learns its indentation from the first line with text. */
class Lines {
  /** Text of the line last read, indentation and line break left out. */
  from = 0;
  to = 0;
  readonly #scan: Scan;
  readonly #parent: number;
  #indent: number;

  constructor(scan: Scan, indent: number, parent: number) {
    this.#scan = scan;
    this.#indent = indent;
    this.#parent = parent;
  }

  read(start: number): "text" | "blank" | "skip" | "end" {
    const scan = this.#scan;
    const { text, length } = scan;
    const indent = this.#indent;
    let i = start;
    while (i < length && (indent < 0 || i - start < indent) && text.charCodeAt(i) === SPACE) i++;
    const code = scan.code(i);
    if (isBreak(code)) {
      this.to = code === CR || i < length ? i : length;
      return "blank";
    }
    const column = i - start;
    if (indent < 0 ? column <= this.#parent : column < indent) {
      return code === TAB && this.#isTabbedText(i)
        ? this.#text(i, scan.skipBlanks(i), column)
        : this.#outside(start, i);
    }
    if (column === 0 && scan.isMarker(start)) return "end";
    if (code === TAB && indent < 0 && isBreak(scan.code(scan.skipBlanks(i)))) return this.#outside(start, i);
    return this.#text(i, i, column);
  }

  #text(indented: number, from: number, column: number): "text" {
    const scan = this.#scan;
    if (from > indented) scan.report("tab-indentation", indented, from);
    if (this.#indent < 0) this.#indent = Math.max(column, this.#parent + 1);
    this.from = from;
    this.to = scan.lineEnd(from);
    return "text";
  }

  /** Text indented by tabs where spaces must be: it is meant to belong here unless it looks like the next key. */
  #isTabbedText(tab: number): boolean {
    const scan = this.#scan;
    const rest = scan.skipBlanks(tab);
    if (isBreak(scan.code(rest)) || scan.keyAt(rest) >= 0) return false;
    return !(scan.code(rest) === DASH && scan.standsAlone(rest));
  }

  /** A line that is not indented enough: the end, unless nothing but tabs or template actions stand on it. */
  #outside(start: number, offset: number): "blank" | "skip" | "end" {
    const scan = this.#scan;
    const code = scan.code(offset);
    if (code === TAB) {
      const rest = scan.skipBlanks(offset);
      if (!isBreak(scan.code(rest))) return "end";
      scan.report("tab-indentation", offset, rest);
      this.to = rest;
      return "blank";
    }
    if (!scan.template || code !== OPEN_BRACE || scan.isMarker(start)) return "end";
    const end = scan.templates.onlyActions(offset, true);
    if (end < 0) return "end";
    this.to = scan.lineEnd(end);
    return "skip";
  }
}
