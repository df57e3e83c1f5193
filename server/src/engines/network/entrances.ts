import { decide } from "./decisions.ts";
import { admission } from "./gateways.ts";
import type { Backend, Entrance, GatewayRoute, Service, ServicePort } from "./input.ts";
import type { Peer } from "./parties.ts";
import { commonPorts, NO_PORTS, type PortSet, portRange, unionOfPorts } from "./ports.ts";
import { type Endpoint, type Resolution, resolveService } from "./services.ts";
import type { World } from "./world.ts";

/** What comes into the cluster through Ingresses, Routes and Gateways, per workload. */
export interface EntranceEdge {
  readonly dst: Peer;
  readonly ports: PortSet;
  /** The ways that lead there, whether or not a policy lets them through. */
  readonly ways: readonly Way[];
}

/** From one backend of one object to one workload. */
export interface Way {
  readonly from: Entrance | GatewayRoute;
  readonly backend: Backend;
  readonly service: Service;
  readonly port: ServicePort;
  readonly endpoint: Endpoint;
  readonly isAllowed: boolean;
  readonly notes: readonly WayNote[];
}

export type WayNote =
  /** No container declares the port: whether something listens there, manifests do not say. */
  | "undeclared-port"
  /** The backend names the target port; only some controllers take that. */
  | "names-target-port"
  /** The Gateway is in no manifest, so that nothing is known about its listeners. */
  | "unseen-gateway";

/**
 * The controller, or the Gateway's data plane, is a Pod that we do not see. It is taken to be one without labels in a
 * namespace of its own, so that policies that admit everybody admit it, and those that ask for labels do not.
 */
export function entranceEdges(world: World): readonly EntranceEdge[] {
  const byPeer = new Map<Peer, Way[]>();
  for (const way of waysIn(world)) {
    if (!way.endpoint.peer) continue;
    const ways = byPeer.get(way.endpoint.peer);
    if (ways) ways.push(way);
    else byPeer.set(way.endpoint.peer, [way]);
  }
  return [...byPeer]
    .map(([dst, ways]) => ({ dst, ways, ports: portsOfWays(ways) }))
    .sort((a, b) => (a.dst.id < b.dst.id ? -1 : 1));
}

/** A port that no container declares is known to the Way alone: people are told, but it is not counted on. */
const portsOfWays = (ways: readonly Way[]): PortSet =>
  ways
    .filter(({ isAllowed, notes }) => isAllowed && !notes.includes("undeclared-port"))
    .reduce<PortSet>(
      (all, { endpoint }) => unionOfPorts(all, portRange(endpoint.protocol, endpoint.number, endpoint.number)),
      NO_PORTS,
    );

function* waysIn(world: World): Generator<Way> {
  const services = new Map(world.input.services.map((each) => [`${each.namespace}/${each.name}`, each]));
  const resolutions = new Map<Service, Resolution>();
  const resolve = (service: Service): Resolution => {
    const known = resolutions.get(service) ?? resolveService(world, service);
    resolutions.set(service, known);
    return known;
  };
  for (const { from, backend, accepts, notes } of backendsOf(world)) {
    const service = services.get(`${backend.namespace}/${backend.service}`);
    if (!service) continue;
    for (const { resolved, isByTarget } of portsMeant(resolve(service), backend, accepts)) {
      for (const endpoint of resolved.endpoints) {
        const all = [
          ...notes,
          ...(isByTarget && from.kind === "Ingress" ? (["names-target-port"] as const) : []),
          ...(endpoint.peer && !endpoint.containerPort ? (["undeclared-port"] as const) : []),
        ];
        const isAllowed = admits(world, endpoint);
        yield { from, backend, service, port: resolved.port, endpoint, isAllowed, notes: all };
      }
    }
  }
}

interface Aim {
  readonly from: Entrance | GatewayRoute;
  readonly backend: Backend;
  /** Which ports of a Service the kind can send to, and whether it may name them by their target. */
  readonly accepts: { readonly protocol: "TCP" | "UDP"; readonly target: "meant" | "taken" | "refused" };
  readonly notes: readonly WayNote[];
}

function* backendsOf(world: World): Generator<Aim> {
  for (const from of world.input.entrances) {
    const target = from.kind === "Route" ? "meant" : "taken";
    for (const backend of from.backends) yield { from, backend, accepts: { protocol: "TCP", target }, notes: [] };
  }
  for (const from of world.input.routes) {
    const { isAdmitted, backends, notes } = admission(world.input, from);
    if (!isAdmitted) continue;
    const protocol = from.kind === "UDPRoute" ? "UDP" : "TCP";
    for (const backend of backends) yield { from, backend, accepts: { protocol, target: "refused" }, notes };
  }
}

/**
 * The Service's port with that name or number. The number in OpenShift's Route is the Pods', and some Ingress controllers
 * (ingress-nginx, `serviceEndpoints`) take the target too when nothing else fits. Without a port, every port is meant.
 */
function portsMeant({ ports }: Resolution, { port }: Backend, { protocol, target }: Aim["accepts"]) {
  const usable = ports.filter((each) => each.port.protocol === protocol);
  if (port === undefined) return usable.map((resolved) => ({ resolved, isByTarget: false }));
  const exact = usable.find((each) => each.port.name === port || each.port.port === port);
  const byTarget = target === "refused" ? undefined : usable.find((each) => each.port.target === port);
  const isTargetFirst = target === "meant" && typeof port === "number";
  if (exact && !(isTargetFirst && byTarget)) return [{ resolved: exact, isByTarget: false }];
  return byTarget ? [{ resolved: byTarget, isByTarget: true }] : [];
}

function admits(world: World, { peer, protocol, number }: Endpoint): boolean {
  const asked = portRange(protocol, number, number);
  const { controller } = world.parties;
  return (peer?.parties ?? []).some((party) => {
    const taken = decide(world.compiled.stances.ingress[party.index], controller, party, world.table);
    const sent = decide(world.compiled.stances.egress[controller.index], party, party, world.table);
    return commonPorts(commonPorts(taken, sent), asked) !== NO_PORTS;
  });
}
