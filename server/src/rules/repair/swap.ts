import type { Line, Lines } from "./lines.ts";
import type { Sketch } from "./sketch.ts";

/** A key and the line above it, which it holds, the other way round: an editor moves a line up or down with one keystroke. */
export function swap(lines: Lines, line: Line | undefined): readonly Sketch[] {
  if (line === undefined) return [];
  const key = lines.after(line.number);
  if (!key?.opens || key.key === undefined || key.dash || key.indent >= line.indent) return [];
  const { text } = lines.doc;
  const span = { start: line.start, end: key.end };
  const rest = text.slice(line.start, key.start);
  const lineBreak = rest.endsWith("\r\n") ? "\r\n" : "\n";
  const swapped = text.slice(key.start, key.end) + lineBreak + rest.slice(0, -lineBreak.length);
  return [{ kind: "swap", line: key.number, shifts: [], edits: [{ span, text: swapped }], price: 1.3 }];
}
