import assert from "node:assert/strict";
import { test } from "node:test";
import { exportsKey, factsOf, type ResourceFacts } from "../../server/src/model/facts.ts";
import { rowsAt } from "../../server/src/model/reference-paths.ts";
import { REFERENCES } from "../../server/src/model/reference-table.ts";
import { YDocument } from "../../server/src/yaml/document.ts";

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: gio-hang
  namespace: cua-hang
  labels: { app: gio-hang, tier: front }
spec:
  selector:
    matchLabels: { app: gio-hang }
    matchExpressions:
      - { key: tier, operator: In, values: [front, back] }
  template:
    metadata:
      labels: { app: gio-hang, tier: front }
    spec:
      serviceAccountName: gio-hang
      initContainers:
        - name: cho-db
          image: busybox:1.36
          volumeMounts: [{ name: cau-hinh, mountPath: /etc/app }]
      containers:
        - name: web
          image: nginx:1.27
          ports: [{ name: http, containerPort: 80 }, { containerPort: 9090 }]
          readinessProbe: { httpGet: { path: /, port: http } }
          env:
            - name: MAT_KHAU
              valueFrom: { secretKeyRef: { name: db, key: mat-khau, optional: true } }
          envFrom:
            - configMapRef: { name: chung }
      volumes:
        - name: cau-hinh
          configMap: { name: gio-hang, items: [{ key: app.yaml, path: app.yaml }] }
        - name: anh
          persistentVolumeClaim: { claimName: anh }
`;

const read = (text: string, dialect: "manifest" | "template" = "manifest"): readonly ResourceFacts[] =>
  factsOf(new YDocument(text, dialect));

function only(text: string): ResourceFacts {
  const [facts, ...others] = read(text);
  assert.ok(facts && others.length === 0);
  return facts;
}

const mentions = (facts: ResourceFacts, text: string): readonly string[] =>
  facts.references.map(
    ({ row, to, name, part, start, end, optional }) =>
      `${row.by} ${to?.kind ?? "-"} ${name || "-"} ${part || "-"} ${JSON.stringify(text.slice(start, end))}${optional ? " optional" : ""}`,
  );

test("a Deployment mentions what its Pods need", () => {
  const facts = only(DEPLOYMENT);
  assert.deepEqual(mentions(facts, DEPLOYMENT).slice().sort(), [
    'key ConfigMap gio-hang app.yaml "app.yaml"',
    'key Secret db mat-khau "mat-khau" optional',
    'local - - cau-hinh "cau-hinh"',
    'local - - http "http"',
    'name ConfigMap chung - "chung"',
    'name ConfigMap gio-hang - "gio-hang"',
    'name Namespace cua-hang - "cua-hang"',
    'name PersistentVolumeClaim anh - "anh"',
    'name Secret db - "db" optional',
    'name ServiceAccount gio-hang - "gio-hang"',
    `selector Pod - - ${JSON.stringify(DEPLOYMENT.slice(DEPLOYMENT.indexOf("matchLabels"), DEPLOYMENT.indexOf("\n  template")))}`,
  ]);
});

test("a Deployment offers labels, ports and volumes", () => {
  const facts = only(DEPLOYMENT);
  assert.deepEqual(facts.labels, ["app=gio-hang", "tier=front"]);
  assert.deepEqual(facts.podLabels, ["app=gio-hang", "tier=front"]);
  assert.deepEqual(
    facts.offers.map(({ part, name, number }) => `${part} ${name} ${number}`),
    ["container-port http 80", "container-port  9090", "volume cau-hinh 0", "volume anh 0"],
  );
  const selector = facts.references.find(({ row }) => row.by === "selector")?.selector;
  assert.deepEqual(selector, {
    labels: ["app=gio-hang"],
    requirements: [{ key: "tier", operator: "In", values: ["front", "back"] }],
  });
});

test("kinds and groups come from siblings where the manifest says so", () => {
  const binding = `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: doc }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
subjects:
  - { kind: ServiceAccount, name: bot, namespace: ci }
  - { kind: User, name: lan, apiGroup: rbac.authorization.k8s.io }
`;
  const facts = only(binding);
  assert.deepEqual(
    facts.references.map(({ to, name, namespace }) => `${to?.group}/${to?.kind} ${namespace ?? "-"} ${name}`),
    ["rbac.authorization.k8s.io/ClusterRole - view", "/ServiceAccount ci bot"],
  );
  const scaler = only(
    "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: a }\nspec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }\n",
  );
  assert.deepEqual(
    scaler.references.map(({ to, name }) => `${to?.group}/${to?.kind} ${name}`),
    ["apps/Deployment web"],
  );
});

test("templates and placeholders hide names, and say so", () => {
  const facts = only(
    "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, labels: { app: '{{ app }}' } }\ndata: { '{{ key }}': x, real: y }\n",
  );
  assert.equal(facts.partial, true);
  assert.deepEqual(
    facts.offers.map(({ name }) => name),
    ["real"],
  );
  const [template] = read('apiVersion: v1\nkind: Secret\nmetadata: { name: "{{ .Release.Name }}" }\n', "template");
  assert.equal(template?.partial, true);
  assert.equal(template?.name, "");
});

test("the items of a List have facts of their own, the List has none", () => {
  const list = `apiVersion: v1
kind: List
items:
  - { apiVersion: v1, kind: Service, metadata: { name: a }, spec: { ports: [{ port: 80 }] } }
  - { apiVersion: v1, kind: Secret, metadata: { name: b }, stringData: { k: v } }
`;
  assert.deepEqual(
    read(list).map(({ gvk, name, offers }) => `${gvk.kind} ${name} ${offers.length}`),
    ["Service a 1", "Secret b 1"],
  );
});

test("a kustomization is known by its lists even without a kind", () => {
  const facts = only(
    "resources: [deployment.yaml, ../base]\npatches: [{ path: patch.yaml }, { patch: '{}' }]\nnamespace: dev\nconfigMapGenerator: [{ name: made }]\n",
  );
  assert.deepEqual(facts.kustomization, {
    includes: ["deployment.yaml", "../base"],
    patches: ["patch.yaml"],
    namespace: "dev",
  });
  assert.deepEqual(
    facts.references.map(({ row, to, name }) => `${row.by} ${to?.kind} ${name}`),
    ["makes ConfigMap made"],
  );
});

test("broken and foreign text gives no facts and no exception", () => {
  for (const text of [
    "",
    "a",
    "- 1\n- 2",
    "apiVersion: v1\nkind:",
    "kind: [",
    "metadata: 3\nkind: Pod\napiVersion: v1",
    "spec: *x",
  ])
    assert.ok(Array.isArray(read(text)));
});

test("an alias that multiplies itself is cut short", () => {
  const lists = Array.from({ length: 12 }, (_, level) =>
    level === 0 ? "l0: &l0 [{ name: a }]" : `l${level}: &l${level} [*l${level - 1}, *l${level - 1}]`,
  );
  const text = `${lists.join("\n")}\napiVersion: v1\nkind: Pod\nspec:\n  volumes: *l11\n  containers: *l11\n`;
  assert.equal(read(text).length, 1);
});

test("the exports key changes with what others see and with nothing else", () => {
  const key = exportsKey(only(DEPLOYMENT));
  const same = [
    ["nginx:1.27", "nginx:1.28"],
    ["serviceAccountName: gio-hang", "serviceAccountName: khac"],
  ];
  const other = [
    ["claimName: anh", "claimName: khac"],
    ["name: gio-hang\n", "name: gio-hang-2\n"],
    ["namespace: cua-hang", "namespace: kho"],
    ["labels: { app: gio-hang, tier: front }\n    spec", "labels: { app: gio-hang }\n    spec"],
    ["name: http, containerPort: 80", "name: web, containerPort: 80"],
    ["containerPort: 9090", "containerPort: 9091"],
  ];
  for (const [from = "", to = ""] of same) assert.equal(exportsKey(only(replaced(from, to))), key, from);
  for (const [from = "", to = ""] of other) assert.notEqual(exportsKey(only(replaced(from, to))), key, from);
});

function replaced(from: string, to: string): string {
  assert.ok(DEPLOYMENT.includes(from), from);
  return DEPLOYMENT.replace(from, to);
}

test("the same document gives the same array", () => {
  const doc = new YDocument(DEPLOYMENT, "manifest");
  assert.equal(factsOf(doc), factsOf(doc));
});

test("every row of the table leads to a place that some kind has", () => {
  const service = { group: "", kind: "Service" };
  assert.deepEqual(
    rowsAt(service, ["spec", "ports", 0, "targetPort"]).map(({ by }) => by),
    ["port"],
  );
  const pod = { group: "", kind: "Pod" };
  const env = ["spec", "initContainers", 1, "env", 0, "valueFrom", "configMapKeyRef", "key"];
  assert.deepEqual(
    rowsAt(pod, env).map(({ by }) => by),
    ["key"],
  );
  for (const { path } of REFERENCES) assert.match(path, /^[\w|*[\].]+$/);
});
