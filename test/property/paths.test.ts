import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { comparisons, REQUIREMENTS, unmet } from "../../server/src/engines/path/compare.ts";
import { bytesOf, SLEEVE } from "../../server/src/engines/path/layers.ts";
import { MODEL_IDS, SITUATIONS } from "../../server/src/engines/path/model.ts";
import { MODELS } from "../../server/src/engines/path/models/index.ts";
import { PROXIES, PROXY_MODES } from "../../server/src/engines/path/proxies.ts";
import { type Hop, type Path, pathOf, type Question } from "../../server/src/engines/path/walk.ts";

const question: fc.Arbitrary<Question> = fc.record({
  model: fc.constantFrom(...MODEL_IDS),
  situation: fc.constantFrom(...SITUATIONS),
  proxy: fc.constantFrom(...PROXY_MODES),
  fabric: fc.constantFrom("one-subnet" as const, "routed" as const),
  endpoint: fc.constantFrom("same-node" as const, "other-node" as const),
  trafficPolicy: fc.constantFrom("Cluster" as const, "Local" as const),
  protocol: fc.constantFrom("TCP" as const, "UDP" as const),
  ports: fc.constant({ dialled: 80, target: 8080, node: 30080, source: 40000 }),
  linkMtu: fc.constantFrom(1500, 1460, 9000),
  addresses: fc.constant({}),
});

/** What holds of every path that exists. There are few enough questions for most of them to be asked. */
function always(holds: (path: Path) => void): void {
  let seen = 0;
  fc.assert(
    fc.property(question, (asked) => {
      const path = pathOf(asked);
      if (path.unavailable) return;
      seen++;
      holds(path);
    }),
    { numRuns: 700, seed: 5 },
  );
  assert.ok(seen > 500, `only ${seen} paths`);
}

const isBetweenPods = ({ question: { situation } }: Path): boolean =>
  situation === "same-pod" || situation === "same-node" || situation === "other-node";

test("packets between Pods keep their addresses where the model promises it", () => {
  always((path) => {
    const { traits } = MODELS[path.question.model];
    const isTranslated = path.hops.some(({ nat }) => nat !== undefined);
    if (isBetweenPods(path) && traits.podNat === "none") assert.ok(!isTranslated);
    for (const { nat, before, after } of path.hops) {
      if (nat !== "source") assert.deepEqual(after.source, before.source);
      if (nat !== "destination") assert.deepEqual(after.destination, before.destination);
    }
  });
});

test("the one model that breaks the promise is found out", () => {
  const translating = comparisons().filter(({ traits }) => traits.podNat !== "none");
  assert.deepEqual(
    translating.map(({ id }) => id),
    ["docker-bridge", "docker-container"],
  );
  for (const { id } of translating) {
    const [asked] = fc.sample(question, { numRuns: 1, seed: 1 });
    assert.ok(asked);
    const { hops } = pathOf({ ...asked, model: id, situation: "other-node", fabric: "one-subnet" });
    assert.deepEqual(
      hops.flatMap(({ nat }) => nat ?? []),
      ["source", "destination"],
    );
  }
});

test("what is put around a packet is taken off again, and the fabric sees nodes only", () => {
  always(({ hops, question: { model } }) => {
    const net = (pick: (hop: Hop) => Hop["pushed"]): readonly string[] =>
      hops.flatMap((hop) => pick(hop)?.name ?? []).sort();
    assert.deepEqual(
      net(({ pushed }) => pushed),
      net(({ popped }) => popped),
    );
    assert.deepEqual(hops[0]?.before.outer, []);
    assert.deepEqual(hops.at(-1)?.after.outer, []);
    const pods = MODELS[model].pods;
    for (const { place, before } of hops) {
      const [outermost] = before.outer;
      if (place !== "fabric" || !outermost || pods === "nodes") continue;
      for (const address of [outermost.from, outermost.to]) {
        assert.ok(address !== undefined && !Object.values(pods).includes(address));
      }
    }
  });
});

test("the largest packet of a Pod fits every device, layers included", () => {
  always((path) => {
    const { link, pod, overhead, fits } = path.mtu;
    const { mtu } = MODELS[path.question.model];
    // Numbers that nobody adapts need the link for which they were made.
    if (mtu.kind === "fixed" && link < 1500) return;
    assert.ok(pod + overhead <= link, `${path.question.model}: ${pod} + ${overhead} > ${link}`);
    assert.ok(fits);
  });
});

test("each hop begins where the last one ended, in one direction", () => {
  always(({ hops }) => {
    for (const [i, hop] of hops.entries()) {
      const last = hops[i - 1];
      if (last) assert.equal(hop.before, last.after);
    }
    assert.equal(hops[0]?.popped, undefined);
    assert.equal(hops.at(-1)?.action, "deliver");
    const delivered = hops.at(-1)?.after.destination.address;
    assert.ok(delivered);
  });
});

test("a Service is translated once on the way to a Pod, whoever does it", () => {
  always((path) => {
    const { model, situation, trafficPolicy } = path.question;
    if (!MODELS[model].traits.forKubernetes || situation === "to-internet" || isBetweenPods(path)) return;
    const last = path.hops.at(-1)?.after;
    assert.equal(last?.destination.port, 8080);
    const source = last?.source.address;
    if (trafficPolicy === "Local" && situation !== "cluster-ip") assert.equal(source, "198.51.100.7", model);
  });
});

test("every Kubernetes model has a way for everything but node ports, and says what it stands on", () => {
  for (const { id, traits, sources } of comparisons()) {
    assert.ok(sources.length > 0 && sources.every((url) => url.startsWith("https://")), id);
    if (!traits.forKubernetes) continue;
    const [asked] = fc.sample(question, { numRuns: 1, seed: 2 });
    assert.ok(asked);
    for (const situation of SITUATIONS) {
      const { unavailable } = pathOf({ ...asked, model: id, situation, fabric: "one-subnet" });
      if (situation !== "node-port") assert.equal(unavailable, undefined, `${id} ${situation}`);
    }
  }
  for (const mode of PROXY_MODES) assert.ok(PROXIES[mode].sources.length > 0);
});

test("headers add up to the overheads that their documents name", () => {
  const bytes = Object.fromEntries(
    comparisons().map(({ id, layers }) => [id, Math.max(...layers.map((l) => l.bytes))]),
  );
  assert.deepEqual(
    [bytes["flannel-vxlan"], bytes["calico-ipip"], bytes["flannel-udp"], bytes["contrail-mpls-udp"]],
    [50, 20, 28, 32],
  );
  assert.equal(bytes["contrail-mpls-gre"], 28);
  assert.equal(bytesOf(SLEEVE), 62);
  assert.equal(bytes["weave-sleeve"], 62);
});

test("asking for more leaves fewer models, and never none for what people ask most", () => {
  const all = comparisons();
  const chosen = (wanted: readonly (typeof REQUIREMENTS)[number][]): readonly string[] =>
    all.filter((each) => unmet(each, wanted).length === 0).map(({ id }) => id);
  fc.assert(
    fc.property(fc.subarray([...REQUIREMENTS]), fc.constantFrom(...REQUIREMENTS), (wanted, more) => {
      const before = chosen(wanted);
      for (const id of chosen([...wanted, more])) assert.ok(before.includes(id));
    }),
    { numRuns: 50 },
  );
  assert.deepEqual(chosen(["kubernetes", "maintained", "network-policy", "encryption", "no-encapsulation"]), [
    "calico-bgp",
    "calico-ebpf",
    "kindnet",
    "cilium-native",
  ]);
});
