import assert from "node:assert/strict";
import { test } from "node:test";
import { readArguments } from "../../../server/src/cli/arguments.ts";
import { UsageError } from "../../../server/src/cli/options.ts";
import { type Answered, answerPath } from "../../../server/src/cli/path.ts";
import { MODEL_IDS } from "../../../server/src/engines/path/model.ts";
import { choose, comparisonTable } from "../../../server/src/features/network/compare.ts";
import { MODEL_WORDS, PROXY_WORDS } from "../../../server/src/features/network/models/names.ts";
import { REASONS } from "../../../server/src/features/network/models/steps.ts";
import * as terms from "../../../server/src/features/network/models/terms.ts";
import { readGlossary } from "../../../tools/texts/glossary.mjs";
import { englishFaults, vietnameseFaults } from "../../kit/vietnamese.ts";

const SHOP = `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
spec: { containers: [{ name: c, ports: [{ containerPort: 8080 }] }] }
---
apiVersion: v1
kind: Pod
metadata: { name: api, namespace: shop, labels: { app: api } }
spec: { containers: [{ name: c, ports: [{ containerPort: 9090 }, { containerPort: 9091 }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: api-service, namespace: shop }
spec: { selector: { app: api }, type: NodePort, externalTrafficPolicy: Local, ports: [{ port: 80, targetPort: 9090, nodePort: 31000 }] }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: api, namespace: shop }
spec: { podSelector: { matchLabels: { app: api } }, ingress: [{ from: [{ podSelector: {} }], ports: [{ port: 9090 }] }] }
`;

function ask(words: string, input = SHOP): Answered {
  const given = readArguments(["path", ...words.split(" ")], {});
  assert.equal(given.command, "path");
  return answerPath(given, () => input);
}

const json = (words: string): Readonly<Record<string, unknown>> => JSON.parse(ask(`${words} --format json`).output);

test("a path is reachable or blocked, as the exit code will say", () => {
  assert.equal(ask("--from shop/web --to shop/api --port 9090 --model kindnet -").isReachable, true);
  assert.equal(ask("--from shop/web --to shop/api --port 9091 --model kindnet -").isReachable, false);
  assert.equal(ask("--from shop/web --to shop/api --port 9091 --model docker-host -").isReachable, true);
  assert.equal(ask("--from a/a --to b/b --port 80 --model kindnet --fabric routed").isReachable, false);
});

test("ends and port suggest the situation, the Service its ports and its traffic policy", () => {
  const inside = json("--from shop/web --to shop/api-service --model calico-bgp -");
  assert.deepEqual(inside.situation, { id: "cluster-ip", name: terms.SITUATION_WORDS["cluster-ip"] });
  assert.deepEqual(inside.ports, { source: 40000, dialled: 80, target: 9090, node: 31000 });
  const outside = json("--from 198.51.100.99 --to shop/api-service --model calico-bgp -");
  assert.equal(outside.externalTrafficPolicy, "Local");
  assert.deepEqual(outside.knownAddresses, { client: "198.51.100.99" });
  assert.equal(outside.reachable, false);
  const out = json("--from shop/web --to 9.9.9.9 --port udp/53 --model cilium-vxlan -");
  assert.deepEqual([out.protocol, out.proxy, out.reachable], ["UDP", null, true]);
});

test("what cannot be answered is bad usage, and the message says what is missing", () => {
  const refused = (words: string, message: RegExp): void =>
    assert.throws(
      () => ask(words),
      (error) => error instanceof UsageError && message.test(error.message),
    );
  refused("--from shop/web --to shop/api --model kindnet -", /--port is needed: TCP\/9090, TCP\/9091/);
  refused("--from shop/web --to shop/nobody --port 80 --model kindnet -", /called "shop\/nobody"/);
  refused("--from shop/web --to shop/api-service --port 81 --model kindnet -", /--port is needed: TCP\/80/);
  refused("--from 1.1.1.1 --to 9.9.9.9 --port 80 --model kindnet -", /in the cluster/);
  refused("--from shop/web --to shop/api --port 0 --model kindnet -", /--port expects/);
  refused("--from shop/web --to shop/api --model token-ring -", /--model expects docker-bridge/);
  refused("--from shop/web --to shop/api", /--models/);
  refused("--compare --require speed", /--require expects kubernetes/);
  refused("--models -", /take no argument/);
});

test("models are listed and compared in every format and both languages", () => {
  const list = ask("--models --language both").output;
  for (const id of MODEL_IDS) assert.equal(list.match(new RegExp(`^${id}$`, "gm"))?.length, 2, id);
  const table = ask("--compare --format markdown").output.trim().split("\n");
  assert.equal(table.length, MODEL_IDS.length + 2);
  const columns = new Set(table.map((line) => line.split(" | ").length));
  assert.equal(columns.size, 1);
  const chosen = ask("--compare --require kubernetes,maintained,any-underlay,network-policy --format json").output;
  const { models, others } = JSON.parse(chosen);
  assert.deepEqual(
    models.map(({ id }: { readonly id: string }) => id),
    ["flannel-vxlan", "calico-vxlan", "calico-cross-subnet", "cilium-vxlan"],
  );
  assert.equal(models.length + others.length, MODEL_IDS.length);
});

test("every word keeps to the standards of its language", () => {
  const glossary = readGlossary();
  const records = [REASONS, PROXY_WORDS, ...Object.values(terms).filter((value) => typeof value === "object")];
  const words = [
    ...Object.values(MODEL_WORDS).flatMap(({ name, summary, status }) => [name, summary, status]),
    ...records.flatMap((record) => ("en" in record ? [record] : Object.values(record))),
  ];
  const faults = words.flatMap(({ en, vi }) => [
    ...englishFaults(en).map((fault) => `${en}: ${fault}`),
    ...vietnameseFaults(vi, glossary).map((fault) => `${vi}: ${fault}`),
    ...(tokens(en).join() === tokens(vi).join() ? [] : [`${en} | ${vi}: code differs`]),
  ]);
  assert.deepEqual(faults, []);
  assert.ok(words.length > 150);
  const { chosen } = choose([]);
  for (const language of ["en", "vi"] as const) assert.ok(comparisonTable(chosen, language).flat().every(Boolean));
});

const tokens = (text: string): readonly string[] => [...text.matchAll(/`[^`]+`/g)].map(String).sort();
