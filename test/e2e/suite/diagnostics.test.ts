import assert from "node:assert/strict";
import * as vscode from "vscode";
import { openManifest, problems, rangeOf, replace } from "./editor.ts";

suite("diagnostics", () => {
  test("a misspelt field is underlined exactly, once", async () => {
    const { document } = await openManifest("mistakes/misspelt-field.yaml");
    const [problem, ...others] = await problems(document.uri, (all) => all.length > 0);
    assert.ok(problem);
    assert.deepEqual(others, []);
    assert.deepEqual(problem.range, rangeOf(document, "imagee"));
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Error);
    assert.match(problem.message, /imagee/);
  });

  test("unsaved text counts", async () => {
    const { document } = await openManifest("typing/unsaved.yaml");
    await problems(document.uri, (all) => all.length === 0);
    await replace(document, rangeOf(document, "image:"), "imagee:");
    await problems(document.uri, (all) => all.length === 1);
    await replace(document, rangeOf(document, "imagee:"), "image:");
    await problems(document.uri, (all) => all.length === 0);
    assert.equal(document.isDirty, true);
  });
});
