import assert from "node:assert/strict";
import { test } from "node:test";
import { complete } from "../../server/src/features/completion/complete.ts";
import { referenceCompletions } from "../../server/src/features/reference-completion.ts";
import { type Configuration, NO_CONFIGURATION, readConfiguration } from "../../server/src/workspace/configuration.ts";
import { YDocument } from "../../server/src/yaml/document.ts";
import { accept } from "../kit/snippet.ts";
import { SmallWorkspace } from "../kit/workspace.ts";

const OTHERS = {
  "config.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: chung }\ndata: { MODE: prod, LEVEL: info }\n",
  "far/config.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: xa }\n",
  "secret.yaml": "apiVersion: v1\nkind: Secret\nmetadata: { name: db, namespace: kho }\nstringData: { mat-khau: x }\n",
  "service.yaml":
    "apiVersion: v1\nkind: Service\nmetadata: { name: web-svc }\nspec: { ports: [{ name: http, port: 80 }, { name: so, port: 9090 }] }\n",
  "deployment.yaml": `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web, tier: front } }
    spec: { containers: [{ name: web, image: nginx, ports: [{ name: web-port, containerPort: 8080 }] }] }
`,
};

/** Names offered at the `$0`, first to last. */
function offered(text: string, configuration: Configuration = NO_CONFIGURATION): readonly string[] {
  return items(text, configuration).map(({ label }) => label);
}

function items(text: string, configuration: Configuration = NO_CONFIGURATION) {
  const workspace = new SmallWorkspace({ ...OTHERS, "here.yaml": text }, configuration);
  const [view, context, offset] = workspace.at();
  const all = complete(context, offset, { references: (place) => referenceCompletions(() => view, place) });
  return all.filter(({ kind }) => kind === "reference");
}

const container = (lines: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\nspec:\n  containers:\n    - name: c\n      image: nginx\n${lines}`;

const configured = (text: string): Configuration => readConfiguration(new YDocument(text, "manifest").root);

test("names of objects, the nearest first", () => {
  assert.deepEqual(offered(container("      envFrom:\n        - configMapRef:\n            name: $0\n")), [
    "chung",
    "xa",
  ]);
  assert.deepEqual(offered(container("      envFrom:\n        - secretRef:\n            name: $0\n")), ["db"]);
});

test("objects of another namespace are not offered", () => {
  const elsewhere = container("      envFrom:\n        - secretRef:\n            name: $0\n").replace(
    "name: p\n",
    "name: p\n  namespace: khac\n",
  );
  assert.deepEqual(offered(elsewhere), []);
});

test("keys of the object that stands beside", () => {
  const env = (rest: string): string =>
    container(`      env:\n        - name: A\n          valueFrom:\n            configMapKeyRef:\n${rest}`);
  assert.deepEqual(offered(env("              name: chung\n              key: $0\n")), ["MODE", "LEVEL"]);
  assert.deepEqual(offered(env("              name: khac\n              key: $0\n")), []);
});

test("volumes and ports of the Pod itself", () => {
  const volumes = "  volumes:\n    - name: tam\n      emptyDir: {}\n";
  assert.deepEqual(offered(container(`      volumeMounts:\n        - mountPath: /x\n          name: $0\n${volumes}`)), [
    "tam",
  ]);
  const ports = "      ports:\n        - name: metrics\n          containerPort: 9090\n";
  assert.deepEqual(offered(container(`${ports}      livenessProbe:\n        tcpSocket:\n          port: $0\n`)), [
    "metrics",
    "9090",
  ]);
});

const ingress = (rest: string): string =>
  `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: i\nspec:\n  defaultBackend:\n    service:\n${rest}`;

test("Services and their ports in an Ingress", () => {
  assert.deepEqual(offered(ingress("      name: $0\n")), ["web-svc"]);
  assert.deepEqual(offered(ingress("      name: web-svc\n      port:\n        number: $0\n")), ["80", "9090"]);
  assert.deepEqual(offered(ingress("      name: web-svc\n      port:\n        name: $0\n")), ["http", "so"]);
});

test("labels and ports of Pods in a Service", () => {
  const service = (rest: string): string => `apiVersion: v1\nkind: Service\nmetadata:\n  name: s\nspec:\n${rest}`;
  assert.deepEqual(offered(service("  selector:\n    app: $0\n")), ["web"]);
  assert.deepEqual(offered(service("  selector:\n    app: web\n  ports:\n    - port: 80\n      targetPort: $0\n")), [
    "web-port",
    "8080",
  ]);
});

test("kinds that siblings name", () => {
  const scaler =
    "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: h\nspec:\n  scaleTargetRef:\n    apiVersion: apps/v1\n    kind: Deployment\n    name: $0\n";
  assert.deepEqual(offered(scaler), ["web"]);
});

test("what the configuration and the preset know", () => {
  const claim = "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: c\nspec:\n  storageClassName: $0\n";
  assert.deepEqual(offered(claim), []);
  assert.deepEqual(offered(claim, configured("preset: gke\n")), ["standard-rwo", "premium-rwo", "standard"]);
  const secrets = configured(
    "external: [{ kind: Secret, name: registry, keys: [token] }, { kind: Secret, name: tls-* }]\n",
  );
  assert.deepEqual(offered(container("      envFrom:\n        - secretRef:\n            name: $0\n"), secrets), [
    "db",
    "registry",
  ]);
  const key = container(
    "      env:\n        - name: A\n          valueFrom:\n            secretKeyRef:\n              name: registry\n              key: $0\n",
  );
  assert.deepEqual(offered(key, secrets), ["token"]);
});

test("an accepted name stands where the cursor was", () => {
  const text = container("      envFrom:\n        - configMapRef:\n            name: $0\n");
  const [first] = items(text);
  assert.ok(first);
  assert.equal(accept(text.replace("$0", ""), first).text, text.replace("$0", "chung"));
});
