import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits } from "../../server/src/base/span.ts";
import { readConfiguration } from "../../server/src/workspace/configuration.ts";
import { documentsOf, SmallWorkspace } from "../kit/workspace.ts";

const POD = (secret: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec:\n  containers: [{ name: web, image: nginx }]\n  imagePullSecrets: [{ name: ${secret} }]\n`;
const SECRET = (name: string): string => `apiVersion: v1\nkind: Secret\nmetadata: { name: ${name} }\n`;

const severities = (workspace: SmallWorkspace, path: string): readonly string[] =>
  workspace.lint(path).map(({ finding }) => `${finding.severity} ${finding.rule}`);

test("what is not here is a hint, a slip of the keyboard a warning, and what exists outside is nothing", () => {
  assert.deepEqual(severities(new SmallWorkspace({ "a.yaml": POD("registry") }), "a.yaml"), [
    "hint reference/missing-target",
  ]);
  const near = { "a.yaml": POD("regitsry"), "b.yaml": SECRET("registry") };
  assert.deepEqual(severities(new SmallWorkspace(near), "a.yaml"), ["warning reference/missing-target"]);
  const [declaration] = documentsOf("external: [{ kind: Secret, name: regist* }]\n");
  const known = readConfiguration(declaration?.root ?? null);
  assert.deepEqual(severities(new SmallWorkspace({ "a.yaml": POD("registry") }, known), "a.yaml"), []);
});

test("a near miss in another environment is none", () => {
  const apart = { "overlays/dev/a.yaml": POD("regitsry"), "overlays/prod/b.yaml": SECRET("registry") };
  assert.deepEqual(severities(new SmallWorkspace(apart), "overlays/dev/a.yaml"), ["hint reference/missing-target"]);
});

test("names that come in families are no slips", () => {
  for (const [asked, present] of [
    ["db-1", "db-2"],
    ["tls-a", "tls-b"],
    ["web", "wed"],
    ["registry-dev", "registry-prod"],
  ] as const)
    assert.deepEqual(
      severities(new SmallWorkspace({ "a.yaml": POD(asked), "b.yaml": SECRET(present) }), "a.yaml"),
      ["hint reference/missing-target"],
      asked,
    );
});

test("a plural is suggested: as what was meant when nobody else asks for it, else as another object perhaps", () => {
  const alone = new SmallWorkspace({ "a.yaml": POD("cart"), "b.yaml": SECRET("carts") });
  const shared = new SmallWorkspace({ "a.yaml": POD("cart"), "b.yaml": SECRET("carts"), "c.yaml": POD("carts") });
  for (const [workspace, severity] of [
    [alone, "warning"],
    [shared, "hint"],
  ] as const) {
    const [found] = workspace.lint("a.yaml");
    assert.equal(found?.finding.severity, severity);
    assert.equal(found?.finding.fixes?.()[0]?.title.en, "Change `cart` to `carts`");
  }
});

test("a listed StorageClass set is complete: any other class is missing for certain", () => {
  const claim =
    "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: a }\nspec: { storageClassName: nhanh }\n";
  const [text] = documentsOf("storageClasses: [{ name: cham }]\n");
  const configured = new SmallWorkspace({ "a.yaml": claim }, readConfiguration(text?.root ?? null));
  assert.deepEqual(severities(configured, "a.yaml"), ["warning reference/missing-target"]);
  assert.deepEqual(severities(new SmallWorkspace({ "a.yaml": claim }), "a.yaml"), ["hint reference/missing-target"]);
});

test("an object can be declared to exist outside", () => {
  const workspace = new SmallWorkspace({ "a.yaml": POD("registry") });
  const fixes = workspace.lint("a.yaml")[0]?.finding.fixes?.() ?? [];
  const [edit] = fixes.at(-1)?.elsewhere ?? [];
  assert.equal(edit?.create, true);
  assert.equal(applyEdits("", edit?.edits ?? []), "external:\n  - kind: Secret\n    name: registry\n");
});

test("patches of a kustomization speak for the object they change", () => {
  const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: nginx, volumeMounts: [{ name: extra, mountPath: /x }] }]
`;
  const patched = {
    "kustomization.yaml": "resources: [web.yaml]\npatches: [{ path: extra.yaml }]\n",
    "web.yaml": deployment,
    "extra.yaml": "apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\n",
  };
  assert.deepEqual(severities(new SmallWorkspace(patched), "web.yaml"), []);
  assert.deepEqual(severities(new SmallWorkspace({ "web.yaml": deployment }), "web.yaml"), [
    "error reference/missing-volume",
  ]);
});
