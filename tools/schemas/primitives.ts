import type { Schema } from "../../server/src/schema/types.ts";
import type { Definition } from "./definition.ts";

/** Any object, whatever its keys. */
export const OPAQUE: Schema = { type: "object", "x-kubernetes-preserve-unknown-fields": true };

const META = "io.k8s.apimachinery.pkg.apis.meta.v1";
const APIEXTENSIONS = "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1";

/** The types of Kubernetes that are written as something other than an object with fields, so that no package has them. */
const primitives: Readonly<Record<string, Definition>> = {
  "io.k8s.apimachinery.pkg.api.resource.Quantity": {
    schema: { type: "string", format: "quantity" },
    description: "A number with an optional suffix: `500m`, `1.5`, `128Mi`, `2G`, `1e3`.",
  },
  "io.k8s.apimachinery.pkg.util.intstr.IntOrString": {
    schema: { "x-kubernetes-int-or-string": true },
    description: "A whole number, or text such as a port name or a percentage.",
  },
  [`${META}.Time`]: {
    schema: { type: "string", format: "date-time" },
    description: "A date and time as in RFC 3339: `2026-01-31T08:00:00Z`.",
  },
  [`${META}.MicroTime`]: {
    schema: { type: "string", format: "date-time" },
    description: "A date and time with microseconds: `2026-01-31T08:00:00.000000Z`.",
  },
  [`${META}.FieldsV1`]: { schema: OPAQUE, description: "The set of fields that a manager owns." },
  "io.k8s.apimachinery.pkg.runtime.RawExtension": { schema: OPAQUE, description: "Any object." },
  "io.k8s.api.apiserverinternal.v1alpha1.StorageVersionSpec": { schema: OPAQUE, description: "Always empty." },
  "io.k8s.api.scheduling.v1alpha2.BasicSchedulingPolicy": { schema: OPAQUE, description: "Always empty." },
  [`${APIEXTENSIONS}.CustomResourceSubresourceStatus`]: { schema: OPAQUE, description: "Always empty." },
  [`${APIEXTENSIONS}.JSON`]: {
    schema: { "x-kubernetes-preserve-unknown-fields": true },
    description: "Any JSON value: text, number, boolean, null, list or object.",
  },
  [`${APIEXTENSIONS}.JSONSchemaPropsOrArray`]: {
    schema: { $ref: `${APIEXTENSIONS}.JSONSchemaProps` },
    description: "A schema. The list of schemas that OpenAPI allows is refused in a CustomResourceDefinition.",
  },
  [`${APIEXTENSIONS}.JSONSchemaPropsOrBool`]: {
    schema: { oneOf: [{ $ref: `${APIEXTENSIONS}.JSONSchemaProps` }, { type: "boolean" }] },
    description: "A schema, or `true` for anything and `false` for nothing.",
  },
  [`${APIEXTENSIONS}.JSONSchemaPropsOrStringArray`]: {
    schema: {
      oneOf: [{ $ref: `${APIEXTENSIONS}.JSONSchemaProps` }, { type: "array", items: { type: "string" } }],
    },
    description: "A schema, or a list of property names.",
  },
};

/** How client-node sees the primitives: some become basic types, most lose their type altogether. */
const SHAPES: ReadonlyMap<string, string> = new Map([
  ...Object.keys(primitives).map((name) => [name, "any"] as const),
  ["io.k8s.apimachinery.pkg.api.resource.Quantity", "string"],
  ["io.k8s.apimachinery.pkg.util.intstr.IntOrString", "IntOrString"],
  [`${META}.Time`, "Time"],
  [`${META}.MicroTime`, "MicroTime"],
]);

/** What of a schema client-node keeps. Two schemas of one shape may describe the same field. */
export function shapeOf(schema: Schema): string {
  if (schema.$ref !== undefined) return SHAPES.get(schema.$ref) ?? schema.$ref;
  if (schema.type === "array") return `[${schema.items === undefined ? "any" : shapeOf(schema.items)}]`;
  if (typeof schema.additionalProperties === "object") return `{${shapeOf(schema.additionalProperties)}}`;
  if (schema["x-kubernetes-int-or-string"]) return "IntOrString";
  if (schema.type === undefined || schema.type === "object") return "any";
  return schema.type === "integer" ? "number" : schema.type;
}

/** Definitions and those primitives that they refer to. */
export function withPrimitives(definitions: ReadonlyMap<string, Definition>): ReadonlyMap<string, Definition> {
  const complete = new Map(definitions);
  for (const definition of definitions.values()) {
    for (const name of referencesIn(definition.schema)) {
      const primitive = primitives[name];
      if (primitive !== undefined) complete.set(name, primitive);
      else if (!complete.has(name)) throw new Error(`${name} is referred to but not defined`);
    }
  }
  return complete;
}

function* referencesIn(schema: Schema): Iterable<string> {
  if (schema.$ref !== undefined) yield schema.$ref;
  for (const property of Object.values(schema.properties ?? {})) yield* referencesIn(property);
  if (schema.items !== undefined) yield* referencesIn(schema.items);
  if (typeof schema.additionalProperties === "object") yield* referencesIn(schema.additionalProperties);
  for (const part of [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]) yield* referencesIn(part);
}
