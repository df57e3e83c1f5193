import { Memo } from "../base/memo.ts";
import type { YDocument } from "./document.ts";
import type { YNode } from "./node.ts";

/** The keys of all of the document's maps, however deep. */
export const keysOf = (doc: YDocument): ReadonlySet<string> => memo.of(doc, readKeys);

const memo = new Memo<YDocument, ReadonlySet<string>>();

function readKeys({ root }: YDocument): ReadonlySet<string> {
  const keys = new Set<string>();
  gather(root, keys);
  return keys;
}

function gather(node: YNode | null, keys: Set<string>): void {
  if (node?.type === "map")
    for (const { key, value } of node.entries) {
      keys.add(key.text);
      if (value !== null) gather(value, keys);
    }
  else if (node?.type === "seq") for (const { value } of node.items) gather(value, keys);
}
