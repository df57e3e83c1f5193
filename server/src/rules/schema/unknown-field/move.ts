import type { Edit } from "../../../base/span.ts";
import type { Meaning } from "../../../schema/meaning.ts";
import type { UnknownField } from "../../../schema/problem.ts";
import type { YDocument } from "../../../yaml/document.ts";
import { moveEntry } from "../../../yaml/edit.ts";
import { columnOf, isFirstOnLine, lineEnd, lineStart } from "../../../yaml/layout.ts";

/** Brings a field to the object that knows it; undefined where that object is not written yet. */
export function moveTo(
  doc: YDocument,
  { map, pair }: UnknownField,
  { map: target }: Extract<Meaning, { kind: "misplaced" }>,
): readonly Edit[] | undefined {
  if (!target) return undefined;
  const outwards = !map.flow && !target.flow && target.start < map.start && isFirstOnLine(doc.text, pair.key.start);
  if (pair.value === null && outwards) {
    // What stands below it is already as deep as it will have to be.
    const column = columnOf(doc.text, target.start);
    return [{ span: { start: lineStart(doc.text, pair.key.start), end: pair.key.start }, text: " ".repeat(column) }];
  }
  return moveEntry(doc, map, pair, target);
}

/** Indents entries so that the one before them holds them, as its first list item where it is a list. */
export function indentBelow(
  doc: YDocument,
  { entries, inItem }: Extract<Meaning, { kind: "unindented" }>,
): readonly Edit[] {
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) return [];
  const column = columnOf(doc.text, first.key.start);
  const from = doc.lines.positionAt(first.key.start).line;
  const to = doc.lines.positionAt(Math.max(first.start, last.end - 1)).line;
  return Array.from({ length: to - from + 1 }, (_, index): Edit => {
    const at = Math.min(doc.lines.startOf(from + index) + column, doc.lines.startOf(from + index + 1));
    const text = !inItem ? "  " : index === 0 ? "  - " : "    ";
    return { span: { start: at, end: at }, text };
  }).filter(
    ({ span }) => !/^\s*$/.test(doc.text.slice(lineStart(doc.text, span.start), lineEnd(doc.text, span.start))),
  );
}
