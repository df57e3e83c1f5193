import assert from "node:assert/strict";
import { test } from "node:test";
import type { Location, LocationLink, WorkspaceSymbol } from "vscode-languageserver/node";
import { TemporaryFolder } from "../kit/folder.ts";
import { Editor } from "../kit/wire.ts";

const deployment = (configMap: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: nginx:1.27
          envFrom:
            - configMapRef: { name: ${configMap} }
`;

const CONFIG_MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web-config }\ndata: { A: b }\n";

async function editorIn(folder: TemporaryFolder): Promise<Editor> {
  const editor = new Editor();
  await editor.initialize({ workspaceFolders: [{ uri: folder.uri, name: "folder" }] });
  return editor;
}

test("files that nobody has open are read, checked and found", async () => {
  using folder = new TemporaryFolder({
    "k8s/deployment.yaml": deployment("web-config"),
    "k8s/config.yaml": CONFIG_MAP,
    "k8s/broken.yaml": CONFIG_MAP.replace("data", "dat"),
    ".gitignore": "ignored/\n",
    "ignored/broken.yaml": CONFIG_MAP.replace("data", "dat"),
    "node_modules/x/broken.yaml": CONFIG_MAP.replace("data", "dat"),
  });
  const editor = await editorIn(folder);
  const shown = editor.published.filter(({ diagnostics }) => diagnostics.length > 0).map(({ uri }) => uri);
  assert.deepEqual(shown, [folder.uriOf("k8s/broken.yaml")]);
  const symbols = await editor.ask<WorkspaceSymbol[]>("workspace/symbol", { query: "deployment web" });
  assert.deepEqual(
    symbols.map(({ name }) => name),
    ["Deployment web"],
  );
  await editor.stop();
});

test("a name leads to a file that is not open, and back", async () => {
  using folder = new TemporaryFolder({ "deployment.yaml": deployment("web-config"), "config.yaml": CONFIG_MAP });
  const editor = await editorIn(folder);
  const uri = folder.uriOf("deployment.yaml");
  assert.deepEqual(await editor.open(uri, deployment("web-config")), []);
  const position = { line: 12, character: 40 };
  const found = await editor.ask<LocationLink[]>("textDocument/definition", { textDocument: { uri }, position });
  assert.deepEqual(
    found.map(({ targetUri, targetRange }) => [targetUri, targetRange.start.line]),
    [[folder.uriOf("config.yaml"), 2]],
  );
  await editor.open(folder.uriOf("config.yaml"), CONFIG_MAP);
  const mentions = await editor.ask<Location[]>("textDocument/references", {
    textDocument: { uri: folder.uriOf("config.yaml") },
    position: { line: 2, character: 20 },
    context: { includeDeclaration: false },
  });
  assert.deepEqual(
    mentions.map((each) => [each.uri, each.range.start.line]),
    [[uri, 12]],
  );
  await editor.stop();
});

test("unsaved text counts, and so does what happens on disk", async () => {
  using folder = new TemporaryFolder({ "deployment.yaml": deployment("web-confg"), "config.yaml": CONFIG_MAP });
  const editor = await editorIn(folder);
  const uri = folder.uriOf("deployment.yaml");
  assert.equal(editor.diagnostics(uri)[0]?.code, "reference/missing-target");
  await editor.open(folder.uriOf("config.yaml"), CONFIG_MAP.replace("web-config", "web-confg"));
  assert.deepEqual(editor.diagnostics(uri), [], "a name that exists in unsaved text is not missing");
  const closed = editor.nextIdle();
  await editor.connection.sendNotification("textDocument/didClose", {
    textDocument: { uri: folder.uriOf("config.yaml") },
  });
  await closed;
  assert.equal(editor.diagnostics(uri)[0]?.code, "reference/missing-target", "the disk counts again");
  folder.write("deployment.yaml", deployment("web-config"));
  const changed = editor.nextIdle();
  await editor.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri, type: 2 }] });
  await changed;
  assert.deepEqual(editor.diagnostics(uri), []);
  folder.delete("deployment.yaml");
  const deleted = editor.nextIdle();
  await editor.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri, type: 3 }] });
  await deleted;
  assert.deepEqual(await editor.ask("workspace/symbol", { query: "deployment" }), []);
  await editor.stop();
});

test("the configuration file sets the version and declares what exists elsewhere", async () => {
  using folder = new TemporaryFolder({ "deployment.yaml": deployment("from-elsewhere") });
  const editor = await editorIn(folder);
  const uri = folder.uriOf("deployment.yaml");
  await editor.open(uri, deployment("from-elsewhere"));
  assert.deepEqual(
    editor.diagnostics(uri).map(({ code, severity }) => [code, severity]),
    [["reference/missing-target", 4]],
  );
  const configuration = folder.uriOf(".kubernetes-authoring.yaml");
  await editor.open(configuration, "external:\n  - kind: ConfigMap\n    name: from-elsewhere\n");
  assert.deepEqual(editor.diagnostics(configuration), []);
  assert.deepEqual(editor.diagnostics(uri), []);
  await editor.change(configuration, { text: "nodes: 3\n" });
  assert.equal(editor.diagnostics(configuration)[0]?.code, "schema/wrong-type");
  await editor.stop();
});
