import type { Schema } from "../../server/src/schema/types.ts";

/**
 * Adds to a declared schema what TypeScript cannot say and the package's compiled validator does: whole numbers, formats
 * and limits. Every part of a schema is a function of its own there: `validate3(data.port, …)` checks the property `port`.
 */
export function withLimits(schema: Schema, script: string): Schema {
  const functions = new Map<string, string>();
  for (const part of script.split(/(?=function validate\d+\(data,)/)) {
    const name = /^function (validate\d+)\(/.exec(part)?.[1];
    if (name !== undefined) functions.set(name, part);
  }
  return refine(schema, /export const validate=(validate\d+)/.exec(script)?.[1], functions);
}

function refine(schema: Schema, name: string | undefined, functions: ReadonlyMap<string, string>): Schema {
  const body = name === undefined ? undefined : functions.get(name);
  if (body === undefined || schema.$ref !== undefined || schema["x-kubernetes-int-or-string"]) return schema;
  const { properties, items, additionalProperties } = schema;
  return {
    ...schema,
    ...limitsIn(body),
    ...(properties && { properties: refineProperties(properties, body, functions) }),
    ...(items && { items: refine(items, called(body, /(validate\d+)\(data\[i\d+\]/), functions) }),
    ...(typeof additionalProperties === "object" && {
      additionalProperties: refine(additionalProperties, called(body, /(validate\d+)\(data\[key\d+\]/), functions),
    }),
  };
}

const called = (body: string, call: RegExp): string | undefined => call.exec(body)?.[1];

function refineProperties(
  properties: Readonly<Record<string, Schema>>,
  body: string,
  functions: ReadonlyMap<string, string>,
): Record<string, Schema> {
  const validators = new Map<string, string>();
  for (const [, plain, quoted, validator] of body.matchAll(
    /void 0!==data(?:\.(\w+)|\["([^"]+)"\])&&\((validate\d+)\(/g,
  )) {
    const property = plain ?? quoted;
    if (property !== undefined && validator !== undefined) validators.set(property, validator);
  }
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, refine(schema, validators.get(name), functions)]),
  );
}

const LIMITS = ["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"] as const;

function limitsIn(body: string): Schema {
  const schema: { -readonly [Key in keyof Schema]: Schema[Key] } = {};
  if (body.includes('params:{type:"integer"}')) schema.type = "integer";
  const format = /params:\{format:"([^"]+)"\}/.exec(body)?.[1];
  if (format !== undefined) schema.format = format;
  for (const name of LIMITS) {
    const limit = new RegExp(`keyword:"${name}",params:\\{limit:(\\d+)\\}`).exec(body)?.[1];
    if (limit !== undefined) schema[name] = Number(limit);
  }
  const minimum = /params:\{comparison:">=",limit:(-?[\d.e]+)\}/.exec(body)?.[1];
  const maximum = /params:\{comparison:"<=",limit:(-?[\d.e]+)\}/.exec(body)?.[1];
  if (minimum !== undefined) schema.minimum = Number(minimum);
  if (maximum !== undefined) schema.maximum = Number(maximum);
  const pattern = /params:\{pattern:("(?:[^"\\]|\\.)*")\}/.exec(body)?.[1];
  if (pattern !== undefined) schema.pattern = JSON.parse(pattern);
  return schema;
}
