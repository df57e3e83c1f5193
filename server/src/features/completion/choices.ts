import type { SchemaCursor } from "../../schema/cursor.ts";
import { knownValues } from "../../schema/known-values.ts";

/** The values of an enum, the usual ones first; empty for open fields. */
export function choicesOf(cursor: SchemaCursor): readonly string[] {
  const allowed = (cursor.schema.enum ?? cursor.site.enum ?? []).filter((choice) => choice !== null && choice !== "");
  const choices = allowed.map(String);
  const inUse = knownValues(cursor).map(({ value }) => value);
  return [...inUse.filter((value) => choices.includes(value)), ...choices.filter((value) => !inUse.includes(value))];
}

export function defaultOf(cursor: SchemaCursor): string | undefined {
  const value = cursor.site.default ?? cursor.schema.default;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : undefined;
}
