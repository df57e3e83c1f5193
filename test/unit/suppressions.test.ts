import assert from "node:assert/strict";
import { test } from "node:test";
import { Diagnoser } from "../../server/src/features/diagnose.ts";
import { RuleSet } from "../../server/src/features/rule-set.ts";
import { sift } from "../../server/src/features/suppressions.ts";
import { fileId } from "../../server/src/workspace/file.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";
import { dedent } from "../kit/marks.ts";
import { onFailure } from "../kit/rule-sets.ts";
import { schemas } from "../kit/schemas.ts";
import { SmallWorkspace } from "../kit/workspace.ts";

/** Findings as `line rule`, and those that are suppressed as `(line rule: reason)`. */
function told(text: string): readonly string[] {
  const workspace = new Workspace(schemas);
  const held = workspace.open(fileId("file:///shop/a.yaml"), dedent(text));
  const onFailure = (rule: string, error: unknown): never => {
    throw new Error(rule, { cause: error });
  };
  const lineOf = (index: number, offset: number): number => held.stream.positionAt(index, offset).line + 1;
  const { located, suppressed } = new Diagnoser(workspace).examine(held, { severities: {}, onFailure }, "all");
  return [
    ...located.map(({ index, finding }) => `${lineOf(index, finding.span.start)} ${finding.rule}`),
    ...suppressed.map(
      ({ index, finding, reason }) => `(${lineOf(index, finding.span.start)} ${finding.rule}: ${reason})`,
    ),
  ];
}

test("a comment speaks of the next line that says something, or of its own", () => {
  const text = (comment: string, behind = "") => `
    apiVersion: v1
    kind: ConfigMap
    metadata:
      ${comment}

      # Kept for the old system.
      name: gio_hang${behind}
  `;
  assert.deepEqual(told(text("# kubernetes-authoring: ignore metadata/invalid-name because it is old")), [
    "(7 metadata/invalid-name: it is old)",
  ]);
  assert.deepEqual(told(text("#kubernetes-authoring: ignore metadata/* vì hệ thống cũ")), [
    "(7 metadata/invalid-name: hệ thống cũ)",
  ]);
  assert.deepEqual(told(text("#", " # kubernetes-authoring: ignore metadata/invalid-name because: old")), [
    "(7 metadata/invalid-name: old)",
  ]);
});

test("documents and files are ignored as a whole, wherever the comment stands", () => {
  const two = (comment: string) => `
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: gio_hang
    ---
    ${comment}
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: kho_hang
  `;
  assert.deepEqual(told(two("# kubernetes-authoring: ignore-document metadata/invalid-name because it is old")), [
    "4 metadata/invalid-name",
    "(10 metadata/invalid-name: it is old)",
  ]);
  assert.deepEqual(told(two("# kubernetes-authoring: ignore-file metadata/invalid-name because it is old")), [
    "(4 metadata/invalid-name: it is old)",
    "(10 metadata/invalid-name: it is old)",
  ]);
  assert.deepEqual(told(two("# kubernetes-authoring: ignore-file schema/* because it is old")), [
    "4 metadata/invalid-name",
    "6 suppression/unused",
    "10 metadata/invalid-name",
  ]);
});

test("a text that looks like such a comment is none", () => {
  const script = `
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: gio-hang
    data:
      note: "# kubernetes-authoring: ignore nothing/at-all"
      script: |
        # kubernetes-authoring: ignore nothing/at-all because it is a script
        echo
  `;
  assert.deepEqual(told(script), []);
});

test("what nobody asked is not called unused", () => {
  const pod = `
    apiVersion: v1
    kind: Pod
    metadata:
      name: gio-hang
    spec:
      containers:
        # kubernetes-authoring: ignore practice/image-tag, reference/missing-key because they are tested elsewhere
        - name: web
          image: nginx:latest
  `;
  const { kept } = sift(new SmallWorkspace({ "a.yaml": dedent(pod) }).contexts("a.yaml"), [[]], {
    rules: new RuleSet(),
    asked: "alone",
    onFailure,
  });
  assert.deepEqual(kept, [[]]);
  assert.deepEqual(told(pod), ["7 suppression/unused"]);
});

test("templates are left alone, their comments too", () => {
  const template = `
    # kubernetes-authoring: ignore nothing/at-all
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: {{ .Values.name }}
  `;
  const workspace = new Workspace(schemas);
  const file = fileId("file:///shop/templates/a.yaml");
  workspace.announce([fileId("file:///shop/Chart.yaml")]);
  const held = workspace.open(file, dedent(template));
  const settings = { severities: {}, onFailure: assert.fail };
  assert.deepEqual(new Diagnoser(workspace).diagnose(held, settings, "all"), []);
});
