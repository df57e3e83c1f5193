import assert from "node:assert/strict";
import { test } from "node:test";
import { isAllowed } from "../../../server/src/features/network/allow.ts";
import { compared } from "../../../server/src/features/network/hypothesis.ts";
import { tellingLabels } from "../../../server/src/features/network/labels.ts";
import { leastPrivilege, manifestOf } from "../../../server/src/features/network/least-privilege.ts";
import { deniedIn, wantedIn } from "../../../server/src/features/network/unmet.ts";
import { dedent } from "../../kit/marks.ts";
import { service, subjectIn, workload } from "../../kit/network-picture.ts";
import { pairsIn, uriOf, workloadIn } from "../../kit/reach.ts";

const withEnv = (name: string, port: number, env: string): string =>
  workload("shop", name, port, `          env:\n            ${env}\n`);

const CLUSTER = [
  withEnv("web", 8080, `- { name: CART, value: "http://cart/api" }`),
  service("shop", "web", "http"),
  workload("shop", "cart", 7000, "          envFrom: [{ configMapRef: { name: settings } }]\n"),
  service("shop", "cart", 7000),
  dedent(`
    apiVersion: v1
    kind: ConfigMap
    metadata: { name: settings, namespace: shop }
    data:
      DB_HOST: db.data.svc.cluster.local
      DB_PORT: "80"
      PAY: https://pay.example.com/v1
    ---
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata: { name: shop, namespace: shop }
    spec:
      rules:
        - http:
            paths:
              - { path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }
    ---
  `),
  workload("data", "db", 5432),
  service("data", "db", "http"),
  workload("data", "report", 9000),
  service("data", "report", 9000, "  type: NodePort\n"),
].join("");

const subject = subjectIn({ "all.yaml": CLUSTER });
const wanted = wantedIn(subject);

test("what settings, Ingresses and open Services say is what is wanted", () => {
  const told = wanted.map(({ src, dst, protocol, number, reason }) => {
    const name = (end: typeof src | typeof dst) =>
      end.kind === "workload" ? end.peer.name : "host" in end ? end.host : end.kind;
    return `${name(src)} -> ${name(dst)} ${protocol}/${number} (${reason.kind} ${reason.name})`;
  });
  assert.deepEqual(told, [
    "cart -> db TCP/5432 (dials db)",
    "cart -> pay.example.com TCP/443 (dials pay.example.com)",
    "web -> cart TCP/7000 (dials cart)",
    "controller -> web TCP/8080 (enters Ingress shop)",
    "outside -> report TCP/9000 (published report)",
  ]);
  assert.deepEqual(deniedIn(subject), []);
});

test("with the policies that are written, what is wanted stays and everything else between workloads is gone", () => {
  const written = leastPrivilege(subject.world, wanted, new Set(["shop", "data"]));
  const manifest = manifestOf(written, "vi");
  const { after } = compared(subject.snapshot, subject.world, new Map([[uriOf("new.yaml"), manifest]]), "default");
  assert.equal(after.world.input.policies.length, written.length);
  assert.deepEqual(
    wanted.filter((intent) => !isAllowed(after.world, intent)),
    [],
  );
  assert.deepEqual(pairsIn(after.world), [
    "shop/cart[Deployment] => data/db[Deployment] : TCP 5432",
    "shop/web[Deployment] => shop/cart[Deployment] : TCP 7000",
  ]);
  assert.match(manifest, /k8s-app: kube-dns\n/);
  assert.match(manifest, /# cart → data\/db, TCP 5432: cấu hình của bên gọi ghi db\.\n/);
});

test("labels that a release writes are left out; the fewest that tell a workload from others are taken", () => {
  const labelled = (name: string, labels: string): string =>
    workload("shop", name, 80).replaceAll(`labels: { app: ${name} }`, `labels: ${labels}`);
  const some = subjectIn({
    "a.yaml":
      labelled("a", "{ app: x, role: front, version: v1, helm.sh/chart: x-1 }") +
      labelled("b", "{ app: x, role: back, version: v2 }") +
      labelled("c", "{ app: z, pod-template-hash: abc }"),
  });
  const labels = (name: string) => tellingLabels(some.world, workloadIn(some, `shop/${name}[Deployment]`).peer);
  assert.deepEqual(labels("a"), { role: "front" });
  assert.deepEqual(labels("c"), { app: "z" });
});

test("addresses are heard in URLs, lists and pairs of settings, and not in remarks, times and versions", () => {
  const calls = (env: string): readonly string[] => {
    const { world, objects } = subjectIn({
      "a.yaml":
        withEnv("caller", 1, env) +
        ["db", "a", "b"].map((name) => workload("shop", name, 5432) + service("shop", name, 5432)).join(""),
    });
    return wantedIn({ world, objects }).map(({ dst }) => (dst.kind === "workload" ? dst.peer.name : dst.host));
  };
  assert.deepEqual(calls(`- { name: X, value: "jdbc:postgresql://user:p@db:80/x" }`), ["db"]);
  assert.deepEqual(calls(`- { name: BROKERS, value: "a:80,b.shop:80" }`), ["a", "b"]);
  assert.deepEqual(calls(`- { name: DB_HOST, value: db }`), ["db"]);
  assert.deepEqual(calls(`- { name: X, value: "root:pw@tcp(db:80)/x" }`), ["db"]);
  for (const value of ["db", "12:30", "v1.2.3", "db:99", "see a and b", "10.0.0.1:80", "http://localhost:80"]) {
    assert.deepEqual(calls(`- { name: NOTE, value: "${value}" }`), [], value);
  }
});
