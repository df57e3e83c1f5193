import type { Resource } from "../../model/resource.ts";
import { pairOf, type YMap, type YPair } from "../../yaml/node.ts";
import { isA, mapAt, mapsIn } from "../given.ts";

export type Direction = "Ingress" | "Egress";

/** One rule of a policy with the lists it is made of. */
export interface PolicyRule {
  readonly direction: Direction;
  readonly map: YMap;
  readonly peers: YPair | undefined;
  readonly ports: YPair | undefined;
}

export const specOf = (resource: Resource): YMap | undefined =>
  isA(resource, "networking.k8s.io", "NetworkPolicy") ? mapAt(resource.root, "spec") : undefined;

export function rulesOf(spec: YMap | undefined): readonly PolicyRule[] {
  const of = (direction: Direction, field: string, peers: string): readonly PolicyRule[] =>
    mapsIn(pairOf(spec, field)?.value).map((map) => ({
      direction,
      map,
      peers: pairOf(map, peers),
      ports: pairOf(map, "ports"),
    }));
  return [...of("Ingress", "ingress", "from"), ...of("Egress", "egress", "to")];
}

export const peersOf = (spec: YMap | undefined): readonly YMap[] =>
  rulesOf(spec).flatMap(({ peers }) => mapsIn(peers?.value));

export const portsOf = (spec: YMap | undefined): readonly YMap[] =>
  rulesOf(spec).flatMap(({ ports }) => mapsIn(ports?.value));
