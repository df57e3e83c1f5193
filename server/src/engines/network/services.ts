import { addressOf } from "./addresses.ts";
import type { ContainerPort, EndpointSlice, Pods, Service, ServicePort } from "./input.ts";
import type { Peer } from "./parties.ts";
import { hasPort, NO_PORTS, type PortSet, type Protocol } from "./ports.ts";
import { connection, type End, type World } from "./world.ts";

/** Where a Service leads. Pods are taken to be ready: manifests do not say. */
export interface Resolution {
  readonly service: Service;
  readonly kind:
    | "pods"
    /** Its endpoints are written by hand or by a controller: EndpointSlices tell. */
    | "slices"
    /** A CNAME and nothing else; selector and ports mean nothing. */
    | "external-name"
    /** No selector and no EndpointSlice. */
    | "nothing";
  readonly ports: readonly ResolvedPort[];
}

export interface ResolvedPort {
  readonly port: ServicePort;
  /** Its place in `spec.ports`. */
  readonly index: number;
  readonly endpoints: readonly Endpoint[];
  /** Pods that the Service selects but that have no port of the name it sends to. */
  readonly missing: readonly Pods[];
}

export interface Endpoint {
  /** Undefined for an address that is no Pod of ours. */
  readonly peer: Peer | undefined;
  readonly pods: Pods | undefined;
  readonly address: string | undefined;
  readonly protocol: Protocol;
  readonly number: number;
  /** The container port with this number: undefined when none declares it, which does not keep it from working. */
  readonly containerPort: ContainerPort | undefined;
}

export function resolveService(world: World, service: Service): Resolution {
  if (service.type === "ExternalName") return { service, kind: "external-name", ports: [] };
  if (service.selector) {
    const selected = podsOf(world, service);
    return { service, kind: "pods", ports: service.ports.map((port, index) => resolvePort(port, index, selected)) };
  }
  const slices = world.input.slices.filter(
    (slice) => slice.namespace === service.namespace && slice.service === service.name,
  );
  if (slices.length === 0) return { service, kind: "nothing", ports: [] };
  const ports = service.ports.map((port, index) => {
    const endpoints = slices.flatMap((slice) => sliceEndpoints(world, slice, port));
    return { port, index, endpoints, missing: [] };
  });
  return { service, kind: "slices", ports };
}

interface Selected {
  readonly peer: Peer;
  readonly pods: Pods;
}

/** The Pods that a Service selects, with their workloads. */
export function podsOf(world: World, { namespace, selector }: Service): readonly Selected[] {
  if (!selector) return [];
  const selected = world.matching.selectedBy(namespace, selector);
  const peers = new Set(selected.flatMap(({ index }) => world.parties.peersOf.get(index) ?? []));
  return [...peers].flatMap((peer) =>
    peer.pods.filter((pods) => carries(pods, selector)).map((pods) => ({ peer, pods })),
  );
}

const carries = ({ labels }: Pods, selector: NonNullable<Service["selector"]>): boolean =>
  Object.entries(selector).every(([key, value]) => labels[key] === value);

/** k8s.io/kubernetes pkg/api/v1/pod `FindPort`: a number as it is, a name per Pod, over containers and sidecars. */
function resolvePort(port: ServicePort, index: number, selected: readonly Selected[]): ResolvedPort {
  const target = port.target ?? port.port;
  const endpoints: Endpoint[] = [];
  const missing: Pods[] = [];
  for (const { peer, pods } of selected) {
    const containerPort = pods.ports.find(
      ({ name, number, protocol }) => protocol === port.protocol && (name === target || number === target),
    );
    const number = typeof target === "number" ? target : containerPort?.number;
    if (number === undefined) missing.push(pods);
    else endpoints.push({ peer, pods, address: undefined, protocol: port.protocol, number, containerPort });
  }
  return { port, index, endpoints, missing };
}

/** Ports of slices answer to ports of the Service by name; a slice whose port is absent means every port. */
function sliceEndpoints(world: World, slice: EndpointSlice, port: ServicePort): readonly Endpoint[] {
  const matching = slice.ports.filter(
    ({ name, protocol }) => (name ?? "") === (port.name ?? "") && protocol === port.protocol,
  );
  return matching.flatMap(({ port: number = port.port, protocol }) =>
    slice.endpoints.flatMap(({ addresses, pod }): readonly Endpoint[] => {
      const found = podBehind(world, slice.namespace, pod, addresses);
      const containerPort = found?.pods.ports.find((each) => each.number === number && each.protocol === protocol);
      const at = { protocol, number, containerPort };
      if (found) return [{ ...found, address: addresses[0], ...at }];
      return addresses.map((address) => ({ peer: undefined, pods: undefined, address, ...at }));
    }),
  );
}

function podBehind(
  world: World,
  namespace: string,
  name: string | undefined,
  addresses: readonly string[],
): Selected | undefined {
  const points = new Set(addresses.flatMap((text) => addressOf(text) ?? []));
  const hasAddress = (text: string): boolean => points.has(addressOf(text) ?? -1n);
  for (const peer of world.parties.peers) {
    const pods = peer.pods.find(
      (each) =>
        (name !== undefined && each.namespace === namespace && each.podName === name) ||
        each.addresses.some(hasAddress),
    );
    if (pods) return { peer, pods };
  }
  return undefined;
}

export interface ServiceAnswer {
  readonly port: ResolvedPort;
  readonly endpoint: Endpoint;
  /** Policies look at the Pod and its own port, whatever port of the Service was dialled. */
  readonly isAllowed: boolean;
}

/** Per port and endpoint, whether a source gets through. Endpoints outside the cluster are judged by egress alone. */
export function throughService(world: World, src: End, resolution: Resolution): readonly ServiceAnswer[] {
  return resolution.ports.flatMap((port) =>
    port.endpoints.map((endpoint) => ({
      port,
      endpoint,
      isAllowed: hasPort(connectionTo(world, src, endpoint), endpoint.protocol, endpoint.number),
    })),
  );
}

function connectionTo(world: World, src: End, { peer, address }: Endpoint): PortSet {
  if (peer) return connection(world, src, { kind: "workload", peer });
  const from = address === undefined ? undefined : addressOf(address);
  return from === undefined ? NO_PORTS : connection(world, src, { kind: "external", from, until: from + 1n });
}

/** How a Service can be dialled from where. */
export type Access = "cluster-ip" | "node-port" | "load-balancer" | "dns-to-pods" | "dns-alias";

export function accessTo(service: Service): readonly Access[] {
  if (service.type === "ExternalName") return ["dns-alias"];
  if (service.headless) return ["dns-to-pods"];
  if (service.type === "ClusterIP") return ["cluster-ip"];
  return service.type === "NodePort" ? ["cluster-ip", "node-port"] : ["cluster-ip", "node-port", "load-balancer"];
}

/** The port that a client dials: a headless Service's clients dial the Pods, past `targetPort`. */
export const dialledPort = (service: Service, port: ServicePort, endpoint: Endpoint): number =>
  service.headless ? endpoint.number : port.port;
