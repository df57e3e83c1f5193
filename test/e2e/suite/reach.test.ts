import assert from "node:assert/strict";
import * as vscode from "vscode";
import { hover, openManifest, rangeOf } from "./editor.ts";

suite("reachability", () => {
  test("the name of a workload tells who calls it; least-privilege policies open unsaved, and what they change is shown", async () => {
    const { document } = await openManifest("network/network.yaml");
    const name = rangeOf(document, "name: front\n  namespace: picture\nspec:\n  selector:\n    matchLabels").start;
    assert.match(await hover(document, name.translate(0, 7)), /no policy restricts it/);

    await vscode.commands.executeCommand("kubernetesAuthoring.leastPrivilege", "picture");
    const written = vscode.window.activeTextEditor?.document;
    assert.ok(written?.isUntitled);
    assert.match(written.getText(), /^ {2}name: deny-all\n {2}namespace: picture$/m);

    await vscode.commands.executeCommand("kubernetesAuthoring.showReachChanges", "saved");
    const page = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === "kubernetes-authoring");
    assert.match(page?.getText() ?? "", /^- .*picture\/front\[Deployment\]/m);
    assert.equal(page?.languageId, "diff");

    await vscode.window.showTextDocument(written);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });
});
