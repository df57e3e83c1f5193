import { explain } from "../../engines/network/explain.ts";
import type {
  AdminPolicy,
  Direction,
  LabelSelector,
  NetworkPolicy,
  PeerMatch,
  Rule,
} from "../../engines/network/input.ts";
import { has } from "../../engines/network/matching.ts";
import type { Peer } from "../../engines/network/parties.ts";
import { resolvePorts } from "../../engines/network/port-table.ts";
import { ALL_PORTS, hasPort, NO_PORTS, type PortSet } from "../../engines/network/ports.ts";
import { connection, type End, type World } from "../../engines/network/world.ts";
import type { Drawn } from "./build-model.ts";
import { policyId, workloadId } from "./ids.ts";
import type { Link, NamespaceModel, Pointer, PolicyModel, Port } from "./model.ts";
import { crowdOf } from "./policy-crowd.ts";
import type { Sheet } from "./sheet.ts";
import { adminTitle, allowedTitle, crowdTitle, deniedTitle, forbiddenTitle, policyTitle } from "./words.ts";

/**
 * Arrows for what rules say about particular workloads. A rule about everybody in a namespace is said on the namespace,
 * and one about more pairs than a person can follow comes from one box that stands for all of them.
 */
export function addPolicyLinks(sheet: Sheet, { world }: Drawn): void {
  const pairs = new Map<string, Pair>();
  for (const policy of world.input.policies) {
    const subjects = peersAmong(world, world.matching.subjects(policy.namespace, policy.subject));
    for (const direction of ["ingress", "egress"] as const) {
      for (const [index, rule] of (policy[direction] ?? []).entries()) {
        const isWide = isWideSelector(policy.subject);
        const home = policy.namespace;
        addRule(sheet, world, { policy, home, isWide, action: "allow", direction, rule, index, subjects }, pairs);
      }
    }
  }
  for (const policy of world.input.adminPolicies) {
    const subjects = subjectsOfAdmin(world, policy);
    const isWide = isWideSelector(policy.subject?.pods);
    for (const direction of ["ingress", "egress"] as const) {
      for (const [index, rule] of policy[direction].entries()) {
        const { action } = rule;
        // What is passed on is left to others to decide.
        if (action === "pass") continue;
        addRule(sheet, world, { policy, home: "", isWide, action, direction, rule, index, subjects }, pairs);
      }
    }
  }
  for (const pair of pairs.values()) addPair(sheet, world, pair);
}

interface Pair {
  readonly src: Peer;
  readonly dst: Peer;
  readonly at: Pointer;
  readonly policies: Set<string>;
}

interface RuleAt {
  readonly policy: NetworkPolicy | AdminPolicy;
  /** Namespace of peers that name none. */
  readonly home: string;
  /** It selects whole namespaces. */
  readonly isWide: boolean;
  readonly action: "allow" | "deny";
  readonly direction: Direction;
  readonly rule: Rule;
  readonly index: number;
  readonly subjects: readonly Peer[];
}

const MOST_PAIRS = 40;

function addRule(sheet: Sheet, world: World, given: RuleAt, pairs: Map<string, Pair>): void {
  const { policy, home, isWide, action, direction, rule, index, subjects } = given;
  const field = direction === "ingress" ? "from" : "to";
  const path = ["spec", direction, index];
  const entries: readonly (PeerMatch | undefined)[] = rule.peers === "everyone" ? [undefined] : rule.peers;
  for (const [i, entry] of entries.entries()) {
    const at = { origin: policy.origin, path: entry ? [...path, field, i] : path };
    const peers = entry?.kind === "pods" && !isWideSelector(entry.pods) ? matching(world, entry, home) : [];
    if (peers.length > 0 && peers.length * subjects.length <= MOST_PAIRS) {
      for (const peer of peers) {
        for (const subject of subjects) {
          if (action === "allow") note(pairs, given, peer, subject, at);
          else forbid(sheet, given, peer, subject, at);
        }
      }
    } else if (!isWide) addCrowd(sheet, given, entry, at);
  }
}

function note(pairs: Map<string, Pair>, { policy, direction }: RuleAt, peer: Peer, subject: Peer, at: Pointer): void {
  if (peer === subject) return;
  const [src, dst] = direction === "ingress" ? [peer, subject] : [subject, peer];
  const key = `${src.id} ${dst.id}`;
  const known = pairs.get(key) ?? { src, dst, at, policies: new Set() };
  known.policies.add(policyId(policy));
  pairs.set(key, known);
}

function forbid(sheet: Sheet, { policy, direction, rule }: RuleAt, peer: Peer, subject: Peer, at: Pointer): void {
  if (peer === subject) return;
  const [src, dst] = direction === "ingress" ? [peer, subject] : [subject, peer];
  const ports = rule.ports === "all" ? ALL_PORTS : resolvePorts(rule.ports, namesOf(dst, "ingress"));
  const title = forbiddenTitle(src.name, dst.name, ports, policy.name);
  const label = ports === ALL_PORTS ? "*" : ports.key;
  const policies = [policyId(policy)];
  sheet.link({ from: headOf(src), to: headOf(dst), kind: "forbidden", label, title, at, policies });
}

const isWideSelector = (selector: LabelSelector | undefined): boolean =>
  selector === undefined || (Object.keys(selector.matchLabels).length === 0 && selector.matchExpressions.length === 0);

const subjectsOfAdmin = (world: World, { subject }: AdminPolicy): readonly Peer[] =>
  subject ? peersAmong(world, world.matching.subjects(subject.namespaces, subject.pods)) : [];

function matching(world: World, entry: PeerMatch, home: string): readonly Peer[] {
  const set = world.matching.whoMatches([entry], home);
  return peersAmong(
    world,
    world.parties.pods.filter(({ index }) => has(set, index)),
  );
}

const peersAmong = ({ parties }: World, some: readonly { readonly index: number }[]): readonly Peer[] => [
  ...new Set(some.flatMap(({ index }) => parties.peersOf.get(index) ?? [])),
];

function addPair(sheet: Sheet, world: World, { src, dst, at, policies }: Pair): void {
  const [from, to]: readonly End[] = [
    { kind: "workload", peer: src },
    { kind: "workload", peer: dst },
  ];
  if (!from || !to) return;
  const ports = connection(world, from, to);
  const ends = { from: { box: workloadId(src), row: undefined }, policies: [...policies].sort() };
  if (ports === NO_PORTS) {
    const verdict = explain(world, from, to);
    sheet.link({
      ...ends,
      to: headOf(dst),
      kind: "denied",
      title: deniedTitle(src, dst, verdict),
      at: missAt(verdict) ?? at,
    });
    return;
  }
  const title = allowedTitle(src.name, dst.name, ports, [...policies]);
  for (const { to: landing, label } of landings(sheet, dst, ports)) {
    sheet.link({ ...ends, to: landing, kind: "allowed", label, title, at });
  }
}

/** The rule that comes closest to allowing it. */
function missAt({ egress, ingress }: ReturnType<typeof explain>): Pointer | undefined {
  for (const { direction, nearMisses } of [ingress, egress]) {
    const [miss] = nearMisses;
    if (!miss) continue;
    return { origin: miss.policy.origin, path: ["spec", direction, ...(miss.kind === "no-rule" ? [] : [miss.rule])] };
  }
  return undefined;
}

const headOf = (peer: Peer): Port => ({ box: workloadId(peer), row: undefined });

const MOST_ROWS = 3;

/** The declared ports that are open, or the head of the box when that is all of them, many or none. */
function landings(sheet: Sheet, dst: Peer, ports: PortSet): readonly { readonly to: Port; readonly label: string }[] {
  const box = workloadId(dst);
  if (ports === ALL_PORTS) return [{ to: headOf(dst), label: "*" }];
  const rows = sheet.rowsOf(box).filter(({ id }) => {
    const [protocol, number] = id.slice(box.length + 1).split("/");
    return (
      (protocol === "TCP" || protocol === "UDP" || protocol === "SCTP") && hasPort(ports, protocol, Number(number))
    );
  });
  if (rows.length === 0 || rows.length > MOST_ROWS) return [{ to: headOf(dst), label: ports.key }];
  return rows.map(({ id }) => ({ to: { box, row: id }, label: "" }));
}

/** One box for everybody whom an entry means, and arrows between it and the Pods that the policy selects. */
function addCrowd(sheet: Sheet, given: RuleAt, entry: PeerMatch | undefined, at: Pointer): void {
  const { policy, home, action, direction, rule, subjects } = given;
  const crowd = crowdOf(entry, home, direction);
  if (!crowd || subjects.length > MOST_PAIRS) return;
  const box = sheet.box({ ...crowd, at: undefined });
  const policies = [policyId(policy)];
  for (const subject of subjects) {
    const ports = rule.ports === "all" ? ALL_PORTS : resolvePorts(rule.ports, namesOf(subject, direction));
    if (action === "deny") {
      const ends = [{ box, row: undefined }, headOf(subject)] as const;
      const [from, to] = direction === "ingress" ? ends : [ends[1], ends[0]];
      const names = direction === "ingress" ? [crowd.name, subject.name] : [subject.name, crowd.name];
      const title = forbiddenTitle(names[0] ?? "", names[1] ?? "", ports, policy.name);
      const label = ports === ALL_PORTS ? "*" : ports.key;
      sheet.link({ from, to, kind: "forbidden", label, title, at, policies });
      continue;
    }
    const title = crowdTitle(direction, subject.name, crowd.name, ports, policy.name);
    if (direction === "egress") {
      const link: Partial<Link> = { label: ports === ALL_PORTS ? "*" : ports.key };
      sheet.link({ from: headOf(subject), to: { box, row: undefined }, kind: "allowed", title, at, policies, ...link });
    } else {
      for (const { to, label } of landings(sheet, subject, ports)) {
        sheet.link({ from: { box, row: undefined }, to, kind: "allowed", label, title, at, policies });
      }
    }
  }
}

/** Names of ports are those of whom is dialled: of a crowd nobody knows them. */
const namesOf = ({ parties }: Peer, direction: Direction) =>
  direction === "ingress" ? parties.flatMap(({ namedPorts }) => namedPorts) : [];

/** Every namespace that something is in, with the policies that hold in it. */
export function namespacesOf({ world }: Drawn): readonly NamespaceModel[] {
  const { input, parties } = world;
  const names = new Set([
    ...parties.peers.map(({ namespace }) => namespace),
    ...[...input.services, ...input.policies, ...input.entrances, ...input.gateways, ...input.routes].map(
      ({ namespace }) => namespace,
    ),
  ]);
  return [...names].sort().map((name) => ({
    name,
    policies: input.policies
      .filter(({ namespace }) => namespace === name)
      .map((policy) => ({
        id: policyId(policy),
        name: policy.name,
        title: policyTitle(policy, peersAmong(world, world.matching.subjects(policy.namespace, policy.subject)).length),
        at: { origin: policy.origin, path: ["metadata", "name"] },
      })),
  }));
}

const TIERS = ["admin", "baseline"] as const;

/** Policies of the whole cluster, in the order in which they are asked. */
export const adminPolicies = ({ world }: Drawn): readonly PolicyModel[] =>
  [...world.input.adminPolicies]
    .sort(
      (a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || a.priority - b.priority || (a.name < b.name ? -1 : 1),
    )
    .map((policy) => ({
      id: policyId(policy),
      name: policy.tier === "admin" ? `${policy.priority} · ${policy.name}` : policy.name,
      title: adminTitle(policy, subjectsOfAdmin(world, policy).length),
      at: { origin: policy.origin, path: ["metadata", "name"] },
    }));
