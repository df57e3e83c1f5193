import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addressOf, showAddress } from "../../server/src/engines/network/addresses.ts";
import type {
  AdminPolicy,
  LabelSelector,
  NetworkInput,
  NetworkPolicy,
  PeerMatch,
  Pods,
  PortMatch,
  Rule,
} from "../../server/src/engines/network/input.ts";
import { contains, difference, intersection, union } from "../../server/src/engines/network/intervals.ts";
import { hasPort, PROTOCOLS, type Protocol, portsWithout } from "../../server/src/engines/network/ports.ts";
import { EVERYTHING } from "../../server/src/engines/network/selector.ts";
import {
  allEdges,
  buildWorld,
  connection,
  type End,
  idOf,
  type World,
} from "../../server/src/engines/network/world.ts";

const NAMES = ["a", "b", "c"] as const;
const PORTS = [1, 79, 80, 81, 65535];
const ADDRESSES = ["9.255.255.255", "10.1.0.1", "10.2.0.0"];

const some = fc.constantFrom(...NAMES);
const labels = fc.dictionary(fc.constantFrom("app", "tier"), some, { maxKeys: 2 });

const selector: fc.Arbitrary<LabelSelector> = fc.record({
  matchLabels: fc.dictionary(fc.constantFrom("app", "tier"), some, { maxKeys: 1 }),
  matchExpressions: fc.array(
    fc.record({
      key: fc.constantFrom("app", "tier"),
      operator: fc.constantFrom("In", "NotIn", "Exists", "DoesNotExist"),
      values: fc.array(some, { minLength: 1, maxLength: 2 }),
    }),
    { maxLength: 1 },
  ),
});

const port: fc.Arbitrary<PortMatch> = fc.oneof(
  fc.record({
    kind: fc.constant("range" as const),
    protocol: fc.constantFrom(...PROTOCOLS),
    from: fc.constantFrom(...PORTS),
    to: fc.constantFrom(...PORTS),
  }),
  fc.record({ kind: fc.constant("name" as const), protocol: fc.constantFrom(...PROTOCOLS), name: some }),
);

const peer: fc.Arbitrary<PeerMatch> = fc.oneof(
  fc.record({
    kind: fc.constant("pods" as const),
    namespaces: fc.option(selector, { nil: undefined }),
    pods: selector,
  }),
  fc.record({
    kind: fc.constant("block" as const),
    cidr: fc.constantFrom("10.0.0.0/8", "10.0.0.0/15", "0.0.0.0/0"),
    except: fc.subarray(["10.1.0.0/16", "10.2.0.0/32"], { maxLength: 2 }),
  }),
);

const rule: fc.Arbitrary<Rule> = fc.record({
  peers: fc.oneof(fc.constant("everyone" as const), fc.array(peer, { minLength: 1, maxLength: 2 })),
  ports: fc.oneof(fc.constant("all" as const), fc.array(port, { minLength: 1, maxLength: 2 })),
});

const rules = fc.option(fc.array(rule, { maxLength: 2 }), { nil: undefined });
const policy: fc.Arbitrary<NetworkPolicy> = fc
  .record({ namespace: some, name: some, subject: selector, ingress: rules, egress: rules })
  .map((each) => ({ ...each, origin: "policy" }));

const adminRules = fc.array(
  fc.record({
    action: fc.constantFrom("allow" as const, "deny" as const, "pass" as const),
    peers: fc.array(
      fc.record({ kind: fc.constant("pods" as const), namespaces: fc.constant(EVERYTHING), pods: selector }),
      {
        minLength: 1,
        maxLength: 1,
      },
    ),
    ports: fc.oneof(fc.constant("all" as const), fc.array(port, { minLength: 1, maxLength: 2 })),
  }),
  { maxLength: 2 },
);

const adminPolicy: fc.Arbitrary<AdminPolicy> = fc
  .record({
    tier: fc.constantFrom("admin" as const, "baseline" as const),
    priority: fc.nat({ max: 1000 }),
    subject: fc.record({ namespaces: fc.oneof(fc.constant(EVERYTHING), selector), pods: fc.constant(EVERYTHING) }),
    ingress: adminRules,
    egress: adminRules,
  })
  .map((each) => ({ ...each, origin: "admin", kind: "ClusterNetworkPolicy", name: `p${each.priority}` }));

const pods: fc.Arbitrary<Pods> = fc
  .record({
    namespace: some,
    labels,
    hostNetwork: fc.boolean(),
    ports: fc.array(
      fc.record({ name: some, protocol: fc.constantFrom(...PROTOCOLS), number: fc.constantFrom(...PORTS) }),
      { maxLength: 2 },
    ),
  })
  .map(({ ports, ...each }) => ({
    ...each,
    origin: "pods",
    kind: "Deployment",
    name: "",
    podName: undefined,
    addresses: [],
    ports: ports.map((given) => ({ ...given, container: "main", path: [] })),
  }));

const input: fc.Arbitrary<NetworkInput> = fc
  .record({
    namespaces: fc.uniqueArray(fc.record({ origin: fc.constant("namespace"), name: some, labels }), {
      selector: ({ name }) => name,
      maxLength: 3,
    }),
    pods: fc.array(pods, { minLength: 1, maxLength: 4 }),
    policies: fc.array(policy, { maxLength: 3 }),
    adminPolicies: fc.uniqueArray(adminPolicy, { selector: ({ priority }) => priority, maxLength: 2 }),
  })
  .map((each) => ({
    ...NOTHING_ELSE,
    ...each,
    pods: each.pods.map((given, i) => ({ ...given, name: `w${i}` })),
  }));

const NOTHING_ELSE = {
  adminPolicies: [],
  services: [],
  slices: [],
  entrances: [],
  gateways: [],
  routes: [],
  grants: [],
};

const RUNS = { numRuns: 40 };

const PACKETS = PROTOCOLS.flatMap((protocol) => [1, 80].map((number) => [protocol, number] as const));

/** Kubernetes' rules for one packet, as the documentation words them. */
const mayPass = (world: NetworkInput, src: Pods | string, dst: Pods | string, protocol: Protocol, port: number) => {
  const labelsOf = (namespace: string) => ({
    ...world.namespaces.find(({ name }) => name === namespace)?.labels,
    "kubernetes.io/metadata.name": namespace,
  });
  const matches = ({ matchLabels, matchExpressions }: LabelSelector, own: Readonly<Record<string, string>>): boolean =>
    Object.entries(matchLabels).every(([key, value]) => own[key] === value) &&
    matchExpressions.every(({ key, operator, values }) => {
      const has = own[key];
      if (operator === "In") return has !== undefined && values.includes(has);
      if (operator === "NotIn") return has === undefined || !values.includes(has);
      return (has !== undefined) === (operator === "Exists");
    });
  const isPeer = (each: PeerMatch, other: Pods | string, home: string): boolean => {
    if (typeof other === "string")
      return each.kind === "block" && inCidr(other, each.cidr) && !each.except.some((e) => inCidr(other, e));
    if (each.kind !== "pods" || other.hostNetwork) return false;
    const isThere = each.namespaces ? matches(each.namespaces, labelsOf(other.namespace)) : other.namespace === home;
    return isThere && matches(each.pods, other.labels);
  };
  const isPort = (each: PortMatch): boolean => {
    if (each.kind === "range") return each.protocol === protocol && each.from <= port && port <= each.to;
    if (each.kind !== "name" || typeof dst === "string" || each.protocol !== protocol) return false;
    return dst.ports.some((own) => own.name === each.name && own.protocol === protocol && own.number === port);
  };
  const allows = (subject: Pods | string, other: Pods | string, direction: "ingress" | "egress"): boolean => {
    if (typeof subject === "string" || subject.hostNetwork) return true;
    const inTier = (tier: string): boolean | undefined => {
      const ordered = world.adminPolicies.filter((each) => each.tier === tier).sort((a, b) => a.priority - b.priority);
      const selecting = ordered.filter(
        (each) =>
          each.subject &&
          matches(each.subject.namespaces, labelsOf(subject.namespace)) &&
          matches(each.subject.pods, subject.labels),
      );
      const first = selecting
        .flatMap((each) => each[direction])
        .find(
          ({ peers, ports }) =>
            peers !== "everyone" &&
            peers.some((each) => isPeer(each, other, "")) &&
            (ports === "all" || ports.some(isPort)),
        );
      return first && first.action !== "pass" ? first.action === "allow" : undefined;
    };
    const isolating = world.policies.filter(
      (each) => each[direction] && each.namespace === subject.namespace && matches(each.subject, subject.labels),
    );
    const byNetworkPolicy = (): boolean =>
      isolating.some(({ namespace, [direction]: all }) =>
        (all ?? []).some(
          ({ peers, ports }) =>
            (peers === "everyone" || peers.some((each) => isPeer(each, other, namespace))) &&
            (ports === "all" || ports.some(isPort)),
        ),
      );
    return inTier("admin") ?? (isolating.length > 0 ? byNetworkPolicy() : (inTier("baseline") ?? true));
  };
  return allows(src, dst, "egress") && allows(dst, src, "ingress");
};

function inCidr(address: string, cidr: string): boolean {
  const [base = "", length = "0"] = cidr.split("/");
  const number = (text: string) => text.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - Number(length));
  return Math.floor(number(address) / size) === Math.floor(number(base) / size);
}

const endOf = (world: World, each: Pods | string): End => {
  if (typeof each === "string") {
    const from = addressOf(each) ?? 0n;
    return { kind: "external", from, until: from + 1n };
  }
  const peer = world.peerById.get(`${each.namespace}/${each.name}[${each.kind}]`);
  assert.ok(peer);
  return { kind: "workload", peer };
};

test("the engine agrees, packet by packet, with the rules as they are worded", () => {
  fc.assert(
    fc.property(input, (given) => {
      const world = buildWorld(given);
      const ends = [...given.pods, ...ADDRESSES];
      for (const src of ends) {
        for (const dst of ends) {
          if (src === dst || (typeof src === "string" && typeof dst === "string")) continue;
          const ports = connection(world, endOf(world, src), endOf(world, dst));
          for (const [protocol, number] of PACKETS) {
            const isFound = hasPort(ports, protocol, number);
            assert.equal(
              isFound,
              mayPass(given, src, dst, protocol, number),
              JSON.stringify([src, dst, protocol, number]),
            );
          }
        }
      }
    }),
    { numRuns: 120 },
  );
});

const picture = (given: NetworkInput): ReadonlyMap<string, string> =>
  new Map([...allEdges(buildWorld(given))].map(({ src, dst, ports }) => [`${idOf(src)} ${idOf(dst)}`, ports.key]));

test("a pair asked alone and the whole picture say the same", () => {
  fc.assert(
    fc.property(input, (given) => {
      const world = buildWorld(given);
      for (const { src, dst, ports } of allEdges(world, "all"))
        assert.equal(connection(world, src, dst).key, ports.key);
    }),
    RUNS,
  );
});

test("a rule more never takes a connection away", () => {
  fc.assert(
    fc.property(
      input,
      rule,
      fc.nat(),
      fc.constantFrom("ingress" as const, "egress" as const),
      (given, more, at, direction) => {
        const index = at % Math.max(1, given.policies.length);
        const policies = given.policies.map((each, i) => {
          const own = each[direction];
          return i === index && own ? { ...each, [direction]: [...own, more] } : each;
        });
        const [before, after] = [buildWorld(given), buildWorld({ ...given, policies })];
        const ends = [...given.pods, ...ADDRESSES];
        for (const src of ends) {
          for (const dst of given.pods) {
            if (src === dst) continue;
            const was = connection(before, endOf(before, src), endOf(before, dst));
            const is = connection(after, endOf(after, src), endOf(after, dst));
            assert.equal(portsWithout(was, is).key, "");
          }
        }
      },
    ),
    RUNS,
  );
});

test("a policy that selects nobody changes nothing", () => {
  fc.assert(
    fc.property(input, policy, (given, idle) => {
      const nobody = { ...idle, namespace: "nowhere" };
      assert.deepEqual(picture({ ...given, policies: [...given.policies, nobody] }), picture(given));
    }),
    RUNS,
  );
});

test("the order of objects does not matter, nor do names that are changed everywhere", () => {
  const renamed = (text: string): string => text.replace(/"([abc])"/g, (_, name: string) => `"z${name}"`);
  fc.assert(
    fc.property(input, (given) => {
      const turned = { ...given, pods: [...given.pods].reverse(), policies: [...given.policies].reverse() };
      assert.deepEqual(new Map([...picture(turned)].sort()), new Map([...picture(given)].sort()));
      const other: NetworkInput = JSON.parse(renamed(JSON.stringify(given)));
      const back = [...picture(other)].map(([key, ports]) => [key.replace(/\bz(?=[abc]\/)/g, ""), ports] as const);
      assert.deepEqual(new Map(back), picture(given));
    }),
    RUNS,
  );
});

test("sets of points obey set arithmetic, and have one form each", () => {
  const set = fc
    .uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 8 })
    .map((bounds) => bounds.sort((a, b) => a - b).slice(0, bounds.length - (bounds.length % 2)));
  fc.assert(
    fc.property(set, set, fc.integer({ min: 0, max: 20 }), (a, b, point) => {
      const [inA, inB] = [contains(a, point), contains(b, point)];
      assert.equal(contains(union(a, b), point), inA || inB);
      assert.equal(contains(intersection(a, b), point), inA && inB);
      assert.equal(contains(difference(a, b), point), inA && !inB);
      assert.deepEqual(union(difference(a, b), intersection(a, b)), union(a, []));
    }),
  );
});

test("addresses of both families read as they are shown", () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (text) => {
      const point = addressOf(text);
      assert.ok(point !== undefined, text);
      assert.equal(addressOf(showAddress(point)), point);
    }),
  );
});
