import assert from "node:assert/strict";
import { test } from "node:test";
import { definition } from "../../server/src/features/definition.ts";
import { highlight } from "../../server/src/features/highlight.ts";
import { references } from "../../server/src/features/references.ts";
import { workspaceSymbols } from "../../server/src/features/workspace-symbols.ts";
import { SmallWorkspace, uriOf } from "../kit/workspace.ts";

const CONFIG = "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: chung }\ndata: { MODE: prod, LEVEL: info }\n";
const SERVICE = `apiVersion: v1
kind: Service
metadata: { name: web-svc }
spec:
  selector: { app: web }
  ports: [{ name: http, port: 80, targetPort: web-port }]
`;
const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web-app }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: nginx
          ports: [{ name: web-port, containerPort: 8080 }]
          livenessProbe: { tcpSocket: { port: web-port } }
          env:
            - { name: A, valueFrom: { configMapKeyRef: { name: chung, key: MODE } } }
            - { name: B, valueFrom: { configMapKeyRef: { name: chung, key: LEVEL } } }
          volumeMounts: [{ name: tam, mountPath: /tmp }]
      volumes: [{ name: tam, emptyDir: {} }]
`;
const INGRESS = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: cua }
spec:
  defaultBackend: { service: { name: web-svc, port: { name: http } } }
`;
const FILES = {
  "config.yaml": CONFIG,
  "service.yaml": SERVICE,
  "deployment.yaml": DEPLOYMENT,
  "ingress.yaml": INGRESS,
};

/** A workspace with the cursor inside the `nth` occurrence of `text` in `file`. */
function at(file: keyof typeof FILES, text: string, nth = 0): SmallWorkspace {
  let from = -1;
  for (let i = 0; i <= nth; i++) from = FILES[file].indexOf(text, from + 1);
  assert.ok(from >= 0, `${text} is not in ${file}`);
  const marked = `${FILES[file].slice(0, from + 1)}$0${FILES[file].slice(from + 1)}`;
  return new SmallWorkspace({ ...FILES, [file]: marked });
}

function goesTo(workspace: SmallWorkspace): readonly string[] {
  return definition(...workspace.at())?.targets.map((target) => workspace.show(target)) ?? [];
}

test("definition leads to objects, keys, ports and volumes", () => {
  assert.deepEqual(goesTo(at("ingress.yaml", "web-svc")), ["service.yaml: web-svc"]);
  assert.deepEqual(goesTo(at("ingress.yaml", "http }")), ["service.yaml: http"]);
  assert.deepEqual(goesTo(at("service.yaml", "app: web")), ["deployment.yaml: web-app"]);
  assert.deepEqual(goesTo(at("service.yaml", "web-port")), ["deployment.yaml: web-port"]);
  assert.deepEqual(goesTo(at("deployment.yaml", "chung")), ["config.yaml: chung"]);
  assert.deepEqual(goesTo(at("deployment.yaml", "LEVEL")), ["config.yaml: LEVEL"]);
  assert.deepEqual(goesTo(at("deployment.yaml", "tam, mountPath")), ["deployment.yaml: tam"]);
  assert.deepEqual(goesTo(at("deployment.yaml", "web-port } }")), ["deployment.yaml: web-port"]);
  assert.deepEqual(goesTo(at("deployment.yaml", "web-app")), ["deployment.yaml: web-app"]);
  assert.deepEqual(goesTo(at("deployment.yaml", "nginx")), []);
});

test("a custom resource leads to its definition", () => {
  const crd = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: teas.shop.example.com }
spec: { group: shop.example.com, names: { kind: Tea, plural: teas } }
`;
  const other = crd.replaceAll("shop.example.com", "other.example.com");
  const workspace = new SmallWorkspace({
    "crd.yaml": crd,
    "other.yaml": other,
    "tea.yaml": "apiVersion: shop.example.com/v1\nkind: T$0ea\nmetadata: { name: oolong }\n",
  });
  assert.deepEqual(goesTo(workspace), ["crd.yaml: teas.shop.example.com"]);
});

function shown(workspace: SmallWorkspace, declaration: "with-declaration" | "mentions-only"): readonly string[] {
  return references(...workspace.at(), declaration).map((place) => workspace.show(place));
}

test("references are found from the name and from any mention", () => {
  const everywhere = ["config.yaml: chung", "deployment.yaml: chung", "deployment.yaml: chung"];
  assert.deepEqual(shown(at("config.yaml", "chung"), "with-declaration"), everywhere);
  assert.deepEqual(shown(at("deployment.yaml", "chung", 1), "with-declaration"), everywhere);
  assert.deepEqual(shown(at("config.yaml", "chung"), "mentions-only"), everywhere.slice(1));
});

test("a key has its own references", () => {
  assert.deepEqual(shown(at("config.yaml", "MODE"), "with-declaration"), [
    "config.yaml: MODE",
    "deployment.yaml: MODE",
  ]);
});

test("a port has references in probes and Services", () => {
  assert.deepEqual(shown(at("deployment.yaml", "web-port"), "with-declaration"), [
    "deployment.yaml: web-port",
    "deployment.yaml: web-port",
    "service.yaml: web-port",
  ]);
});

test("a workload has the selectors that choose its Pods as references", () => {
  const found = shown(at("deployment.yaml", "web-app"), "mentions-only");
  assert.deepEqual(found, ["deployment.yaml: { matchLabels: { app: web } }", "service.yaml: { app: web }"]);
});

test("an object that no file holds has references all the same", () => {
  const pod = (name: string, secret: string): string =>
    `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name} }\nspec: { imagePullSecrets: [{ name: ${secret} }] }\n`;
  const workspace = new SmallWorkspace({
    "a.yaml": pod("a", "re$0g"),
    "b.yaml": pod("b", "reg"),
    "c.yaml": pod("c", "xyz"),
  });
  assert.deepEqual(shown(workspace, "with-declaration"), ["a.yaml: reg", "b.yaml: reg"]);
});

test("highlight marks the name and its mentions in one file", () => {
  const workspace = at("deployment.yaml", "tam");
  const marks = highlight(...workspace.at()).map(
    ({ document, span, kind }) => `${kind} ${workspace.show({ file: uriOf("deployment.yaml"), document, span })}`,
  );
  assert.deepEqual(marks, ["mention deployment.yaml: tam", "name deployment.yaml: tam"]);
});

test("workspace symbols are found by kind, namespace and name", () => {
  const { index } = new SmallWorkspace({
    ...FILES,
    "ns.yaml": "apiVersion: v1\nkind: Pod\nmetadata: { name: web-1, namespace: kho }\n",
  });
  const named = (query: string): readonly string[] => workspaceSymbols(index, query).map(({ name }) => name);
  assert.deepEqual(named("web"), ["Pod web-1", "Service web-svc", "Deployment web-app"]);
  assert.deepEqual(named("deployment web"), ["Deployment web-app"]);
  assert.deepEqual(named("kho/web"), ["Pod web-1"]);
  assert.equal(named("").length, 5);
  assert.deepEqual(named("nothing"), []);
});
