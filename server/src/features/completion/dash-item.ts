import { deref, type YNode, type YSeq } from "../../yaml/node.ts";
import { type BlockBuilder, isMapLike, type Target } from "./block-builder.ts";
import type { Level } from "./levels.ts";
import type { Place } from "./place.ts";

/** Gives the object that begins at a node, if one does. */
export type AsSubject = (node: YNode | undefined) => Target | undefined;

export interface Item extends Target {
  readonly node: YNode | undefined;
}

/** The item behind the dashes of the line, which the tree has seen. */
export function itemBehindDashes(
  { line }: BlockBuilder,
  levels: readonly Level[],
  asSubject: AsSubject,
): Item | undefined {
  const [first, ...more] = line.dashes;
  if (first === undefined) return undefined;
  const column = first - line.start;
  const level = levels.findLast((each) => each.kind === "seq" && each.column === column);
  let item = level?.kind === "seq" ? itemOf(level, level.node, first, asSubject) : undefined;
  for (const dash of more) item = item?.node?.type === "seq" ? itemOf(item, item.node, dash, asSubject) : undefined;
  return item;
}

function itemOf(target: Target, seq: YSeq, dash: number, asSubject: AsSubject): Item {
  const index = seq.items.findIndex(({ start }) => start === dash);
  const node = deref(seq.items[index]?.value);
  const path = [...target.path, index < 0 ? seq.items.length : index];
  return { subject: target.subject, path, cursor: target.cursor?.item(), node, ...asSubject(node) };
}

/** The first key of an item that has the rest of its keys below. */
export function firstKeyPlaces(build: BlockBuilder, item: Item | undefined): readonly Place[] {
  const { doc, offset, line, wordEnd } = build;
  if (!item || offset < line.content || offset > wordEnd) return [];
  const before = doc.text[line.content - 1] === "-" ? " " : "";
  const map = item.node?.type === "map" ? item.node : undefined;
  const column = line.content - line.start + before.length;
  // The other keys of the item stand in a column of their own.
  const isAligned = !map || doc.lines.positionAt(map.start).character === column;
  if (!isMapLike(item.cursor) || !isAligned) return [];
  return [{ ...build.key(item, map, column), replace: { start: line.content, end: wordEnd }, before }];
}
