import { readRange, showRange } from "./addresses.ts";
import { type Compiled, compile, decide } from "./decisions.ts";
import type { NetworkInput } from "./input.ts";
import { intersection } from "./intervals.ts";
import { Matching } from "./matching.ts";
import { type HostNetworkModel, type Parties, type Party, type Peer, partiesOf } from "./parties.ts";
import { PortTable } from "./port-table.ts";
import { ALL_PORTS, NO_PORTS, type PortSet } from "./ports.ts";

/** Objects of a cluster, ready to be asked. Nothing about pairs is stored: every question computes its own answer. */
export interface World {
  readonly input: NetworkInput;
  readonly parties: Parties;
  readonly matching: Matching;
  readonly compiled: Compiled;
  readonly table: PortTable;
  readonly peerById: ReadonlyMap<string, Peer>;
}

/** One end of a connection as people see it. */
export type End =
  | { readonly kind: "workload"; readonly peer: Peer }
  /** Addresses outside the cluster; an interval of the line in addresses.ts. */
  | { readonly kind: "external"; readonly from: bigint; readonly until: bigint };

export interface Edge {
  readonly src: End;
  readonly dst: End;
  readonly ports: PortSet;
}

export function buildWorld(input: NetworkInput, hostNetwork: HostNetworkModel = "node"): World {
  const parties = partiesOf(input, hostNetwork);
  const matching = new Matching(parties);
  return {
    input,
    parties,
    matching,
    compiled: compile(input, parties, matching),
    table: new PortTable(),
    peerById: new Map(parties.peers.map((peer) => [peer.id, peer])),
  };
}

/** `namespace/name[Kind]`, `10.0.0.0-10.255.255.255[External]`. */
export const idOf = (end: End): string =>
  end.kind === "workload" ? end.peer.id : `${showRange(end.from, end.until)}[External]`;

/**
 * The ends that a person's text means: an id, the same without its kind, or an address, range or CIDR, which gives the
 * parts of it that policies tell apart.
 */
export function endsNamed(world: World, text: string): readonly End[] {
  const range = readRange(text.replace(/\[External\]$/, ""));
  if (range) {
    return world.parties.ranges.flatMap(({ from, until }): readonly End[] => {
      const [start, end] = intersection([from, until], range);
      return start === undefined || end === undefined ? [] : [{ kind: "external", from: start, until: end }];
    });
  }
  return world.parties.peers
    .filter(({ id, namespace, name }) => [id, `${namespace}/${name}`].includes(text))
    .map((peer) => ({ kind: "workload", peer }));
}

/** What may flow from one end to the other. A workload towards itself is not asked about: a Pod always reaches itself. */
export function connection(world: World, src: End, dst: End): PortSet {
  if (src.kind === "external" && dst.kind === "external") return NO_PORTS;
  let ports = NO_PORTS;
  for (const from of partiesAt(world, src)) {
    for (const to of partiesAt(world, dst)) {
      ports = world.table.union(ports, between(world, from, to));
      if (ports === ALL_PORTS) return ports;
    }
  }
  return ports;
}

/** The parties that an end consists of. Of a range, any one will do for each part that policies tell apart. */
export function partiesAt(world: World, end: End): readonly Party[] {
  if (end.kind === "workload") return end.peer.parties;
  return world.parties.ranges.filter(({ from, until }) => from < end.until && end.from < until);
}

export function between(world: World, src: Party, dst: Party): PortSet {
  const { stances } = world.compiled;
  const sent = decide(stances.egress[src.index], dst, dst, world.table);
  if (sent === NO_PORTS) return NO_PORTS;
  return world.table.common(sent, decide(stances.ingress[dst.index], src, dst, world.table));
}

/** Whether pairs between which nothing may flow are listed as well. */
export type Listed = "open" | "all";

/** Everybody whom an end reaches: workloads in order of their ids, then external ranges. */
export function* edgesFrom(world: World, src: End, listed: Listed = "open"): Generator<Edge> {
  const parties = partiesAt(world, src);
  const row = (dst: Party): PortSet => unionOver(world, parties, (from) => between(world, from, dst));
  for (const [dst, ports] of others(world, src, row)) {
    if (listed === "all" || ports !== NO_PORTS) yield { src, dst, ports };
  }
}

/** Everybody who reaches an end. */
export function* edgesTo(world: World, dst: End, listed: Listed = "open"): Generator<Edge> {
  const parties = partiesAt(world, dst);
  const row = (src: Party): PortSet => unionOver(world, parties, (to) => between(world, src, to));
  for (const [src, ports] of others(world, dst, row)) {
    if (listed === "all" || ports !== NO_PORTS) yield { src, dst, ports };
  }
}

/** The whole picture, one source after the other; external sources last, each range for itself. */
export function* allEdges(world: World, listed: Listed = "open"): Generator<Edge> {
  for (const peer of world.parties.peers) yield* edgesFrom(world, { kind: "workload", peer }, listed);
  for (const peer of world.parties.peers) yield* externalEdgesTo(world, { kind: "workload", peer }, listed);
}

/** Who from outside the cluster reaches an end. */
function* externalEdgesTo(world: World, dst: End, listed: Listed): Generator<Edge> {
  const parties = partiesAt(world, dst);
  const row = (src: Party): PortSet => unionOver(world, parties, (to) => between(world, src, to));
  for (const [src, ports] of mergedRanges(world, row)) {
    if (listed === "all" || ports !== NO_PORTS) yield { src, dst, ports };
  }
}

/** Every other end with what `portsOf` says of it, asked once for each party. */
function* others(world: World, self: End, portsOf: (other: Party) => PortSet): Generator<readonly [End, PortSet]> {
  const known: (PortSet | undefined)[] = [];
  const once = (party: Party): PortSet => {
    let ports = known[party.index];
    if (!ports) {
      ports = portsOf(party);
      known[party.index] = ports;
    }
    return ports;
  };
  for (const peer of world.parties.peers) {
    if (self.kind === "workload" && self.peer === peer) continue;
    yield [{ kind: "workload", peer }, unionOver(world, peer.parties, once)];
  }
  if (self.kind === "workload") yield* mergedRanges(world, once);
}

/** Neighbouring ranges that get the same answer are one; IPv4 and IPv6 stay apart. */
function* mergedRanges(world: World, portsOf: (party: Party) => PortSet): Generator<readonly [End, PortSet]> {
  const { ranges } = world.parties;
  const answers = ranges.map(portsOf);
  let start: bigint | undefined;
  for (const [i, { from, until }] of ranges.entries()) {
    const ports = answers[i] ?? NO_PORTS;
    start ??= from;
    if (answers[i + 1]?.key === ports.key && !startsFamily(until)) continue;
    yield [{ kind: "external", from: start, until }, ports];
    start = undefined;
  }
}

const startsFamily = (from: bigint): boolean => from === 1n << 32n;

function unionOver<T>(world: World, items: readonly T[], portsOf: (item: T) => PortSet): PortSet {
  let all = NO_PORTS;
  for (const item of items) all = world.table.union(all, portsOf(item));
  return all;
}
