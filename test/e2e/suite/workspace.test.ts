import assert from "node:assert/strict";
import * as vscode from "vscode";
import { openManifest, problems, rangeOf, replace } from "./editor.ts";

suite("workspace", () => {
  test("a Deployment leads to its ConfigMap in another file", async () => {
    const { document } = await openManifest("shop/deployment.yaml");
    const targets = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      "vscode.executeDefinitionProvider",
      document.uri,
      rangeOf(document, "shop-settings").start,
    );
    assert.equal(targets.length, 1);
    const [target] = targets;
    assert.ok(target);
    const uri = target instanceof vscode.Location ? target.uri : target.targetUri;
    assert.match(uri.path, /\/shop\/settings\.yaml$/);
  });

  test("the outline names the resource", async () => {
    const { document } = await openManifest("shop/deployment.yaml");
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      "vscode.executeDocumentSymbolProvider",
      document.uri,
    );
    assert.match(symbols.map(({ name }) => name).join(), /\bshop\b/);
  });

  test("an edited CustomResourceDefinition is what its resources are checked by", async () => {
    const { document: crd } = await openManifest("tickets/crd.yaml");
    const { document: ticket } = await openManifest("tickets/ticket.yaml");
    const [problem] = await problems(ticket.uri, (all) => all.length === 1);
    assert.deepEqual(problem?.range, rangeOf(ticket, "extreme"));
    await replace(crd, rangeOf(crd, "- high"), "- extreme");
    await problems(ticket.uri, (all) => all.length === 0);
  });
});
