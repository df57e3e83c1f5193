import assert from "node:assert/strict";
import { test } from "node:test";
import { Catalog } from "../../server/src/schema/catalog.ts";
import { SchemaStore } from "../../server/src/schema/store.ts";

const kind = (group: string, version: string, name: string, definition: string) => {
  return { group, version, kind: name, definition, namespaced: true, plural: `${name.toLowerCase()}s` };
};

/** Two releases that share a definition, and one custom kind. */
const FILES: Readonly<Record<string, unknown>> = {
  "index.json": { releases: ["1.28", "1.30", "1.36"] },
  "releases/1.28.json": {
    definitions: { "io.k8s.api.core.v1.Pod": [0, 0] },
    kinds: [kind("", "v1", "Pod", "io.k8s.api.core.v1.Pod")],
  },
  "releases/1.30.json": { definitions: {}, kinds: [] },
  "releases/1.36.json": {
    definitions: { "io.k8s.api.core.v1.Pod": [0, 1], "io.k8s.api.core.v1.New": [1, -1] },
    kinds: [
      kind("", "v1", "Pod", "io.k8s.api.core.v1.Pod"),
      kind("networking.k8s.io", "v1", "Gateway", "io.k8s.api.core.v1.New"),
    ],
  },
  "definitions.ndjson": [{ type: "object", properties: { spec: {} } }, { type: "string" }],
  "descriptions.ndjson": [{ "": "An old pod." }, { "": "A pod.", spec: "Its spec." }],
  "custom-kinds.json": [kind("example.com", "v1", "Gateway", "example.com.v1.Gateway")],
  "custom-names.json": { "example.com.v1.Gateway": [0, -1] },
  "custom-definitions.ndjson": [{ type: "object", properties: { pod: { $ref: "io.k8s.api.core.v1.New" } } }],
  "custom-descriptions.ndjson": [],
};

function openStore(): { readonly store: SchemaStore; readonly read: string[] } {
  const read: string[] = [];
  const store = new SchemaStore((name) => {
    read.push(name);
    const content = FILES[name];
    assert.ok(content !== undefined, `${name} is not a file of the build`);
    if (!name.endsWith(".ndjson")) return JSON.stringify(content);
    assert.ok(Array.isArray(content));
    return content.map((line) => JSON.stringify(line)).join("\n");
  });
  return { store, read };
}

test("a version without schemas of its own takes the next lower release", () => {
  const { store } = openStore();
  const actual = (requested: string) => {
    const { version, exact } = store.forVersion(requested);
    return `${version}${exact ? "" : " for it"}`;
  };
  assert.equal(actual("1.30"), "1.30");
  assert.equal(actual("v1.30.4"), "1.30");
  assert.equal(actual("1.35"), "1.30 for it");
  assert.equal(actual("1.40"), "1.36 for it");
  assert.equal(actual("1.20"), "1.28 for it");
  assert.equal(actual("latest"), "1.36");
  assert.equal(store.forVersion("1.35").requested, "1.35");
});

test("only what is asked for is read", () => {
  const { store, read } = openStore();
  const schemas = store.forVersion("1.36");
  assert.equal(schemas.kind({ group: "", version: "v1", kind: "Pod" })?.namespaced, true);
  assert.deepEqual(read, ["index.json", "releases/1.36.json"]);
  schemas.definition("io.k8s.api.core.v1.Pod");
  assert.deepEqual(read.slice(2), ["definitions.ndjson"]);
  schemas.describe("io.k8s.api.core.v1.Pod", "spec");
  assert.deepEqual(read.slice(3), ["descriptions.ndjson"]);
  schemas.kindsNamed("Gateway");
  assert.deepEqual(read.slice(4), ["custom-kinds.json"]);
});

test("releases share what they have in common and keep their own descriptions", () => {
  const { store } = openStore();
  const [older, newer] = [store.forVersion("1.28"), store.forVersion("1.36")];
  const name = "io.k8s.api.core.v1.Pod";
  assert.deepEqual(newer.definition(name), { type: "object", properties: { spec: {} } });
  assert.equal(older.definition(name), newer.definition(name));
  assert.equal(older.describe(name), "An old pod.");
  assert.equal(newer.describe(name), "A pod.");
  assert.equal(newer.describe(name, "spec"), "Its spec.");
  assert.equal(older.describe(name, "spec"), undefined);
});

test("what does not exist is undefined, names of Object's own included", () => {
  const schemas = openStore().store.forVersion("1.36");
  assert.equal(schemas.definition("io.k8s.api.core.v1.Nothing"), undefined);
  assert.equal(schemas.definition("constructor"), undefined);
  assert.equal(schemas.describe("io.k8s.api.core.v1.Pod", "constructor"), undefined);
  assert.equal(schemas.describe("io.k8s.api.core.v1.New"), undefined);
  assert.equal(schemas.kind({ group: "", version: "v1", kind: "constructor" }), undefined);
  assert.equal(schemas.kind({ group: "example.com", version: "v2", kind: "Gateway" }), undefined);
});

test("built-in kinds come before custom ones of the same name", () => {
  const schemas = openStore().store.forVersion("1.36");
  assert.deepEqual(
    schemas.kindsNamed("Gateway").map(({ group }) => group),
    ["networking.k8s.io", "example.com"],
  );
  assert.deepEqual(
    schemas.kinds().map((entry) => entry.kind),
    ["Pod", "Gateway", "Gateway"],
  );
});

test("a custom kind finds a type of Kubernetes that the chosen release does not have yet", () => {
  const schemas = openStore().store.forVersion("1.28");
  const gateway = schemas.kind({ group: "example.com", version: "v1", kind: "Gateway" });
  const pod = schemas.definition(gateway?.definition ?? "")?.properties?.pod?.$ref ?? "";
  assert.deepEqual(schemas.definition(pod), { type: "string" });
});

test("the same request gets the same schemas, and all who ask share their cursors", () => {
  const { store } = openStore();
  const schemas = store.forVersion("1.36");
  assert.equal(store.forVersion("1.36"), schemas);
  assert.notEqual(store.forVersion("latest"), schemas);
  const catalog = Catalog.plain(schemas);
  assert.equal(Catalog.plain(store.forVersion("1.36")), catalog);
  const pod = { group: "", version: "v1", kind: "Pod" };
  assert.ok(catalog.root(pod));
  assert.equal(Catalog.plain(schemas).root(pod), catalog.root(pod));
  assert.notEqual(Catalog.plain(store.forVersion("1.28")), catalog);
});
