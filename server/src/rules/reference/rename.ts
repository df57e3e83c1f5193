import { editDistance } from "../../base/nearest.ts";
import type { Span } from "../../base/span.ts";
import type { Resource } from "../../model/resource.ts";
import { setScalar } from "../../yaml/edit.ts";
import { deref, type YNode, type YScalar } from "../../yaml/node.ts";
import type { Fix } from "../rule.ts";
import { quoted } from "../wording.ts";

/** Candidates with the fewest letters to change first; equally near ones in alphabetical order. */
export function byLikeness(name: string, candidates: readonly string[]): readonly string[] {
  const distance = (candidate: string): number => editDistance(name, candidate, name.length + candidate.length);
  return [...candidates].sort((a, b) => distance(a) - distance(b) || (a < b ? -1 : 1));
}

/** One fix for each of the first few names that may have been meant; the first is preferred unless it has an equal. */
export function renameFixes(resource: Resource, at: Span, from: string, to: readonly string[]): readonly Fix[] {
  const scalar = scalarAt(resource.root, at.start);
  if (!scalar) return [];
  return to.slice(0, 3).map((name, index) => ({
    title: { en: `Change ${quoted(from)} to ${quoted(name)}`, vi: `Đổi ${quoted(from)} thành ${quoted(name)}` },
    preferred: index === 0,
    safe: false,
    edits: setScalar(resource.doc, scalar, name),
  }));
}

/** The scalar that begins at `offset`. Aliases are followed: what they stand for is where the text is. */
export function scalarAt(node: YNode | null | undefined, offset: number): YScalar | undefined {
  if (!node || node.start > offset || node.end < offset) return undefined;
  if (node.type === "alias") {
    const target = deref(node);
    return target?.type === "scalar" ? target : undefined;
  }
  if (node.type === "scalar") return node;
  const values = node.type === "map" ? node.entries : node.items;
  for (const { value } of values) {
    const found = scalarAt(value, offset);
    if (found) return found;
  }
  return undefined;
}
