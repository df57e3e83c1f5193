import { type Caveat, caveatsOf } from "./caveats.ts";
import { decide } from "./decisions.ts";
import type { AdminPolicy, Direction, NetworkPolicy, PeerMatch, PortMatch } from "./input.ts";
import { has } from "./matching.ts";
import { type NearMiss, nearMissesOf } from "./near-miss.ts";
import type { Party } from "./parties.ts";
import { resolvePort, resolvePorts } from "./port-table.ts";
import { ALL_PORTS, NO_PORTS, type PortSet } from "./ports.ts";
import { between, type End, partiesAt, type World } from "./world.ts";

/** Why something may flow from one end to the other, or may not. */
export interface Verdict {
  readonly src: End;
  readonly dst: End;
  readonly ports: PortSet;
  readonly egress: Side;
  readonly ingress: Side;
  /** What holds whatever policies say. */
  readonly always: "own-node" | undefined;
  /** Why a cluster may behave otherwise; empty when the answer holds for every CNI plugin. */
  readonly caveats: readonly Caveat[];
  readonly certainty: "exact" | "cni-dependent";
}

/** What one end says: the source about egress, the destination about ingress. */
export interface Side {
  readonly direction: Direction;
  readonly ports: PortSet;
  /** False when no NetworkPolicy selects the end in this direction: then everything is allowed that no tier denies. */
  readonly isolated: boolean;
  /** Those that select the end, in the order in which they count. */
  readonly policies: readonly PolicyVerdict[];
  /** Closest first; empty when the side allows something. */
  readonly nearMisses: readonly NearMiss[];
}

export interface PolicyVerdict {
  readonly policy: NetworkPolicy | AdminPolicy;
  readonly tier: "admin" | "network-policy" | "baseline";
  readonly effect: Effect | "no-rules";
  readonly rules: readonly RuleVerdict[];
}

export type Effect =
  | "allows"
  | "denies"
  | "passes"
  | "peer-not-matched"
  | "ports-differ"
  /** A rule of the same tier that counts first has said it already. */
  | "decided-before";

/** What one rule does to this pair. Indices count as in the manifest, from 0; undefined where there is no list. */
export interface RuleVerdict {
  readonly rule: number;
  readonly effect: Effect;
  readonly ports: PortSet;
  readonly peer: number | undefined;
  readonly port: number | undefined;
}

export function explain(world: World, src: End, dst: End): Verdict {
  if (src.kind === "node" || dst.kind === "node") return ownNode(src, dst);
  const [from, to] = decidingParties(world, src, dst);
  const { stances } = world.compiled;
  const sent = from && to ? decide(stances.egress[from.index], to, to, world.table) : NO_PORTS;
  const taken = from && to ? decide(stances.ingress[to.index], from, to, world.table) : NO_PORTS;
  const ports = world.table.common(sent, taken);
  const egress = sideOf(world, "egress", from, to, to, sent, taken);
  const ingress = sideOf(world, "ingress", to, from, to, taken, sent);
  const caveats = from && to ? caveatsOf(from, to, { egress, ingress }) : [];
  const certainty = caveats.length === 0 ? "exact" : "cni-dependent";
  return { src, dst, ports, egress, ingress, always: undefined, caveats, certainty };
}

/** Kubelet's probes and whatever else runs on the node of a Pod. */
function ownNode(src: End, dst: End): Verdict {
  const open = (direction: Direction): Side => ({
    direction,
    ports: ALL_PORTS,
    isolated: false,
    policies: [],
    nearMisses: [],
  });
  const sides = { egress: open("egress"), ingress: open("ingress") };
  return { src, dst, ports: ALL_PORTS, ...sides, always: "own-node", caveats: [], certainty: "exact" };
}

/** Pods of one workload may differ in labels: the pair that connects explains why it may, the first one why not. */
function decidingParties(world: World, src: End, dst: End): readonly [Party | undefined, Party | undefined] {
  const sources = partiesAt(world, src);
  const targets = partiesAt(world, dst);
  for (const from of sources) {
    for (const to of targets) if (between(world, from, to) !== NO_PORTS) return [from, to];
  }
  return [sources[0], targets[0]];
}

function sideOf(
  world: World,
  direction: Direction,
  subject: Party | undefined,
  other: Party | undefined,
  target: Party | undefined,
  ports: PortSet,
  opposite: PortSet,
): Side {
  const selected = subject && world.compiled.selected[direction].get(subject.index);
  if (!selected || !other || !target) return { direction, ports, isolated: false, policies: [], nearMisses: [] };
  const pair: Pair = { world, direction, other, target, relevant: opposite === NO_PORTS ? ALL_PORTS : opposite };
  const networkPolicies = selected.policies.flatMap((i) => world.input.policies[i] ?? []);
  const admin = selected.admin.flatMap((i) => world.input.adminPolicies[i] ?? []);
  const policies = [
    ...adminVerdicts(
      pair,
      admin.filter(({ tier }) => tier === "admin"),
    ),
    ...networkPolicies.map((policy) => policyVerdict(pair, policy)),
    ...(networkPolicies.length > 0
      ? []
      : adminVerdicts(
          pair,
          admin.filter(({ tier }) => tier === "baseline"),
        )),
  ];
  const isBlocked = world.table.common(ports, pair.relevant) === NO_PORTS;
  return {
    direction,
    ports,
    isolated: networkPolicies.length > 0,
    policies,
    nearMisses: isBlocked ? nearMissesOf(pair, networkPolicies) : [],
  };
}

/** A question about one direction of one pair. */
export interface Pair {
  readonly world: World;
  readonly direction: Direction;
  /** The end that `from` or `to` has to match. */
  readonly other: Party;
  /** The end whose ports are meant. */
  readonly target: Party;
  /** Ports about which the opposite end has no objection; all of them when it objects to everything. */
  readonly relevant: PortSet;
}

function policyVerdict(pair: Pair, policy: NetworkPolicy): PolicyVerdict {
  const rules = (policy[pair.direction] ?? []).map(({ peers, ports }, rule): RuleVerdict => {
    const peer = matchingPeer(pair, peers, policy.namespace);
    if (peer === "none") return { rule, effect: "peer-not-matched", ports: NO_PORTS, peer: undefined, port: undefined };
    const open = openPorts(pair, ports);
    const index = peer === "everyone" ? undefined : peer;
    return {
      rule,
      effect: open === NO_PORTS ? "ports-differ" : "allows",
      ports: open,
      peer: index,
      port: portIndex(pair, ports, open),
    };
  });
  return { policy, tier: "network-policy", effect: strongest(rules), rules };
}

function openPorts({ world, target, relevant }: Pair, ports: "all" | readonly PortMatch[]): PortSet {
  return ports === "all" ? relevant : world.table.common(relevant, resolvePorts(ports, namedPortsOf(target)));
}

export const namedPortsOf = (target: Party) => (target.kind === "pods" ? target.namedPorts : []);

/** The first entry of `ports` that has to do with `open`. */
function portIndex({ world, target }: Pair, ports: "all" | readonly PortMatch[], open: PortSet): number | undefined {
  if (ports === "all") return undefined;
  const index = ports.findIndex((port) => {
    const meant = resolvePort(port, namedPortsOf(target));
    return world.table.common(meant, open === NO_PORTS ? ALL_PORTS : open) !== NO_PORTS;
  });
  return index < 0 ? undefined : index;
}

/** The first entry of `from` or `to` that the other end matches. */
function matchingPeer(
  { world, other }: Pair,
  peers: "everyone" | readonly PeerMatch[],
  home: string | undefined,
): number | "everyone" | "none" {
  if (peers === "everyone") return "everyone";
  const index = peers.findIndex((peer) => has(world.matching.whoMatches([peer], home), other.index));
  return index < 0 ? "none" : index;
}

const STRENGTH: readonly Effect[] = [
  "allows",
  "denies",
  "passes",
  "decided-before",
  "ports-differ",
  "peer-not-matched",
];

const strongest = (rules: readonly RuleVerdict[]): Effect | "no-rules" =>
  STRENGTH.find((effect) => rules.some((rule) => rule.effect === effect)) ?? "no-rules";

const DONE = { allow: "allows", deny: "denies", pass: "passes" } as const;

/** Rules of a tier see only what the rules before them left undecided. */
function adminVerdicts(pair: Pair, policies: readonly AdminPolicy[]): readonly PolicyVerdict[] {
  const { table } = pair.world;
  let left: PortSet = ALL_PORTS;
  return policies.map((policy) => {
    const rules = policy[pair.direction].map(({ peers, ports, action }, rule): RuleVerdict => {
      const isUnknown = peers !== "everyone" && peers.some(({ kind }) => kind === "unknown");
      const failsClosed = isUnknown && action !== "allow";
      const peer = failsClosed ? "everyone" : isUnknown ? "none" : matchingPeer(pair, peers, undefined);
      if (peer === "none")
        return { rule, effect: "peer-not-matched", ports: NO_PORTS, peer: undefined, port: undefined };
      const asked = failsClosed || ports === "all" ? ALL_PORTS : resolvePorts(ports, namedPortsOf(pair.target));
      const meant = table.common(left, asked);
      left = table.without(left, meant);
      const open = table.common(meant, pair.relevant);
      const missed = table.common(asked, pair.relevant) === NO_PORTS ? "ports-differ" : "decided-before";
      const effect = open === NO_PORTS ? missed : failsClosed ? "denies" : DONE[action];
      const index = peer === "everyone" ? undefined : peer;
      return { rule, effect, ports: meant, peer: index, port: portIndex(pair, ports, open) };
    });
    return { policy, tier: policy.tier, effect: strongest(rules), rules };
  });
}
