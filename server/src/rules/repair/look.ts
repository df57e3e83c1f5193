import type { SchemaCursor } from "../../schema/cursor.ts";
import { disorder } from "../../schema/field-order.ts";
import { columnOf, isFirstOnLine } from "../../yaml/layout.ts";
import type { YNode } from "../../yaml/node.ts";
import type { Lines } from "./lines.ts";

/** Signs of how likely it is that somebody meant a tree. */
export interface Look {
  /** Keys and items. */
  readonly entries: number;
  /** Keys that the schema knows by name, unlike those of a label map. */
  readonly known: number;
  /** Keys and items that the schema does not reach: whatever they hold, nobody complains of it. */
  readonly blind: number;
  /** Keys without a value. */
  readonly empty: number;
  /** Plain scalars over several lines. */
  readonly folded: number;
  /** Levels indented by another step than the rest of the document. */
  readonly irregular: number;
  /** Neighbours in another order than people write them. */
  readonly disorder: number;
  /** What the schema takes and hardly anybody writes. */
  readonly odd: number;
}

/** By how much the levels of a document are indented: usually, and by kind of level. */
export interface Layout {
  readonly map: number;
  readonly seq: number;
  readonly item: number;
  /** How much it says against a list that it stands otherwise: more where all others agree. */
  readonly seqWeight: number;
}

/** Dashes stand below their key or two columns to its right: nothing tells which. */
const EITHER = -1;

/** Counted line by line: the tree of a broken document may lack what is broken. */
export function layoutOf(lines: Lines, window: readonly number[]): Layout {
  // A document may be too short to show how it is indented.
  const map = new Map([[2, 1.5]]);
  const seq = new Map([
    [2, 1.1],
    [0, 1.1],
  ]);
  const item = new Map([[2, 1.5]]);
  const count = (counts: Map<number, number>, step: number): void => {
    counts.set(step, (counts.get(step) ?? 0) + 1);
  };
  for (const number of window) {
    const line = lines.at(number);
    if (!line) continue;
    if (line.dash && line.key !== undefined) count(item, line.column - line.indent);
    const next = line.opens && line.key !== undefined ? lines.after(number) : undefined;
    if (next && next.indent > line.column) count(next.dash ? seq : map, next.indent - line.column);
    else if (next?.dash && next.indent === line.column) count(seq, 0);
  }
  const either = seq.get(0) === seq.get(2);
  const [most = 0, others = 0] = [...seq.values()].sort((a, b) => b - a);
  return {
    map: commonest(map),
    seq: either ? EITHER : commonest(seq),
    item: commonest(item),
    seqWeight: most > 3 && others < 2 ? 0.8 : 0.4,
  };
}

export function lookAt(text: string, root: YNode | null, cursor: SchemaCursor | undefined, layout: Layout): Look {
  // Objects begin at the left margin.
  let irregular = root !== null && root.type === "map" && !root.flow && columnOf(text, root.start) > 0 ? 3 : 0;
  const walk = new Walk(text, (kind, step) => {
    const usual = kind === "seq" && (step === 0 || step === 2);
    if (step !== layout[kind]) irregular += usual ? (layout.seq === EITHER ? 0 : layout.seqWeight) : 1;
  });
  walk.node(root, cursor, 0, undefined);
  const { entries, known, blind, empty, folded, disorder: inverted, odd } = walk;
  return { entries, known, blind, empty, folded, irregular, disorder: inverted, odd };
}

type Kind = Exclude<keyof Layout, "seqWeight">;

class Walk {
  entries = 0;
  known = 0;
  blind = 0;
  empty = 0;
  folded = 0;
  disorder = 0;
  odd = 0;
  readonly #text: string;
  readonly #step: (kind: Kind, step: number) => void;

  constructor(text: string, step: (kind: Kind, step: number) => void) {
    this.#text = text;
    this.#step = step;
  }

  /** `parent` is the column of the key or dash that holds the node. */
  node(node: YNode | null, cursor: SchemaCursor | undefined, parent: number, holder: "key" | "dash" | undefined): void {
    if (node === null) return;
    if (node.type === "scalar") {
      if (node.style === "plain" && this.#text.slice(node.start, node.end).includes("\n")) this.folded++;
      return;
    }
    if (node.type === "alias") return;
    const column = node.flow ? 0 : columnOf(this.#text, node.start);
    if (!node.flow && holder !== undefined && (holder === "dash" || isFirstOnLine(this.#text, node.start))) {
      this.#step(holder === "dash" ? "item" : node.type === "map" ? "map" : "seq", column - parent);
    }
    const anything = cursor?.type === "any" ? cursor : undefined;
    if (node.type === "seq") {
      const item = anything ?? (cursor?.type === "list" ? cursor.item() : undefined);
      this.#count(node.items.length, item);
      for (const { value } of node.items) this.node(value, item, column, node.flow ? undefined : "dash");
      return;
    }
    const own = cursor?.type === "object" || cursor?.type === "map" ? cursor : undefined;
    this.#count(node.entries.length, anything ?? own);
    if (own?.type === "object") {
      const keys = node.entries.map(({ key }) => key.text);
      this.disorder += disorder(own, keys);
    }
    for (const { key, value } of node.entries) {
      const child = anything ?? own?.child(key.text);
      if (child?.name === key.text && child.name !== undefined) this.known++;
      if (value === null) this.empty++;
      if (own && isOdd(own, key.text, value)) this.odd++;
      this.node(
        value,
        child,
        node.flow || value === null ? 0 : columnOf(this.#text, key.start),
        node.flow ? undefined : "key",
      );
    }
  }

  #count(entries: number, cursor: SchemaCursor | undefined): void {
    this.entries += entries;
    if (cursor === undefined) this.blind += entries;
  }
}

/** Fields that few manifests have, and text of several lines where a label belongs. */
function isOdd(cursor: SchemaCursor, key: string, value: YNode | null): boolean {
  if (cursor.type === "object") return cursor.definition?.endsWith(".PodSpec") === true && RARE_OF_PODS.has(key);
  return LABELS.has(cursor.name ?? "") && value?.type === "scalar" && /\n./.test(value.text);
}

const RARE_OF_PODS: ReadonlySet<string> = new Set(["resources", "ephemeralContainers", "overhead"]);

const LABELS: ReadonlySet<string> = new Set(["labels", "matchLabels", "selector", "nodeSelector"]);

const commonest = (counts: ReadonlyMap<number, number>): number =>
  [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
