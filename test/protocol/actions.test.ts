import assert from "node:assert/strict";
import { test } from "node:test";
import type { CodeAction, Diagnostic, TextDocumentEdit, TextEdit, WorkspaceEdit } from "vscode-languageserver/node";
import { LineIndex } from "../../server/src/base/lines.ts";
import { applyEdits } from "../../server/src/base/span.ts";
import { TemporaryFolder } from "../kit/folder.ts";
import { Editor } from "../kit/wire.ts";

const POD = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      imagee: nginx:1.27
      Command: [sh]
`;

const URI = "file:///shop/pod.yaml";

async function editorWith(workspaceEdit: object = {}, folder?: TemporaryFolder): Promise<Editor> {
  const editor = new Editor();
  await editor.initialize({
    capabilities: { workspace: { workspaceFolders: true, workspaceEdit } },
    workspaceFolders: folder ? [{ uri: folder.uri, name: "folder" }] : null,
  });
  return editor;
}

const actionsFor = (editor: Editor, uri: string, diagnostic: Diagnostic | undefined, only?: string[]) =>
  editor.ask<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri },
    range: diagnostic?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    context: { diagnostics: diagnostic ? [diagnostic] : [], ...(only ? { only } : {}) },
  });

const titles = (actions: readonly CodeAction[]): readonly string[] => actions.map(({ title }) => title);

/** A text after the edits of one file. */
function edited(text: string, edits: readonly TextEdit[]): string {
  const lines = new LineIndex(text);
  const at = (range: TextEdit["range"]) => ({ start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) });
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({ span: at(range), text: newText })),
  );
}

const documentsOf = (edit: WorkspaceEdit | undefined): readonly TextDocumentEdit[] =>
  (edit?.documentChanges ?? []).filter((change): change is TextDocumentEdit => "edits" in change);

test("the light bulb offers the preferred fix first, then the whole rule, and silence last", async () => {
  const editor = await editorWith();
  const [first] = await editor.open(URI, POD);
  const actions = await actionsFor(editor, URI, first);
  assert.equal(actions[0]?.isPreferred, true);
  assert.equal(actions.filter(({ isPreferred }) => isPreferred).length, 1);
  assert.deepEqual(titles(actions).slice(-3), [
    "Sửa cả 2 chỗ bị `schema/unknown-field` báo trong tệp này",
    "Bỏ qua `schema/unknown-field` ở dòng này…",
    "Tắt `schema/unknown-field` cho dự án này",
  ]);
  const whole = actions.at(-3)?.edit?.changes?.[URI] ?? [];
  const after = edited(POD, whole);
  assert.match(after, /^ {6}image: nginx/m);
  assert.match(after, /^ {6}command: \[sh\]/m);
  assert.deepEqual(await editor.change(URI, { text: after }), []);
  await editor.stop();
});

test("ignoring a finding puts a comment above its line, whose reason is selected where the editor can", async () => {
  const plain = await editorWith();
  const [diagnostic] = await plain.open(URI, POD);
  const ignore = (actions: readonly CodeAction[]) => actions.find(({ title }) => title.startsWith("Bỏ qua"));
  const action = ignore(await actionsFor(plain, URI, diagnostic));
  const text = edited(POD, action?.edit?.changes?.[URI] ?? []);
  assert.match(text, /\n {6}# kubernetes-authoring: ignore schema\/unknown-field because …\n {6}imagee/);
  assert.deepEqual(
    (await plain.change(URI, { text })).map(({ code }) => code),
    ["suppression/missing-reason", "schema/unknown-field"],
  );
  const said = text.replace("because …", "because a webhook reads it");
  assert.deepEqual(
    (await plain.change(URI, { text: said })).map(({ code, range }) => [code, range.start.line]),
    [["schema/unknown-field", 9]],
  );
  await plain.stop();

  const able = await editorWith({ documentChanges: true, snippetEditSupport: true });
  const [again] = await able.open(URI, POD);
  const [document] = documentsOf(ignore(await actionsFor(able, URI, again))?.edit);
  assert.match(JSON.stringify(document), /because \$\{1:…\}\\n/);
  await able.stop();
});

test("turning a rule off writes the configuration file, and the finding goes", async () => {
  using folder = new TemporaryFolder({ "pod.yaml": POD, "closed.yaml": POD });
  const editor = await editorWith({ documentChanges: true }, folder);
  const uri = folder.uriOf("pod.yaml");
  const [diagnostic] = await editor.open(uri, POD);
  const action = (await actionsFor(editor, uri, diagnostic)).at(-1);
  const configuration = folder.uriOf(".kubernetes-authoring.yaml");
  assert.deepEqual(action?.edit?.documentChanges?.[0], {
    kind: "create",
    uri: configuration,
    options: { ignoreIfExists: true },
  });
  const [change] = documentsOf(action?.edit);
  assert.equal(change?.textDocument.uri, configuration);
  const text = edited("", (change?.edits ?? []) as TextEdit[]);
  assert.equal(text, "rules:\n  schema/unknown-field: off\n");
  assert.ok(editor.diagnostics(folder.uriOf("closed.yaml")).length > 0);
  await editor.open(configuration, text);
  assert.deepEqual(editor.diagnostics(configuration), []);
  assert.deepEqual(editor.diagnostics(uri), []);
  assert.deepEqual(editor.diagnostics(folder.uriOf("closed.yaml")), [], "files that nobody has open follow");
  await editor.stop();
});

test("source.fixAll applies the safe fixes of a file, and only when it is asked for", async () => {
  const editor = await editorWith();
  await editor.open(URI, POD);
  assert.ok((await actionsFor(editor, URI, undefined)).every(({ kind }) => kind === "quickfix"));
  for (const only of ["source", "source.fixAll", "source.fixAll.kubernetesAuthoring"]) {
    const [action, ...more] = await actionsFor(editor, URI, undefined, [only]);
    assert.deepEqual(more, []);
    assert.equal(action?.kind, "source.fixAll.kubernetesAuthoring");
    const text = edited(POD, action.edit?.changes?.[URI] ?? []);
    assert.equal(text, POD.replace("imagee", "image").replace("Command", "command"));
  }
  await editor.change(URI, { text: POD.replace("imagee", "image").replace("Command", "command") });
  assert.deepEqual(await actionsFor(editor, URI, undefined, ["source.fixAll"]), []);
  await editor.stop();
});

test("safe fixes of the workspace come in one edit, to be looked at where several files change", async () => {
  using folder = new TemporaryFolder({
    "a.yaml": POD,
    "b.yaml": POD,
    "good.yaml": "apiVersion: v1\nkind: Namespace\n",
  });
  const editor = await editorWith({ documentChanges: true, changeAnnotationSupport: {} }, folder);
  let asked: WorkspaceEdit | undefined;
  editor.connection.onRequest("workspace/applyEdit", ({ edit }: { readonly edit: WorkspaceEdit }) => {
    asked = edit;
    return { applied: true };
  });
  const fixed = await editor.ask("workspace/executeCommand", { command: "kubernetesAuthoring.server.fixWorkspace" });
  assert.deepEqual(fixed, { files: 2, fixes: 4, applied: true });
  assert.deepEqual(
    documentsOf(asked).map(({ textDocument }) => textDocument.uri),
    [folder.uriOf("a.yaml"), folder.uriOf("b.yaml")],
  );
  assert.deepEqual(
    Object.values(asked?.changeAnnotations ?? {}).map(({ needsConfirmation }) => needsConfirmation),
    [true],
  );
  await editor.stop();
});

test("a profile in the configuration file decides at once, and a rule that is named counts in every profile", async () => {
  using folder = new TemporaryFolder({ "pod.yaml": "" });
  const editor = await editorWith({}, folder);
  const uri = folder.uriOf("pod.yaml");
  const text = POD.replace("imagee: nginx:1.27\n      Command: [sh]", "image: nginx:latest");
  assert.deepEqual(await editor.open(uri, text), []);
  const configuration = folder.uriOf(".kubernetes-authoring.yaml");
  const codes = () => editor.diagnostics(uri).map(({ code }) => String(code));
  await editor.open(configuration, "profile: \n");
  const { items } = await editor.ask<{ readonly items: readonly { readonly label: string }[] }>(
    "textDocument/completion",
    { textDocument: { uri: configuration }, position: { line: 0, character: 9 } },
  );
  assert.deepEqual(items.map(({ label }) => label).sort(), ["essential", "recommended", "strict"]);
  await editor.change(configuration, { text: "profile: recommended\n" });
  const recommended = codes();
  assert.ok(recommended.includes("practice/image-tag"), String(recommended));
  await editor.change(configuration, { text: "profile: strict\n" });
  assert.ok(codes().length > recommended.length && recommended.every((code) => codes().includes(code)));
  await editor.change(configuration, { text: "rules: { practice/image-tag: warning }\n" });
  assert.deepEqual(
    editor.diagnostics(uri).map(({ code, severity }) => [code, severity]),
    [["practice/image-tag", 2]],
  );
  await editor.change(configuration, { text: "profile: recommended\nrules: { practice/*: off }\n" });
  assert.deepEqual(
    codes().filter((code) => code.startsWith("practice/")),
    [],
  );
  await editor.stop();
});
