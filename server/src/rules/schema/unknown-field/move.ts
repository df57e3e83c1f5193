import type { Edit } from "../../../base/span.ts";
import type { SchemaCursor } from "../../../schema/cursor.ts";
import { placeAmong } from "../../../schema/field-order.ts";
import type { Meaning } from "../../../schema/meaning.ts";
import type { UnknownField } from "../../../schema/problem.ts";
import type { YDocument } from "../../../yaml/document.ts";
import { moveEntry } from "../../../yaml/edit.ts";
import { columnOf, isFirstOnLine, lineBreakOf, lineEnd, lineStart } from "../../../yaml/layout.ts";
import type { YMap, YPair } from "../../../yaml/node.ts";

/** Brings a field to the object that knows it; undefined where that object is not written yet. */
export function moveTo(
  doc: YDocument,
  { map, pair }: UnknownField,
  { map: target, path }: Extract<Meaning, { kind: "misplaced" }>,
  root: SchemaCursor,
): readonly Edit[] | undefined {
  if (!target) return undefined;
  const outwards = !map.flow && !target.flow && target.start < map.start && isFirstOnLine(doc.text, pair.key.start);
  if (pair.value === null && outwards) {
    // What stands below it is already as deep as it will have to be.
    const column = columnOf(doc.text, target.start);
    return [{ span: { start: lineStart(doc.text, pair.key.start), end: pair.key.start }, text: " ".repeat(column) }];
  }
  const shifted = shiftInto(doc, map, pair, target);
  if (shifted) return shifted;
  const others = target.entries.filter((entry) => entry !== pair);
  const place = placeAmong(
    root.follow(path),
    pair.key.text,
    others.map(({ key }) => key.text),
  );
  const before = others[place];
  return moveEntry(doc, map, pair, target, before ? { before } : "end") ?? moveEntry(doc, map, pair, target);
}

/** A field that stands right behind what belongs to the target, or at the end of it: only its column is wrong. */
function shiftInto(doc: YDocument, map: YMap, pair: YPair, target: YMap): readonly Edit[] | undefined {
  const { text } = doc;
  if (map.flow || target.flow || !isFirstOnLine(text, pair.key.start)) return undefined;
  const isBlank = (from: number, to: number): boolean => text.slice(from, to).replace(/#.*$/gm, "").trim() === "";
  const holder = target.entries.find((entry) => entry.start < pair.start && pair.end <= entry.end);
  const isBehind = holder ? isBlank(pair.end, holder.end) : target.end <= pair.start && isBlank(target.end, pair.start);
  if (!isBehind) return undefined;
  const by = columnOf(text, target.start) - columnOf(text, pair.key.start);
  const lines = linesOf(doc, pair);
  if (by >= 0) return lines.map((line) => insert(line, " ".repeat(by)));
  const hasRoom = lines.every((line) => text.slice(line, line - by).trim() === "");
  return hasRoom ? lines.map((line) => ({ span: { start: line, end: line - by }, text: "" })) : undefined;
}

/** Indents entries so that the one before them holds them, as its first list item where it is a list. */
export function indentBelow(
  doc: YDocument,
  { holder, entries, inItem }: Extract<Meaning, { kind: "unindented" }>,
): readonly Edit[] {
  const target = columnOf(doc.text, holder.key.start) + (inItem ? 4 : 2);
  return entries.flatMap((entry, index): readonly Edit[] => {
    const column = columnOf(doc.text, entry.key.start);
    if (column >= target) return [];
    const deeper = " ".repeat(target - column);
    const [first, ...rest] = linesOf(doc, entry).map((line) => line + column);
    if (first === undefined) return [];
    const lead = inItem && index === 0 ? `${deeper.slice(2)}- ` : deeper;
    return [insert(first, lead), ...rest.map((at) => insert(at, deeper))];
  });
}

/** Puts entries into a map of that name; they stay where they are when they stand together. */
export function wrap(doc: YDocument, map: YMap, entries: readonly YPair[], name: string): readonly Edit[] {
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) return [];
  if (map.flow) return [insert(first.start, `${name}: { `), insert(last.end, " }")];
  const column = columnOf(doc.text, first.key.start);
  const lineBreak = `${lineBreakOf(doc.text)}${" ".repeat(column + 2)}`;
  const edits = entries.flatMap((entry) => linesOf(doc, entry).map((line) => insert(line + column, "  ")));
  return [insert(first.key.start, `${name}:${lineBreak}`), ...edits.slice(1)];
}

const insert = (at: number, text: string): Edit => ({ span: { start: at, end: at }, text });

/** Starts of the lines that an entry covers, those without text left out. */
function linesOf({ lines, text }: YDocument, entry: YPair): readonly number[] {
  const from = lines.positionAt(entry.start).line;
  const to = lines.positionAt(Math.max(entry.start, entry.end - 1)).line;
  return Array.from({ length: to - from + 1 }, (_, index) => lines.startOf(from + index)).filter(
    (start) => text.slice(start, lineEnd(text, start)).trim() !== "",
  );
}
