import assert from "node:assert/strict";
import { test } from "node:test";
import type { Diagnostic } from "vscode-languageserver/node";
import { TemporaryFolder } from "../kit/folder.ts";
import { Editor } from "../kit/wire.ts";

const SCHEMA = { properties: { size: { $ref: "types.json#/size" } }, additionalProperties: false };
const TYPES = { size: { enum: ["small", "large"] } };
const NAMED = "# yaml-language-server: $schema=schemas/app.json\nsize: smal\n";

const schemas = (types: unknown): Readonly<Record<string, string>> => ({
  "schemas/app.json": JSON.stringify(SCHEMA),
  "schemas/types.json": JSON.stringify(types),
});

const shown = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(({ code, range, severity }) => `${code} ${range.start.line}:${range.start.character} ${severity}`);

const ERROR = "schema/named-schema 1:6 1";

async function editorIn(folder: TemporaryFolder, settings = {}): Promise<Editor> {
  const editor = new Editor();
  await editor.initialize({
    workspaceFolders: [{ uri: folder.uri, name: "folder" }],
    initializationOptions: { settings },
  });
  return editor;
}

test("a document is checked against the schema it names, and again when a file of the schema changes", async () => {
  using folder = new TemporaryFolder({ "values.yaml": NAMED, ...schemas(TYPES) });
  const editor = await editorIn(folder);
  const uri = folder.uriOf("values.yaml");
  assert.deepEqual(shown(editor.diagnostics(uri)), [ERROR], "closed");
  assert.deepEqual(shown(await editor.open(uri, NAMED)), [ERROR], "open");
  folder.write("schemas/types.json", JSON.stringify({ size: { enum: ["smal"] } }));
  let idle = editor.nextIdle();
  await editor.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: folder.uriOf("schemas/types.json"), type: 2 }],
  });
  await idle;
  assert.deepEqual(shown(editor.diagnostics(uri)), []);
  // Unsaved text of a schema counts as well.
  assert.deepEqual(await editor.open(folder.uriOf("schemas/app.json"), "{ not", "json"), []);
  assert.deepEqual(shown(editor.diagnostics(uri)), ["schema/named-schema 0:32 3"]);
  idle = editor.nextIdle();
  await editor.connection.sendNotification("workspace/didChangeConfiguration", {
    settings: { kubernetesAuthoring: { rules: { "schema/named-schema": "off" } } },
  });
  await idle;
  assert.deepEqual(shown(editor.diagnostics(uri)), []);
  await editor.stop();
});

test("a setting names schemas for files, open or not; without it they are left alone", async () => {
  const text = "sizes: 1\n";
  using folder = new TemporaryFolder({ "apps/a.yaml": text, "b.yaml": text, ...schemas(TYPES) });
  const editor = await editorIn(folder, { schemas: { "schemas/app.json": ["apps/*.yaml"] } });
  assert.deepEqual(shown(editor.diagnostics(folder.uriOf("apps/a.yaml"))), ["schema/named-schema 0:0 1"]);
  assert.deepEqual(editor.diagnostics(folder.uriOf("b.yaml")), []);
  const idle = editor.nextIdle();
  await editor.connection.sendNotification("workspace/didChangeConfiguration", {
    settings: { kubernetesAuthoring: {} },
  });
  await idle;
  assert.deepEqual(editor.diagnostics(folder.uriOf("apps/a.yaml")), []);
  await editor.stop();
});

test("a schema that is not there is told where it is named, until it is there", async () => {
  using folder = new TemporaryFolder({});
  const editor = await editorIn(folder);
  const uri = folder.uriOf("values.yaml");
  assert.deepEqual(shown(await editor.open(uri, NAMED)), ["schema/named-schema 0:32 3"]);
  for (const [name, text] of Object.entries(schemas(TYPES))) folder.write(name, text);
  const idle = editor.nextIdle();
  await editor.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: folder.uriOf("schemas/app.json"), type: 1 }],
  });
  await idle;
  assert.deepEqual(shown(editor.diagnostics(uri)), [ERROR]);
  await editor.stop();
});

test("what another extension reads is left to it", async () => {
  using folder = new TemporaryFolder({ ...schemas(TYPES) });
  const editor = new Editor();
  await editor.initialize({
    workspaceFolders: [{ uri: folder.uri, name: "folder" }],
    initializationOptions: { schemaReaders: ["yaml"] },
  });
  assert.deepEqual(await editor.open(folder.uriOf("values.yaml"), NAMED), []);
  const json = '{ "$schema": "schemas/app.json",\n"size": 1 }';
  assert.deepEqual(shown(await editor.open(folder.uriOf("values.json"), json, "json")), ["schema/named-schema 1:8 1"]);
  await editor.stop();
});
