import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import type { Schema } from "../../server/src/schema/types.ts";
import type { Definition } from "./definition.ts";

/** Facts of our own about fields, from `schemas/overlay`. What a file says of a field depends on the file's name. */
export interface Overlay {
  /** The definitions of one release with the facts added. */
  apply(definitions: ReadonlyMap<string, Definition>): ReadonlyMap<string, Definition>;
  /** Facts that no release had a place for: misspelt, or about a field that does not exist. */
  unused(): readonly string[];
}

interface Fact {
  readonly source: string;
  readonly kind: string;
  readonly value: unknown;
}

export function readOverlay(folder: string): Overlay {
  const facts = new Map<string, Fact[]>();
  for (const file of readdirSync(folder).toSorted()) {
    const kind = basename(file, ".yaml");
    if (!(kind in CHANGES)) throw new Error(`schemas/overlay/${file}: no such kind of fact`);
    for (const [packageName, types] of entries(parse(readFileSync(join(folder, file), "utf8")))) {
      for (const [type, fields] of entries(types)) {
        for (const [field, value] of Array.isArray(fields) ? fields.map((name) => [name, true]) : entries(fields)) {
          const place = `${packageName}.${type} ${field}`;
          facts.set(place, [...(facts.get(place) ?? []), { source: `${file}: ${place}`, kind, value }]);
        }
      }
    }
  }
  const used = new Set<Fact>();

  const changed = (name: string, field: string, schema: Schema): Schema => {
    return (facts.get(`${name} ${field}`) ?? []).reduce((before, fact) => {
      used.add(fact);
      return CHANGES[fact.kind]?.(before, fact.value) ?? before;
    }, schema);
  };

  return {
    apply: (definitions) =>
      new Map(
        [...definitions].map(([name, definition]) => [
          name,
          { ...definition, schema: withFacts(name, definition.schema, changed) },
        ]),
      ),
    unused: () =>
      [...facts.values()]
        .flat()
        .filter((fact) => !used.has(fact))
        .map((fact) => fact.source),
  };
}

function withFacts(
  name: string,
  schema: Schema,
  changed: (name: string, field: string, schema: Schema) => Schema,
): Schema {
  if (schema.properties === undefined) return schema;
  const properties: Record<string, Schema> = {};
  const required = new Set(schema.required);
  for (const [field, before] of Object.entries(schema.properties)) {
    const { [REQUIRED]: isRequired, ...after }: Marked = changed(name, field, before);
    properties[field] = after;
    if (isRequired === true) required.add(field);
    if (isRequired === false) required.delete(field);
  }
  const { required: _, ...rest } = schema;
  return { ...rest, properties, ...(required.size > 0 && { required: [...required].toSorted() }) };
}

/** Marks a field on its way into, or out of, its owner's `required`. */
const REQUIRED = Symbol("required");
type Marked = Schema & { readonly [REQUIRED]?: boolean };

/** What the facts of each file do to the schema of their field. */
const CHANGES: Readonly<Record<string, (schema: Schema, value: unknown) => Schema>> = {
  defaults: (schema, value) => ({ ...schema, default: value }),
  deprecated: (schema, value) => ({ ...schema, "x-deprecated-since": String(value) }),
  immutable: (schema) => ({ ...schema, "x-immutable": true }),
  lists: (schema, value) =>
    value === "set"
      ? { ...schema, "x-kubernetes-list-type": "set" }
      : { ...schema, "x-kubernetes-list-type": "map", "x-kubernetes-list-map-keys": String(value).split(" ") },
  ranges: (schema, value) => {
    const [minimum, maximum] = list(value).map(Number);
    return { ...schema, ...(minimum !== undefined && { minimum }), ...(maximum !== undefined && { maximum }) };
  },
  required: (schema, value): Marked => ({ ...schema, [REQUIRED]: value === true }),
  "server-owned": (schema) => ({ ...schema, "x-server-owned": true }),
  types: ({ description }, value) => ({ ...object(value), ...(description !== undefined && { description }) }),
  values: (schema, value) =>
    schema.type === "array"
      ? { ...schema, items: { ...schema.items, enum: list(value) } }
      : { ...schema, enum: list(value) },
};

const entries = (value: unknown): readonly (readonly [string, unknown])[] => Object.entries(object(value));

function object(value: unknown): object {
  if (typeof value !== "object" || value === null) throw new Error(`expected a map, found ${JSON.stringify(value)}`);
  return value;
}

function list(value: unknown): readonly string[] {
  if (!Array.isArray(value)) throw new Error(`expected a list, found ${JSON.stringify(value)}`);
  return value.map(String);
}
