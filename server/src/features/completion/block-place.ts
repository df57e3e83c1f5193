import type { DocumentContext } from "../../workspace/context.ts";
import { BlockBuilder } from "./block-builder.ts";
import { firstKeyPlaces, itemBehindDashes } from "./dash-item.ts";
import { keyLinePlaces, mapWithKey } from "./key-line.ts";
import { type Level, openLevels, type RootSchema, subjectOf } from "./levels.ts";
import { below, type Line, lineAt } from "./line.ts";
import { openLinePlaces } from "./open-line.ts";
import type { Place } from "./place.ts";
import type { Style } from "./style.ts";
import { withoutWord } from "./without-word.ts";

/** What may be written at a place that is in no flow collection. */
export function blockPlaces(
  context: DocumentContext,
  offset: number,
  style: Style,
  rootSchema: RootSchema,
): readonly Place[] {
  const { doc } = context;
  const line = lineAt(doc, offset);
  const isComment = line.comment !== undefined && line.text.trimStart().startsWith("#");
  if (isComment || (line.comment !== undefined && offset > line.comment)) return [];
  const build = new BlockBuilder(doc, offset, line, style);
  return placesOn(build, context, rootSchema).map((place) =>
    doc.text[place.replace.end] === "#" ? { ...place, after: " " } : place,
  );
}

function placesOn(build: BlockBuilder, context: DocumentContext, rootSchema: RootSchema): readonly Place[] {
  const { doc, line } = build;
  const levels = openLevels(context, line.start, rootSchema);
  if (isInText(levels.at(-1), line, doc.text)) return [];
  if (line.key) {
    if (line.dashes.length === 0) return keyLinePlaces(build, mapWithKey(levels, line.key.start), line.key);
    const item = itemBehindDashes(build, levels, (node) => subjectOf(node, context, rootSchema));
    const map = item?.node?.type === "map" ? { ...item, node: item.node } : undefined;
    return keyLinePlaces(build, map, line.key);
  }
  const typed = withoutWord(context, line.dashes[0] ?? line.content, line);
  const before = typed === context ? levels : openLevels(typed, line.start, rootSchema);
  if (isInText(before.at(-1), line, doc.text)) return [];
  const next = below(doc, line);
  const [dash, last] = [line.dashes[0], line.dashes.at(-1)];
  // With lines of its own below it, a dash stands where it should; without, its column may still be mended.
  const isHeld = dash !== undefined && next !== undefined && !next.isDash && next.column > dash - line.start;
  if (!isHeld || last === undefined) return openLinePlaces(build, before, next);
  const seen = withoutWord(context, last + 1, line);
  const item = itemBehindDashes(build, openLevels(seen, line.start, rootSchema), (node) =>
    subjectOf(node, seen, rootSchema),
  );
  return firstKeyPlaces(build, item);
}

/** Within a scalar that began on an earlier line everything is text. */
function isInText(last: Level | undefined, line: Line, text: string): boolean {
  if (last?.kind !== "scalar") return false;
  const { node, column } = last;
  const content = line.dashes[0] ?? line.content;
  if (node.style !== "literal" && node.style !== "folded") return node.end > content;
  const goesOn = text.slice(line.end, Math.max(line.end, node.end)).trim() !== "";
  const indentation = line.text.trim() === "" ? content - line.start : line.text.search(/\S/);
  return goesOn || indentation > column;
}
