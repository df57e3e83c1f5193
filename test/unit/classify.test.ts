import assert from "node:assert/strict";
import { test } from "node:test";
import { classifyFile, patchesOf } from "../../server/src/workspace/classify.ts";
import type { FileRole } from "../../server/src/workspace/context.ts";
import { YDocument } from "../../server/src/yaml/document.ts";

const NOTHING = { hasChart: () => false, isPatch: () => false };
const POD = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n";

const CASES: readonly (readonly [what: string, name: string, text: string, role: FileRole])[] = [
  ["an object", "pod.yaml", POD, "manifest"],
  ["nothing yet", "new.yaml", "\n  \n", "manifest"],
  ["a kind that is being typed", "new.yaml", "kind: Dep", "manifest"],
  ["a kind without its colon", "new.yaml", "apiVersion: v1\nkind Pod\n", "manifest"],
  ["JSON", "pod.json", '{\n  "apiVersion": "v1",\n  "kind": "Pod"\n}', "manifest"],
  ["objects in a list", "all.yaml", "- apiVersion: v1\n  kind: Pod\n", "manifest"],
  ["an object indented as a whole", "odd.yaml", "  apiVersion: v1\n  kind: Pod\n", "manifest"],
  ["a workflow of GitHub", "ci.yaml", "on: push\njobs:\n  build:\n    steps: []\n", "other"],
  ["a package", "package.json", '{ "name": "web", "kind": "x", "apiVersion": "v1" }', "other"],
  ["a chart", "Chart.yaml", "apiVersion: v2\nname: web\nversion: 0.1.0\n", "other"],
  ["values", "values.yaml", "kind: Deployment\nreplicas: 3\n", "other"],
  ["values for production", "values-production.yaml", "replicas: 3\n", "other"],
  ["an object called values", "web-values.yaml", POD, "manifest"],
  ["Compose", "docker-compose.yml", "services:\n  web:\n    image: nginx\n", "other"],
  ["our configuration", ".kubernetes-authoring.yaml", "kubernetesVersion: '1.34'\n", "configuration"],
  ["a kustomization by name", "kustomization.yaml", "resources: [pod.yaml]\n", "kustomization"],
  [
    "a component by kind",
    "base.yaml",
    "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n",
    "kustomization",
  ],
  [
    "Flux's Kustomization",
    "sync.yaml",
    "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\n",
    "manifest",
  ],
  ["a patch by name", "replicas.patch.yaml", POD, "patch"],
  ["a patch by directive", "delete.yaml", `${POD}$patch: delete\n`, "patch"],
  ["dispatch is no patch", "dispatch.yaml", POD, "manifest"],
  ["Helm's values", "deploy.yaml", `${POD}spec:\n  nodeName: {{ .Values.node }}\n`, "template"],
  ["Helm's values in quotes", "deploy.yaml", `${POD}spec:\n  nodeName: "{{ $.Values.node | quote }}"\n`, "template"],
  ["an action on a line of its own", "deploy.yaml", `{{- if true }}\n${POD}{{- end }}\n`, "template"],
  ["an include", "deploy.yaml", `${POD}  labels:\n    {{- include "web.labels" . | nindent 4 }}\n`, "template"],
  ["helpers", "_helpers.tpl", '{{ define "x" }}{{ end }}', "template"],
  ["Argo's parameters", "flow.yaml", `${POD}spec:\n  nodeName: "{{inputs.parameters.node}}"\n`, "manifest"],
  ["an unquoted placeholder", "vitess.yaml", `${POD}spec:\n  nodeName: {{node}}\n`, "manifest"],
  [
    "Prometheus' labels in quotes",
    "rules.yaml",
    `${POD}spec:\n  text: "{{ if $labels.job }}x{{ end }}"\n  also: '{{ $value }}'\n`,
    "manifest",
  ],
  [
    "Helm's values in a block of text",
    "notes.yaml",
    "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  help: |\n    {{ .Values.x }} is the value\n",
    "manifest",
  ],
  [
    "a template in a block of text",
    "alerts.yaml",
    "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  mail: |\n    {{ range .Alerts }}\n    {{ .x }}\n    {{ end }}\n",
    "manifest",
  ],
];

for (const [what, name, text, role] of CASES)
  test(`${what}: ${role}`, () => {
    const found = classifyFile({ uri: `file:///folder/${name}`, text }, NOTHING);
    assert.deepEqual(found, { role, dialect: role === "template" ? "template" : "manifest" });
  });

test("whatever lies in the templates of a chart is a template", () => {
  const known = { hasChart: (folder: string) => folder === "file:///charts/web", isPatch: () => false };
  const roleOf = (path: string): FileRole => classifyFile({ uri: `file:///${path}`, text: POD }, known).role;
  assert.equal(roleOf("charts/web/templates/pod.yaml"), "template");
  assert.equal(roleOf("charts/web/templates/tests/pod.yaml"), "template");
  assert.equal(roleOf("charts/web/crds/pod.yaml"), "manifest");
  assert.equal(roleOf("charts/other/templates/pod.yaml"), "manifest");
});

test("a kustomization names its patches, of every form", () => {
  const text = [
    "patches:",
    "  - path: ./replicas.yaml",
    "  - patch: '[]'",
    "patchesStrategicMerge:",
    "  - ../shared/limits.yaml",
    "  - |-",
    "    kind: Deployment",
    "    metadata: { name: web }",
    "patchesJson6902:",
    "  - path: json/ops 1.yaml",
  ].join("\n");
  assert.deepEqual(patchesOf(new YDocument(text, "manifest"), "file:///shop/dev/kustomization.yaml"), [
    "file:///shop/dev/replicas.yaml",
    "file:///shop/dev/json/ops%201.yaml",
    "file:///shop/shared/limits.yaml",
  ]);
});

test("a file that a kustomization names is a patch", () => {
  const known = { hasChart: () => false, isPatch: (uri: string) => uri === "file:///shop/web.yaml" };
  assert.equal(classifyFile({ uri: "file:///shop/web.yaml", text: POD }, known).role, "patch");
});
