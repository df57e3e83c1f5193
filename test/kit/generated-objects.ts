import fc, { type GeneratorValue } from "fast-check";
import type { ReleaseSchemas } from "../../server/src/schema/store.ts";
import type { Schema } from "../../server/src/schema/types.ts";

/** A JSON value that may be changed in place. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const WORDS = ["web", "a-b.c", "5", "true", "2Gi", "", "tên", "TCP"];
const NUMBERS = [0, 1, -1, 80, 65_536, 3_000_000_000, 1.5];
const DEPTH = 7;

/** An object that mostly fits the schema: required fields, some of the others, values of the right type. */
export function grow(schema: Schema, schemas: ReleaseSchemas, g: GeneratorValue, depth = 0): Json {
  const choices = schema.enum;
  if (choices && choices.length > 0 && g(fc.boolean)) return oneOf(g, choices);
  if (schema.$ref !== undefined) return grow(schemas.definition(schema.$ref) ?? {}, schemas, g, depth);
  if (schema["x-kubernetes-int-or-string"]) return g(fc.boolean) ? 80 : "http";
  const { properties, items, additionalProperties } = schema;
  switch (schema.type ?? (properties ? "object" : items ? "array" : undefined)) {
    case "object": {
      if (properties) return fields(schema, properties, schemas, g, depth);
      if (typeof additionalProperties !== "object" || depth > DEPTH) return {};
      return { [oneOf(g, ["app", "x.y/z"])]: grow(additionalProperties, schemas, g, depth + 1) };
    }
    case "array":
      if (!items || depth > DEPTH) return [];
      return Array.from({ length: g(fc.nat, { max: 2 }) }, () => grow(items, schemas, g, depth + 1));
    case "string":
      return oneOf(g, WORDS);
    case "integer":
      return oneOf(g, [schema.minimum ?? 1, 1, 80]);
    case "number":
      return oneOf(g, [0.5, 1]);
    case "boolean":
      return g(fc.boolean);
    case undefined:
      return oneOf(g, [1, "x", false]);
  }
}

function fields(
  { required = [] }: Schema,
  properties: { readonly [name: string]: Schema },
  schemas: ReleaseSchemas,
  g: GeneratorValue,
  depth: number,
): Json {
  const names = Object.keys(properties);
  const some = depth > DEPTH ? [] : Array.from({ length: g(fc.nat, { max: 3 }) }, () => oneOf(g, names));
  const chosen = new Set([...required, ...some]);
  const object: { [key: string]: Json } = {};
  for (const name of chosen) object[name] = grow(properties[name] ?? {}, schemas, g, depth + 1);
  return object;
}

/** Makes one mistake, or what may be none, somewhere in the object. */
export function mutate(root: Json, g: GeneratorValue): void {
  const holders = [...holdersIn(root)];
  if (holders.length === 0) return;
  const holder = oneOf(g, holders);
  const keys = Object.keys(holder);
  if (Array.isArray(holder)) {
    if (holder.length > 0) holder[g(fc.nat, { max: holder.length - 1 })] = other(g);
    return;
  }
  const key = keys.length === 0 ? "unknown" : oneOf(g, keys);
  switch (oneOf(g, ["retype", "drop", "null", "add", "misspell"])) {
    case "retype":
      holder[key] = other(g);
      return;
    case "drop":
      delete holder[key];
      return;
    case "null":
      holder[key] = null;
      return;
    case "add":
      holder[oneOf(g, ["unknown", "spec", "name", "x-y"])] = other(g);
      return;
    case "misspell": {
      const value = holder[key] ?? null;
      delete holder[key];
      holder[`${key}s`] = value;
    }
  }
}

const other = (g: GeneratorValue): Json =>
  oneOf<Json>(g, [...WORDS, ...NUMBERS, true, false, "Nonsense"].concat()) ?? null;

/** Objects and lists, the root first. */
function* holdersIn(value: Json): Iterable<Json[] | { [key: string]: Json }> {
  if (typeof value !== "object" || value === null) return;
  yield value;
  for (const child of Object.values(value)) yield* holdersIn(child);
}

/** Null is what an absent field is to Kubernetes, anywhere. */
export function withoutNulls(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object" || value === null) return value;
  const present = Object.entries(value).filter(([, child]) => child !== null);
  return Object.fromEntries(present.map(([key, child]) => [key, withoutNulls(child)]));
}

export function oneOf<T>(g: GeneratorValue, values: readonly T[]): T {
  return g(() => fc.constantFrom(...values));
}
