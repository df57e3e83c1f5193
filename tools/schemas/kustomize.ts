import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { KindEntry, Schema } from "../../server/src/schema/types.ts";
import type { CustomKinds } from "./custom.ts";
import type { Definition } from "./definition.ts";
import { OPAQUE } from "./primitives.ts";

/** The content of `schemas/kustomize.yaml`. */
interface Facts {
  readonly prefix: string;
  readonly kinds: readonly Pick<KindEntry, "group" | "version" | "kind" | "plural">[];
  /** The definition that all the kinds share. */
  readonly definition: string;
  readonly definitions: Readonly<Record<string, TypeFacts>>;
}

interface TypeFacts {
  readonly description: string;
  readonly required?: readonly string[];
  readonly fields: Readonly<Record<string, FieldFacts>>;
}

/** One of the first five says what the field holds; the names of types are those of `definitions`. */
interface FieldFacts {
  readonly type?: Basic;
  readonly is?: string;
  readonly list?: string;
  readonly map?: Basic;
  readonly any?: "object";
  readonly values?: readonly string[];
  readonly default?: unknown;
  readonly deprecated?: string;
  readonly description?: string;
}

const BASICS = ["string", "integer", "boolean"] as const;
type Basic = (typeof BASICS)[number];

/** The kinds of kustomization files, from facts of our own: no package declares them. */
export function kustomizeKinds(factsFile: string): CustomKinds {
  const facts: Facts = parse(readFileSync(factsFile, "utf8"), { merge: true });
  const nameOf = (type: string): string => `${facts.prefix}.${type}`;
  const definitions = Object.entries(facts.definitions).map(([type, { description, required, fields }]) => {
    const properties = Object.entries(fields).map(([field, fact]) => {
      const place = `schemas/kustomize.yaml: ${type}.${field}`;
      return [field, fieldSchema(fact, facts, nameOf, place)] as const;
    });
    const schema: Schema = {
      type: "object",
      properties: Object.fromEntries(properties),
      ...(required && { required }),
    };
    return [nameOf(type), { schema, description }] as const;
  });
  return {
    definitions: new Map<string, Definition>(definitions),
    kinds: facts.kinds.map((kind) => ({ ...kind, definition: nameOf(facts.definition), namespaced: false })),
  };
}

function fieldSchema(fact: FieldFacts, facts: Facts, nameOf: (type: string) => string, place: string): Schema {
  const { description, deprecated } = fact;
  return {
    ...valueSchema(fact, facts, nameOf, place),
    ...(fact.default !== undefined && { default: fact.default }),
    ...(deprecated !== undefined && { "x-deprecated-since": `kustomize ${deprecated}` }),
    ...(description !== undefined && { description }),
  };
}

function valueSchema(fact: FieldFacts, facts: Facts, nameOf: (type: string) => string, place: string): Schema {
  const one = (type: string): Schema => {
    const basic = BASICS.find((name) => name === type);
    if (basic) return { type: basic, ...(fact.values && { enum: fact.values }) };
    if (!Object.hasOwn(facts.definitions, type)) throw new Error(`${place}: there is no type ${type}`);
    return { $ref: nameOf(type) };
  };
  if (fact.list !== undefined) return { type: "array", items: one(fact.list) };
  if (fact.map !== undefined) return { type: "object", additionalProperties: one(fact.map) };
  if (fact.any !== undefined) return OPAQUE;
  const type = fact.is ?? fact.type;
  if (type === undefined) throw new Error(`${place}: nothing says what it holds`);
  return one(type);
}
