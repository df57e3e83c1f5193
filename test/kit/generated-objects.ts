import type { ReleaseSchemas } from "../../server/src/schema/store.ts";
import type { Schema } from "../../server/src/schema/types.ts";
import type { Random } from "./random.ts";

/** A JSON value that may be changed in place. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const WORDS = ["web", "a-b.c", "5", "true", "2Gi", "", "tên", "TCP"];
const NUMBERS = [0, 1, -1, 80, 65_536, 3_000_000_000, 1.5];
const DEPTH = 5;

/** An object that mostly fits the schema: required fields, some of the others, values of the right type. */
export function grow(schema: Schema, schemas: ReleaseSchemas, random: Random, depth = 0): Json {
  const choices = schema.enum;
  if (choices && choices.length > 0 && random.below(2) === 0) return random.pick(choices);
  if (schema.$ref !== undefined) return grow(schemas.definition(schema.$ref) ?? {}, schemas, random, depth);
  if (schema["x-kubernetes-int-or-string"]) return random.below(2) === 0 ? 80 : "http";
  const { properties, items, additionalProperties } = schema;
  switch (schema.type ?? (properties ? "object" : items ? "array" : undefined)) {
    case "object": {
      if (properties) return fields(schema, properties, schemas, random, depth);
      if (typeof additionalProperties !== "object" || depth > DEPTH) return {};
      return { [random.pick(["app", "x.y/z"])]: grow(additionalProperties, schemas, random, depth + 1) };
    }
    case "array":
      if (!items || depth > DEPTH) return [];
      return Array.from({ length: random.below(3) }, () => grow(items, schemas, random, depth + 1));
    case "string":
      return random.pick(WORDS);
    case "integer":
      return random.pick([schema.minimum ?? 1, 1, 80]);
    case "number":
      return random.pick([0.5, 1]);
    case "boolean":
      return random.below(2) === 0;
    case undefined:
      return random.pick([1, "x", false]);
  }
}

function fields(
  { required = [] }: Schema,
  properties: { readonly [name: string]: Schema },
  schemas: ReleaseSchemas,
  random: Random,
  depth: number,
): Json {
  const names = Object.keys(properties);
  const some = depth > DEPTH ? [] : Array.from({ length: random.below(4) }, () => random.pick(names));
  const chosen = new Set([...required, ...some]);
  const object: { [key: string]: Json } = {};
  for (const name of chosen) object[name] = grow(properties[name] ?? {}, schemas, random, depth + 1);
  return object;
}

/** Makes one mistake, or what may be none, somewhere in the object. */
export function mutate(root: Json, random: Random): void {
  const holders = [...holdersIn(root)];
  if (holders.length === 0) return;
  const holder = random.pick(holders);
  const keys = Object.keys(holder);
  if (Array.isArray(holder)) {
    if (holder.length > 0) holder[random.below(holder.length)] = other(random);
    return;
  }
  const key = keys.length === 0 ? "unknown" : random.pick(keys);
  switch (random.pick(["retype", "drop", "null", "add", "misspell"])) {
    case "retype":
      holder[key] = other(random);
      return;
    case "drop":
      delete holder[key];
      return;
    case "null":
      holder[key] = null;
      return;
    case "add":
      holder[random.pick(["unknown", "spec", "name", "x-y"])] = other(random);
      return;
    case "misspell": {
      const value = holder[key] ?? null;
      delete holder[key];
      holder[`${key}s`] = value;
    }
  }
}

const other = (random: Random): Json => random.pick<Json>([...WORDS, ...NUMBERS, true, false, "Nonsense"]);

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
