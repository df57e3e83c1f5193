import assert from "node:assert/strict";
import { test } from "node:test";
import type { Complaint } from "../../server/src/schema/complaint.ts";
import { readSchemaFile, resolveReference } from "../../server/src/schema/schema-file.ts";
import { fileId } from "../../server/src/workspace/file.ts";
import { isSameUse, NamedSchemas } from "../../server/src/workspace/named-schemas.ts";
import { mayNameSchema, namingIn } from "../../server/src/workspace/schema-naming.ts";
import { YDocument } from "../../server/src/yaml/document.ts";
import { compiled } from "../kit/named-schema.ts";

function complaints(schema: unknown, value: unknown, beside = {}): readonly Complaint[] {
  const made = compiled(schema, beside);
  if ("fault" in made) throw new Error(`${made.fault}: ${made.detail}`);
  return made.complaints(value);
}

test("complaints are plain data: what, where, and what was wanted", () => {
  const schema = {
    required: ["name"],
    additionalProperties: false,
    properties: {
      name: { type: "string" },
      "a/b~c": { type: "array", items: { type: ["integer", "null"] }, maxItems: 1, uniqueItems: true },
      size: { enum: ["s", "m"] },
      even: { multipleOf: 2, exclusiveMaximum: 10 },
      no: false,
    },
  };
  assert.deepEqual(complaints(schema, { "a/b~c": [1, 1, "x"], size: "l", even: 11, no: 1, nam: 1 }), [
    { path: [], kind: "missing-key", keys: ["name"] },
    {
      path: [],
      kind: "unknown-key",
      key: "nam",
      known: ["name", "a/b~c", "size", "even", "no"],
    },
    { path: ["a/b~c"], kind: "limit", keyword: "maxItems", limit: 1 },
    { path: ["a/b~c", 2], kind: "wrong-type", wanted: ["integer", "null"] },
    { path: ["a/b~c", 1], kind: "repeated-item" },
    { path: ["size"], kind: "not-allowed", allowed: ["s", "m"] },
    { path: ["even"], kind: "limit", keyword: "exclusiveMaximum", limit: 10 },
    { path: ["even"], kind: "limit", keyword: "multipleOf", limit: 2 },
    { path: ["no"], kind: "forbidden" },
  ]);
  assert.deepEqual(complaints(schema, { name: "x", size: "m" }), []);
});

test("names of keys have their own schema", () => {
  assert.deepEqual(complaints({ propertyNames: { enum: ["a", "b"] } }, { c: 1 }), [
    { path: [], kind: "unknown-key", key: "c", known: ["a", "b"] },
  ]);
  assert.deepEqual(complaints({ propertyNames: { pattern: "^[a-z]+$" } }, { C: 1 }), [
    { path: [], kind: "bad-key", key: "C" },
  ]);
});

const SHAPES = {
  definitions: {
    circle: {
      type: "object",
      required: ["radius"],
      properties: { kind: { const: "circle" }, radius: { type: "number" } },
    },
    square: { type: "object", required: ["side"], properties: { kind: { const: "square" }, side: { type: "number" } } },
  },
  properties: { shape: { oneOf: [{ $ref: "#/definitions/circle" }, { $ref: "#/definitions/square" }] } },
};

test("of choices the one that was meant speaks, and only it", () => {
  assert.deepEqual(complaints(SHAPES, { shape: { kind: "square", side: "3" } }), [
    { path: ["shape", "side"], kind: "wrong-type", wanted: ["number"] },
  ]);
  assert.deepEqual(complaints(SHAPES, { shape: { kind: "star" } }), [
    { path: ["shape", "kind"], kind: "not-allowed", allowed: ["circle", "square"] },
  ]);
  assert.deepEqual(complaints(SHAPES, { shape: {} }), [
    { path: ["shape"], kind: "missing-key", keys: ["radius", "side"] },
  ]);
  assert.deepEqual(complaints(SHAPES, { shape: { radius: 1, side: 1 } }), [
    { path: ["shape"], kind: "several-choices" },
  ]);
  const either = { anyOf: [{ type: "string" }, { type: "array", items: { type: "string" } }] };
  assert.deepEqual(complaints(either, 3), [{ path: [], kind: "wrong-type", wanted: ["string", "array"] }]);
  assert.deepEqual(complaints(either, ["a", 3]), [{ path: [1], kind: "wrong-type", wanted: ["string"] }]);
});

test("errors beside choices stay, also with keys that only choices know", () => {
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    type: "object",
    properties: { size: { type: "integer" } },
    anyOf: [
      { properties: { a: { type: "string" } }, required: ["a"] },
      { required: ["b"], properties: { b: true } },
    ],
    unevaluatedProperties: false,
  };
  assert.deepEqual(complaints(schema, { a: "x", size: 1 }), []);
  assert.deepEqual(complaints(schema, { size: "1" }), [
    { path: [], kind: "missing-key", keys: ["a", "b"] },
    { path: ["size"], kind: "wrong-type", wanted: ["integer"] },
  ]);
});

test("schemas refer to themselves, to their names and to files beside them", () => {
  const tree = {
    $id: "https://example.com/tree.json",
    properties: { next: { $ref: "https://example.com/tree.json" }, leaf: { $ref: "leaf.json#/definitions/leaf" } },
    additionalProperties: false,
  };
  const beside = { "leaf.json": { definitions: { leaf: { type: "string" } } } };
  assert.deepEqual(complaints(tree, { next: { next: { leaf: 1 }, x: 1 } }, beside), [
    { path: ["next"], kind: "unknown-key", key: "x", known: ["next", "leaf"] },
    { path: ["next", "next", "leaf"], kind: "wrong-type", wanted: ["string"] },
  ]);
  const read = readSchemaFile("file:///schemas/tree.json", JSON.stringify(tree));
  assert.deepEqual([...(read?.references ?? [])], ["file:///schemas/leaf.json"]);
});

test("older drafts are read, and patterns that Unicode would refuse", () => {
  const old = {
    $schema: "http://json-schema.org/draft-04/schema#",
    id: "http://example.com/old",
    properties: { id: { type: "string", pattern: "^[\\w-.]+$" }, n: { minimum: 3, exclusiveMinimum: true } },
  };
  assert.deepEqual(complaints(old, { id: "a b", n: 3 }), [
    { path: ["id"], kind: "pattern", pattern: "^[\\w-.]+$" },
    { path: ["n"], kind: "limit", keyword: "exclusiveMinimum", limit: 3 },
  ]);
});

test("what is no schema says so", () => {
  assert.equal(readSchemaFile("file:///a.json", "{ a"), undefined);
  const broken = compiled({ type: "strang" });
  assert.ok("fault" in broken && broken.fault === "no-schema" && broken.detail !== "", JSON.stringify(broken));
  const remote = compiled({ $ref: "https://example.com/x.json" });
  assert.ok("fault" in remote && remote.detail.includes("example.com"), JSON.stringify(remote));
});

const YAML = fileId("file:///work/app/values.yaml");

function reference(text: string, file = YAML): string | undefined {
  const found = namingIn(new YDocument(text, "manifest"), file, "other");
  return found && `${resolveReference(found.reference, found.base)} ${text.slice(found.span?.start, found.span?.end)}`;
}

test("a schema is named among the leading comments or in the root of JSON", () => {
  assert.equal(
    reference("# x\n\n--- # y\n# yaml-language-server: $schema=../s.json\na: 1\n"),
    "file:///work/s.json ../s.json",
  );
  assert.equal(reference("# $schema: /s/a.json\r\na: 1\r\n"), "file:///s/a.json /s/a.json");
  assert.equal(reference("# $schema: file:///b.json#/x\n"), "file:///b.json#/x file:///b.json#/x");
  assert.equal(reference("# $schema: C:\\s\\a.json\n"), "file:///C:/s/a.json C:\\s\\a.json");
  assert.equal(reference("a: 1\n# $schema: s.json\n"), undefined);
  assert.equal(reference('{ "$schema": "s.json" }'), undefined);
  assert.equal(reference('{ "$schema": "s.json" }', fileId("file:///work/a.json")), 'file:///work/s.json "s.json"');
  assert.ok(mayNameSchema("# $schema: s.json") && mayNameSchema('{"$schema": "./x"}'));
  assert.ok(mayNameSchema("# $schema: https://x/y.json\n---\n# yaml-language-server: $schema=s.json\n"));
  assert.ok(!mayNameSchema('{ "$schema": "https://json-schema.org/x" }') && !mayNameSchema("a: 1"));
});

test("a setting names schemas by patterns; the document itself is heard first, the network never", () => {
  const schemas = new NamedSchemas();
  schemas.configure({ "my schemas/app.json": ["app/*.yaml", "!app/not.yaml"] });
  const use = (file: string, text = "a: 1") =>
    schemas.useIn(fileId(file), new YDocument(text, "manifest"), "other", () => "file:///work");
  assert.equal(use("file:///work/app/values.yaml")?.uri, "file:///work/my%20schemas/app.json");
  assert.equal(use("file:///work/app/not.yaml"), undefined);
  assert.equal(use("file:///elsewhere/app/values.yaml"), undefined);
  assert.equal(use("file:///work/app/values.yaml", "# $schema: https://x/y.json\na: 1"), undefined);
  assert.deepEqual(schemas.takeWanted(), ["file:///work/my%20schemas/app.json"]);
  assert.deepEqual(schemas.takeWanted(), []);
  const before = use("file:///work/app/values.yaml");
  schemas.put("file:///work/my%20schemas/app.json", { fault: "unreadable", detail: "" });
  assert.deepEqual([...schemas.usersOf("file:///work/my%20schemas/app.json")], ["file:///work/app/values.yaml"]);
  assert.ok(!isSameUse(before, use("file:///work/app/values.yaml")));
});
