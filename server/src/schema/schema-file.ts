/** One file of a JSON Schema, ready to be compiled together with those that it refers to. */
export interface SchemaFile {
  readonly draft: Draft;
  /** An object or a boolean; every reference in it is absolute. */
  readonly schema: unknown;
  /** Other files that it refers to, as URIs without fragments. */
  readonly references: ReadonlySet<string>;
}

export type Draft = "07" | "2019" | "2020";

/** Undefined when the text is not JSON. `uri` is where it was read, from which relative references count. */
export function readSchemaFile(uri: string, text: string): SchemaFile | undefined {
  const root = parse(text);
  if (root === undefined) return undefined;
  const named = isRecord(root) ? root.$schema : undefined;
  const declared = typeof named === "string" ? named : "";
  const reading = new Reading(uri, rootId(root), declared.includes("draft-04"));
  const schema = reading.schema(isRecord(root) ? withoutName(root) : root, uri);
  reading.references.delete(uri);
  return { draft: draftOf(declared), schema, references: reading.references };
}

/** `file:///a/schema.json#/definitions/b` without what follows the `#`. */
export const withoutFragment = (uri: string): string => uri.split("#", 1)[0] ?? uri;

/** Undefined when the reference means nothing from there. */
export function resolveReference(reference: string, base: string): string | undefined {
  return URL.canParse(reference, base) ? new URL(reference, base).href : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return undefined;
  }
}

function draftOf(declared: string): Draft {
  if (declared.includes("2020-12")) return "2020";
  return declared.includes("2019-09") ? "2019" : "07";
}

type Fields = Readonly<Record<string, unknown>>;

/** A file is known by where it lies. Its own name only helps to recognise references to itself. */
const withoutName = ({ $schema: _schema, $id: _id, id: _oldId, ...rest }: Fields): Fields => rest;

function rootId(root: unknown): string | undefined {
  const id = isRecord(root) ? (root.$id ?? root.id) : undefined;
  return typeof id === "string" && id !== "" ? id.replace(/#$/, "") : undefined;
}

/** Keywords whose value holds schemas by names that people choose. */
const NAMED = new Set(["properties", "patternProperties", "definitions", "$defs", "dependentSchemas", "dependencies"]);

/** Keywords whose value is data, not a schema. */
const DATA = new Set(["enum", "const", "default", "examples", "example"]);

class Reading {
  readonly references = new Set<string>();
  readonly #uri: string;
  readonly #id: string | undefined;
  readonly #isDraft4: boolean;

  constructor(uri: string, id: string | undefined, isDraft4: boolean) {
    this.#uri = uri;
    this.#id = id;
    this.#isDraft4 = isDraft4;
  }

  schema(node: unknown, base: string): unknown {
    if (Array.isArray(node)) return node.map((item) => this.schema(item, base));
    if (!isRecord(node)) return node;
    const fields = this.#isDraft4 ? fromDraft4(node) : node;
    const id = typeof fields.$id === "string" ? fields.$id : "";
    const here = id === "" || id.startsWith("#") ? base : (resolveReference(id, base) ?? base);
    return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, this.#field(key, value, here)]));
  }

  #field(key: string, value: unknown, base: string): unknown {
    if (DATA.has(key)) return value;
    if (key === "$ref" && typeof value === "string") return this.#reference(value, base);
    if (!NAMED.has(key) || !isRecord(value)) return this.schema(value, base);
    return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, this.schema(schema, base)]));
  }

  #reference(reference: string, base: string): string {
    const id = this.#id;
    const isOwn = id !== undefined && (reference === id || reference.startsWith(`${id}#`));
    const absolute = resolveReference(isOwn ? reference.slice(id.length) : reference, isOwn ? this.#uri : base);
    if (absolute === undefined) return reference;
    this.references.add(withoutFragment(absolute));
    return absolute;
  }
}

/** Draft 4 names a schema by `id`, and says of a limit with `true` that it is an exclusive one. */
function fromDraft4({ id, exclusiveMinimum, exclusiveMaximum, ...rest }: Fields): Fields {
  const { minimum, maximum } = rest;
  return {
    ...rest,
    ...(typeof id === "string" ? { $id: id } : {}),
    ...(exclusiveMinimum === true ? { minimum: undefined, exclusiveMinimum: minimum } : {}),
    ...(exclusiveMaximum === true ? { maximum: undefined, exclusiveMaximum: maximum } : {}),
  };
}

const isRecord = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
