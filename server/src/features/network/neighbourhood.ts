import { Memo } from "../../base/memo.ts";
import { type EntranceEdge, entranceEdges } from "../../engines/network/entrances.ts";
import type { Direction } from "../../engines/network/input.ts";
import type { Peer } from "../../engines/network/parties.ts";
import { ALL_PORTS, NO_PORTS, type PortSet } from "../../engines/network/ports.ts";
import { type End, edgesFrom, edgesTo, type World } from "../../engines/network/world.ts";
import { type Standing, standingOf } from "./standing.ts";

/** Who can call a workload, or whom it can call. */
export interface Side extends Standing {
  readonly direction: Direction;
  readonly workloads: readonly { readonly peer: Peer; readonly ports: PortSet }[];
  readonly outside: readonly { readonly end: End; readonly ports: PortSet }[];
  /** Nobody is kept away and no port is closed, so that there is nothing to list. */
  readonly isUnlimited: boolean;
}

export interface Neighbourhood {
  readonly peer: Peer;
  /** All other workloads. */
  readonly others: number;
  readonly ingress: Side;
  readonly egress: Side;
  /** What Ingresses, Routes and Gateways send to it, where there are any. */
  readonly entrance: EntranceEdge | undefined;
}

export function neighbourhoodOf(world: World, peer: Peer): Neighbourhood {
  const others = world.parties.peers.length - 1;
  const [ingress, egress] = [sideOf(world, peer, "ingress"), sideOf(world, peer, "egress")];
  return { peer, others, ingress, egress, entrance: entranceOf(world, peer) };
}

export const entranceOf = (world: World, peer: Peer): EntranceEdge | undefined =>
  entrancesOf(world).find(({ dst }) => dst === peer);

const entrances = new Memo<World, readonly EntranceEdge[]>();

export const entrancesOf = (world: World): readonly EntranceEdge[] => entrances.of(world, entranceEdges);

export function sideOf(world: World, peer: Peer, direction: Direction): Side {
  const self: End = { kind: "workload", peer };
  const edges = direction === "ingress" ? edgesTo(world, self) : edgesFrom(world, self);
  const workloads: { peer: Peer; ports: PortSet }[] = [];
  const outside: { end: End; ports: PortSet }[] = [];
  for (const { src, dst, ports } of edges) {
    const end = direction === "ingress" ? src : dst;
    if (ports === NO_PORTS) continue;
    if (end.kind === "workload") workloads.push({ peer: end.peer, ports });
    else outside.push({ end, ports });
  }
  const isWhole = workloads.length === world.parties.peers.length - 1 && outside.length > 0;
  const isUnlimited = isWhole && [...workloads, ...outside].every(({ ports }) => ports === ALL_PORTS);
  return { ...standingOf(world, peer, direction), direction, workloads, outside, isUnlimited };
}
