import assert from "node:assert/strict";
import * as vscode from "vscode";
import { accept, completion, openManifest, problems, rangeOf, replace, setCursor } from "./editor.ts";

suite("completion", () => {
  test("an empty file becomes a Deployment", async () => {
    const editor = await openManifest("typing/empty.yaml");
    await accept(editor, await completion(editor, "Deployment"));
    const text = editor.document.getText();
    assert.match(text, /^apiVersion: apps\/v1\nkind: Deployment\nmetadata:\n {2}name: /);
    assert.match(text, /^ {2}selector:\n {4}matchLabels:\n/m);
    assert.match(text, /^ {2}template:\n/m);
  });

  test("a field is inserted at the indentation of its neighbours", async () => {
    const editor = await openManifest("typing/field.yaml");
    const { document } = editor;
    const lastLine = document.lineAt(document.lineCount - 2);
    await replace(document, new vscode.Range(lastLine.range.end, lastLine.range.end), "\n      termi");
    setCursor(editor, document.lineAt(lastLine.lineNumber + 1).range.end);
    await accept(editor, await completion(editor, "terminationMessagePath"));
    assert.match(document.lineAt(lastLine.lineNumber + 1).text, /^ {6}terminationMessagePath: ?/);
    assert.equal(document.lineAt(lastLine.lineNumber).text, "      image: nginx:1.27");
  });

  test("a value is one of those allowed, after a single space", async () => {
    const editor = await openManifest("typing/enum.yaml");
    const { document } = editor;
    const colon = rangeOf(document, "imagePullPolicy:");
    await replace(document, colon, "imagePullPolicy: ");
    setCursor(editor, colon.end.translate(0, 1));
    await completion(editor, "Never");
    await accept(editor, await completion(editor, "IfNotPresent"));
    assert.match(document.getText(), /\n {6}imagePullPolicy: IfNotPresent\n$/);
    await problems(document.uri, (all) => all.length === 0);
  });
});
