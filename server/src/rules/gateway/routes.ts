import type { Resource } from "../../model/resource.ts";
import { pairOf, type YMap } from "../../yaml/node.ts";
import { isA, mapAt, mapsIn } from "../given.ts";

const GROUP = "gateway.networking.k8s.io";

export const ROUTE_KINDS = ["HTTPRoute", "GRPCRoute", "TCPRoute", "TLSRoute", "UDPRoute"] as const;

export const routeRulesOf = (resource: Resource): readonly YMap[] =>
  isA(resource, GROUP, ...ROUTE_KINDS) ? mapsIn(pairOf(mapAt(resource.root, "spec"), "rules")?.value) : [];

export const backendsIn = (rule: YMap): readonly YMap[] => mapsIn(pairOf(rule, "backendRefs")?.value);

export const listenersOf = (resource: Resource): readonly YMap[] =>
  isA(resource, GROUP, "Gateway") ? mapsIn(pairOf(mapAt(resource.root, "spec"), "listeners")?.value) : [];
