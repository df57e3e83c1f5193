import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type ReleaseSchemas, SchemaStore } from "../../server/src/schema/store.ts";
import type { Schema } from "../../server/src/schema/types.ts";

/** What the build left in `dist/schemas`, for every release. */
const store = new SchemaStore((name) => readFileSync(join("dist/schemas", name), "latin1"));

test("the shipped releases are those whose packages are installed", () => {
  const packages = Object.keys(JSON.parse(readFileSync("package.json", "utf8")).devDependencies);
  const expected = packages.flatMap((name) => /^kubernetes-(1\.\d+)$/.exec(name)?.[1] ?? []);
  assert.deepEqual(
    [...store.versions],
    expected.toSorted((a, b) => Number(a.slice(2)) - Number(b.slice(2))),
  );
});

for (const version of store.versions) {
  test(`every reference of ${version} leads to a definition`, () => {
    const schemas = store.forVersion(version);
    const seen = new Set<string>();
    for (const { definition } of schemas.kinds()) follow(definition, schemas, seen);
    assert.ok(seen.size > 2500, `${seen.size} definitions reached`);
  });

  test(`every kind of ${version} is an object with apiVersion, kind and metadata`, () => {
    const schemas = store.forVersion(version);
    for (const { definition, namespaced } of schemas.kinds()) {
      const properties = schemas.definition(definition)?.properties ?? {};
      assert.deepEqual(properties.apiVersion, { type: "string" }, definition);
      assert.deepEqual(properties.kind, { type: "string" }, definition);
      assert.ok(properties.metadata?.$ref?.endsWith(".ObjectMeta"), definition);
      assert.equal(typeof namespaced, "boolean");
      if (properties.status !== undefined) assert.equal(properties.status["x-server-owned"], true, definition);
    }
  });
}

function follow(name: string, schemas: ReleaseSchemas, seen: Set<string>): void {
  if (seen.has(name)) return;
  seen.add(name);
  const schema = schemas.definition(name);
  assert.ok(schema !== undefined, `${name} is not defined`);
  for (const reference of references(schema)) follow(reference, schemas, seen);
}

function* references(schema: Schema): Iterable<string> {
  if (schema.$ref !== undefined) yield schema.$ref;
  for (const part of Object.values(schema.properties ?? {})) yield* references(part);
  if (schema.items !== undefined) yield* references(schema.items);
  if (typeof schema.additionalProperties === "object") yield* references(schema.additionalProperties);
  for (const part of schema.oneOf ?? []) yield* references(part);
}

test("defaults are among the values and within the range of their field", () => {
  const schemas = store.forVersion("1.36");
  const seen = new Set<string>();
  let checked = 0;
  for (const { definition } of schemas.kinds()) follow(definition, schemas, seen);
  for (const name of seen) {
    for (const [field, schema] of Object.entries(schemas.definition(name)?.properties ?? {})) {
      if (schema.default === undefined) continue;
      checked++;
      assert.ok(fits(schema.default, resolved(schema, schemas)), `${name}.${field}: ${JSON.stringify(schema.default)}`);
    }
  }
  assert.ok(checked > 100, `${checked} defaults`);
});

const resolved = (schema: Schema, schemas: ReleaseSchemas): Schema =>
  schema.$ref === undefined ? schema : { ...schemas.definition(schema.$ref), ...schema };

function fits(value: unknown, schema: Schema): boolean {
  if (schema["x-kubernetes-int-or-string"]) return typeof value === "string" || Number.isInteger(value);
  if (schema.enum !== undefined && !schema.enum.some((allowed) => allowed === value)) return false;
  if (schema.type === "integer") {
    return (
      Number.isInteger(value) &&
      Number(value) >= (schema.minimum ?? -Infinity) &&
      Number(value) <= (schema.maximum ?? Infinity)
    );
  }
  return typeof value === schema.type;
}
