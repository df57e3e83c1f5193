import { Ajv, type AnySchemaObject, type ValidateFunction } from "ajv";
import type { ReleaseSchemas } from "../../server/src/schema/store.ts";
import type { Schema } from "../../server/src/schema/types.ts";

/** Our schemas as JSON Schema, for a validator that knows nothing of our walker. */
export class JsonSchemas {
  readonly #schemas: ReleaseSchemas;
  readonly #ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: true });

  constructor(schemas: ReleaseSchemas) {
    this.#schemas = schemas;
  }

  validator(definition: string): ValidateFunction {
    this.#add(definition);
    const validate = this.#ajv.getSchema(definition);
    if (!validate) throw new Error(`no schema ${definition}`);
    return validate;
  }

  /** The definition and all that it refers to. */
  #add(name: string): void {
    if (this.#ajv.schemas[name] !== undefined) return;
    const schema = this.#schemas.definition(name);
    if (!schema) throw new Error(`${name} is not defined`);
    this.#ajv.addSchema(convert(schema), name);
    for (const reference of referencesIn(schema)) this.#add(reference);
  }
}

/**
 * What Kubernetes means and JSON Schema would not: an object with fields of its own is closed, unless it keeps unknown
 * ones; an int-or-string is one of two types; an int32 is in its range; the empty string passes for any enum, since it
 * is left out when a client writes the object; a quantity may be written as a number. Formats are not structure: they
 * are left out, and so are `oneOf` and its like, which Kubernetes itself reads only in CRDs and beside a plain type.
 */
function convert(schema: Schema): AnySchemaObject {
  const { $ref, type, format, properties, additionalProperties, items, required } = schema;
  const choices = schema.enum === undefined ? {} : { enum: [...new Set([...schema.enum, ""])] };
  if ($ref !== undefined) return { $ref, ...choices };
  if (schema["x-kubernetes-int-or-string"]) return { type: ["integer", "string"], ...choices };
  if (type === undefined && !properties && !items) return {};
  if (format === "quantity") return { type: ["string", "number"] };
  const isClosed = properties !== undefined && schema["x-kubernetes-preserve-unknown-fields"] !== true;
  return {
    type: type ?? (properties ? "object" : "array"),
    ...choices,
    ...(properties && { properties: mapValues(properties, convert) }),
    ...(required && { required }),
    ...(items && { items: convert(items) }),
    ...(typeof additionalProperties === "object"
      ? { additionalProperties: convert(additionalProperties) }
      : isClosed && additionalProperties !== true && { additionalProperties: false }),
    ...(format === "int32" && { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 }),
    ...(schema.pattern !== undefined && isRegExp(schema.pattern) && { pattern: schema.pattern }),
    ...only(schema, type === "string" ? TEXT : type === "array" ? LIST : type === "object" ? OBJECT : NUMBER),
  };
}

/** Some definitions use what only Go's expressions have. */
function isRegExp(pattern: string): boolean {
  try {
    return new RegExp(pattern, "u") !== undefined;
  } catch {
    return false;
  }
}

const TEXT = ["minLength", "maxLength"] as const;
const LIST = ["minItems", "maxItems"] as const;
const OBJECT = ["minProperties", "maxProperties"] as const;
const NUMBER = ["minimum", "maximum"] as const;

const only = (schema: Schema, keys: readonly (keyof Schema)[]): AnySchemaObject =>
  Object.fromEntries(keys.flatMap((key) => (schema[key] === undefined ? [] : [[key, schema[key]]])));

const mapValues = <A, B>(of: { readonly [key: string]: A }, change: (value: A) => B): { readonly [key: string]: B } =>
  Object.fromEntries(Object.entries(of).map(([key, value]) => [key, change(value)]));

function* referencesIn(schema: Schema): Iterable<string> {
  if (schema.$ref !== undefined) yield schema.$ref;
  for (const part of Object.values(schema.properties ?? {})) yield* referencesIn(part);
  if (schema.items) yield* referencesIn(schema.items);
  if (typeof schema.additionalProperties === "object") yield* referencesIn(schema.additionalProperties);
}
