import { readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * The newest release's schemas, as our build writes them, in the wording of the published "standalone-strict" set:
 * unknown fields are refused, `apiVersion` and `kind` of a kind are constants.
 *
 * @param {string} folder `dist/schemas`
 * @returns {Promise<Readonly<Record<string, any>>>} definition name -> JSON Schema
 */
export async function publishedDefinitions(folder) {
  const read = (name) => readFile(join(folder, name), "utf8");
  const { releases } = JSON.parse(await read("index.json"));
  const release = JSON.parse(await read(`releases/${releases.at(-1)}.json`));
  const definitionLines = (await read("definitions.ndjson")).split("\n");
  const descriptionLines = (await read("descriptions.ndjson")).split("\n");

  const definitions = {};
  for (const [name, [line, described]] of Object.entries(release.definitions)) {
    const descriptions = described < 0 ? {} : JSON.parse(descriptionLines[described]);
    definitions[name] = strict(JSON.parse(definitionLines[line]), descriptions);
  }
  for (const { group, version, kind, definition } of release.kinds) {
    const properties = definitions[definition]?.properties;
    if (properties === undefined) continue;
    properties.apiVersion = { ...properties.apiVersion, enum: [group === "" ? version : `${group}/${version}`] };
    properties.kind = { ...properties.kind, enum: [kind] };
  }
  return definitions;
}

/** The two files that Kubernetes mode asks for: `all.json` refers to every definition, `_definitions.json` holds them. */
export function kubernetesLayout(definitions) {
  const oneOf = Object.keys(definitions).map((name) => ({ $ref: `_definitions.json#/definitions/${name}` }));
  return { "all.json": JSON.stringify({ oneOf }), "_definitions.json": JSON.stringify({ definitions }) };
}

/** One kind as a schema that stands alone: with the definitions that it reaches and no others. */
export function standalone(definitions, name) {
  const reached = {};
  const visit = (definition) => {
    if (reached[definition] !== undefined) return;
    reached[definition] = definitions[definition];
    for (const [, next] of JSON.stringify(definitions[definition]).matchAll(/"#\/definitions\/([^"]+)"/g)) visit(next);
  };
  visit(name);
  return JSON.stringify({ $ref: `#/definitions/${name}`, definitions: reached });
}

/** A definition as the published set words it, its own and its fields' descriptions put back. */
function strict(schema, descriptions) {
  const published = publish(schema);
  if (descriptions[""] !== undefined) published.description = descriptions[""];
  for (const [name, property] of Object.entries(published.properties ?? {})) {
    if (descriptions[name] !== undefined) property.description = descriptions[name];
  }
  return published;
}

function publish(schema) {
  if (typeof schema !== "object" || schema === null) return schema;
  const { $ref, format, type, properties, items, additionalProperties, ...rest } = schema;
  const published = Object.fromEntries(Object.entries(rest).filter(([key]) => !key.startsWith("x-")));
  if ($ref !== undefined) published.$ref = `#/definitions/${$ref}`;
  if (isEither(schema))
    return { ...published, oneOf: [{ type: "string" }, { type: format === "quantity" ? "number" : "integer" }] };
  if (type !== undefined) published.type = [type, "null"];
  if (format !== undefined) published.format = format;
  if (items !== undefined) published.items = publish(items);
  for (const choice of ["oneOf", "anyOf", "allOf"])
    if (rest[choice] !== undefined) published[choice] = rest[choice].map(publish);
  if (properties !== undefined) {
    published.properties = Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [name, publish(property)]),
    );
  }
  if (additionalProperties !== undefined) published.additionalProperties = publish(additionalProperties);
  else if (properties !== undefined && !schema["x-kubernetes-preserve-unknown-fields"]) {
    published.additionalProperties = false;
  }
  return published;
}

const isEither = (schema) =>
  schema["x-kubernetes-int-or-string"] === true || schema.format === "int-or-string" || schema.format === "quantity";
