import type { Edit } from "../../../base/span.ts";
import { hasPlace, placeAmong } from "../../../schema/field-order.ts";
import type { MissingField } from "../../../schema/problem.ts";
import type { Subject } from "../../../workspace/context.ts";
import type { YDocument } from "../../../yaml/document.ts";
import { insertEntry } from "../../../yaml/edit.ts";
import { columnOf, indentRest, lineBreakOf } from "../../../yaml/layout.ts";
import type { YPair } from "../../../yaml/node.ts";
import { placeholder } from "./placeholder.ts";

/** Writes the missing fields with values that can stand until somebody knows better. */
export function insertFields(problem: MissingField, { resource }: Subject, doc: YDocument): readonly Edit[] {
  const { map, cursor } = problem;
  return problem.fields.flatMap((field): readonly Edit[] => {
    const child = cursor.child(field);
    if (!child) return [];
    const value = placeholder(field, child, resource);
    const pair = map.entries.findLast(({ key }) => key.text === field);
    if (pair?.value) return [inPlaceOfNull(doc, pair, value)];
    const follower = followerOf(problem, field);
    return insertEntry(doc, map, field, value, follower ? { before: follower } : "end");
  });
}

/** `selector: null` and `selector: ~`: what stands there gives way. */
function inPlaceOfNull(doc: YDocument, pair: YPair, value: string): Edit {
  const text = value.startsWith("\n") ? value : ` ${value}`;
  const lines = indentRest(text, columnOf(doc.text, pair.key.start), lineBreakOf(doc.text));
  return { span: { start: pair.colon + 1, end: pair.end }, text: lines };
}

/**
 * The first entry that should stand behind the new one: as people order the fields, or else as the schema does, in which
 * `name` leads.
 */
function followerOf({ map, cursor }: MissingField, field: string): YPair | undefined {
  if (hasPlace(cursor, field)) {
    const names = map.entries.map(({ key }) => key.text);
    return map.entries[placeAmong(cursor, field, names)];
  }
  const order = Object.keys(cursor.schema.properties ?? {});
  const rank = (name: string): number => (name === "name" ? -1 : order.indexOf(name));
  return map.entries.find(({ key }) => rank(key.text) > rank(field));
}
