import type { Step } from "./step.ts";

export const MODEL_IDS = [
  "docker-bridge",
  "docker-host",
  "docker-container",
  "libnetwork-overlay",
  "flannel-vxlan",
  "flannel-host-gw",
  "flannel-udp",
  "calico-bgp",
  "calico-ipip",
  "calico-vxlan",
  "calico-cross-subnet",
  "calico-ebpf",
  "weave-fastdp",
  "weave-sleeve",
  "contrail-mpls-udp",
  "contrail-mpls-gre",
  "openstack-bgpaas",
  "openstack-nested",
  "kindnet",
  "cilium-vxlan",
  "cilium-native",
] as const;

export type ModelId = (typeof MODEL_IDS)[number];

/** What a person asks the way of. */
export const SITUATIONS = [
  "same-pod",
  "same-node",
  "other-node",
  "cluster-ip",
  "node-port",
  "from-outside",
  "to-internet",
] as const;

export type Situation = (typeof SITUATIONS)[number];

export interface Model {
  readonly id: ModelId;
  /** Pages and source files that say so. */
  readonly sources: readonly string[];
  readonly traits: Traits;
  /** The MTU that Pods get: what is left of the link's, or a number that nobody adapts. */
  readonly mtu: { readonly kind: "less"; readonly bytes: number } | { readonly kind: "fixed"; readonly bytes: number };
  /** Machines of their own, or virtual ones whose network is the model's as well. */
  readonly nodes: "machines" | "virtual";
  /** Addresses that Pods may have, for examples: `far` on another node than `source`, `near` on the same one. */
  readonly pods: "nodes" | { readonly source: string; readonly near: string; readonly far: string };
  readonly ways: Ways | Pieces;
}

/** Ways written down one by one, for models that have little in common with Kubernetes. */
export interface Ways {
  readonly kind: "ways";
  /** The node whose ports a client outside dials. */
  readonly entry: "source-node" | "target-node";
  readonly ways: Readonly<Record<Situation, readonly Step[] | Unavailable>>;
}

/** Why there is no such way. */
export type Unavailable = "docker-has-no-services" | "node-ports-not-described" | "no-route-through-router";

/** Pieces of which every way is made. A stack is a node's IP stack, where packets of Pods are routed. */
export interface Pieces {
  readonly kind: "pieces";
  readonly leave: readonly Step[];
  /** From where Pods are attached to the stack. */
  readonly toStack: readonly Step[];
  /** From the stack to where Pods are attached. */
  readonly fromStack: readonly Step[];
  readonly enter: readonly Step[];
  /** Between two Pods of a node. */
  readonly local: readonly Step[];
  readonly wire: Wire;
  readonly services: Services;
  /** From the network outside to the stack of a node. */
  readonly arrival: readonly Step[];
  /** From the stack to the network outside. */
  readonly exit: readonly Step[];
}

/** From one node to another. */
export interface Wire {
  readonly from: "stack" | "attachment";
  readonly oneSubnet: readonly Step[];
  /** Across a router; undefined where packets would be lost there. */
  readonly routed: readonly Step[] | undefined;
}

export type Services =
  | { readonly kind: "kube-proxy" }
  | {
      readonly kind: "own";
      readonly clusterIp: ServiceSteps;
      readonly nodePort: EntrySteps | Unavailable;
      /** A way in that is none through a node's port. */
      readonly fromOutside: readonly Step[] | undefined;
    };

/** What a virtual address adds to the way of a Pod's packet. */
export interface ServiceSteps {
  readonly before: readonly Step[];
  readonly atSource: readonly Step[];
  readonly atTarget: readonly Step[];
}

/** What a port of a node adds. */
export interface EntrySteps {
  readonly onEntry: readonly Step[];
  /** Only for a Pod on another node. */
  readonly onEntryToOther: readonly Step[];
  /** Undefined: that of the model. */
  readonly wire: Wire | undefined;
  readonly atTarget: readonly Step[];
}

/** What a comparison shows. */
export interface Traits {
  readonly forKubernetes: boolean;
  readonly layer: "namespace" | "host" | "bridge" | "bridged-nodes" | "routed" | "overlay-l2" | "overlay-l3" | "vpn";
  readonly needs: readonly Need[];
  /** Whether packets between Pods keep their addresses. */
  readonly podNat: "none" | "between-hosts";
  readonly outsideNat: "none" | "masquerade" | "gateway";
  readonly policy: "enforced" | "add-on" | "none";
  readonly encryption: readonly ("WireGuard" | "IPsec" | "NaCl")[];
  readonly status: "active" | "debugging" | "legacy" | "archived";
  readonly controlPlane: readonly string[];
}

/** What the network below has to do. */
export type Need =
  | { readonly kind: "ip" }
  /** All nodes in one subnet. */
  | { readonly kind: "one-subnet" }
  /** Routers between nodes know where Pods are. */
  | { readonly kind: "pod-routes" }
  | { readonly kind: "udp"; readonly port: number }
  | { readonly kind: "protocol"; readonly number: number }
  /** A router that speaks the overlay's language, for the way out and in. */
  | { readonly kind: "gateway" }
  | { readonly kind: "published-ports" }
  /** An OpenStack whose network is Tungsten Fabric. */
  | { readonly kind: "contrail-openstack" };

/** What most plugins do with the addresses of the Pod range 10.244.0.0/16. */
export const USUAL_PODS = { source: "10.244.1.7", near: "10.244.1.9", far: "10.244.2.9" };
