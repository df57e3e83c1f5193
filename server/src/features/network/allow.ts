import { blockWithout } from "../../engines/network/addresses.ts";
import { explain, type Side } from "../../engines/network/explain.ts";
import type { Direction, Labels, NetworkPolicy, Rule } from "../../engines/network/input.ts";
import { intersection } from "../../engines/network/intervals.ts";
import type { Peer } from "../../engines/network/parties.ts";
import { hasPort } from "../../engines/network/ports.ts";
import { connection, type End, type World } from "../../engines/network/world.ts";
import type { Callee, Caller } from "./intents.ts";
import { tellingLabels } from "./labels.ts";
import { entrancesOf } from "./neighbourhood.ts";
import { peersMeant } from "./policy-intents.ts";
import { freeName, type OpenPort, type Other, policyNames } from "./policy-json.ts";
import { standingOf } from "./standing.ts";

/** A connection that somebody wants; ends as in an intent. */
export interface Wanted extends OpenPort {
  readonly src: Caller | Extract<Other, { kind: "addresses" }>;
  readonly dst: Callee | Extract<Other, { kind: "addresses" }>;
}

/** Whether everything lets the connection through. Who comes from outside gets in when some address does. */
export function isAllowed(world: World, { src, dst, protocol, number }: Wanted): boolean {
  if (src.kind === "controller") {
    return entrancesOf(world).some(
      (edge) =>
        dst.kind === "workload" &&
        edge.dst.id === dst.peer.id &&
        edge.ways.some((way) => way.isAllowed && way.endpoint.protocol === protocol && way.endpoint.number === number),
    );
  }
  const pairs = pairsOf(world, src, dst);
  const isOpen = ([from, to]: Pair): boolean => hasPort(connection(world, from, to), protocol, number);
  const isWhole = src.kind === "addresses" || dst.kind === "addresses";
  return pairs.length > 0 && (isWhole ? pairs.every(isOpen) : pairs.some(isOpen));
}

type Pair = readonly [End, End];

const pairsOf = (world: World, src: Wanted["src"], dst: Wanted["dst"]): readonly Pair[] =>
  endsOf(world, src).flatMap((from) => endsOf(world, dst).map((to): Pair => [from, to]));

/** In this world, which may not be the one that the ends were found in. */
function endsOf({ parties, peerById }: World, side: Wanted["src"] | Wanted["dst"]): readonly End[] {
  const ranges = parties.ranges.map(({ from, until }): End => ({ kind: "external", from, until }));
  switch (side.kind) {
    case "workload": {
      const peer = peerById.get(side.peer.id);
      return peer ? [{ kind: "workload", peer }] : [];
    }
    case "addresses": {
      const meant = blockWithout(side.cidr, side.except);
      return parties.ranges.flatMap(({ from, until }): readonly End[] => {
        const [start, end] = intersection([from, until], meant);
        return start === undefined || end === undefined ? [] : [{ kind: "external", from: start, until: end }];
      });
    }
    case "controller":
    case "outside":
      return ranges;
  }
}

/** What one end lacks. NetworkPolicies only ever add, so a new rule takes nothing from anybody. */
export interface Half {
  readonly direction: Direction;
  /** The workload whose policies are to let it through. */
  readonly subject: Peer;
  readonly other: Other;
  readonly port: OpenPort;
  readonly change: /** The rule means these two and no others already: only the port is missing. */
    | { readonly kind: "port"; readonly policy: NetworkPolicy; readonly rule: number }
    | { readonly kind: "rule"; readonly policy: NetworkPolicy }
    /** Only policies for many isolate the end: it gets one of its own, beside the first of them. */
    | { readonly kind: "policy"; readonly beside: NetworkPolicy; readonly name: string; readonly labels: Labels };
}

/**
 * The halves that are missing at either end; empty when policies allow the connection already, or when what denies it
 * is no NetworkPolicy: a tier of the cluster, or a Pod in its node's network, which none can mean.
 */
export function missingHalves(world: World, wanted: Wanted): readonly Half[] {
  const { src, dst } = wanted;
  const port: OpenPort = { protocol: wanted.protocol, number: wanted.number };
  if (isAllowed(world, wanted)) return [];
  // One pair stands for all: the controller is asked about at the workload's end alone.
  const pairs = pairsOf(world, src, dst);
  const [from, to] =
    pairs.find((pair) => !hasPort(connection(world, ...pair), port.protocol, port.number)) ?? pairs[0] ?? [];
  if (!from || !to) return [];
  const { egress, ingress } = explain(world, from, to);
  return [
    ...(src.kind === "workload" ? halfOf(world, egress, src.peer, dst, port) : []),
    ...(dst.kind === "workload" && src.kind !== "controller" ? halfOf(world, ingress, dst.peer, src, port) : []),
    ...(dst.kind === "workload" && src.kind === "controller" ? controllerHalf(world, dst.peer, port) : []),
  ];
}

function halfOf(world: World, side: Side, subject: Peer, other: Other, port: OpenPort): readonly Half[] {
  if (hasPort(side.ports, port.protocol, port.number)) return [];
  const own = side.policies.flatMap(({ policy, tier }) =>
    tier === "network-policy" && "namespace" in policy ? [policy] : [],
  );
  return changeOf(world, own, { direction: side.direction, subject, other, port });
}

/** No end of a question stands for the controller; what isolates the workload is what keeps it away. */
function controllerHalf(world: World, subject: Peer, port: OpenPort): readonly Half[] {
  const { policies } = standingOf(world, subject, "ingress");
  return changeOf(world, policies, { direction: "ingress", subject, other: { kind: "controller" }, port });
}

function changeOf(world: World, own: readonly NetworkPolicy[], half: Omit<Half, "change">): readonly Half[] {
  const { direction, subject, other } = half;
  const [first] = own;
  if (!first) return [];
  const special = own.filter((policy) => isFor(world, policy, subject));
  for (const policy of special) {
    const rule = (policy[direction] ?? []).findIndex((each) => meansOnly(world, policy, each, other));
    if (rule >= 0) return [{ ...half, change: { kind: "port", policy, rule } }];
  }
  const [nearest] = special;
  if (nearest) return [{ ...half, change: { kind: "rule", policy: nearest } }];
  const name = freeName(policyNames(world, subject.namespace), `${subject.name}-${direction}`);
  return [{ ...half, change: { kind: "policy", beside: first, name, labels: tellingLabels(world, subject) } }];
}

/** It selects this workload and no other. */
function isFor(world: World, { namespace, subject }: NetworkPolicy, peer: Peer): boolean {
  const peers = world.matching
    .subjects(namespace, subject)
    .flatMap(({ index }) => world.parties.peersOf.get(index) ?? []);
  const isWide = Object.keys(subject.matchLabels).length + subject.matchExpressions.length === 0;
  return !isWide && peers.every((each) => each === peer);
}

/** One entry of `from` or `to` that means the other end and nobody else: another port is opened to nobody else. */
function meansOnly(world: World, { namespace }: NetworkPolicy, { peers, ports }: Rule, other: Other): boolean {
  if (peers === "everyone" || ports === "all" || other.kind !== "workload") return false;
  const [entry, ...more] = peers;
  const meant = entry && more.length === 0 ? peersMeant(world, entry, namespace) : [];
  return meant.length > 0 && meant.every((peer) => peer === other.peer);
}
