import type { DocumentContext } from "../../../workspace/context.ts";
import { columnOf } from "../../../yaml/layout.ts";
import type { Problem } from "../../../yaml/problem.ts";
import { entryAt } from "../text/entry-at.ts";
import { likelyShift } from "./likely-shift.ts";

/** A line in the wrong column that is a field of a list item; undefined when it was meant to stand anywhere else. */
export function itemField(
  problem: Problem,
  context: DocumentContext,
): { readonly key: string; readonly sibling: string; readonly list: string } | undefined {
  const entry = entryAt(context.doc, problem.start);
  const first = entry?.map.entries[0];
  if (entry?.list === undefined || !first || first === entry.pair) return undefined;
  const lined = columnOf(context.doc.text, first.key.start) === likelyShift(problem, context).column;
  return lined ? { key: entry.pair.key.text, sibling: first.key.text, list: entry.list } : undefined;
}
