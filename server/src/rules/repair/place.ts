import type { SchemaCursor } from "../../schema/cursor.ts";
import type { Subject } from "../../workspace/context.ts";
import type { YMap, YNode, YPair } from "../../yaml/node.ts";

/** Where an entry stands. */
export interface Place {
  readonly map: YMap;
  readonly pair: YPair;
  readonly cursor: SchemaCursor | undefined;
  /** Key of the map, or of the list whose item the map is; undefined at the top. */
  readonly holder: string | undefined;
  readonly inItem: boolean;
}

/** The entry whose key starts at `offset`. */
export function placeOf(subjects: readonly Subject[], offset: number): Place | undefined {
  for (const { root, cursor } of [...subjects].reverse()) {
    const found = search(root, cursor, offset, undefined, false);
    if (found) return found;
  }
  return undefined;
}

function search(
  node: YNode | null,
  cursor: SchemaCursor | undefined,
  offset: number,
  holder: string | undefined,
  inItem: boolean,
): Place | undefined {
  if (!node || offset < node.start || offset > node.end) return undefined;
  if (node.type === "seq") {
    const item = cursor?.item();
    for (const { value } of node.items) {
      const found = search(value, item, offset, holder, true);
      if (found) return found;
    }
  } else if (node.type === "map") {
    for (const pair of node.entries) {
      if (pair.key.start === offset) return { map: node, pair, cursor, holder, inItem };
      const found = search(pair.value, cursor?.child(pair.key.text), offset, pair.key.text, false);
      if (found) return found;
    }
  }
  return undefined;
}

/** Key of the list that has an item at `offset`. */
export function listOf(node: YNode | null, offset: number, holder?: string): string | undefined {
  if (!node || offset < node.start || offset > node.end) return undefined;
  if (node.type === "seq") {
    if (node.items.some(({ start }) => start === offset)) return holder;
    for (const { value } of node.items) {
      const found = listOf(value, offset);
      if (found !== undefined) return found;
    }
  } else if (node.type === "map") {
    for (const { key, value } of node.entries) {
      const found = listOf(value, offset, key.text);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
