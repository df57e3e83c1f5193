import type { YAlias, YItem, YMap, YNode, YPair, YScalar, YSeq } from "./node.ts";

/** Nodes while the reader still works on them. Every node of a type is made by one literal, so all share one shape. */
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export type ScalarDraft = Mutable<YScalar>;
export type PairDraft = Mutable<YPair>;
export type ItemDraft = Mutable<YItem>;
export type MapDraft = Mutable<Omit<YMap, "entries">> & { entries: PairDraft[] };
export type SeqDraft = Mutable<Omit<YSeq, "items">> & { items: ItemDraft[] };
export type NodeDraft = MapDraft | SeqDraft | ScalarDraft | Mutable<YAlias>;

/** Where a value goes: the pair or item that still lacks one. */
export type Slot = PairDraft | ItemDraft;

export function draftScalar(
  start: number,
  end: number,
  tag: string | undefined,
  anchor: string | undefined,
  style: YScalar["style"],
  text: string,
): ScalarDraft {
  return { start, end, tag, anchor, type: "scalar", style, text };
}

export function draftMap(start: number, tag: string | undefined, anchor: string | undefined, flow: boolean): MapDraft {
  return { start, end: start, tag, anchor, type: "map", flow, entries: [] };
}

export function draftSeq(start: number, tag: string | undefined, anchor: string | undefined, flow: boolean): SeqDraft {
  return { start, end: start, tag, anchor, type: "seq", flow, items: [] };
}

export function draftAlias(start: number, end: number, name: string, target: YNode | undefined): Mutable<YAlias> {
  return { start, end, type: "alias", name, target };
}

export function draftPair(key: YScalar, colon: number): PairDraft {
  return { start: key.start, end: colon < 0 ? key.end : colon + 1, key, value: null, colon };
}

export function draftItem(start: number): ItemDraft {
  return { start, end: start + 1, value: null };
}
