import { vxlan } from "../layers.ts";
import { type Model, type Pieces, type Services, type Traits, USUAL_PODS, type Wire } from "../model.ts";
import { at, CROSS, natFrom, natTo, pop, push, ROUTE } from "../step.ts";
import {
  BORDER,
  bareWire,
  NIC_IN,
  NIC_OUT,
  nearer,
  POD_RECEIVES,
  POD_SENDS,
  RECEIVER,
  routedToPods,
  wire,
} from "./common.ts";

const DOCS = "https://docs.cilium.io/en/stable/";

/** With `kubeProxyReplacement: true`, and `loadBalancer.mode: snat`, which is the default. */
const services: Services = {
  kind: "own",
  clusterIp: {
    before: [at("source-pod", "program connect4", natTo("target-pod"), "cilium-agent", "service-socket")],
    atSource: [],
    atTarget: [],
  },
  nodePort: {
    onEntry: [at("source-node", "program tc eth0", natTo("target-pod"), "cilium-agent", "node-port-bpf")],
    onEntryToOther: [
      at("source-node", "program tc eth0", natFrom("source-node"), "cilium-agent", "answer-must-return-bpf"),
    ],
    wire: undefined,
    atTarget: [],
  },
  fromOutside: undefined,
};

const pieces = (across: Wire): Pieces => ({
  kind: "pieces",
  leave: [POD_SENDS, at("source-node", "program tc lxcA", CROSS, "cilium-agent", "lxc-bpf-out", "egress")],
  toStack: [],
  local: [at("source-node", "program tc lxcA", ROUTE, "cilium-agent", "bpf-redirects")],
  fromStack: [],
  enter: [at("target-node", "program tc lxcB", CROSS, "cilium-agent", "lxc-bpf-in", "ingress"), POD_RECEIVES],
  arrival: [nearer(NIC_IN)],
  wire: across,
  services,
  exit: [
    at("source-node", "program tc eth0", natFrom("source-node"), "cilium-agent", "masquerade-bpf"),
    NIC_OUT,
    BORDER,
    RECEIVER,
  ],
});

const traits: Traits = {
  forKubernetes: true,
  layer: "overlay-l3",
  needs: [{ kind: "udp", port: 8472 }],
  podNat: "none",
  outsideNat: "masquerade",
  policy: "enforced",
  encryption: ["WireGuard", "IPsec"],
  status: "active",
  controlPlane: ["cilium-agent", "cilium-operator"],
};

const VXLAN = vxlan(8472);

export const ciliumVxlan: Model = {
  id: "cilium-vxlan",
  sources: [
    `${DOCS}network/concepts/routing/`,
    `${DOCS}network/kubernetes/kubeproxy-free/`,
    "https://pkg.go.dev/github.com/cilium/cilium/pkg/mtu",
  ],
  traits,
  mtu: { kind: "less", bytes: 50 },
  nodes: "machines",
  pods: USUAL_PODS,
  ways: pieces(
    wire(
      [
        at("source-node", "program tc lxcA", ROUTE, "cilium-agent", "bpf-to-tunnel"),
        at("source-node", "tunnel cilium_vxlan", push(VXLAN), "cilium-agent", "identity-wraps"),
      ],
      [at("target-node", "tunnel cilium_vxlan", pop(VXLAN), "cilium-agent", "identity-unwraps")],
    ),
  ),
};

export const ciliumNative: Model = {
  id: "cilium-native",
  sources: [`${DOCS}network/concepts/routing/`, `${DOCS}network/kubernetes/kubeproxy-free/`],
  traits: { ...traits, layer: "routed", needs: [{ kind: "pod-routes" }] },
  mtu: { kind: "less", bytes: 0 },
  nodes: "machines",
  pods: USUAL_PODS,
  ways: pieces(
    bareWire(at("source-node", "table main", ROUTE, "cilium-agent", "route-to-node"), routedToPods("administrator")),
  ),
};
