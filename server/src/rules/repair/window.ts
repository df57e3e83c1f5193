import type { Edit } from "../../base/span.ts";
import type { Lines } from "./lines.ts";

/** Documents up to this many lines are looked at as a whole. */
const WHOLE = 90;
const NEAR = 30;
/** The type fields stand at the top, indented or not. */
const TOP = 6;

/** Numbers of the lines that are looked at to understand a line: those around it, and what they are part of. */
export function linesAround(lines: Lines, number: number): readonly number[] {
  if (lines.count <= WHOLE) return Array.from({ length: lines.count }, (_, index) => index);
  const from = Math.max(0, number - NEAR);
  const to = Math.min(lines.count - 1, number + NEAR);
  const chosen = new Set<number>();
  let least = Number.POSITIVE_INFINITY;
  let inList = false;
  let line = lines.at(from) ?? lines.after(from);
  while (line) {
    const type = line.indent === least && (line.key === "apiVersion" || line.key === "kind");
    // A list may stand in the column of its key.
    const listKey = line.indent === least && inList && !line.dash;
    if (line.indent < least || listKey) inList = line.dash;
    if (line.indent < least || listKey || type) chosen.add(line.number);
    least = Math.min(least, line.indent);
    if (line.number < from && least === 0 && line.number < TOP) break;
    // Of a list that has the line above the first piece in its column, the other items do not matter.
    line = lines.above(line.number, least, inList ? least : -1);
  }
  for (let i = 0; i < TOP; i++) chosen.add(i);
  for (let i = from; i <= to; i++) chosen.add(i);
  return [...chosen].sort((a, b) => a - b);
}

/** Lines that move sideways together. */
export interface Shift {
  readonly from: number;
  readonly to: number;
  readonly by: number;
}

/** The edits of a shift on lines of a window; undefined where a line has no room to the left. */
export function shiftEdits(lines: Lines, { from, to, by }: Shift, window: readonly number[]): readonly Edit[] {
  return window.flatMap((number): readonly Edit[] => {
    if (number < from || number > to) return [];
    // Comments move with their neighbours; blank lines and markers stay.
    const indent = lines.at(number)?.indent ?? lines.commentAt(number);
    if (indent === undefined || indent + by < 0) return [];
    const start = lines.doc.lines.startOf(number);
    if (by > 0) return [{ span: { start, end: start }, text: " ".repeat(by) }];
    return [{ span: { start, end: start - by }, text: "" }];
  });
}

/** Some lines of a text after an edit, and where each offset comes from. */
export interface Rendering {
  readonly text: string;
  /** Offset in the document from which the text at this offset comes. */
  readonly toDoc: (offset: number) => number;
  readonly fromDoc: (offset: number) => number;
}

/** Undefined when an edit reaches out of the window. */
export function render(lines: Lines, window: readonly number[], edits: readonly Edit[]): Rendering | undefined {
  const { text, lines: index } = lines.doc;
  const outs: number[] = [];
  const docs: number[] = [];
  const ordered = edits.map((edit, order) => ({ edit, order }));
  ordered.sort((a, b) => a.edit.span.start - b.edit.span.start || a.order - b.order);
  let out = "";
  let next = 0;
  const copy = (from: number, to: number): void => {
    outs.push(out.length);
    docs.push(from);
    out += text.slice(from, to);
  };
  for (let i = 0; i < window.length; ) {
    let j = i + 1;
    while (j < window.length && window[j] === (window[j - 1] ?? 0) + 1) j++;
    let from = index.startOf(window[i] ?? 0);
    const end = index.startOf((window[j - 1] ?? 0) + 1);
    for (; next < ordered.length; next++) {
      const edit = ordered[next]?.edit;
      if (!edit) break;
      const isLast = end === text.length;
      if (edit.span.start >= end && !isLast) break;
      if (edit.span.start < from || edit.span.end > end) return undefined;
      copy(from, edit.span.start);
      outs.push(out.length);
      docs.push(edit.span.start);
      out += edit.text;
      from = edit.span.end;
    }
    copy(from, end);
    i = j;
  }
  if (next < ordered.length) return undefined;
  return {
    text: out,
    toDoc: (offset) => translate(outs, docs, offset),
    fromDoc: (offset) => translate(docs, outs, offset),
  };
}

/** Offsets within a piece keep their distance from its start. */
function translate(from: readonly number[], to: readonly number[], offset: number): number {
  let low = 0;
  let high = from.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((from[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const piece = Math.max(0, low - 1);
  const limit = to[piece + 1] ?? Number.POSITIVE_INFINITY;
  return Math.min((to[piece] ?? 0) + offset - (from[piece] ?? 0), limit);
}
