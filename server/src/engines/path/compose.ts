import type { EntrySteps, Model, Pieces, ServiceSteps, Situation, Unavailable, Wire } from "./model.ts";
import { nearer, SAME_POD, SWITCHED } from "./models/common.ts";
import { PROXIES, type ProxyMode } from "./proxies.ts";
import { at, natTo, type Role, SEND, type Step } from "./step.ts";

export interface Route {
  readonly situation: Situation;
  readonly proxy: ProxyMode;
  /** Whether a router stands between the nodes. */
  readonly fabric: "one-subnet" | "routed";
  /** Where the Pod is that a Service leads to: on the client's node, or the one that was dialled, or another one. */
  readonly endpoint: "same-node" | "other-node";
  /** `externalTrafficPolicy` of the Service. `Local` leads to Pods of the node that was dialled only. */
  readonly trafficPolicy: "Cluster" | "Local";
}

/** All steps of a way, or why there is none. */
export function stepsOf({ ways }: Model, route: Route): readonly Step[] | Unavailable {
  return ways.kind === "ways" ? ways.ways[route.situation] : composed(ways, route);
}

function composed(pieces: Pieces, route: Route): readonly Step[] | Unavailable {
  const { leave, toStack, local, enter, exit } = pieces;
  switch (route.situation) {
    case "same-pod":
      return SAME_POD;
    case "same-node":
      return [...leave, ...local, ...enter.map(nearer)];
    case "other-node": {
      const across = wireFor(pieces.wire, route);
      if (!across) return "no-route-through-router";
      const { toStack: up, fromStack: down } = aroundWire(pieces);
      return [...leave, ...up, ...across, ...down, ...enter];
    }
    case "cluster-ip":
      return throughService(pieces, route);
    case "node-port":
      return throughNode(pieces, route, [CLIENT_DIALS_NODE, SWITCHED]);
    case "from-outside":
      if (pieces.services.kind === "own" && pieces.services.fromOutside) return pieces.services.fromOutside;
      return throughNode(pieces, route, [CLIENT_DIALS_BALANCER, BALANCER]);
    case "to-internet":
      return [...leave, ...toStack, ...exit];
  }
}

const CLIENT_DIALS_NODE = at("client", "nic eth0", SEND, "application", "client-dials-node");
const CLIENT_DIALS_BALANCER = at("client", "nic eth0", SEND, "application", "client-dials-balancer");
const BALANCER = at(
  "fabric",
  "balancer load balancer",
  natTo("source-node", "node"),
  "load-balancer",
  "balancer-forwards",
);

const wireFor = (wire: Wire, { fabric }: Route): readonly Step[] | undefined =>
  fabric === "routed" ? wire.routed : wire.oneSubnet;

/** A switch over all nodes takes frames from where Pods are attached; stacks have no part in it. */
const aroundWire = ({ wire, toStack, fromStack }: Pieces): Pick<Pieces, "toStack" | "fromStack"> =>
  wire.from === "stack" ? { toStack, fromStack } : { toStack: [], fromStack: [] };

/** From a node's stack to the Pod that was chosen, wherever it is. */
function onwards(pieces: Pieces, route: Route, extra: Onwards): readonly Step[] | Unavailable {
  const { fromStack, enter } = pieces;
  if (extra.endpoint === "same-node") {
    return [...extra.atTarget.map(nearer), ...fromStack.map(nearer), ...enter.map(nearer)];
  }
  const wire = extra.wire ?? pieces.wire;
  const across = wireFor(wire, route);
  if (!across) return "no-route-through-router";
  if (wire.from === "stack") return [...extra.toOther, ...across, ...extra.atTarget, ...fromStack, ...enter];
  // The bridge is where the way from the stack ends and where the wire begins: it switches once.
  return [...extra.toOther, ...fromStack.map(nearer), ...across.slice(1), ...extra.atTarget, ...enter];
}

interface Onwards {
  readonly endpoint: Route["endpoint"];
  readonly wire: Wire | undefined;
  /** Only on the way to another node. */
  readonly toOther: readonly Step[];
  readonly atTarget: readonly Step[];
}

function throughService(pieces: Pieces, route: Route): readonly Step[] | Unavailable {
  const { before, atSource, atTarget } = serviceSteps(pieces, route);
  const isKnownEarly = before.length > 0;
  // The address is a Pod's before the packet exists: it takes the way of any packet between Pods.
  if (isKnownEarly) {
    const direct = composed(pieces, { ...route, situation: route.endpoint });
    if (typeof direct === "string") return direct;
    return [...before, ...direct];
  }
  const rest = onwards(pieces, route, { endpoint: route.endpoint, wire: undefined, toOther: [], atTarget });
  if (typeof rest === "string") return rest;
  return [...pieces.leave, ...pieces.toStack, ...atSource, ...rest];
}

function serviceSteps({ services }: Pieces, { proxy }: Route): ServiceSteps {
  if (services.kind === "own") return services.clusterIp;
  return { before: [], atSource: [PROXIES[proxy].clusterIp], atTarget: [] };
}

function throughNode(pieces: Pieces, route: Route, start: readonly Step[]): readonly Step[] | Unavailable {
  const entry = entrySteps(pieces, route);
  if (typeof entry === "string") return entry;
  const endpoint = route.trafficPolicy === "Local" ? "same-node" : route.endpoint;
  const { wire, atTarget, onEntryToOther: toOther } = entry;
  const rest = onwards(pieces, route, { endpoint, wire, toOther, atTarget });
  if (typeof rest === "string") return rest;
  return [...start, ...pieces.arrival, ...entry.onEntry, ...rest];
}

function entrySteps({ services }: Pieces, { proxy, trafficPolicy }: Route): EntrySteps | Unavailable {
  if (services.kind === "own") return services.nodePort;
  const { nodePort, masquerade } = PROXIES[proxy];
  const isReplaced = trafficPolicy === "Cluster";
  return {
    onEntry: isReplaced ? [nodePort, masquerade] : [nodePort],
    onEntryToOther: [],
    wire: undefined,
    atTarget: [],
  };
}

/** What the first packet is sent to, before anything is translated. */
export function dialled({ traits, ways }: Model, situation: Situation): Role {
  const entry = ways.kind === "ways" ? ways.entry : "source-node";
  switch (situation) {
    case "same-pod":
      return "localhost";
    case "same-node":
      return "target-pod";
    case "other-node":
      return traits.podNat === "between-hosts" ? "target-node" : "target-pod";
    case "cluster-ip":
      return "service";
    case "node-port":
      return entry;
    case "from-outside":
      return traits.forKubernetes ? "load-balancer" : entry;
    case "to-internet":
      return "internet";
  }
}
