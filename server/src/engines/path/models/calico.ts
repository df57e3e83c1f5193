import { IP_IN_IP, type Layer, vxlan } from "../layers.ts";
import { type Model, type Need, type Pieces, type Services, type Traits, USUAL_PODS, type Wire } from "../model.ts";
import { at, CHOOSE, CROSS, natTo, type Programmer, pop, push, ROUTE, SEND } from "../step.ts";
import { bareWire, masqueraded, NIC_IN, nearer, POD_RECEIVES, POD_SENDS, routedToPods, wire } from "./common.ts";

const DOCS = "https://docs.tigera.io/calico/latest/";
const DATA_PATH = `${DOCS}reference/architecture/data-path`;
const OVERLAYS = `${DOCS}networking/configuring/vxlan-ipip`;
const MTU = `${DOCS}networking/configuring/mtu`;

export const TO_CALI = at("target-node", "table main", ROUTE, "felix", "route-to-veth");

export const calicoAttachment: Omit<Pieces, "wire" | "services" | "exit" | "arrival"> = {
  kind: "pieces",
  leave: [
    at("source-pod", "nic eth0", SEND, "cni-plugin", "pod-sends-link-local"),
    at("source-node", "veth caliA", CROSS, "felix", "cali-policy", "egress"),
  ],
  toStack: [],
  local: [nearer(TO_CALI)],
  fromStack: [TO_CALI],
  enter: [at("target-node", "veth caliB", CROSS, "felix", "cali-policy", "ingress"), POD_RECEIVES],
};

const pieces = (across: Wire): Pieces => ({
  ...calicoAttachment,
  arrival: [nearer(NIC_IN)],
  wire: across,
  services: { kind: "kube-proxy" },
  exit: masqueraded("cali-nat-outgoing", "felix"),
});

const traits: Traits = {
  forKubernetes: true,
  layer: "routed",
  needs: [{ kind: "pod-routes" }],
  podNat: "none",
  outsideNat: "masquerade",
  policy: "enforced",
  encryption: ["WireGuard"],
  status: "active",
  controlPlane: ["Felix", "BIRD"],
};

const byBgp = bareWire(at("source-node", "table main", ROUTE, "bird", "route-by-bgp"), routedToPods("bird"));

export const calicoBgp: Model = {
  id: "calico-bgp",
  sources: [DATA_PATH, `${DOCS}networking/determine-best-networking`, `${DOCS}networking/configuring/bgp`],
  traits,
  mtu: { kind: "less", bytes: 0 },
  nodes: "machines",
  pods: USUAL_PODS,
  ways: pieces(byBgp),
};

const tunnelled = (layer: Layer, device: string, by: Programmer): Wire =>
  wire(
    [
      at("source-node", "table main", ROUTE, by, "route-to-tunnel"),
      at("source-node", `tunnel ${device}`, push(layer), "felix", "tunnel-wraps"),
    ],
    [at("target-node", `tunnel ${device}`, pop(layer), "felix", "tunnel-unwraps")],
  );

export const calicoIpip: Model = {
  id: "calico-ipip",
  sources: [OVERLAYS, MTU],
  traits: { ...traits, layer: "overlay-l3", needs: [{ kind: "protocol", number: 4 }] },
  mtu: { kind: "less", bytes: 20 },
  nodes: "machines",
  pods: USUAL_PODS,
  ways: pieces(tunnelled(IP_IN_IP, "tunl0", "bird")),
};

const VXLAN = vxlan(4789);
const byVxlan = tunnelled(VXLAN, "vxlan.calico", "felix");
const vxlanNeeds: readonly Need[] = [{ kind: "udp", port: 4789 }];

export const calicoVxlan: Model = {
  id: "calico-vxlan",
  sources: [OVERLAYS, MTU],
  traits: { ...traits, layer: "overlay-l3", needs: vxlanNeeds, controlPlane: ["Felix"] },
  mtu: { kind: "less", bytes: 50 },
  nodes: "machines",
  pods: USUAL_PODS,
  ways: pieces(byVxlan),
};

const withinSubnet = bareWire(at("source-node", "table main", ROUTE, "felix", "route-to-node"), undefined);

/** As `vxlanMode: CrossSubnet`; with `ipipMode` the layer is IP-in-IP and the routes come by BGP. */
export const calicoCrossSubnet: Model = {
  id: "calico-cross-subnet",
  sources: [OVERLAYS, MTU],
  traits: { ...traits, needs: vxlanNeeds, controlPlane: ["Felix"] },
  mtu: { kind: "less", bytes: 50 },
  nodes: "machines",
  pods: USUAL_PODS,
  ways: pieces({ from: "stack", oneSubnet: withinSubnet.oneSubnet, routed: byVxlan.routed }),
};

/** felix bpf-gpl/tc.c: the first node only chooses; the one that has the Pod translates, and the source stays. */
const ebpfServices: Services = {
  kind: "own",
  clusterIp: {
    before: [at("source-pod", "program connect4", natTo("target-pod"), "felix", "service-socket")],
    atSource: [],
    atTarget: [],
  },
  nodePort: {
    onEntry: [at("source-node", "program tc eth0", CHOOSE, "felix", "node-port-handed-on")],
    onEntryToOther: [],
    wire: wire(
      [at("source-node", "program tc eth0", push(VXLAN), "felix", "tunnel-wraps")],
      [at("target-node", "program tc eth0", pop(VXLAN), "felix", "tunnel-unwraps")],
    ),
    atTarget: [at("target-node", "program tc eth0", natTo("target-pod"), "felix", "node-port-translated")],
  },
  fromOutside: undefined,
};

export const calicoEbpf: Model = {
  id: "calico-ebpf",
  sources: [`${DOCS}operations/ebpf/enabling-ebpf`, `${DOCS}operations/ebpf/use-cases-ebpf`, MTU],
  traits: { ...traits, needs: [...traits.needs, ...vxlanNeeds] },
  mtu: { kind: "less", bytes: 50 },
  nodes: "machines",
  pods: USUAL_PODS,
  ways: {
    ...pieces(byBgp),
    leave: [POD_SENDS, at("source-node", "program tc caliA", ROUTE, "felix", "cali-bpf", "egress")],
    local: [],
    fromStack: [],
    enter: [at("target-node", "program tc caliB", CROSS, "felix", "cali-bpf", "ingress"), POD_RECEIVES],
    services: ebpfServices,
  },
};
