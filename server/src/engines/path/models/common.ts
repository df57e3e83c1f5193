import type { Pieces, Wire } from "../model.ts";
import {
  at,
  CROSS,
  DELIVER,
  natFrom,
  type Programmer,
  RECEIVE,
  ROUTE,
  SEND,
  type Step,
  SWITCH,
  TRANSMIT,
} from "../step.ts";

export const NIC_OUT = at("source-node", "nic eth0", TRANSMIT, "kernel", "nic-sends");
export const NIC_IN = at("target-node", "nic eth0", RECEIVE, "kernel", "nic-receives");
export const SWITCHED = at("fabric", "switch switch", SWITCH, "administrator", "fabric-switches");
/** A router that has to know nodes only. */
export const ROUTED = at("fabric", "router router", ROUTE, "administrator", "fabric-routes-nodes");
/** A router that has to know where Pods are. */
export const routedToPods = (by: Programmer): Step => at("fabric", "router router", ROUTE, by, "fabric-routes-pods");

export const POD_SENDS = at("source-pod", "nic eth0", SEND, "cni-plugin", "pod-sends");
export const POD_RECEIVES = at("target-pod", "nic eth0", DELIVER, "application", "application-listens");

export const BORDER = at("fabric", "router router", ROUTE, "administrator", "border-routes");
export const RECEIVER = at("internet", "nic eth0", DELIVER, "application", "receiver-takes");

/** Within one network namespace, whatever the plugin. */
export const SAME_POD: readonly Step[] = [
  at("source-pod", "loopback lo", SEND, "kernel", "loopback"),
  at("source-pod", "loopback lo", DELIVER, "application", "application-listens"),
];

/** What happens before and after the fabric, the same whether or not a router is in between. */
export const wire = (before: readonly Step[], after: readonly Step[]): Wire => ({
  from: "stack",
  oneSubnet: [...before, NIC_OUT, SWITCHED, NIC_IN, ...after],
  routed: [...before, NIC_OUT, ROUTED, NIC_IN, ...after],
});

/** Without a layer: what the router in between has to be able to do, if anything will do. */
export const bareWire = (route: Step, router: Step | undefined): Wire => ({
  from: "stack",
  oneSubnet: [route, NIC_OUT, SWITCHED, NIC_IN],
  routed: router && [route, NIC_OUT, router, NIC_IN],
});

/** Linux bridge with veth pairs, the way of the reference plugin `bridge`. */
export function bridged(bridge: string, by: Programmer): Omit<Pieces, "wire" | "services" | "exit"> {
  return {
    kind: "pieces",
    leave: [POD_SENDS, at("source-node", "veth vethA", CROSS, by, "veth-policy", "egress")],
    toStack: [at("source-node", `bridge ${bridge}`, ROUTE, by, "bridge-is-gateway")],
    local: [at("source-node", `bridge ${bridge}`, SWITCH, by, "bridge-switches")],
    fromStack: [at("target-node", `bridge ${bridge}`, SWITCH, by, "bridge-hands-down")],
    enter: [at("target-node", "veth vethB", CROSS, by, "veth-policy", "ingress"), POD_RECEIVES],
    arrival: [nearer(NIC_IN)],
  };
}

/** From the stack outwards behind the node's own address. */
export const masqueraded = (rules: string, by: Programmer): readonly Step[] => [
  at("source-node", `rules ${rules}`, natFrom("source-node"), by, "masquerade"),
  NIC_OUT,
  BORDER,
  RECEIVER,
];

const NEARER = { "target-node": "source-node", "target-machine": "source-machine" } as const;

/** The same step on the node where the packet is already. */
export const nearer = (step: Step): Step =>
  step.place === "target-node" || step.place === "target-machine" ? { ...step, place: NEARER[step.place] } : step;
