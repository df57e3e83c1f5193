import assert from "node:assert/strict";
import * as vscode from "vscode";
import { openManifest, problems, rangeOf } from "./editor.ts";

suite("quick fix", () => {
  test("the preferred fix of a misspelt field writes the field that was meant", async () => {
    const { document } = await openManifest("mistakes/quick-fix.yaml");
    await problems(document.uri, (all) => all.length === 1);
    const fix = await preferredFix(document, rangeOf(document, "imagee"));
    const before = document.getText();
    assert.ok(fix.edit, "the fix changes nothing");
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.equal(document.getText(), before.replace("imagee:", "image:"));
    await problems(document.uri, (all) => all.length === 0);
  });
});

async function preferredFix(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
    // Resolved: a lazily computed edit counts as well.
    5,
  );
  const preferred = actions.filter((action) => action.isPreferred === true);
  assert.equal(preferred.length, 1, `one fix is preferred among ${actions.map(({ title }) => title).join(", ")}`);
  const [fix] = preferred;
  assert.ok(fix);
  return fix;
}
