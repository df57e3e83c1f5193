import { touches } from "../../base/span.ts";
import type { YPair } from "../../yaml/node.ts";
import { type BlockBuilder, isMapLike, type MapTarget, type Target } from "./block-builder.ts";
import type { Level, MapLevel } from "./levels.ts";
import type { Line } from "./line.ts";
import type { Place } from "./place.ts";

type Key = NonNullable<Line["key"]>;

/** The map that holds the key which begins at `start`, if it is one of the open ones. */
export function mapWithKey(levels: readonly Level[], start: number): MapTarget | undefined {
  const holds = (level: Level): level is MapLevel =>
    level.kind === "map" && level.node.entries.some(({ key }) => key.start === start);
  return levels.findLast(holds);
}

/** A line with a key and a colon: the key may be another, the value is written or waited for. */
export function keyLinePlaces(build: BlockBuilder, holder: MapTarget | undefined, key: Key): readonly Place[] {
  const pair = holder?.node.entries.find((entry) => entry.key.start === key.start);
  if (!holder || !pair) return [];
  if (touches(key, build.offset)) return [existingKey(build, holder, pair, key)];
  if (build.offset <= key.colon) return [];
  const cursor = holder.cursor?.child(key.text);
  return afterColon(build, { ...holder, path: [...holder.path, key.text], cursor }, pair, key);
}

function existingKey(build: BlockBuilder, holder: MapTarget, pair: YPair, key: Key): Place {
  const place = build.key(holder, holder.node, key.start - build.line.start);
  const present = new Set(place.present);
  present.delete(key.text);
  const replace = { start: key.start, end: key.end };
  return { ...place, present, replace, before: "", extent: "bare", value: pair.value ?? undefined };
}

function afterColon(build: BlockBuilder, target: Target, pair: YPair, key: Key): readonly Place[] {
  const { offset, line } = build;
  const { value } = pair;
  const isOnLine = value?.type === "scalar" && value.start <= line.end && value.end <= line.end;
  if (value && (!isOnLine || offset > value.end)) return [];
  if (!value && (isMapLike(target.cursor) || target.cursor?.type === "list")) return onNextLine(build, target, key);
  const start = value ? Math.min(value.start, offset) : offset;
  const replace = { start, end: value ? value.end : offset };
  const before = build.doc.text[start - 1] === ":" ? " " : "";
  return [build.value(target, { replace, before }, undefined, value)];
}

/** An object or list begins below its key, wherever on the key's line it was asked for. */
function onNextLine(build: BlockBuilder, target: Target, key: Key): readonly Place[] {
  const { line, style } = build;
  if (line.comment !== undefined) return [];
  const replace = { start: key.colon + 1, end: line.end };
  const column = key.start - line.start;
  if (target.cursor?.type !== "list") {
    const inner = column + style.step;
    return [{ ...build.key(target, undefined, inner), replace, before: `\n${" ".repeat(inner)}` }];
  }
  const dash = column + style.listIndent;
  const edit = { replace, before: `\n${" ".repeat(dash)}- ` };
  const item = { ...target, path: [...target.path, 0], cursor: target.cursor.item() };
  if (!isMapLike(item.cursor)) return [build.value(item, edit, undefined)];
  return [{ ...build.key(item, undefined, dash + 2), ...edit, newItem: true }];
}
