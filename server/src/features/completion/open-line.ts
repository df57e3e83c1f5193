import type { YSeq } from "../../yaml/node.ts";
import { type BlockBuilder, isMapLike, type Target } from "./block-builder.ts";
import { continuesBelow, type Level } from "./levels.ts";
import type { Below } from "./line.ts";
import type { Place } from "./place.ts";

/** A line without a colon, blank or half-typed: what it becomes depends on its column, and on what follows. */
export function openLinePlaces(
  build: BlockBuilder,
  levels: readonly Level[],
  next: Below | undefined,
): readonly Place[] {
  const { offset, line, wordEnd } = build;
  const start = line.dashes.at(-1) ?? line.content;
  if (offset < start || offset > line.contentEnd || (line.dashes.length > 0 && offset === start)) return [];
  // Between a dash and what stands behind it nothing is being typed.
  if (offset < line.content && line.content < line.contentEnd) return [];
  const must = levels.findLastIndex((level) => continuesBelow(level, line.end));
  const places = new OpenLine(build, next).fitting(levels.slice(Math.max(0, must)));
  return offset <= wordEnd ? places : places.filter(({ kind }) => kind === "value");
}

class OpenLine {
  readonly #build: BlockBuilder;
  readonly #next: Below | undefined;

  constructor(build: BlockBuilder, next: Below | undefined) {
    this.#build = build;
    this.#next = next;
  }

  /** The level that the column means; where it means none, the nearest one that it may have meant. */
  fitting(open: readonly Level[]): readonly Place[] {
    const { column, line } = this.#build;
    // A dash continues lists only.
    const isOffered = ({ kind }: Level): boolean => kind === "seq" || (kind === "map" && line.dashes.length === 0);
    const collections = open.filter(isOffered);
    const exact = collections.filter((level) => level.column === column).flatMap((level) => this.#inLevel(level));
    const places = [...this.#inSlot(open.at(-1)), ...exact];
    if (places.length > 0) return places;
    const nearest = collections.findLast((level) => level.column < column) ?? collections[0];
    return nearest ? this.#inLevel(nearest) : [];
  }

  /** The value of the key above; where it has begun below already, its column is given. */
  #inSlot(slot: Level | undefined): readonly Place[] {
    if (slot?.kind !== "slot") return [];
    const { column, line } = this.#build;
    const isDeeper = column > slot.column;
    if (slot.cursor?.type === "list") {
      if (!isDeeper && (slot.owner === "item" || column < slot.column)) return [];
      return this.#newItem({ ...slot, path: [...slot.path, 0], cursor: slot.cursor.item() }, column, undefined);
    }
    const hasBegun = this.#next !== undefined && this.#next.column > slot.column;
    if (!isDeeper || hasBegun || line.dashes.length > 0) return [];
    if (isMapLike(slot.cursor)) return [this.#build.key(slot, undefined, column)];
    const isScalar = slot.cursor !== undefined && slot.cursor.type !== "any";
    return isScalar ? [this.#build.value(slot, this.#build.indented(column, ""), undefined)] : [];
  }

  #inLevel(level: Level): readonly Place[] {
    if (level.kind === "map") return [this.#build.key(level, level.node, level.column)];
    if (level.kind !== "seq") return [];
    const item = { ...level, path: [...level.path, level.node.items.length], cursor: level.cursor?.item() };
    return this.#newItem(item, level.column, level.node);
  }

  #newItem(item: Target, column: number, seq: YSeq | undefined): readonly Place[] {
    const { line, wordEnd } = this.#build;
    if (!isMapLike(item.cursor)) return [this.#build.value(item, this.#build.indented(column, "- "), seq)];
    const edit = this.#build.indented(column, "- ", wordEnd);
    return [{ ...this.#build.key(item, undefined, column + 2), ...edit, newItem: line.dashes.length === 0 }];
  }
}
