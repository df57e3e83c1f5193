import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { parse } from "yaml";
import { type ReleaseSchemas, SchemaStore } from "../../server/src/schema/store.ts";
import type { KindTable, Schema } from "../../server/src/schema/types.ts";

/**
 * Compares the schemas we build from npm packages with the official OpenAPI, which is not part of the repository: names,
 * property sets, types and formats, maps, required, enums, list keys, and the kinds with their scope and plural. What
 * differs must be exactly what `schemas/known-differences.yaml` gives a reason for.
 */
const OFFICIAL = resolve("../shared/openapi");

interface Official extends Omit<Schema, "properties"> {
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface OpenApi {
  readonly definitions: Readonly<Record<string, Official>>;
  readonly paths: Readonly<Record<string, object>>;
}

interface Counts {
  definitions: number;
  properties: number;
  enums: number;
  lists: number;
  kinds: number;
}

const store = new SchemaStore((name) => readFileSync(join("dist/schemas", name), "latin1"));
const known: Readonly<Record<string, readonly { readonly differences: readonly string[]; readonly reason: string }[]>> =
  parse(readFileSync("schemas/known-differences.yaml", "utf8"));

for (const [version, least] of [
  ["1.36", { definitions: 770, properties: 3137, enums: 123, lists: 48, kinds: 94 }],
  ["1.30", { definitions: 625, properties: 2555, enums: 0, lists: 54, kinds: 79 }],
] as const) {
  const file = join(OFFICIAL, `v${version}.swagger.json.gz`);
  const skip = existsSync(file) ? false : `the official OpenAPI is not at ${file}`;
  test(`the schemas of ${version} are those of the official OpenAPI`, { skip }, (t) => {
    const official = readOpenApi(file);
    const withEnums = join(OFFICIAL, `v${version}.swagger.enums.json.gz`);
    const schemas = store.forVersion(version);
    const table: KindTable = JSON.parse(readFileSync(`dist/schemas/releases/${version}.json`, "utf8"));
    const counts: Counts = { definitions: 0, properties: 0, enums: 0, lists: 0, kinds: 0 };
    const differences = [
      ...definitionDifferences(official, schemas, table, counts),
      ...(existsSync(withEnums) ? enumDifferences(readOpenApi(withEnums), schemas, counts) : []),
      ...listDifferences(official, schemas, counts),
      ...kindDifferences(official, table, counts),
    ];
    t.diagnostic(`compared ${JSON.stringify(counts)}, ${differences.length} differences`);
    const explained = (known[version] ?? []).flatMap((entry) => entry.differences);
    assert.deepEqual(differences.toSorted(), explained.toSorted());
    for (const [what, count] of Object.entries(least)) {
      assert.ok(counts[what as keyof Counts] >= count, `${what}: ${counts[what as keyof Counts]} compared`);
    }
  });
}

test("every known difference has a reason", () => {
  for (const entry of Object.values(known).flat()) assert.match(entry.reason, /\w{3}/);
});

const readOpenApi = (file: string): OpenApi => JSON.parse(gunzipSync(readFileSync(file)).toString());

function definitionDifferences(
  { definitions }: OpenApi,
  ours: ReleaseSchemas,
  table: KindTable,
  counts: Counts,
): readonly string[] {
  const differences: string[] = [];
  for (const name of new Set([...Object.keys(definitions), ...Object.keys(table.definitions)])) {
    const theirs = definitions[name];
    const own = name in table.definitions ? ours.definition(name) : undefined;
    if (theirs === undefined || own === undefined) {
      differences.push(`${theirs === undefined ? "only ours" : "missing"}: ${name}`);
      continue;
    }
    counts.definitions++;
    for (const field of new Set([...Object.keys(theirs.properties ?? {}), ...Object.keys(own.properties ?? {})])) {
      const [their, our] = [theirs.properties?.[field], own.properties?.[field]];
      if (their !== undefined && our !== undefined) counts.properties++;
      if (signature(their) !== signature(our)) {
        differences.push(`${name}.${field}: ${signature(their)} officially, ${signature(our)} here`);
      }
    }
    const required = (schema: Official): string => [...(schema.required ?? [])].toSorted().join(" ");
    if (required(theirs) !== required(own)) {
      differences.push(`${name}: requires "${required(theirs)}" officially, "${required(own)}" here`);
    }
  }
  return differences;
}

/** Type and format of a field as OpenAPI tells them. */
function signature(schema: Schema | undefined): string {
  if (schema === undefined) return "nothing";
  if (schema.$ref !== undefined) return schema.$ref.replace("#/definitions/", "");
  if (schema.items !== undefined) return `list of ${signature(schema.items)}`;
  if (typeof schema.additionalProperties === "object") return `map of ${signature(schema.additionalProperties)}`;
  return [schema.type ?? "anything", schema.format].filter((part) => part !== undefined).join("/");
}

function enumDifferences({ definitions }: OpenApi, ours: ReleaseSchemas, counts: Counts): readonly string[] {
  const differences: string[] = [];
  for (const [name, theirs] of Object.entries(definitions)) {
    for (const [field, their] of Object.entries(theirs.properties ?? {})) {
      const our = ours.definition(name)?.properties?.[field];
      const values = (schema: Schema | undefined): string =>
        [...(schema?.enum ?? schema?.items?.enum ?? [])].map(String).toSorted().join(" ");
      if (values(their) !== "") counts.enums++;
      const isOurFact = values(their) === "" && hasOwnValues(name, field);
      if (values(their) !== values(our) && !isOurFact) {
        differences.push(`${name}.${field}: allows "${values(their)}" officially, "${values(our)}" here`);
      }
    }
  }
  return differences;
}

const ownValues: Readonly<Record<string, Readonly<Record<string, object>>>> = parse(
  readFileSync("schemas/overlay/values.yaml", "utf8"),
);

/** Closed sets that OpenAPI does not tell and that we know all the same. */
function hasOwnValues(definition: string, field: string): boolean {
  const dot = definition.lastIndexOf(".");
  return field in (ownValues[definition.slice(0, dot)]?.[definition.slice(dot + 1)] ?? {});
}

/** Sets and keyed lists, where a manifest can hold them. */
function listDifferences({ definitions }: OpenApi, ours: ReleaseSchemas, counts: Counts): readonly string[] {
  const differences: string[] = [];
  for (const [name, theirs] of Object.entries(definitions)) {
    if (STATUS.test(name)) continue;
    for (const [field, their] of Object.entries(theirs.properties ?? {})) {
      const our = ours.definition(name)?.properties?.[field];
      const keys = (schema: Schema | undefined): string => {
        const type = schema?.["x-kubernetes-list-type"];
        return type === "map" ? (schema?.["x-kubernetes-list-map-keys"] ?? []).join(" ") : type === "set" ? "set" : "";
      };
      if (keys(their) !== "") counts.lists++;
      if (keys(their) !== keys(our)) {
        differences.push(`${name}.${field}: keyed by "${keys(their)}" officially, "${keys(our)}" here`);
      }
    }
  }
  return differences;
}

const STATUS = /(?:Status|UncountedTerminatedPods|ServerStorageVersion)$/;

/** Every collection that objects can be created in is a kind of ours, with the same scope and plural. */
function kindDifferences(official: OpenApi, ours: KindTable, counts: Counts): readonly string[] {
  const theirs = new Set<string>();
  for (const [path, operations] of Object.entries(official.paths)) {
    const match = /^\/(?:api|apis\/([^/]+))\/([^/]+)(\/namespaces\/\{namespace\})?\/([^/{]+)$/.exec(path);
    const kind = createdKind(operations);
    if (match === null || kind === undefined) continue;
    const [, group = "", version, namespaced, plural] = match;
    theirs.add(`${group}/${version} ${kind} ${plural}${namespaced === undefined ? "" : " in namespaces"}`);
  }
  counts.kinds = theirs.size;
  const own = new Set<string>();
  for (const { group, version, kind, plural, namespaced } of ours.kinds) {
    own.add(`${group}/${version} ${kind} ${plural}${namespaced ? " in namespaces" : ""}`);
  }
  return [
    ...[...theirs].filter((kind) => !own.has(kind)).map((kind) => `missing kind: ${kind}`),
    ...[...own].filter((kind) => !theirs.has(kind)).map((kind) => `only ours: kind ${kind}`),
  ];
}

function createdKind(operations: object): string | undefined {
  const { post } = operations as { readonly post?: { readonly "x-kubernetes-group-version-kind"?: { kind: string } } };
  return post?.["x-kubernetes-group-version-kind"]?.kind;
}
