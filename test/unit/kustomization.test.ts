import assert from "node:assert/strict";
import { test } from "node:test";
import { definition } from "../../server/src/features/definition.ts";
import { fileLinks } from "../../server/src/features/links.ts";
import { lintDocument } from "../../server/src/features/lint.ts";
import { documentContext } from "../../server/src/workspace/context.ts";
import { fileId } from "../../server/src/workspace/file.ts";
import { type TextFile, Workspace } from "../../server/src/workspace/workspace.ts";
import { YDocument } from "../../server/src/yaml/document.ts";
import { ESSENTIAL } from "../kit/rule-sets.ts";
import { newest, schemas } from "../kit/schemas.ts";

const FOLDER = "file:///work/";

function findings(text: string): readonly string[] {
  const doc = new YDocument(text, "manifest");
  const context = documentContext(doc, "kustomization", newest);
  return lintDocument(context, ESSENTIAL).map(({ rule, span }) => `${rule} ${doc.text.slice(span.start, span.end)}`);
}

test("a kustomization without type and version is checked", () => {
  assert.deepEqual(findings("resource:\n- pod.yaml\n"), ["schema/unknown-field resource"]);
  assert.deepEqual(findings("resources: pod.yaml\n"), ["schema/wrong-type pod.yaml"]);
  assert.deepEqual(findings("resources:\n- pod.yaml\nnamespace: shop\n"), []);
});

test("with either of them, or both, it is the same file", () => {
  const body = "resource:\n- pod.yaml\nconfigMapGenerator:\n- literals: [a=b]\n  behavior: append\n";
  const expected = [
    "schema/unknown-field resource",
    "schema/missing-field literals",
    "schema/value-not-allowed append",
  ];
  const [version, kind] = ["apiVersion: kustomize.config.k8s.io/v1beta1\n", "kind: Kustomization\n"];
  const component = "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n";
  for (const head of ["", version, kind, version + kind, component, "kind: Component\n", 'kind: ""\n'])
    assert.deepEqual(findings(head + body), expected, head);
});

test("a type of somebody else is left alone", () => {
  for (const head of ["kind: Deployment\n", "apiVersion: example.com/v1\n", "apiVersion: example.com/v1\nkind: Odd\n"])
    assert.deepEqual(findings(`${head}resource: [pod.yaml]\n`), [], head);
});

const FILES = {
  "app/kustomization.yaml": `resources:
- pod.yaml
- ../base
- ./nowhere
- https://example.com/all.yaml
- github.com/example/app//deploy?ref=v1
components: [../extra]
patches:
- path: patches/more.yaml
- patch: "[]"
patchesStrategicMerge:
- |-
  kind: Pod
configMapGenerator:
- name: settings
  files: [app.properties=config/prod.properties]
  envs: [.env]
`,
  "base/kustomization.yml": "resources: [pod.yaml]\n",
  "base/pod.yaml": "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n",
  "extra/Kustomization": "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n",
};

function openFiles(): { readonly workspace: Workspace; readonly held: TextFile } {
  const workspace = new Workspace(schemas);
  workspace.setFolders(["file:///work"]);
  const held = Object.entries(FILES).map(([path, text]) => workspace.open(fileId(FOLDER + path), text));
  const [first] = held;
  assert.ok(first);
  return { workspace, held: first };
}

test("paths link to files, and folders to the kustomization in them", () => {
  const { workspace, held } = openFiles();
  const [doc] = held.stream.docs;
  assert.ok(doc);
  const links = fileLinks(workspace.viewOf(held.file), workspace.contextOf(held, doc));
  assert.deepEqual(
    links.map(({ span, url }) => `${doc.text.slice(span.start, span.end)} -> ${url.slice(FOLDER.length)}`),
    [
      "pod.yaml -> app/pod.yaml",
      "../base -> base/kustomization.yml",
      "../extra -> extra/Kustomization",
      "patches/more.yaml -> app/patches/more.yaml",
      "app.properties=config/prod.properties -> app/config/prod.properties",
      ".env -> app/.env",
    ],
  );
});

test("a path leads to the start of its file, and only in a kustomization", () => {
  const { workspace, held } = openFiles();
  const [doc] = held.stream.docs;
  assert.ok(doc);
  const view = workspace.viewOf(held.file);
  const context = workspace.contextOf(held, doc);
  const found = definition(view, context, doc.text.indexOf("../base") + 3);
  assert.deepEqual(found?.targets, [
    { file: `${FOLDER}base/kustomization.yml`, document: 0, span: { start: 0, end: 0 } },
  ]);
  assert.equal(definition(view, context, doc.text.indexOf("nowhere")), undefined);
  assert.equal(definition(view, documentContext(doc, "manifest", newest), doc.text.indexOf("../base")), undefined);
});
