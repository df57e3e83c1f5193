import assert from "node:assert/strict";
import { test } from "node:test";
import type { CompletionItem, CompletionList, TextEdit } from "vscode-languageserver/node";
import { Editor } from "../kit/wire.ts";

/** Opens the text, where `|` is the cursor, and asks what may be written there. */
async function complete(editor: Editor, uri: string, marked: string): Promise<readonly CompletionItem[]> {
  const offset = marked.indexOf("|");
  const text = marked.replace("|", "");
  await editor.open(uri, text);
  const before = marked.slice(0, offset).split("\n");
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const list = await editor.ask<CompletionList>("textDocument/completion", { textDocument: { uri }, position });
  return list.items;
}

const labels = (items: readonly CompletionItem[]): readonly string[] => items.map(({ label }) => label);

test("fields come with their place and their documentation on demand", async () => {
  const editor = new Editor();
  await editor.initialize();
  const items = await complete(editor, "file:///shop/pod.yaml", "apiVersion: v1\nkind: Pod\nspec:\n  hostN|\n");
  const item = items.find(({ label }) => label === "hostNetwork");
  assert.ok(item);
  assert.equal(item.documentation, undefined);
  const edit = item.textEdit as TextEdit;
  assert.deepEqual(edit.range, { start: { line: 3, character: 2 }, end: { line: 3, character: 7 } });
  assert.match(edit.newText, /^hostNetwork: /);
  const resolved = await editor.ask<CompletionItem>("completionItem/resolve", item);
  assert.match(JSON.stringify(resolved.documentation), /node/);
  await editor.stop();
});

test("an editor that can show a type beside every label gets it there", async () => {
  const marked = "apiVersion: v1\nkind: Pod\nspec:\n  hostN|\n";
  const ask = async (labelDetailsSupport: boolean): Promise<CompletionItem | undefined> => {
    const editor = new Editor();
    await editor.initialize({
      capabilities: { textDocument: { completion: { completionItem: { labelDetailsSupport } } } },
    });
    const items = await complete(editor, "file:///shop/pod.yaml", marked);
    await editor.stop();
    return items.find(({ label }) => label === "hostNetwork");
  };
  const rich = await ask(true);
  assert.deepEqual([rich?.labelDetails, rich?.detail], [{ description: "boolean" }, undefined]);
  const plain = await ask(false);
  assert.deepEqual([plain?.labelDetails, plain?.detail], [undefined, "boolean"]);
});

test("an empty file offers whole objects, an empty configuration its own fields", async () => {
  const editor = new Editor();
  await editor.initialize();
  assert.ok(labels(await complete(editor, "file:///shop/new.yaml", "|")).includes("Deployment"));
  const own = labels(await complete(editor, "file:///shop/.kubernetes-authoring.yaml", "|"));
  assert.ok(own.includes("kubernetesVersion"), own.join());
  assert.ok(!own.includes("Deployment"));
  await editor.stop();
});

test("names of other objects are offered where a name belongs", async () => {
  const editor = new Editor();
  await editor.initialize();
  await editor.open(
    "file:///shop/config.yaml",
    "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: gio-hang-config }\n",
  );
  const items = await complete(
    editor,
    "file:///shop/pod.yaml",
    "apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers:\n    - name: a\n      envFrom:\n        - configMapRef:\n            name: |\n",
  );
  assert.ok(labels(items).includes("gio-hang-config"), labels(items).join());
  await editor.stop();
});
