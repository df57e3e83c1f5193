import assert from "node:assert/strict";
import { test } from "node:test";
import type { CodeLens } from "vscode-languageserver/node";
import { claim, NO_CLASS, volume } from "../../server/src/rules/storage/example.ts";
import { TemporaryFolder } from "../kit/folder.ts";
import { Editor } from "../kit/wire.ts";

test("a claim follows the volume of another open file", async () => {
  using folder = new TemporaryFolder({});
  const editor = new Editor();
  await editor.initialize({
    capabilities: { workspace: { workspaceFolders: true } },
    workspaceFolders: [{ uri: folder.uri, name: "folder" }],
  });
  const claims = `${folder.uri}/claim.yaml`;
  const volumes = `${folder.uri}/volume.yaml`;
  const storage = () => editor.diagnostics(claims).filter(({ code }) => code === "storage/claim-pending");
  await editor.open(volumes, volume("pv-a", { size: "5Gi" }));
  await editor.open(claims, claim("data", { more: NO_CLASS }));
  const [pending] = storage();
  assert.match(String(pending?.message), /`pv-a`/);
  assert.deepEqual(
    pending?.relatedInformation?.map(({ location }) => [location.uri, location.range.start]),
    [[volumes, { line: 3, character: 8 }]],
  );
  await editor.change(volumes, { text: volume("pv-a", { size: "20Gi" }) });
  assert.deepEqual(storage(), []);
  const lenses = await editor.ask<CodeLens[]>("textDocument/codeLens", { textDocument: { uri: claims } });
  assert.ok(lenses.some(({ command }) => /pv-a/.test(command?.title ?? "")));
  await editor.stop();
});
