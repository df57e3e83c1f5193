import type { Backend, NetworkPolicy, Pods, Service } from "../engines/network/input.ts";
import { resolvePorts } from "../engines/network/port-table.ts";
import { hasPort, type Protocol } from "../engines/network/ports.ts";
import { resolveService } from "../engines/network/services.ts";
import type { NetworkCluster } from "./network-cluster.ts";
import type { Entry } from "./view.ts";

/** A port of a Service whose Pods let nobody in who could be a controller of somebody else's. */
export interface ClosedDoor {
  readonly service: Service;
  readonly pods: readonly Entry[];
  /** The port of the Pods. */
  readonly protocol: Protocol;
  readonly number: number;
  readonly policies: readonly Entry[];
}

/** Undefined where some Pod behind the port is open, or where nobody knows what is behind it. */
export function closedDoor(cluster: NetworkCluster, backend: Omit<Backend, "path">): ClosedDoor | undefined {
  const { world } = cluster;
  const service = world.input.services.find(
    ({ namespace, name }) => namespace === backend.namespace && name === backend.service,
  );
  if (!service) return undefined;
  const meant = resolveService(world, service).ports.filter(
    ({ port }) => backend.port === undefined || port.name === backend.port || port.port === backend.port,
  );
  const endpoints = meant.flatMap((port) => port.endpoints);
  const [first] = endpoints;
  if (!first) return undefined;
  const policies = new Set<NetworkPolicy>();
  for (const { pods, protocol, number } of endpoints) {
    const closing = pods ? closedBy(cluster, pods, protocol, number) : undefined;
    if (!closing) return undefined;
    for (const policy of closing) policies.add(policy);
  }
  return {
    service,
    pods: [...new Set(endpoints.flatMap(({ pods }) => (pods ? (cluster.entryOf(pods) ?? []) : [])))],
    protocol: first.protocol,
    number: first.number,
    policies: [...policies].flatMap((policy) => cluster.entryOf(policy) ?? []),
  };
}

/** The policies that keep everybody from other namespaces and from outside away from a port; undefined when it is open. */
function closedBy(
  cluster: NetworkCluster,
  pods: Pods,
  protocol: Protocol,
  number: number,
): readonly NetworkPolicy[] | undefined {
  const { world } = cluster;
  const party = world.parties.pods.find((each) =>
    (world.parties.peersOf.get(each.index) ?? []).some((peer) => peer.pods.includes(pods)),
  );
  if (!party || pods.hostNetwork) return undefined;
  const selected = world.compiled.selected.ingress.get(party.index)?.policies ?? [];
  const policies = selected.flatMap((i) => world.input.policies[i] ?? []);
  const admits = policies.some((policy) =>
    (policy.ingress ?? []).some(({ peers, ports }) => {
      const isPort = ports === "all" || hasPort(resolvePorts(ports, party.namedPorts), protocol, number);
      return isPort && (peers === "everyone" || peers.some((peer) => mayBeStranger(cluster, policy, peer)));
    }),
  );
  return policies.length === 0 || admits ? undefined : policies;
}

/** Other namespaces and addresses may be a controller's, and so may Pods that no manifest here shows. */
function mayBeStranger(
  cluster: NetworkCluster,
  policy: NetworkPolicy,
  peer: Parameters<NetworkCluster["matched"]>[0],
): boolean {
  if (peer.kind !== "pods" || peer.namespaces !== undefined) return true;
  const matched = cluster.matched(peer, policy);
  return matched.length === 0 || matched.some(({ name }) => CONTROLLER.test(name));
}

const CONTROLLER = /ingress|nginx|traefik|haproxy|kong|envoy|contour|gateway|caddy|proxy|prometheus|metrics|agent/i;
