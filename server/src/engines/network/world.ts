import { never } from "../../base/never.ts";
import { IPV6, readRange, showRange } from "./addresses.ts";
import { type Compiled, compile, decide } from "./decisions.ts";
import type { NetworkInput } from "./input.ts";
import { intersection } from "./intervals.ts";
import { Matching } from "./matching.ts";
import { type HostNetworkModel, type Parties, type Party, type Peer, partiesOf } from "./parties.ts";
import { PortTable } from "./port-table.ts";
import { ALL_PORTS, NO_PORTS, type PortSet } from "./ports.ts";
import { type Row, Rows } from "./rows.ts";

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
  | { readonly kind: "external"; readonly from: bigint; readonly until: bigint }
  /** Of each Pod, the node that it runs on: what it may reach there and what may reach it from there. */
  | { readonly kind: "node" };

export interface Edge {
  readonly src: End;
  readonly dst: End;
  readonly ports: PortSet;
}

export function buildWorld(input: NetworkInput, hostNetwork: HostNetworkModel = "node"): World {
  const parties = partiesOf(input, hostNetwork);
  const matching = new Matching(parties);
  const table = new PortTable();
  return {
    input,
    parties,
    matching,
    compiled: compile(input, parties, matching, table),
    table,
    peerById: new Map(parties.peers.map((peer) => [peer.id, peer])),
  };
}

/** `namespace/name[Kind]`, `10.0.0.0-10.255.255.255[External]`. */
export function idOf(end: End): string {
  switch (end.kind) {
    case "workload":
      return end.peer.id;
    case "external":
      return `${showRange(end.from, end.until)}[External]`;
    case "node":
      return "node";
  }
}

/**
 * The ends that a person's text means: an id, the same without its kind, `node`, or an address, range or CIDR, which
 * gives the parts of it that policies tell apart.
 */
export function endsNamed(world: World, text: string): readonly End[] {
  if (text === "node") return [{ kind: "node" }];
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

/**
 * What may flow from one end to the other. A workload towards itself means two different Pods of it: one and the same
 * always reaches itself, and so do a Pod and its own node.
 */
export function connection(world: World, src: End, dst: End): PortSet {
  if (src.kind !== "workload" && dst.kind !== "workload") return NO_PORTS;
  if (src.kind === "node" || dst.kind === "node") return ALL_PORTS;
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
  if (end.kind === "node") return [];
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
export function* edgesFrom(world: World, src: End, listed: Listed = "open", rows = new Rows(world)): Generator<Edge> {
  const row = rowOf(world, partiesAt(world, src), (party) => rows.from(party));
  yield* others(world, src, row, (dst, ports) => ({ src, dst, ports }), listed);
}

/** Everybody who reaches an end. */
export function* edgesTo(world: World, dst: End, listed: Listed = "open", rows = new Rows(world)): Generator<Edge> {
  const row = rowOf(world, partiesAt(world, dst), (party) => rows.to(party));
  yield* others(world, dst, row, (src, ports) => ({ src, dst, ports }), listed);
}

/** The whole picture, one source after the other; external sources last, each range for itself. */
export function* allEdges(world: World, listed: Listed = "open"): Generator<Edge> {
  const rows = new Rows(world);
  const [firstRange] = world.parties.ranges;
  for (const peer of world.parties.peers) yield* edgesFrom(world, { kind: "workload", peer }, listed, rows);
  for (const peer of world.parties.peers) {
    const dst: End = { kind: "workload", peer };
    const row = rowOf(world, peer.parties, (party) => rows.to(party, firstRange?.index));
    yield* mergedRanges(world, row, (src, ports) => ({ src, dst, ports }), listed);
  }
}

/** A workload's Pods may differ; then it may do what any of them may. */
function rowOf(world: World, parties: readonly Party[], rowAt: (party: Party) => Row): Row {
  const [first = [], ...more] = parties.map(rowAt);
  return more.reduce((all, row) => all.map((ports, i) => world.table.union(ports, row[i] ?? NO_PORTS)), first);
}

type Making = (other: End, ports: PortSet) => Edge;

/** Every other end with what its parties have in the row. */
function* others(world: World, self: End, row: Row, edge: Making, listed: Listed): Generator<Edge> {
  const { peers, onlyParty } = world.parties;
  for (let i = 0; i < peers.length; i++) {
    const peer = peers[i] ?? never("a peer within the list");
    const only = onlyParty[i] ?? -1;
    const ports = self.kind === "node" ? ALL_PORTS : only >= 0 ? (row[only] ?? NO_PORTS) : portsIn(world, row, peer);
    if ((listed === "open" && ports === NO_PORTS) || (self.kind === "workload" && self.peer === peer)) continue;
    yield edge({ kind: "workload", peer }, ports);
  }
  if (self.kind === "workload") yield* mergedRanges(world, row, edge, listed);
}

const portsIn = ({ table }: World, row: Row, { parties }: Peer): PortSet =>
  parties.reduce<PortSet>((all, { index }) => table.union(all, row[index] ?? NO_PORTS), NO_PORTS);

/** Neighbouring ranges that get the same answer are one; IPv4 and IPv6 stay apart. */
function* mergedRanges(world: World, row: Row, edge: Making, listed: Listed): Generator<Edge> {
  const { ranges } = world.parties;
  let start: bigint | undefined;
  for (let i = 0; i < ranges.length; i++) {
    const { from, until, index } = ranges[i] ?? never("a range within the list");
    const ports = row[index] ?? NO_PORTS;
    start ??= from;
    if (i + 1 < ranges.length && row[index + 1]?.key === ports.key && !startsFamily(until)) continue;
    if (listed === "all" || ports !== NO_PORTS) yield edge({ kind: "external", from: start, until }, ports);
    start = undefined;
  }
}

const [FIRST_V6] = IPV6;

const startsFamily = (from: bigint): boolean => from === FIRST_V6;
