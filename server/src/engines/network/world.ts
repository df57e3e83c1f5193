import { Memo } from "../../base/memo.ts";
import { never } from "../../base/never.ts";
import { IPV6, readRange, showRange } from "./addresses.ts";
import { type Compiled, compile, decide } from "./decisions.ts";
import type { Direction, NetworkInput } from "./input.ts";
import { intersection } from "./intervals.ts";
import { Matching } from "./matching.ts";
import { type HostNetworkModel, type Parties, type Party, type Peer, partiesOf } from "./parties.ts";
import { NOTHING, PortTable } from "./port-table.ts";
import { ALL_PORTS, NO_PORTS, type PortSet } from "./ports.ts";
import type { Reached } from "./reached.ts";
import { Rows } from "./rows.ts";

/** Objects of a cluster, ready to be asked. Nothing about pairs is stored: every question computes its own answer. */
export interface World {
  readonly input: NetworkInput;
  readonly parties: Parties;
  readonly matching: Matching;
  readonly compiled: Compiled;
  readonly table: PortTable;
  readonly peerById: ReadonlyMap<string, Peer>;
  /** Of each workload, in the order of their ids. */
  readonly ends: readonly WorkloadEnd[];
}

interface WorkloadEnd {
  readonly kind: "workload";
  readonly peer: Peer;
}

/** One end of a connection as people see it. */
export type End =
  | WorkloadEnd
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
    ends: parties.peers.map((peer) => ({ kind: "workload", peer })),
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
export function edgesFrom(world: World, src: End, listed: Listed = "open"): readonly Edge[] {
  const rows = rowsOf(world);
  const edge: Making = (dst, ports) => ({ src, dst, ports });
  const edges = workloads(world, src, rows.from(partiesAt(world, src)), edge, listed);
  return src.kind === "workload" ? [...edges, ...outside(world, "egress", src.peer, edge, listed)] : edges;
}

/** Everybody who reaches an end. */
export function edgesTo(world: World, dst: End, listed: Listed = "open"): readonly Edge[] {
  const rows = rowsOf(world);
  const edge: Making = (src, ports) => ({ src, dst, ports });
  const edges = workloads(world, dst, rows.to(partiesAt(world, dst)), edge, listed);
  return dst.kind === "workload" ? [...edges, ...outside(world, "ingress", dst.peer, edge, listed)] : edges;
}

/** The whole picture, one source after the other; external sources last, each range for itself. */
export function* allEdges(world: World, listed: Listed = "open"): Generator<Edge> {
  for (const end of world.ends) for (const edge of edgesFrom(world, end, listed)) yield edge;
  for (const dst of world.ends) {
    yield* outside(world, "ingress", dst.peer, (src, ports) => ({ src, dst, ports }), listed);
  }
}

const rowsMemo = new Memo<World, Rows>();
const rowsOf = (world: World): Rows => rowsMemo.of(world, () => new Rows(world));

type Making = (other: End, ports: PortSet) => Edge;

/** Every other workload that is reached; a node and its Pods always reach each other. */
function workloads(world: World, self: End, reached: Reached, edge: Making, listed: Listed): readonly Edge[] {
  const { ends, table } = world;
  const own = self.kind === "workload" ? self.peer : undefined;
  const isEverybody = listed === "all" || self.kind === "node";
  const edges: Edge[] = [];
  for (const place of isEverybody ? ends.keys() : reached.places()) {
    const end = ends[place] ?? never("an end within the list");
    const ports = self.kind === "node" ? ALL_PORTS : table.setAt(reached.at(place));
    if (end.peer !== own) edges.push(edge(end, ports));
  }
  return edges;
}

/** Every range outside. Neighbours that get the same answer are one; IPv4 and IPv6 stay apart. */
function outside(world: World, direction: Direction, { parties }: Peer, edge: Making, listed: Listed): readonly Edge[] {
  const { ranges } = world.parties;
  const row = rowsOf(world).outside(direction, parties);
  const edges: Edge[] = [];
  let start: bigint | undefined;
  for (let i = 0; i < ranges.length; i++) {
    const ports = row[i] ?? NOTHING;
    const { from, until } = ranges[i] ?? never("a range within the list");
    start ??= from;
    if (i + 1 < ranges.length && row[i + 1] === ports && !startsFamily(until)) continue;
    if (listed === "all" || ports !== NOTHING) {
      edges.push(edge({ kind: "external", from: start, until }, world.table.setAt(ports)));
    }
    start = undefined;
  }
  return edges;
}

const [FIRST_V6] = IPV6;

const startsFamily = (from: bigint): boolean => from === FIRST_V6;
