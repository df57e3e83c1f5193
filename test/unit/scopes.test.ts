import assert from "node:assert/strict";
import { test } from "node:test";
import { present } from "../../server/src/base/never.ts";
import { factsOf } from "../../server/src/model/facts.ts";
import { nameOfEntry, SmallWorkspace } from "../kit/workspace.ts";

const CONFIG = "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: chung }\n";
const POD =
  "apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: a, envFrom: [{ configMapRef: { name: chung } }] }] }\n";
const inNamespace = (text: string, namespace: string): string =>
  text.replace(/name: (chung|web) \}/, `name: $1, namespace: ${namespace} }`);

/** What the first ConfigMap mentioned in `path` leads to. */
function leadsTo(workspace: SmallWorkspace, path: string): readonly string[] {
  const facts = present(factsOf(present(workspace.documents(path)[0], path))[0], path);
  const reference = present(
    facts.references.find(({ to }) => to?.kind === "ConfigMap"),
    "reference",
  );
  return workspace.view(path).resolve(reference, facts).map(nameOfEntry);
}

test("the same folder comes first, then the nearest", () => {
  const files = {
    "a/pod.yaml": POD,
    "b/pod.yaml": POD,
    "b/config.yaml": CONFIG,
    "a/x/config.yaml": CONFIG,
    "a/pods/p.yaml": POD,
  };
  const workspace = new SmallWorkspace(files);
  assert.deepEqual(leadsTo(workspace, "b/pod.yaml"), ["ConfigMap /chung in b/config.yaml"]);
  assert.deepEqual(leadsTo(workspace, "a/pod.yaml"), ["ConfigMap /chung in a/x/config.yaml"]);
  assert.deepEqual(leadsTo(workspace, "a/pods/p.yaml"), ["ConfigMap /chung in a/x/config.yaml"]);
});

test("folders of other environments hold other objects", () => {
  const files = {
    "dev/pod.yaml": POD,
    "prod/config.yaml": CONFIG,
    "clusters/east/pod.yaml": POD,
    "clusters/west/config.yaml": CONFIG,
  };
  const workspace = new SmallWorkspace(files);
  assert.deepEqual(leadsTo(workspace, "dev/pod.yaml"), ["ConfigMap /chung in clusters/west/config.yaml"]);
  assert.deepEqual(leadsTo(workspace, "clusters/east/pod.yaml"), ["ConfigMap /chung in prod/config.yaml"]);
  assert.deepEqual(
    leadsTo(new SmallWorkspace({ "dev/pod.yaml": POD, "prod/config.yaml": CONFIG }), "dev/pod.yaml"),
    [],
  );
});

const OVERLAYS = {
  "base/kustomization.yaml": "resources: [pod.yaml]\n",
  "base/pod.yaml": POD,
  "overlays/dev/kustomization.yaml": "resources: [../../base, config.yaml]\nnamespace: dev\n",
  "overlays/dev/config.yaml": CONFIG,
  "overlays/prod/kustomization.yaml": "resources: [../../base, config.yaml]\nnamespace: prod\n",
  "overlays/prod/config.yaml": CONFIG,
  "overlays/prod/pod.yaml": POD,
};

test("a base sees its overlays, an overlay its base, overlays not each other", () => {
  const workspace = new SmallWorkspace(OVERLAYS);
  assert.deepEqual(leadsTo(workspace, "base/pod.yaml"), ["ConfigMap /chung in overlays/dev/config.yaml"]);
  assert.deepEqual(leadsTo(workspace, "overlays/prod/pod.yaml"), ["ConfigMap /chung in overlays/prod/config.yaml"]);
  const { "overlays/prod/config.yaml": _, ...without } = OVERLAYS;
  assert.deepEqual(leadsTo(new SmallWorkspace(without), "overlays/prod/pod.yaml"), []);
});

test("what one build gives a namespace stays together", () => {
  const workspace = new SmallWorkspace({
    ...OVERLAYS,
    "base/kustomization.yaml": "resources: [pod.yaml, config.yaml]\n",
    "base/config.yaml": CONFIG,
  });
  assert.deepEqual(leadsTo(workspace, "base/pod.yaml"), ["ConfigMap /chung in base/config.yaml"]);
});

test("a kustomization edited or removed changes what belongs together", () => {
  const workspace = new SmallWorkspace(OVERLAYS);
  const before = workspace.index.revision;
  workspace.put("overlays/dev/kustomization.yaml", "resources: [config.yaml]\n");
  assert.ok(workspace.index.revision > before);
  assert.deepEqual(leadsTo(workspace, "base/pod.yaml"), ["ConfigMap /chung in overlays/prod/config.yaml"]);
});

test("a cycle of kustomizations ends", () => {
  const files = {
    "a/kustomization.yaml": "resources: [../b]\n",
    "b/kustomization.yaml": "resources: [../a, pod.yaml, config.yaml]\n",
  };
  const workspace = new SmallWorkspace({ ...files, "b/pod.yaml": POD, "b/config.yaml": CONFIG });
  assert.deepEqual(leadsTo(workspace, "b/pod.yaml"), ["ConfigMap /chung in b/config.yaml"]);
});

test("a chart keeps its objects to itself", () => {
  const files = {
    "chart/Chart.yaml": "name: c\nversion: 1.0.0\n",
    "chart/templates/pod.yaml": POD,
    "config.yaml": CONFIG,
  };
  assert.deepEqual(leadsTo(new SmallWorkspace(files), "chart/templates/pod.yaml"), []);
  const own = { ...files, "chart/templates/config.yaml": CONFIG };
  assert.deepEqual(leadsTo(new SmallWorkspace(own), "chart/templates/pod.yaml"), [
    "ConfigMap /chung in chart/templates/config.yaml",
  ]);
});

test("namespaces tell equal names apart, and one left open fits any", () => {
  const files = {
    "pod.yaml": inNamespace(POD, "a"),
    "1.yaml": inNamespace(CONFIG, "a"),
    "2.yaml": inNamespace(CONFIG, "b"),
  };
  assert.deepEqual(leadsTo(new SmallWorkspace(files), "pod.yaml"), ["ConfigMap a/chung in 1.yaml"]);
  assert.deepEqual(
    leadsTo(new SmallWorkspace({ "pod.yaml": inNamespace(POD, "a"), "2.yaml": inNamespace(CONFIG, "b") }), "pod.yaml"),
    [],
  );
  assert.deepEqual(leadsTo(new SmallWorkspace({ "pod.yaml": POD, "2.yaml": inNamespace(CONFIG, "b") }), "pod.yaml"), [
    "ConfigMap b/chung in 2.yaml",
  ]);
  const open = { "pod.yaml": POD, "1.yaml": CONFIG, "2.yaml": inNamespace(CONFIG, "b") };
  assert.deepEqual(leadsTo(new SmallWorkspace(open), "pod.yaml"), ["ConfigMap /chung in 1.yaml"]);
});

test("a patch is not the object it patches", () => {
  const files = {
    "kustomization.yaml": "resources: [pod.yaml, config.yaml]\npatches: [{ path: patch.yaml }]\n",
    "pod.yaml": POD,
    "config.yaml": CONFIG,
    "patch.yaml": CONFIG,
  };
  assert.deepEqual(leadsTo(new SmallWorkspace(files), "pod.yaml"), ["ConfigMap /chung in config.yaml"]);
});

test("what a generator makes stands where it is asked for", () => {
  const files = {
    "kustomization.yaml": "resources: [pod.yaml]\nconfigMapGenerator: [{ name: chung }]\n",
    "pod.yaml": POD,
  };
  assert.deepEqual(leadsTo(new SmallWorkspace(files), "pod.yaml"), ["Kustomization / in kustomization.yaml"]);
});
