import type { Schema } from "./types.ts";

export const OBJECT_META = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";

/**
 * A CRD's `openAPIV3Schema` as our schema. Never throws: keywords that are misspelt or of a wrong type are left out, so
 * that a half-typed CRD knows less and forbids nothing it should not.
 *
 * As in apiextensions-apiserver's pruning (pkg/apiserver/schema/pruning), an object that names no properties and keeps
 * no unknown ones has no fields at all.
 */
export function openApiSchema(json: unknown): Schema {
  if (!isObject(json)) return {};
  const schema: Schema = {
    ...typed(json),
    ...annotations(json),
    ...limits(json),
    ...parts(json),
  };
  return json["x-kubernetes-embedded-resource"] === true ? embedded(schema) : schema;
}

type Json = Readonly<Record<string, unknown>>;
type Writable = { -readonly [Key in keyof Schema]: Schema[Key] };

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const TYPES = ["object", "array", "string", "integer", "number", "boolean"] as const;

function typed(json: Json): Schema {
  const schema: Writable = {};
  const type = TYPES.find((name) => name === json.type);
  if (type !== undefined) schema.type = type;
  if (typeof json.format === "string") schema.format = json.format;
  if (json.nullable === true) schema.nullable = true;
  for (const mark of MARKS) if (json[mark] === true) schema[mark] = true;
  return schema;
}

const MARKS = [
  "x-kubernetes-int-or-string",
  "x-kubernetes-preserve-unknown-fields",
  "x-kubernetes-embedded-resource",
] as const;

const LIST_TYPES = ["atomic", "set", "map"] as const;

function annotations(json: Json): Schema {
  const schema: Writable = {};
  if (typeof json.description === "string") schema.description = json.description;
  if (json.default !== undefined) schema.default = json.default;
  const listType = LIST_TYPES.find((name) => name === json["x-kubernetes-list-type"]);
  if (listType !== undefined) schema["x-kubernetes-list-type"] = listType;
  const keys = strings(json["x-kubernetes-list-map-keys"]);
  if (keys.length > 0) schema["x-kubernetes-list-map-keys"] = keys;
  return schema;
}

const NUMBERS = [
  "minimum",
  "maximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "minProperties",
  "maxProperties",
] as const;

const FLAGS = ["exclusiveMinimum", "exclusiveMaximum", "uniqueItems"] as const;

function limits(json: Json): Schema {
  const schema: Writable = {};
  for (const name of NUMBERS) {
    const value = json[name];
    if (typeof value === "number") schema[name] = value;
  }
  for (const name of FLAGS) if (json[name] === true) schema[name] = true;
  if (typeof json.pattern === "string") schema.pattern = json.pattern;
  const required = strings(json.required);
  if (required.length > 0) schema.required = required;
  if (Array.isArray(json.enum)) {
    const values = json.enum.filter(isScalar);
    // A list or an object among the values cannot be told apart by our enum: then nothing is refused.
    if (values.length === json.enum.length && values.length > 0) schema.enum = values;
  }
  return schema;
}

const isScalar = (value: unknown): value is string | number | boolean | null =>
  value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean";

function parts(json: Json): Schema {
  const schema: Writable = {};
  const { additionalProperties, items, not } = json;
  if (isObject(json.properties)) {
    schema.properties = Object.fromEntries(
      Object.entries(json.properties).map(([name, property]) => [name, openApiSchema(property)]),
    );
  }
  if (typeof additionalProperties === "boolean") schema.additionalProperties = additionalProperties;
  else if (isObject(additionalProperties)) schema.additionalProperties = openApiSchema(additionalProperties);
  if (isObject(items)) schema.items = openApiSchema(items);
  if (isObject(not)) schema.not = openApiSchema(not);
  for (const name of ["oneOf", "anyOf", "allOf"] as const) {
    const branches = json[name];
    if (Array.isArray(branches)) schema[name] = branches.map(openApiSchema);
  }
  const isEmpty =
    json.type === "object" &&
    schema.properties === undefined &&
    schema.additionalProperties === undefined &&
    json["x-kubernetes-preserve-unknown-fields"] !== true;
  if (isEmpty) schema.properties = {};
  return schema;
}

/** A whole object inside another: the API server knows its type and metadata without being told, and asks for the type. */
function embedded(schema: Schema): Schema {
  return {
    ...schema,
    properties: {
      apiVersion: { type: "string" },
      kind: { type: "string" },
      ...schema.properties,
      metadata: { $ref: OBJECT_META },
    },
    required: [...new Set([...(schema.required ?? []), "apiVersion", "kind"])],
  };
}

const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
