import { type EntranceEdge, entranceEdges } from "../../engines/network/entrances.ts";
import { intersection } from "../../engines/network/intervals.ts";
import { NO_PORTS, type PortSet } from "../../engines/network/ports.ts";
import {
  allEdges,
  type Edge,
  type End,
  edgesFrom,
  edgesTo,
  idOf,
  type Listed,
  type World,
} from "../../engines/network/world.ts";

/** Which pairs a person asked about. Undefined: everybody. */
export interface Asked {
  readonly from: readonly End[] | undefined;
  readonly to: readonly End[] | undefined;
}

/** The edges between the ends that were asked about, of external ranges the part that was. */
export function* edgesBetween(world: World, { from, to }: Asked, listed: Listed): Generator<Edge> {
  if (!from && !to) return yield* allEdges(world, listed);
  for (const edge of candidates(world, { from, to }, listed)) {
    for (const src of clip(edge.src, from)) {
      for (const dst of clip(edge.dst, to)) yield { src, dst, ports: edge.ports };
    }
  }
}

function* candidates(world: World, { from, to }: Asked, listed: Listed): Generator<Edge> {
  if (from && areWorkloads(from)) for (const end of from) yield* edgesFrom(world, end, listed);
  else if (to && areWorkloads(to)) for (const end of to) yield* edgesTo(world, end, listed);
  else yield* allEdges(world, listed);
}

const areWorkloads = (ends: readonly End[]): boolean => ends.every(({ kind }) => kind !== "external");

function clip(end: End, asked: readonly End[] | undefined): readonly End[] {
  if (!asked) return [end];
  if (end.kind === "node") return [end];
  if (end.kind === "workload") {
    return asked.some((each) => each.kind === "workload" && each.peer === end.peer) ? [end] : [];
  }
  return asked.flatMap((each): readonly End[] => {
    if (each.kind !== "external") return [];
    const [from, until] = intersection([end.from, end.until], [each.from, each.until]);
    return from === undefined || until === undefined ? [] : [{ kind: "external", from, until }];
  });
}

/** A line of the answer. */
export interface Row {
  readonly src: string;
  readonly dst: string;
  readonly ports: PortSet;
}

/** How an edge is called whose source is behind an Ingress or a Gateway. */
export const CONTROLLER = "{ingress-controller}";

export function* rowsBetween(world: World, asked: Asked): Generator<Row> {
  const ranges = new Map<bigint, Map<bigint, string>>();
  const nameOf = (end: End): string => {
    if (end.kind !== "external") return idOf(end);
    const known = ranges.get(end.from) ?? new Map<bigint, string>();
    ranges.set(end.from, known);
    const name = known.get(end.until) ?? idOf(end);
    known.set(end.until, name);
    return name;
  };
  for (const { src, dst, ports } of edgesBetween(world, asked, "open")) {
    yield { src: nameOf(src), dst: nameOf(dst), ports };
  }
}

/** What comes in through Ingresses and Gateways, to the workloads that were asked about. */
export function entrancesAsked(world: World, { from, to }: Asked): readonly EntranceEdge[] {
  if (from) return [];
  return entranceEdges(world).filter(({ dst }) => !to || to.some((end) => end.kind === "workload" && end.peer === dst));
}

export const entranceRows = (entrances: readonly EntranceEdge[]): readonly Row[] =>
  entrances.flatMap(({ dst, ports }) => (ports === NO_PORTS ? [] : [{ src: CONTROLLER, dst: dst.id, ports }]));

export interface Isolation {
  readonly peer: string;
  readonly ingress: boolean;
  readonly egress: boolean;
}

/** Workloads that a NetworkPolicy isolates, and in which direction. */
export function isolations({ parties, compiled }: World): readonly Isolation[] {
  return parties.peers.flatMap((peer): readonly Isolation[] => {
    const isolated = (direction: "ingress" | "egress"): boolean =>
      peer.parties.some(({ index }) => compiled.stances[direction][index]?.allowed !== undefined);
    const [ingress, egress] = [isolated("ingress"), isolated("egress")];
    return ingress || egress ? [{ peer: peer.id, ingress, egress }] : [];
  });
}
