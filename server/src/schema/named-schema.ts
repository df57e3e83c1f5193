import { Ajv, type AnySchema, type ErrorObject, type Options, type ValidateFunction } from "ajv";
import { Ajv2019 } from "ajv/dist/2019.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import { never } from "../base/never.ts";
import type { Path } from "../yaml/node.ts";
import { fitting } from "./choices.ts";
import { type Complaint, type Grievance, LIMIT_KEYWORDS, type NamedSchema } from "./complaint.ts";
import { type SchemaFile, withoutFragment } from "./schema-file.ts";

/**
 * Makes a schema that people name ready to be asked. `files` holds the one that `uri` names and those that it refers
 * to. This module loads ajv, which takes a while: it is imported when the first schema is named.
 */
export function compileSchema(uri: string, files: ReadonlyMap<string, SchemaFile>): NamedSchema {
  const main = files.get(withoutFragment(uri)) ?? never("the schema is among its files");
  try {
    const ajv = ajvFor(main);
    for (const [name, { schema }] of files) ajv.addSchema(asSchema(schema), name);
    const validate = ajv.compile({ $ref: uri });
    return { complaints: (value) => new Hearing(ajv).complaints(validate, value, []) };
  } catch (error) {
    return { fault: "no-schema", detail: error instanceof Error ? error.message : String(error) };
  }
}

/** Formats are left to rules that can explain them. */
const OPTIONS: Options = {
  allErrors: true,
  logger: false,
  strict: false,
  validateFormats: false,
  verbose: true,
  code: { regExp: Object.assign(expression, { code: "expression" }) },
};

/** Many patterns in use are none when read as Unicode; one that is none at all says nothing. */
function expression(pattern: string, flags: string): RegExp {
  for (const each of [flags, ""]) {
    try {
      return new RegExp(pattern, each);
    } catch {
      // The next flags, or none.
    }
  }
  return /(?:)/;
}

function ajvFor({ draft }: SchemaFile): Ajv {
  const Kind = { "07": Ajv, "2019": Ajv2019, "2020": Ajv2020 }[draft];
  const ajv = new Kind(OPTIONS);
  for (const keyword of ["anyOf", "oneOf"]) reportOnce(ajv, keyword);
  return ajv;
}

/** Of choices ajv reports what is wrong with each of them; here only that none fits, and `Hearing` asks on. */
function reportOnce(ajv: Ajv, keyword: string): void {
  const definition = ajv.getKeyword(keyword);
  if (typeof definition !== "object" || !("code" in definition)) return;
  ajv.removeKeyword(keyword);
  ajv.addKeyword({
    ...definition,
    keyword,
    code(context, ruleType) {
      const report = context.error.bind(context);
      context.error = (...given) => {
        context.reset();
        report(...given);
      };
      definition.code(context, ruleType);
    },
  });
}

/** Turns the errors of one validation into complaints. */
class Hearing {
  readonly #ajv: Ajv;

  constructor(ajv: Ajv) {
    this.#ajv = ajv;
  }

  complaints(validate: ValidateFunction, value: unknown, at: Path): readonly Complaint[] {
    if (validate(value)) return [];
    return (validate.errors ?? []).flatMap((error): readonly Complaint[] => {
      const path = [...at, ...pathTo(value, error.instancePath)];
      if (error.keyword === "anyOf" || error.keyword === "oneOf") return this.#ofChoices(error, path);
      const grievance = grievanceOf(error);
      return grievance
        ? [
            {
              path: error.keyword === "uniqueItems" ? [...path, Math.max(error.params.i, error.params.j)] : path,
              ...grievance,
            },
          ]
        : [];
    });
  }

  #ofChoices({ params, schema, data }: ErrorObject, path: Path): readonly Complaint[] {
    if (Array.isArray(params.passingSchemas)) return [{ path, kind: "several-choices" }];
    const branches: readonly unknown[] = Array.isArray(schema) ? schema : [];
    try {
      const heard = branches.map((branch) => this.complaints(this.#ajv.compile(asSchema(branch)), data, path));
      return fitting(heard, path);
    } catch {
      // A branch with a name of its own cannot be compiled twice.
      return [{ path, kind: "no-choice" }];
    }
  }
}

/** Undefined for errors that only announce others. */
function grievanceOf(error: ErrorObject): Grievance | undefined {
  const { keyword, params, propertyName, parentSchema, schema } = error;
  if (propertyName !== undefined || keyword === "if") return undefined;
  const limit = LIMIT_KEYWORDS.find((candidate) => candidate === keyword);
  if (limit) return { kind: "limit", keyword: limit, limit: params.limit ?? params.multipleOf };
  switch (keyword) {
    case "additionalProperties":
    case "unevaluatedProperties":
      return {
        kind: "unknown-key",
        key: params.additionalProperty ?? params.unevaluatedProperty,
        known: Object.keys(parentSchema?.properties ?? {}),
      };
    case "propertyNames": {
      const known: unknown = schema && typeof schema === "object" && "enum" in schema ? schema.enum : undefined;
      const key: string = params.propertyName;
      return Array.isArray(known) ? { kind: "unknown-key", key, known } : { kind: "bad-key", key };
    }
    case "required":
    case "dependencies":
    case "dependentRequired":
      return { kind: "missing-key", keys: [params.missingProperty] };
    case "type":
      return { kind: "wrong-type", wanted: [params.type].flat() };
    case "enum":
      return { kind: "not-allowed", allowed: params.allowedValues };
    case "const":
      return { kind: "not-allowed", allowed: [params.allowedValue] };
    case "pattern":
      return { kind: "pattern", pattern: params.pattern };
    case "uniqueItems":
      return { kind: "repeated-item" };
    case "false schema":
      return { kind: "forbidden" };
    default:
      return { kind: "other", keyword };
  }
}

/** Steps of a JSON pointer: numbers where it goes through lists. */
function pathTo(value: unknown, pointer: string): Path {
  let here = value;
  return pointer
    .split("/")
    .slice(1)
    .map((step) => {
      const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
      const key = Array.isArray(here) ? Number(name) : name;
      // Whatever the value is, its properties are asked for by name.
      here = (here as Readonly<Record<string | number, unknown>> | null)?.[key];
      return key;
    });
}

/** ajv itself says whether it is one. */
const asSchema = (schema: unknown): AnySchema => schema as AnySchema;
