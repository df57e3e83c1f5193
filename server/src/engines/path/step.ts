import type { Direction } from "../network/input.ts";
import type { Layer } from "./layers.ts";

/** Where a step happens. Machines are the hosts of virtual machines, where nodes are such. */
export const PLACES = [
  "client",
  "source-pod",
  "source-node",
  "source-machine",
  "fabric",
  "target-machine",
  "target-node",
  "target-pod",
  "internet",
] as const;

export type Place = (typeof PLACES)[number];

/** Whose address an address is. */
export type Role =
  | Place
  | "localhost"
  | "service"
  | "load-balancer"
  | "gateway"
  /** Swarm's load balancer, as the node and as the overlay see it. */
  | "sandbox"
  | "sandbox-overlay";

/** Which of the ports that a connection has to do with. */
export type PortRole = "dialled" | "node" | "target";

export type DeviceKind =
  | "loopback"
  | "nic"
  | "veth"
  | "vlan"
  | "bridge"
  | "tunnel"
  /** A routing table. */
  | "table"
  /** Rules of iptables or nftables. */
  | "rules"
  | "ipvs"
  /** An eBPF program. */
  | "program"
  /** A module of the kernel that forwards by itself. */
  | "datapath"
  /** In user space: two copies and two changes of context a packet. */
  | "process"
  | "switch"
  | "router"
  | "balancer";

export type Act =
  | { readonly kind: "send" | "cross" | "switch" | "route" | "transmit" | "receive" | "choose" | "deliver" }
  | { readonly kind: "push"; readonly layer: Layer; readonly from: Role; readonly to: Role }
  | { readonly kind: "pop"; readonly layer: Layer }
  | { readonly kind: "nat"; readonly change: "source"; readonly to: Role }
  | { readonly kind: "nat"; readonly change: "destination"; readonly to: Role; readonly port: PortRole };

/** Who put there what the step relies on. */
export const PROGRAMMERS = [
  "application",
  "kernel",
  "administrator",
  "load-balancer",
  "cni-plugin",
  "kube-proxy",
  "dockerd",
  "flanneld",
  "felix",
  "bird",
  "weaver",
  "vrouter-agent",
  "kindnetd",
  "cilium-agent",
] as const;

export type Programmer = (typeof PROGRAMMERS)[number];

export interface Step {
  readonly place: Place;
  readonly device: { readonly kind: DeviceKind; readonly name: string };
  readonly act: Act;
  readonly by: Programmer;
  readonly why: Reason;
  /** Whose policies are looked at here, if the model looks at policies. */
  readonly policy: Direction | undefined;
}

/** A step, its device written as `kind name`: `bridge cni0`. */
export function at(
  place: Place,
  device: `${DeviceKind} ${string}`,
  act: Act,
  by: Programmer,
  why: Reason,
  policy?: Direction,
): Step {
  const space = device.indexOf(" ");
  // The type of `device` says that a kind stands before the first space.
  const kind = device.slice(0, space) as DeviceKind;
  return { place, device: { kind, name: device.slice(space + 1) }, act, by, why, policy };
}

export const SEND: Act = { kind: "send" };
export const CROSS: Act = { kind: "cross" };
export const SWITCH: Act = { kind: "switch" };
export const ROUTE: Act = { kind: "route" };
export const TRANSMIT: Act = { kind: "transmit" };
export const RECEIVE: Act = { kind: "receive" };
export const CHOOSE: Act = { kind: "choose" };
export const DELIVER: Act = { kind: "deliver" };

export const push = (layer: Layer, from: Role = "source-node", to: Role = "target-node"): Act => ({
  kind: "push",
  layer,
  from,
  to,
});
export const pop = (layer: Layer): Act => ({ kind: "pop", layer });
export const natFrom = (to: Role): Act => ({ kind: "nat", change: "source", to });
export const natTo = (to: Role, port: PortRole = "target"): Act => ({ kind: "nat", change: "destination", to, port });

/** What happens at a step, and why. Words for each are in features/network/path-words. */
export type Reason =
  | "loopback"
  | "loopback-joined"
  | "loopback-host"
  | "application-listens"
  | "container-sends"
  | "pod-sends"
  | "pod-sends-link-local"
  | "host-sends"
  | "client-dials-node"
  | "client-dials-balancer"
  | "veth-crosses"
  | "veth-policy"
  | "cali-policy"
  | "cali-bpf"
  | "lxc-bpf-out"
  | "lxc-bpf-in"
  | "bridge-switches"
  | "bridge-is-gateway"
  | "bridge-hands-down"
  | "route-to-veth"
  | "route-to-vtep"
  | "route-to-tun"
  | "route-to-tunnel"
  | "route-to-node"
  | "route-by-bgp"
  | "route-to-vm-gateway"
  | "bpf-redirects"
  | "bpf-to-tunnel"
  | "tunnel-wraps"
  | "tunnel-unwraps"
  | "overlay-wraps"
  | "overlay-unwraps"
  | "identity-wraps"
  | "identity-unwraps"
  | "process-wraps"
  | "process-unwraps"
  | "datapath-wraps"
  | "datapath-unwraps"
  | "vrouter-routes"
  | "vrouter-finds-label"
  | "vrouter-wraps"
  | "vrouter-unwraps"
  | "vrouter-vm-routes"
  | "vm-tap"
  | "vlan-tags"
  | "vlan-untags"
  | "nic-sends"
  | "nic-receives"
  | "nic-receives-for-vm"
  | "fabric-switches"
  | "fabric-routes-nodes"
  | "fabric-routes-pods"
  | "border-routes"
  | "gateway-wraps"
  | "gateway-unwraps"
  | "masquerade"
  | "masquerade-docker"
  | "masquerade-bpf"
  | "source-nat-at-gateway"
  | "published-port"
  | "swarm-vip"
  | "swarm-ingress"
  | "swarm-ingress-balances"
  | "swarm-second-nic"
  | "balancer-forwards"
  | "service-iptables"
  | "service-nftables"
  | "service-ipvs"
  | "service-socket"
  | "service-ecmp"
  | "service-floating-ip"
  | "node-port-iptables"
  | "node-port-nftables"
  | "node-port-ipvs"
  | "node-port-bpf"
  | "node-port-handed-on"
  | "node-port-translated"
  | "answer-must-return"
  | "answer-must-return-swarm"
  | "answer-must-return-bpf"
  | "receiver-takes";
