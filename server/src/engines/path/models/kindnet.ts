import { type Model, USUAL_PODS } from "../model.ts";
import { at, CROSS, ROUTE } from "../step.ts";
import { bareWire, masqueraded, NIC_IN, nearer, POD_RECEIVES, POD_SENDS } from "./common.ts";

const TO_VETH = at("target-node", "table main", ROUTE, "cni-plugin", "route-to-veth");

export const kindnet: Model = {
  id: "kindnet",
  sources: [
    "https://kindnet.es/docs/design/kindnet/",
    "https://kindnet.es/docs/user/masquerade/",
    "https://github.com/aojea/kindnet",
  ],
  traits: {
    forKubernetes: true,
    layer: "routed",
    needs: [{ kind: "one-subnet" }],
    podNat: "none",
    outsideNat: "masquerade",
    policy: "enforced",
    encryption: ["IPsec"],
    status: "active",
    controlPlane: ["kindnetd"],
  },
  mtu: { kind: "less", bytes: 0 },
  nodes: "machines",
  pods: USUAL_PODS,
  ways: {
    kind: "pieces",
    leave: [POD_SENDS, at("source-node", "veth knetA", CROSS, "kindnetd", "veth-policy", "egress")],
    toStack: [],
    local: [nearer(TO_VETH)],
    fromStack: [TO_VETH],
    enter: [at("target-node", "veth knetB", CROSS, "kindnetd", "veth-policy", "ingress"), POD_RECEIVES],
    arrival: [nearer(NIC_IN)],
    wire: bareWire(at("source-node", "table main", ROUTE, "kindnetd", "route-to-node"), undefined),
    services: { kind: "kube-proxy" },
    exit: masqueraded("kindnet-ipmasq", "kindnetd"),
  },
};
