import type { Edit } from "../../../base/span.ts";
import type { YDocument } from "../../../yaml/document.ts";
import { lineBreakOf } from "../../../yaml/layout.ts";

/** Starts a list that stands behind its key on the line below. */
export function onNextLine(doc: YDocument, dash: number): readonly Edit[] {
  const { line } = doc.lines.positionAt(dash);
  const start = doc.lines.startOf(line);
  const column = /^[ -]*/.exec(doc.text.slice(start, dash))?.[0].length ?? 0;
  const before = doc.text.slice(0, dash).trimEnd().length;
  return [{ span: { start: before, end: dash }, text: lineBreakOf(doc.text) + " ".repeat(column + 2) }];
}
