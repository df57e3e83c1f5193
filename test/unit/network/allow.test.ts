import assert from "node:assert/strict";
import { test } from "node:test";
import { missingHalves } from "../../../server/src/features/network/allow.ts";
import { dedent } from "../../kit/marks.ts";
import { allow, subjectIn, workload } from "../../kit/network-picture.ts";
import { allowed, workloadIn } from "../../kit/reach.ts";

const TCP = { protocol: "TCP", number: 5432 } as const;
const SHOP = workload("shop", "web", 8080) + workload("shop", "job", 9000);

const policy = (spec: string): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: own\n  namespace: data\nspec:\n${dedent(spec).replace(/^(?=.)/gm, "  ")}`;

const between = (files: Readonly<Record<string, string>>, from: string, to: string) => {
  const subject = subjectIn(files);
  return allowed(files, subject, { src: workloadIn(subject, from), dst: workloadIn(subject, to), ...TCP });
};

const ends = ["shop/web[Deployment]", "data/db[Deployment]"] as const;
const only = ["shop/web[Deployment] => data/db[Deployment] :  -> TCP 5432"];

test("a rule is added to the policy of the workload, in the list style that stands there", () => {
  const own = policy(`
    podSelector:
      matchLabels:
        app: db
    ingress:
    - from:
      - podSelector: {}
  `);
  const { textOf, changes, isAllowed } = between(
    { "a.yaml": SHOP + workload("data", "db", 5432), "b.yaml": own },
    ...ends,
  );
  assert.deepEqual([isAllowed, changes], [true, only]);
  const added = dedent(`
    - from:
      - namespaceSelector:
          matchLabels:
            kubernetes.io/metadata.name: shop
        podSelector:
          matchLabels:
            app: web
      ports:
      - protocol: TCP
        port: 5432
  `);
  assert.equal(textOf("b.yaml"), own + added.replace(/^(?=.)/gm, "  "));
});

test("where a rule means the caller and nobody else, the port is added to it", () => {
  const files = { "a.yaml": SHOP + workload("shop", "db", 5432) + allow("shop", "db", "web", 80) };
  const { textOf, isAllowed } = between(files, "shop/web[Deployment]", "shop/db[Deployment]");
  assert.ok(isAllowed);
  assert.match(textOf("a.yaml"), /ports: \[\{ port: 80 \}, \{ protocol: TCP, port: 5432 \}\]/);
});

test("a workload that only policies for many isolate gets one of its own, beside the first of them", () => {
  const denyAll = policy("podSelector: {}\n");
  const { textOf, changes, isAllowed } = between(
    { "a.yaml": SHOP + workload("data", "db", 5432), "b.yaml": denyAll },
    ...ends,
  );
  assert.deepEqual([isAllowed, changes], [true, only]);
  assert.match(
    textOf("b.yaml"),
    /---\napiVersion: networking.k8s.io\/v1\nkind: NetworkPolicy\nmetadata:\n {2}name: db-ingress\n/,
  );
});

test("both halves are written, each in the namespace of its end; empty brackets become a list; line breaks stay", () => {
  const files = {
    "shop.yaml": `${SHOP}${allow("shop", "web", "job", 1)
      .replace("policyTypes: [Ingress]", "policyTypes: [Egress]")
      .replace(/ {2}ingress:[\s\S]*?---/, "  egress: []\n---")}`,
    "data.yaml": (
      workload("data", "db", 5432) + policy("podSelector: { matchLabels: { app: db } }\ningress: []\n")
    ).replaceAll("\n", "\r\n"),
  };
  const { textOf, changes, isAllowed } = between(files, ...ends);
  assert.deepEqual([isAllowed, changes], [true, only]);
  assert.match(textOf("shop.yaml"), /\n {2}egress:\n {4}- to:\n {8}- namespaceSelector:\n/);
  assert.match(textOf("data.yaml"), /\r\n {2}ingress:\r\n {4}- from:\r\n/);
  assert.doesNotMatch(textOf("data.yaml"), /[^\r]\n/);
});

test("JSON stays JSON", () => {
  const object = {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: { name: "db", namespace: "data" },
    spec: { podSelector: { matchLabels: { app: "db" } }, ingress: [{ from: [{ podSelector: {} }] }] },
  };
  const files = { "a.yaml": SHOP + workload("data", "db", 5432), "b.json": JSON.stringify(object, undefined, 2) };
  const { textOf, isAllowed } = between(files, ...ends);
  assert.ok(isAllowed);
  assert.equal(JSON.parse(textOf("b.json")).spec.ingress.length, 2);
});

test("addresses outside are allowed as a block, the controller of an Ingress from other namespaces alone", () => {
  const files = { "a.yaml": SHOP + workload("data", "db", 5432), "b.yaml": policy("podSelector: {}\n") };
  const subject = subjectIn(files);
  const dst = workloadIn(subject, "data/db[Deployment]");
  const src = { kind: "addresses", cidr: "203.0.113.0/24", except: [] } as const;
  const outside = allowed(files, subject, { src, dst, ...TCP });
  assert.ok(outside.isAllowed);
  assert.deepEqual(outside.changes, ["203.0.113.0-203.0.113.255[External] => data/db[Deployment] :  -> TCP 5432"]);
});

test("what no NetworkPolicy can allow gets no edits: tiers of the cluster, Pods in their node's network", () => {
  const tier = dedent(`
    apiVersion: policy.networking.k8s.io/v1alpha1
    kind: AdminNetworkPolicy
    metadata: { name: no }
    spec:
      priority: 1
      subject: { namespaces: {} }
      ingress: [{ action: Deny, from: [{ namespaces: {} }] }]
  `);
  const denied = subjectIn({ "a.yaml": SHOP, "b.yaml": tier });
  const wanted = (subject: typeof denied) =>
    ({
      src: workloadIn(subject, "shop/web[Deployment]"),
      dst: workloadIn(subject, "shop/job[Deployment]"),
      ...TCP,
    }) as const;
  assert.deepEqual(missingHalves(denied.world, wanted(denied)), []);
  const onNode = SHOP.replace("    spec:\n", "    spec:\n      hostNetwork: true\n");
  const files = { "a.yaml": onNode + allow("shop", "job", "nobody", 1) };
  const subject = subjectIn(files);
  assert.equal(allowed(files, subject, wanted(subject)).isAllowed, false);
});
