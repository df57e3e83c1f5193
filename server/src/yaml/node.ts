import type { Span } from "../base/span.ts";

/**
 * Our own view of a YAML tree. Every node is itself a span, counted from the start of its document, never of the file.
 * A node's span covers its own text: quotes and block-scalar headers included, tag, anchor and trailing comments not.
 */
export type YNode = YMap | YSeq | YScalar | YAlias;

export type ScalarStyle = "plain" | "single" | "double" | "literal" | "folded";

interface Properties extends Span {
  /** As written, `!!str` or `!Ref`; undefined when absent. */
  readonly tag: string | undefined;
  /** Without the `&`; undefined when absent. */
  readonly anchor: string | undefined;
}

export interface YMap extends Properties {
  readonly type: "map";
  /** `{ a: 1 }` or JSON rather than indented lines. */
  readonly flow: boolean;
  readonly entries: readonly YPair[];
}

export interface YSeq extends Properties {
  readonly type: "seq";
  readonly flow: boolean;
  readonly items: readonly YItem[];
}

export interface YScalar extends Properties {
  readonly type: "scalar";
  readonly style: ScalarStyle;
  /** Content after unescaping, folding and chomping: what the reader of the YAML sees as a string. */
  readonly text: string;
}

export interface YAlias extends Span {
  readonly type: "alias";
  /** Without the `*`. */
  readonly name: string;
  /** The anchored node, undefined if there is none before the alias. */
  readonly target: YNode | undefined;
}

/** One `key: value`. Span from the key's start to the value's end. */
export interface YPair extends Span {
  readonly key: YScalar;
  /** Null when nothing stands after the key. Below a key whose colon is missing there may be a value all the same. */
  readonly value: YNode | null;
  /** Offset of the `:`, or -1 when it is missing: a half-typed key, or one that needs none (`? a`, `{a}`). */
  readonly colon: number;
}

/** One list item. Span from its `-` (block) or its own start (flow) to its end. */
export interface YItem extends Span {
  readonly value: YNode | null;
}

/** Steps are separate because a key may contain dots: `["metadata", "labels", "app.kubernetes.io/name"]`. */
export type Path = readonly (string | number)[];

/** The last pair with this key: decoders let a later duplicate win. Aliases and merge keys are followed by `deref` callers. */
export function pairOf(node: YNode | null | undefined, key: string): YPair | undefined {
  const map = deref(node);
  if (map?.type !== "map") return undefined;
  for (let i = map.entries.length - 1; i >= 0; i--) {
    const pair = map.entries[i];
    if (pair?.key.text === key) return pair;
  }
  return undefined;
}

/** The node itself, or what its alias stands for; undefined for an alias to nothing. */
export function deref(node: YNode | null | undefined): Exclude<YNode, YAlias> | undefined {
  let here = node;
  for (let hops = 0; here?.type === "alias" && hops < 32; hops++) here = here.target;
  return here == null || here.type === "alias" ? undefined : here;
}

export function at(node: YNode | null | undefined, ...path: Path): YNode | undefined {
  let here: YNode | null | undefined = node;
  for (const step of path) {
    if (typeof step === "number") {
      const seq = deref(here);
      here = seq?.type === "seq" ? seq.items[step]?.value : undefined;
    } else here = pairOf(here, step)?.value;
  }
  return here ?? undefined;
}

/** Text of a scalar, whatever its style; undefined for anything else. */
export function textOf(node: YNode | null | undefined): string | undefined {
  const scalar = deref(node);
  return scalar?.type === "scalar" ? scalar.text : undefined;
}

export function entriesOf(node: YNode | null | undefined): readonly YPair[] {
  const map = deref(node);
  return map?.type === "map" ? map.entries : [];
}

export function itemsOf(node: YNode | null | undefined): readonly YItem[] {
  const seq = deref(node);
  return seq?.type === "seq" ? seq.items : [];
}
