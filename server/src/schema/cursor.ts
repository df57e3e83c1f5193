import type { Schema } from "./types.ts";

/** Where `$ref` leads. Release schemas, CRDs and tests each bring their own. */
export interface Definitions {
  definition(name: string): Schema | undefined;
}

/** What a value at some place may be, in the words a reader uses. */
export type ValueType =
  | "object"
  | "map"
  | "list"
  | "string"
  | "integer"
  | "number"
  | "boolean"
  | "int-or-string"
  | "quantity"
  | "date-time"
  | "base64"
  | "any";

/** One field that an object may hold. */
export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly cursor: SchemaCursor;
}

/**
 * A place in a schema: the one walk that hover, completion, validation and did-you-mean share.
 * `owner` and `name` say which field of which definition led here: the key of its documentation.
 */
export class SchemaCursor {
  readonly schema: Schema;
  /** Definition that `schema` is, when a `$ref` or a kind led here. */
  readonly definition: string | undefined;
  /** Definition that holds the field `name`; for list items and map values that of their list or map. */
  readonly owner: string | undefined;
  readonly name: string | undefined;
  /** The schema beside the `$ref`: what is said of the field rather than of its type. */
  readonly site: Schema;
  readonly required: boolean;
  readonly type: ValueType;
  readonly #definitions: Definitions;
  /** Children are made once: the validator of every document of a kind walks the same cursors. */
  readonly #children = new Map<string, SchemaCursor>();
  #item: SchemaCursor | undefined;

  constructor(
    definitions: Definitions,
    site: Schema,
    from: {
      readonly definition?: string | undefined;
      readonly owner?: string | undefined;
      readonly name?: string | undefined;
      readonly required?: boolean;
    },
  ) {
    this.#definitions = definitions;
    this.site = site;
    this.owner = from.owner;
    this.name = from.name;
    this.required = from.required ?? false;
    const target = resolve(definitions, site);
    this.schema = target.schema;
    this.definition = target.definition ?? from.definition;
    this.type = typeOf(target.schema);
  }

  /** The field `key` of an object, or the value of a map; undefined when an object knows no such field. */
  child(key: string): SchemaCursor | undefined {
    const known = this.#children.get(key);
    if (known) return known;
    if (!Object.hasOwn(this.schema.properties ?? {}, key)) return this.#mapValue();
    const child = this.#property(key);
    if (child) this.#children.set(key, child);
    return child;
  }

  #property(key: string): SchemaCursor | undefined {
    const property = this.schema.properties?.[key];
    const required = this.schema.required?.includes(key) ?? false;
    const from = { owner: this.definition, name: key, required };
    return property && new SchemaCursor(this.#definitions, property, from);
  }

  #mapValue(): SchemaCursor | undefined {
    const rest = this.schema.additionalProperties;
    return typeof rest === "object" ? this.#member(rest) : undefined;
  }

  item(): SchemaCursor | undefined {
    return this.schema.items && this.#member(this.schema.items);
  }

  /** The one schema that all items of a list, or all values of a map, share. */
  #member(schema: Schema): SchemaCursor {
    this.#item ??= new SchemaCursor(this.#definitions, schema, { owner: this.owner, name: this.name });
    return this.#item;
  }

  /** Fields of an object in the schema's order; empty for everything else. */
  fields(): readonly Field[] {
    return Object.keys(this.schema.properties ?? {}).flatMap((name) => {
      const cursor = this.child(name);
      return cursor ? [{ name, required: cursor.required, cursor }] : [];
    });
  }

  /** True when keys beyond `fields()` are refused. */
  get closed(): boolean {
    const { schema } = this;
    return (
      schema.properties !== undefined &&
      (schema.additionalProperties === undefined || schema.additionalProperties === false) &&
      schema["x-kubernetes-preserve-unknown-fields"] !== true
    );
  }

  /** Follows keys and list indices; undefined where the schema knows no such place. */
  follow(path: readonly (string | number)[]): SchemaCursor | undefined {
    let here: SchemaCursor | undefined = this;
    for (const step of path) here = typeof step === "number" ? here?.item() : here?.child(step);
    return here;
  }
}

function resolve(definitions: Definitions, site: Schema): { schema: Schema; definition: string | undefined } {
  let schema = site;
  let definition: string | undefined;
  // A definition that only refers to another is rare and never long; the bound guards against a cycle in a bad CRD.
  for (let hops = 0; schema.$ref !== undefined && hops < 16; hops++) {
    definition = schema.$ref;
    const target = definitions.definition(definition);
    if (!target) return { schema: ANYTHING, definition };
    schema = target;
  }
  return { schema, definition };
}

const ANYTHING: Schema = { "x-kubernetes-preserve-unknown-fields": true };

export function typeOf(schema: Schema): ValueType {
  if (schema["x-kubernetes-int-or-string"] || schema.format === "int-or-string") return "int-or-string";
  switch (schema.type) {
    case "object":
      return schema.properties ? "object" : "map";
    case "array":
      return "list";
    case "string":
      return stringType(schema.format);
    case undefined:
      return schema.properties ? "object" : schema.items ? "list" : "any";
    default:
      return schema.type;
  }
}

function stringType(format: string | undefined): ValueType {
  if (format === "quantity" || format === "date-time") return format;
  return format === "byte" ? "base64" : "string";
}
