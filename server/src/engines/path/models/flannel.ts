import { FLANNEL_UDP, vxlan } from "../layers.ts";
import { type Model, type Pieces, type Traits, USUAL_PODS, type Wire } from "../model.ts";
import { at, pop, push, ROUTE } from "../step.ts";
import { bareWire, bridged, masqueraded, wire } from "./common.ts";

const BACKENDS = "https://github.com/flannel-io/flannel/blob/master/Documentation/backends.md";
const source = (path: string): string => `https://github.com/flannel-io/flannel/blob/master/pkg/${path}`;

const traits: Traits = {
  forKubernetes: true,
  layer: "overlay-l3",
  needs: [{ kind: "udp", port: 8472 }],
  podNat: "none",
  outsideNat: "masquerade",
  policy: "add-on",
  encryption: [],
  status: "active",
  controlPlane: ["flanneld"],
};

const pieces = (across: Wire): Pieces => ({
  ...bridged("cni0", "cni-plugin"),
  wire: across,
  services: { kind: "kube-proxy" },
  exit: masqueraded("FLANNEL-POSTRTG", "flanneld"),
});

const VXLAN = vxlan(8472);

export const flannelVxlan: Model = {
  id: "flannel-vxlan",
  sources: [BACKENDS, source("backend/vxlan/vxlan.go"), source("trafficmngr/iptables/iptables.go")],
  traits,
  mtu: { kind: "less", bytes: 50 },
  nodes: "machines",
  pods: USUAL_PODS,
  ways: pieces(
    wire(
      [
        at("source-node", "table main", ROUTE, "flanneld", "route-to-vtep"),
        at("source-node", "tunnel flannel.1", push(VXLAN), "flanneld", "tunnel-wraps"),
      ],
      [at("target-node", "tunnel flannel.1", pop(VXLAN), "flanneld", "tunnel-unwraps")],
    ),
  ),
};

export const flannelHostGw: Model = {
  id: "flannel-host-gw",
  sources: [BACKENDS, source("backend/hostgw/hostgw.go")],
  traits: { ...traits, layer: "routed", needs: [{ kind: "one-subnet" }] },
  mtu: { kind: "less", bytes: 0 },
  nodes: "machines",
  pods: USUAL_PODS,
  ways: pieces(bareWire(at("source-node", "table main", ROUTE, "flanneld", "route-to-node"), undefined)),
};

export const flannelUdp: Model = {
  id: "flannel-udp",
  sources: [BACKENDS, source("backend/udp/udp_network_amd64.go")],
  traits: { ...traits, needs: [{ kind: "udp", port: 8285 }], status: "debugging" },
  mtu: { kind: "less", bytes: 28 },
  nodes: "machines",
  pods: USUAL_PODS,
  ways: pieces(
    wire(
      [
        at("source-node", "table main", ROUTE, "flanneld", "route-to-tun"),
        at("source-node", "process flanneld", push(FLANNEL_UDP), "flanneld", "process-wraps"),
      ],
      [at("target-node", "process flanneld", pop(FLANNEL_UDP), "flanneld", "process-unwraps")],
    ),
  ),
};
