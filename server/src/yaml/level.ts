import { draftItem, draftMap, type MapDraft, type SeqDraft, type Slot } from "./build.ts";
import type { Seen } from "./keys.ts";

export const ROOT = 0;
export const MAP = 1;
export const SEQ = 2;

/** One open block collection. The open levels, root first, are the whole memory of the reader between two lines. */
export class Level implements Seen {
  kind: typeof ROOT | typeof MAP | typeof SEQ = ROOT;
  /** Column of its keys or dashes. */
  column = -1;
  /** Column of the line that its last entry began on: differs from `column` only after a recovery. */
  at = -1;
  /** A second column whose lines belong here since a misplaced line was taken in; -2 when there is none. */
  adopted = -2;
  node: MapDraft | SeqDraft;
  /** Where its entries begin on the pile of their kind. */
  base = 0;
  /** The last entry. */
  slot: Slot;
  /** The last entry still lacks its value, which a deeper line may give. */
  pending = true;
  /** The last entry is a `? key`: its slot holds the key for now. */
  explicit = false;
  /** Properties on a line of their own, for the value to come. */
  tag: string | undefined = undefined;
  anchor: string | undefined = undefined;
  propertiesEnd = 0;
  keys: Seen["keys"] = undefined;

  constructor() {
    this.node = draftMap(0, undefined, undefined, false);
    this.slot = draftItem(0);
  }

  open(kind: typeof MAP | typeof SEQ, column: number, node: MapDraft | SeqDraft, base: number): void {
    this.base = base;
    this.kind = kind;
    this.column = column;
    this.at = column;
    this.adopted = -2;
    this.node = node;
    this.pending = false;
    this.explicit = false;
    this.tag = undefined;
    this.anchor = undefined;
    this.keys = undefined;
  }
}

/** Index of the open level that a line fits: its kind, and its column or one that the level has taken in; 0 if none. */
export function fitting(levels: readonly Level[], depth: number, column: number, kind: number): number {
  for (let i = depth; i > 0; i--) {
    const level = levels[i];
    if (level !== undefined && level.kind === kind && level.column === column) return i;
  }
  for (let i = depth; i > 0; i--) {
    const level = levels[i];
    if (level !== undefined && level.kind === kind && level.adopted === column) return i;
  }
  return 0;
}

/** Index of the level of a kind whose column is nearest, the deeper of two equally near ones; 0 if there is none. */
export function nearest(levels: readonly Level[], depth: number, column: number, kind: number): number {
  let best = 0;
  let distance = Number.POSITIVE_INFINITY;
  for (let i = depth; i > 0; i--) {
    const level = levels[i];
    if (level === undefined || level.kind !== kind) continue;
    const away = Math.abs(level.column - column);
    if (away < distance) {
      best = i;
      distance = away;
    }
  }
  return best;
}
