import assert from "node:assert/strict";
import { test } from "node:test";
import type { CodeAction, Diagnostic, Hover } from "vscode-languageserver/node";
import { Editor } from "../kit/wire.ts";

const POD = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      imagee: nginx:1.27
`;

const many = (count: number): string =>
  Array.from({ length: count }, (_, index) =>
    POD.replace("name: web", `name: web-${index}`).replace("imagee", "image"),
  ).join("---\n");

const messageOf = (diagnostic: Diagnostic | undefined): string =>
  typeof diagnostic?.message === "string" ? diagnostic.message : "";

const codes = (diagnostics: readonly Diagnostic[]): readonly unknown[] => diagnostics.map(({ code }) => code);

test("a misspelt field is reported in both languages, on its place, and repaired by its first fix", async () => {
  const editor = new Editor();
  await editor.initialize();
  const [diagnostic, ...more] = await editor.open("file:///shop/pod.yaml", POD);
  assert.deepEqual(more, []);
  assert.deepEqual(diagnostic?.range, { start: { line: 7, character: 6 }, end: { line: 7, character: 12 } });
  assert.equal(diagnostic?.code, "schema/unknown-field");
  assert.match(messageOf(diagnostic), /có lẽ là `image`.*\n.*did you mean `image`/);
  const actions = await editor.ask<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri: "file:///shop/pod.yaml" },
    range: diagnostic.range,
    context: { diagnostics: [diagnostic] },
  });
  assert.equal(actions[0]?.isPreferred, true);
  const edits = actions[0]?.edit?.changes?.["file:///shop/pod.yaml"];
  assert.deepEqual(edits, [{ range: diagnostic.range, newText: "image" }]);
  const after = await editor.change("file:///shop/pod.yaml", { range: diagnostic.range, text: "image" });
  assert.deepEqual(after, []);
  await editor.stop();
});

test("an edit in a file of 1,000 documents reads and checks one document", async () => {
  const editor = new Editor();
  await editor.initialize();
  await editor.open("file:///shop/many.yaml", many(1000));
  const before = await editor.usage();
  const line = 500 * 9 + 7;
  const diagnostics = await editor.change("file:///shop/many.yaml", {
    range: { start: { line, character: 11 }, end: { line, character: 11 } },
    text: "e",
  });
  const after = await editor.usage();
  assert.deepEqual(codes(diagnostics), ["schema/unknown-field"]);
  assert.equal(diagnostics[0]?.range.start.line, line);
  assert.equal(after.documentsRead - before.documentsRead, 1);
  assert.equal(after.documentsChecked - before.documentsChecked, 1);
  await editor.stop();
});

test("one broken document does not disturb its neighbours", async () => {
  const editor = new Editor();
  await editor.initialize();
  const text = `${POD}---\nkind: [unclosed\n---\n${POD}`;
  const diagnostics = await editor.open("file:///shop/mixed.yaml", text);
  assert.equal(diagnostics.filter(({ code }) => code === "schema/unknown-field").length, 2);
  assert.ok(diagnostics.some(({ code }) => String(code).startsWith("yaml/")));
  await editor.stop();
});

test("a change of settings changes languages, versions and severities at once", async () => {
  const editor = new Editor();
  await editor.initialize();
  const uri = "file:///shop/pod.yaml";
  await editor.open(uri, POD);
  const configure = async (kubernetesAuthoring: object): Promise<readonly Diagnostic[]> => {
    const idle = editor.nextIdle();
    await editor.connection.sendNotification("workspace/didChangeConfiguration", { settings: { kubernetesAuthoring } });
    await idle;
    return editor.diagnostics(uri);
  };
  assert.doesNotMatch(messageOf((await configure({ language: "vi" }))[0]), /did you mean/);
  assert.match(messageOf((await configure({ language: "en" }))[0]), /^There is no field/);
  const hover = await editor.ask<Hover>("textDocument/hover", {
    textDocument: { uri },
    position: { line: 5, character: 4 },
  });
  assert.doesNotMatch(JSON.stringify(hover.contents), /bắt buộc/);
  assert.equal((await configure({ rules: { "schema/unknown-field": "hint" } }))[0]?.severity, 4);
  assert.deepEqual(await configure({ rules: { "schema/*": "off" } }), []);
  assert.equal((await configure({})).length, 1);
  await editor.stop();
});

test("a custom resource follows its definition as it is edited", async () => {
  const editor = new Editor();
  await editor.initialize();
  const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: tiems.cua-hang.vn
spec:
  group: cua-hang.vn
  scope: Namespaced
  names: { kind: Tiem, plural: tiems }
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties:
                mau: { type: string }
`;
  const resource = "apiVersion: cua-hang.vn/v1\nkind: Tiem\nmetadata: { name: a }\nspec:\n  muc: 3\n";
  assert.deepEqual(await editor.open("file:///shop/tiem.yaml", resource), []);
  await editor.open("file:///shop/crd.yaml", definition);
  assert.deepEqual(codes(editor.diagnostics("file:///shop/tiem.yaml")), ["schema/unknown-field"]);
  await editor.change("file:///shop/crd.yaml", {
    text: definition.replace("mau: { type: string }", "muc: { type: string }"),
  });
  assert.deepEqual(codes(editor.diagnostics("file:///shop/tiem.yaml")), ["schema/wrong-type"]);
  await editor.change("file:///shop/crd.yaml", {
    text: definition.replace("mau: { type: string }", "muc: { type: integer }"),
  });
  assert.deepEqual(editor.diagnostics("file:///shop/tiem.yaml"), []);
  await editor.stop();
});

test("YAML that is not Kubernetes is left alone", async () => {
  const editor = new Editor();
  await editor.initialize();
  assert.deepEqual(await editor.open("file:///shop/docker-compose.yml", "services:\n  web:\n    imagee: nginx\n"), []);
  assert.deepEqual(await editor.open("file:///shop/notes.yaml", "a: [1\nb: {\n"), []);
  await editor.stop();
});
