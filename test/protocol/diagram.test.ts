import assert from "node:assert/strict";
import { test } from "node:test";
import {
  DIAGRAM,
  DIAGRAM_CHANGED,
  DIAGRAM_CLOSED,
  DIAGRAM_EXPLAIN,
  DIAGRAM_EXPORT,
  type Diagram,
  type DiagramExplanation,
  type DiagramParams,
} from "../../server/src/protocol/messages.ts";
import { TemporaryFolder } from "../kit/folder.ts";
import { service, workload } from "../kit/network-picture.ts";
import { Editor } from "../kit/wire.ts";

const WIRING: DiagramParams = { view: "wiring", filter: "", focus: null };

async function editorIn(folder: TemporaryFolder): Promise<Editor> {
  const editor = new Editor();
  await editor.initialize({
    workspaceFolders: [{ uri: folder.uri, name: "folder" }],
    initializationOptions: { commandLinks: true, settings: { language: "en" } },
  });
  return editor;
}

test("the network is drawn from closed and from unsaved files, and follows edits while somebody looks", async () => {
  using folder = new TemporaryFolder({
    "web.yaml": workload("shop", "web", 8080),
    "svc.yaml": service("shop", "web", "http"),
  });
  const editor = await editorIn(folder);
  const first = await editor.ask<Diagram>(DIAGRAM, WIRING);
  const ids = (diagram: Diagram): readonly string[] => diagram.items.map(({ id }) => id);
  assert.ok(ids(first).includes("service:shop/web#0 -> workload:shop/web[Deployment]#TCP/8080 selects"));
  assert.deepEqual(first.namespaces, ["shop"]);
  const box = first.items.find(({ id }) => id === "workload:shop/web[Deployment]");
  assert.equal(box?.uri, folder.uriOf("web.yaml"));
  assert.deepEqual([box?.range?.start.line, box?.extent?.end.line], [2, 11]);

  const uri = folder.uriOf("web.yaml");
  await editor.open(uri, workload("shop", "web", 8080));
  const changed = new Promise<void>((resume) => editor.connection.onNotification(DIAGRAM_CHANGED, resume));
  await editor.change(uri, { text: workload("shop", "web", 9090) });
  await changed;
  const second = await editor.ask<Diagram>(DIAGRAM, WIRING);
  assert.ok(ids(second).includes("workload:shop/web[Deployment]#TCP/9090"));
  assert.ok(second.version > first.version);
  await editor.connection.sendNotification(DIAGRAM_CLOSED);
  await editor.stop();
});

test("a place in a manifest becomes the focus; an item is explained in both languages and exported", async () => {
  using folder = new TemporaryFolder({ "all.yaml": workload("shop", "web", 8080) + workload("shop", "db", 5432) });
  const editor = await editorIn(folder);
  const at = { uri: folder.uriOf("all.yaml"), position: { line: 16, character: 4 } };
  const diagram = await editor.ask<Diagram>(DIAGRAM, { ...WIRING, view: "pod", at });
  assert.equal(diagram.focus, "workload:shop/db[Deployment]");
  assert.doesNotMatch(diagram.svg, /shop\/web/);
  const explanation = await editor.ask<DiagramExplanation>(DIAGRAM_EXPLAIN, { id: "workload:shop/db[Deployment]" });
  assert.deepEqual(explanation.from, ["workload:shop/web[Deployment]"]);
  assert.notEqual(explanation.text.en, explanation.text.vi);
  assert.equal(await editor.ask(DIAGRAM_EXPLAIN, { id: "nobody" }), null);
  assert.match(await editor.ask<string>(DIAGRAM_EXPORT, { ...WIRING, format: "svg" }), /^<svg .*<style>/s);
  assert.match(await editor.ask<string>(DIAGRAM_EXPORT, { ...WIRING, format: "mermaid" }), /^flowchart LR\n/);
  assert.equal(await editor.ask(DIAGRAM, { ...WIRING, view: "nothing" }), null);
  await editor.stop();
});

test("objects of the network have a lens that opens the panel at them", async () => {
  using folder = new TemporaryFolder({ "web.yaml": workload("shop", "web", 8080) });
  const editor = await editorIn(folder);
  const uri = folder.uriOf("web.yaml");
  await editor.open(uri, workload("shop", "web", 8080));
  const lenses = await editor.ask<{ command?: { command: string; arguments: unknown[] } }[]>("textDocument/codeLens", {
    textDocument: { uri },
  });
  assert.deepEqual(
    lenses.flatMap(({ command }) => (command ? [[command.command, command.arguments]] : [])),
    [["kubernetesAuthoring.openNetwork", [{ uri, position: { line: 2, character: 18 } }]]],
  );
  await editor.stop();
});
