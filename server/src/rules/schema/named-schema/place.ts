import type { Span } from "../../../base/span.ts";
import { isOpaque } from "../../../schema/validate.ts";
import { deref, type Path, type YMap, type YNode, type YPair } from "../../../yaml/node.ts";
import { jsonKey, mergedEntries } from "../../../yaml/scalar.ts";

/** What stands at a path, and the nearest pair that holds it; none at the root. */
export interface Place {
  readonly node: YNode | null;
  readonly pair: YPair | undefined;
}

/** Undefined for a path that leads nowhere. */
export function placeAt(root: YNode | null, path: Path): Place | undefined {
  let node = root;
  let pair: YPair | undefined;
  for (const step of path) {
    const holder = deref(node);
    if (holder?.type === "map") {
      pair = entryOf(holder, String(step));
      if (!pair) return undefined;
      node = pair.value;
    } else if (holder?.type === "seq" && typeof step === "number") node = holder.items[step]?.value ?? null;
    else return undefined;
  }
  return { node, pair };
}

/** The pair whose key JSON would write so, be it merged in from elsewhere. */
export const entryOf = (map: YMap, key: string): YPair | undefined =>
  mergedEntries(map).findLast((pair) => jsonKey(pair.key) === key);

/** A block of many lines is marked at the key that holds it. */
export function spanOfPlace({ node, pair }: Place): Span {
  const value = deref(node);
  const isBlock = value !== undefined && value.type !== "scalar" && !value.flow;
  if (node && !isBlock) return node;
  if (pair && (!isBlock || isInside(value, pair))) return pair.key;
  if (value?.type === "map") return value.entries[0]?.key ?? value;
  return value ?? { start: 0, end: 0 };
}

/** Not an item of a list that the pair holds. */
const isInside = (value: YNode, pair: YPair): boolean => deref(pair.value) === value;

/** Of text that is filled in later nothing is certain. */
export function isFilledIn({ node }: Place): boolean {
  const value = deref(node);
  if (value?.type === "scalar") return isOpaque(value.text);
  return value?.type === "map" && value.entries.some(({ key }) => isOpaque(key.text));
}
