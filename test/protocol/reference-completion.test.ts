import assert from "node:assert/strict";
import { test } from "node:test";
import type { CompletionItem, CompletionList } from "vscode-languageserver/node";
import { TemporaryFolder } from "../kit/folder.ts";
import { Editor } from "../kit/wire.ts";

const POD = `apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  containers:
    - name: web
      image: nginx:1.27
      envFrom:
        - configMapRef:
            name: 
`;

test("names of objects in files that nobody has open are offered", async () => {
  using folder = new TemporaryFolder({
    "pod.yaml": POD,
    "config.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web-config }\n",
  });
  const editor = new Editor();
  await editor.initialize({ workspaceFolders: [{ uri: folder.uri, name: "folder" }] });
  const uri = folder.uriOf("pod.yaml");
  await editor.open(uri, POD);
  const answer = await editor.ask<CompletionItem[] | CompletionList>("textDocument/completion", {
    textDocument: { uri },
    position: { line: 9, character: 18 },
  });
  const items = Array.isArray(answer) ? answer : answer.items;
  assert.deepEqual(
    items.map(({ label }) => label),
    ["web-config"],
  );
  await editor.stop();
});
