import type { YDocument } from "../../../yaml/document.ts";
import type { YMap, YNode, YPair } from "../../../yaml/node.ts";

export interface Entry {
  readonly map: YMap;
  readonly pair: YPair;
  /** Key of the list whose item the map is; undefined for any other map. */
  readonly list: string | undefined;
}

/** The entry whose key starts at `offset`. */
export function entryAt(doc: YDocument, offset: number): Entry | undefined {
  return search(doc.root, offset, undefined, undefined);
}

function search(
  node: YNode | null,
  offset: number,
  key: string | undefined,
  list: string | undefined,
): Entry | undefined {
  if (!node || offset < node.start || offset > node.end || node.type === "alias") return undefined;
  if (node.type === "seq") {
    for (const { value } of node.items) {
      const found = search(value, offset, undefined, key);
      if (found) return found;
    }
  } else if (node.type === "map") {
    for (const pair of node.entries) {
      if (pair.key.start === offset) return { map: node, pair, list };
      const found = search(pair.value, offset, pair.key.text, undefined);
      if (found) return found;
    }
  }
  return undefined;
}
