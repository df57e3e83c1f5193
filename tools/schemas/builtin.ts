import type { KindEntry, Schema } from "../../server/src/schema/types.ts";
import type { ClientNode, Field } from "./client-node.ts";
import type { Declaration } from "./declarations.ts";
import type { Definition } from "./definition.ts";
import { byStability, officialName, officialNames, packageOf } from "./names.ts";
import { OPAQUE, shapeOf } from "./primitives.ts";

export interface BuiltinRelease {
  readonly version: string;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly kinds: readonly KindEntry[];
}

/**
 * Puts releases together, newest first. Client-node has each release's own property sets; what it leaves out (quantities,
 * enums, the text beside references, and before 1.32 the formats) comes from the same field of the next newer release, of
 * kubernetes-models, which describes the newest one, or of another version of the same API (resource.k8s.io/v1 for
 * v1beta1). Nothing is taken over from a field of another shape.
 */
export function builtinReleases(
  clients: readonly { readonly version: string; readonly client: ClientNode }[],
  declarations: ReadonlyMap<string, Declaration>,
): readonly BuiltinRelease[] {
  const declared = declaredDefinitions(declarations);
  const releases: BuiltinRelease[] = [];
  for (const { version, client } of clients) {
    const better = [...releases.toReversed().map((release) => release.definitions), declared].map(withSiblings);
    releases.push({ version, ...builtinRelease(client, new Set(declared.keys()), better) });
  }
  return releases;
}

/** Definitions, and for each type what the versions of its API say about it, the most stable version first. */
interface Source {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly siblings: ReadonlyMap<string, readonly Definition[]>;
}

function withSiblings(definitions: ReadonlyMap<string, Definition>): Source {
  const siblings = new Map<string, Definition[]>();
  for (const name of [...definitions.keys()].toSorted((a, b) => byStability(versionIn(a), versionIn(b)))) {
    const definition = definitions.get(name);
    if (definition === undefined) continue;
    const key = unversioned(name);
    siblings.set(key, [...(siblings.get(key) ?? []), definition]);
  }
  return { definitions, siblings };
}

const versionIn = (name: string): string => packageOf(name).split(".").at(-1) ?? "";

const unversioned = (name: string): string => name.replace(/\.v\d+(?:(?:alpha|beta)\d+)?\./, ".*.");

/** kubernetes-models by official names. */
function declaredDefinitions(declarations: ReadonlyMap<string, Declaration>): ReadonlyMap<string, Definition> {
  const nameOf = new Map<string, string>();
  for (const [key, { symbol }] of declarations) {
    const name = officialName(symbol);
    if (name !== undefined) nameOf.set(key, name);
  }
  const definitions = new Map<string, Definition>();
  for (const [key, declaration] of declarations) {
    const name = nameOf.get(key);
    if (name === undefined) continue;
    definitions.set(name, { schema: withNames(declaration.schema), description: declaration.description });
  }
  return definitions;

  function withNames(schema: Schema): Schema {
    if (schema.$ref !== undefined) {
      const name = nameOf.get(schema.$ref);
      if (name === undefined) throw new Error(`no official name for ${schema.$ref}`);
      return { ...schema, $ref: name };
    }
    const { properties, items, additionalProperties } = schema;
    return {
      ...schema,
      ...(properties && { properties: mapValues(properties, withNames) }),
      ...(items && { items: withNames(items) }),
      ...(typeof additionalProperties === "object" && { additionalProperties: withNames(additionalProperties) }),
    };
  }
}

function mapValues<A, B>(object: Readonly<Record<string, A>>, change: (value: A, key: string) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
}

function builtinRelease(
  client: ClientNode,
  known: ReadonlySet<string>,
  better: readonly Source[],
): Pick<BuiltinRelease, "definitions" | "kinds"> {
  const names = officialNames(client, known);
  const definitions = new Map<string, Definition>();
  for (const [short, model] of client.models) {
    const name = names.get(short);
    if (name === undefined) throw new Error(`no official name for ${short}`);
    const exact = better.map((source) => source.definitions.get(name)).filter((found) => found !== undefined);
    const same = [...exact, ...better.flatMap((source) => source.siblings.get(unversioned(name)) ?? [])];
    const properties: Record<string, Schema> = {};
    const required: string[] = [];
    for (const [fieldName, field] of model.fields) {
      const fields = same.map((found) => found.schema.properties?.[fieldName]).filter((found) => found !== undefined);
      properties[fieldName] = bestSchema(field, fieldName, fields, names);
      if (field.required) required.push(fieldName);
    }
    definitions.set(name, {
      schema: {
        type: "object",
        ...(Object.keys(properties).length > 0 && { properties }),
        ...(required.length > 0 && { required: required.toSorted() }),
      },
      description: bestText(model.description, same[0]?.description),
    });
  }
  return { definitions, kinds: kindsOf(client, names) };
}

function bestSchema(field: Field, name: string, same: readonly Schema[], names: ReadonlyMap<string, string>): Schema {
  const own = fieldSchema(field.type, field.format, names);
  const alike = same.filter((schema) => shapeOf(schema) === shapeOf(own));
  const [best = own] = alike;
  // kubernetes-models writes the constant apiVersion and kind of an object as an enum of one, and no number formats.
  const { description, enum: values, ...schema } = best;
  const documented = description ?? same.find((found) => found.description !== undefined)?.description;
  const text = bestText(field.description, documented);
  const formatted = [own, ...alike].find((each) => formatOf(each) !== undefined) ?? own;
  return {
    ...withFormat(schema, formatted),
    ...(values !== undefined && !(values.length === 1 && OBJECT.has(name)) && { enum: values }),
    ...(text !== "" && { description: text }),
  };
}

const formatOf = (schema: Schema): string | undefined => schema.items?.format ?? schema.format;

const OBJECT = new Set(["apiVersion", "kind"]);

/** The better schema with the number or string format of another. */
function withFormat(better: Schema, formatted: Schema): Schema {
  if (better.items !== undefined && formatted.items !== undefined) {
    return { ...better, items: withFormat(better.items, formatted.items) };
  }
  if (better.$ref !== undefined || formatted.format === undefined || formatted.type === undefined) return better;
  return { ...better, type: formatted.type, format: formatted.format };
}

/** The newer text when it differs only in line breaks, which client-node loses; else the release's own. */
function bestText(own: string, better: string | undefined): string {
  const squeeze = (text: string): string => text.replace(/\s+/g, " ");
  if (better === undefined || better === "") return own;
  const core = better.replace(/\s*Possible enum values:[\s\S]*$/, "");
  return own === "" || squeeze(core) === squeeze(own) ? better : own;
}

/** The schema that a client-node type stands for, as far as it tells. */
function fieldSchema(type: string, format: string, names: ReadonlyMap<string, string>): Schema {
  const item = /^Array<(.*)>$/.exec(type)?.[1];
  if (item !== undefined) return { type: "array", items: fieldSchema(item, format, names) };
  const value = /^\{ \[key: string\]: (.*); \}$/.exec(type)?.[1];
  if (value !== undefined) return { type: "object", additionalProperties: fieldSchema(value, format, names) };
  switch (type) {
    case "string":
      return { type: "string", ...(format !== "" && { format }) };
    case "number":
      if (format === "") return { type: "number" };
      return { type: format === "double" ? "number" : "integer", format };
    case "boolean":
      return { type: "boolean" };
    case "Date":
      return { $ref: "io.k8s.apimachinery.pkg.apis.meta.v1.Time" };
    case "V1MicroTime":
      return { $ref: "io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime" };
    case "IntOrString":
      return { $ref: "io.k8s.apimachinery.pkg.util.intstr.IntOrString" };
    case "any":
    case "object":
      return OPAQUE;
  }
  const name = names.get(type);
  if (name === undefined) throw new Error(`unexpected type ${type}`);
  return { $ref: name };
}

function kindsOf(client: ClientNode, names: ReadonlyMap<string, string>): readonly KindEntry[] {
  return client.resources.map(({ group, version, plural, namespaced, model }) => {
    const definition = names.get(model);
    if (definition === undefined) throw new Error(`no official name for ${model}`);
    return { group, version, kind: definition.slice(definition.lastIndexOf(".") + 1), definition, namespaced, plural };
  });
}
