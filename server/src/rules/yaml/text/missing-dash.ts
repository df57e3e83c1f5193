import type { YDocument } from "../../../yaml/document.ts";
import { columnOf, isFirstOnLine } from "../../../yaml/layout.ts";
import type { YPair } from "../../../yaml/node.ts";
import type { Problem } from "../../../yaml/problem.ts";
import { entryAt } from "./entry-at.ts";

/** A repeated key that begins another list item, or follows in one, whose dash was forgotten. */
export interface MissingDash {
  readonly list: string;
  readonly first: YPair;
}

/** Undefined for a key that is merely there twice. */
export function missingDash(problem: Problem, doc: YDocument): MissingDash | undefined {
  const entry = entryAt(doc, problem.start);
  if (entry?.list === undefined || entry.map.flow) return undefined;
  const { entries } = entry.map;
  const repeated = entries.filter((pair, index) =>
    entries.slice(0, index).some(({ key }) => key.text === pair.key.text),
  );
  const [first] = repeated;
  if (!first || repeated.indexOf(entry.pair) < 0) return undefined;
  const startsOver = first.key.text === entries[0]?.key.text;
  const room = isFirstOnLine(doc.text, first.start) && columnOf(doc.text, first.start) >= 2;
  return room && (startsOver || repeated.length > 1) ? { list: entry.list, first } : undefined;
}
