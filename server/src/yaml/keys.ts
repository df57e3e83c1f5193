import { draftScalar, type NodeDraft, type PairDraft, type ScalarDraft } from "./build.ts";
import { deref, type YScalar } from "./node.ts";
import type { Pile } from "./pile.ts";
import type { Scan } from "./scan.ts";

/** Keys of a large map; a small one is searched instead. */
export interface Seen {
  keys: Map<string, PairDraft> | undefined;
}

const SMALL = 8;

/** Adds a pair to the map whose entries begin at `base` of the pile; an equal key before it is a problem, and stays. */
export function addPair(scan: Scan, base: number, pair: PairDraft, seen: Seen): void {
  const { pairs } = scan;
  if (!scan.template && pair.colon >= 0) {
    const earlier = earlierPair(pairs, base, pair, seen);
    if (pair.key.text === "<<") scan.merges.push(pair);
    else if (earlier !== undefined) {
      scan.report("duplicate-key", pair.key.start, pair.key.end, [pair.key.text], earlier.key);
    }
  }
  pairs.push(pair);
}

function earlierPair(pairs: Pile<PairDraft>, base: number, pair: PairDraft, seen: Seen): PairDraft | undefined {
  const text = pair.key.text;
  const { count } = pairs;
  if (count - base < SMALL) {
    for (let i = base; i < count; i++) {
      const entry = pairs.at(i);
      if (entry !== undefined && entry.key.text === text) return entry;
    }
    return undefined;
  }
  if (seen.keys === undefined) {
    seen.keys = new Map();
    for (let i = base; i < count; i++) {
      const entry = pairs.at(i);
      if (entry !== undefined && !seen.keys.has(entry.key.text)) seen.keys.set(entry.key.text, entry);
    }
  }
  const earlier = seen.keys.get(text);
  if (earlier === undefined) seen.keys.set(text, pair);
  return earlier;
}

/** What stands as a key, as the scalar that a key is for Kubernetes. */
export function keyOf(scan: Scan, node: NodeDraft | null, at = scan.pos): YScalar {
  if (node === null) return noKey(scan, at);
  if (node.type === "scalar") {
    if (node.end === node.start && node.text === "") scan.report("complex-key", node.start, node.start + 1);
    return node;
  }
  const target = deref(node);
  if (node.type === "alias" && (target === undefined || target.type === "scalar")) {
    return draftScalar(
      node.start,
      node.end,
      undefined,
      undefined,
      target?.style ?? "plain",
      target?.text ?? `*${node.name}`,
    );
  }
  scan.report("complex-key", node.start, node.end);
  return draftScalar(node.start, node.end, undefined, undefined, "plain", scan.text.slice(node.start, node.end));
}

function noKey(scan: Scan, at: number): ScalarDraft {
  scan.report("complex-key", at, at + 1);
  return draftScalar(at, at, undefined, undefined, "plain", "");
}
