import assert from "node:assert/strict";
import { test } from "node:test";
import { type CodeAction, type Diagnostic, DiagnosticSeverity } from "vscode-languageserver/node";
import { Editor } from "../kit/wire.ts";

const URI = "file:///shop/web.yaml";

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: nginx:1.29
          volumeMounts:
            - name: data
              mountPath: /data
      volumes:
        - name: data
          emptyDir: {}
`;

/** Everything but the image, and nothing to follow it. */
const WITHOUT_IMAGE = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n";

async function startedEditor(): Promise<Editor> {
  const editor = new Editor();
  await editor.initialize();
  return editor;
}

const rules = (diagnostics: readonly Diagnostic[]): readonly unknown[] => diagnostics.map(({ code }) => code);

const places = (diagnostics: readonly Diagnostic[]): readonly unknown[] =>
  diagnostics.map(({ code, range }) => [code, range.start.line]);

const errors = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  diagnostics.filter(({ severity }) => severity === DiagnosticSeverity.Error);

/** Types at a place, as an editor reports it. */
const typing = (editor: Editor, line: number, character: number, text: string): Promise<readonly Diagnostic[]> =>
  editor.change(URI, { range: { start: { line, character }, end: { line, character } }, text });

test("typed key by key from the top, no line above is called wrong", async () => {
  const editor = await startedEditor();
  await editor.open(URI, "");
  let [line, character, strokes] = [0, 0, 0];
  for (const text of DEPLOYMENT.match(/\n *|[^\n]{1,12}/g) ?? []) {
    const above = errors(await typing(editor, line, character, text)).filter(({ range }) => range.start.line < line);
    assert.deepEqual(places(above), [], `line ${line}`);
    line += text.startsWith("\n") ? 1 : 0;
    character = text.startsWith("\n") ? text.length - 1 : character + text.length;
    strokes++;
  }
  assert.ok(strokes > 40);
  assert.deepEqual(await editor.save(URI), []);
  await editor.stop();
});

test("the same where the editor sends the whole text each time", async () => {
  const editor = await startedEditor();
  await editor.open(URI, "");
  const lines = DEPLOYMENT.split("\n");
  for (const line of lines.keys()) {
    const found = await editor.change(URI, {
      text: lines
        .slice(0, line)
        .map((each) => `${each}\n`)
        .join(""),
    });
    assert.deepEqual(places(errors(found)), [], `line ${line}`);
  }
  await editor.stop();
});

test("what is missing where somebody types is told once the file is saved, and can be put right before", async () => {
  const editor = await startedEditor();
  await editor.open(URI, WITHOUT_IMAGE.slice(0, -"- name: web\n".length));
  const end = { line: 6, character: 4 };
  assert.deepEqual(await typing(editor, end.line, end.character, "- name: web\n"), []);
  const actions = await editor.ask<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri: URI },
    range: { start: { line: 6, character: 12 }, end: { line: 6, character: 12 } },
    context: { diagnostics: [] },
  });
  assert.ok(actions.some(({ title }) => title.includes("container/missing-image")));
  assert.deepEqual(places(await editor.save(URI)), [["container/missing-image", 6]]);
  const later = await typing(editor, 7, 0, "      ima");
  assert.deepEqual(places(later), [["yaml/missing-colon", 7]], "and it is kept back again when typing goes on");
  await editor.stop();
});

test("what is missing is told when typing goes on elsewhere", async () => {
  const editor = await startedEditor();
  await editor.open(URI, WITHOUT_IMAGE);
  assert.deepEqual(await typing(editor, 7, 0, "      command: [sh]\n"), []);
  assert.deepEqual(
    rules(await typing(editor, 8, 0, "    - name: log")),
    ["container/missing-image"],
    "another container",
  );
  assert.deepEqual(rules(await typing(editor, 8, 15, "\n---\n")), [
    "container/missing-image",
    "container/missing-image",
  ]);

  await editor.open("file:///shop/other.yaml", DEPLOYMENT);
  await typing(editor, 10, 0, "apiVersion: v1\n");
  assert.ok(!rules(editor.diagnostics(URI)).includes("api/missing-kind"));
  const line = { line: 22, character: 0 };
  await editor.change("file:///shop/other.yaml", { range: { start: line, end: line }, text: "# done\n" });
  assert.ok(rules(editor.diagnostics(URI)).includes("api/missing-kind"), "another file");
  await editor.stop();
});

test("a field that is typed in the middle of a file waits for the rest of its block only", async () => {
  const editor = await startedEditor();
  await editor.open(URI, DEPLOYMENT);
  await typing(editor, 15, 27, "\n          livenessProbe:\n            periodSeconds: 5");
  assert.deepEqual(editor.diagnostics(URI), []);
  assert.deepEqual(places(await editor.save(URI)), [["probe/handler", 16]]);
  await editor.stop();
});

test("what was taken away or pasted as a whole is judged at once", async () => {
  const editor = await startedEditor();
  await editor.open(URI, `${WITHOUT_IMAGE}      image: nginx:1.29\n`);
  const taken = { start: { line: 7, character: 0 }, end: { line: 8, character: 0 } };
  assert.deepEqual(rules(await editor.change(URI, { range: taken, text: "" })), ["container/missing-image"]);
  await editor.change(URI, { text: "" });
  assert.deepEqual(rules(await typing(editor, 0, 0, WITHOUT_IMAGE)), ["container/missing-image"]);
  assert.deepEqual(await typing(editor, 7, 0, "      "), [], "until somebody goes on");
  await editor.stop();
});

test("a file that breaks off within a line lacks the rest on that line", async () => {
  const editor = await startedEditor();
  const [missing, ...more] = await editor.open(URI, `${WITHOUT_IMAGE}      command: [sh]`);
  assert.deepEqual(more, []);
  assert.equal(missing?.code, "container/missing-image");
  assert.deepEqual(missing?.range, { start: { line: 7, character: 6 }, end: { line: 7, character: 19 } });
  assert.equal(missing?.relatedInformation?.[0]?.location.range.start.line, 6);
  await editor.stop();
});
