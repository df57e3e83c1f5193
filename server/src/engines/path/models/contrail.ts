import { type Layer, MPLS_OVER_GRE, MPLS_OVER_UDP, VLAN } from "../layers.ts";
import { type Model, type Need, type Pieces, type Services, type Traits, USUAL_PODS, type Wire } from "../model.ts";
import { at, CHOOSE, CROSS, natFrom, natTo, pop, push, RECEIVE, ROUTE, SEND, type Step, TRANSMIT } from "../step.ts";
import { calicoAttachment } from "./calico.ts";
import { NIC_IN, NIC_OUT, nearer, POD_RECEIVES, POD_SENDS, RECEIVER, ROUTED, SWITCHED, wire } from "./common.ts";

const DOCS = "https://github.com/tungstenfabric/docs/blob/master/";
const COMPONENTS = `${DOCS}tungsten-fabric-installation-and-upgrade-guide/understanding-tf-components.rst`;
const NESTED = `${DOCS}tungsten-fabric-installation-and-upgrade-guide/juju-charms-nested-kubernetes.rst`;
const JUNIPER = "https://www.juniper.net/documentation/";
const CNI_PAGE = `${JUNIPER}us/en/software/contrail-networking19/contrail-deployment-guide/contrail-cloud-native-guide/topics/concept/kubernetes-cni-contrail.html`;
const SERVICES_PAGE = `${JUNIPER}en_US/day-one-books/topics/topic-map/contrail-services.html`;
const FLOW_PAGE = `${JUNIPER}en_US/day-one-books/topics/topic-map/packet-flow-in-contrail-end-to-end-view.html`;

const traits: Traits = {
  forKubernetes: true,
  layer: "vpn",
  needs: [{ kind: "gateway" }, { kind: "udp", port: 6635 }],
  podNat: "none",
  outsideNat: "gateway",
  policy: "enforced",
  encryption: [],
  status: "legacy",
  controlPlane: ["vRouter agent", "control node (XMPP, BGP)", "contrail-kube-manager"],
};

/** A virtual address is a floating IP on every Pod behind it: the route has many next hops, the last one translates. */
const throughFloatingIp = (fromOutside: readonly Step[]): Services => ({
  kind: "own",
  clusterIp: {
    before: [],
    atSource: [at("source-node", "datapath vRouter", CHOOSE, "vrouter-agent", "service-ecmp")],
    atTarget: [at("target-node", "datapath vRouter", natTo("target-pod"), "vrouter-agent", "service-floating-ip")],
  },
  nodePort: "node-ports-not-described",
  fromOutside,
});

const tapB = at("target-node", "veth tapB", CROSS, "vrouter-agent", "veth-crosses");
const clientSends = at("client", "nic eth0", SEND, "application", "client-dials-balancer");

function onNodes(layer: Layer): Pieces {
  const unwrap = at("target-node", "datapath vRouter", pop(layer), "vrouter-agent", "vrouter-unwraps");
  const enter = [
    at("target-node", "datapath vRouter", ROUTE, "vrouter-agent", "vrouter-finds-label", "ingress"),
    tapB,
    POD_RECEIVES,
  ];
  return {
    kind: "pieces",
    leave: [
      POD_SENDS,
      at("source-node", "veth tapA", CROSS, "vrouter-agent", "veth-crosses"),
      at("source-node", "datapath vRouter", ROUTE, "vrouter-agent", "vrouter-routes", "egress"),
    ],
    toStack: [],
    local: [],
    fromStack: [],
    enter,
    arrival: [nearer(NIC_IN)],
    wire: wire([at("source-node", "datapath vRouter", push(layer), "vrouter-agent", "vrouter-wraps")], [unwrap]),
    services: throughFloatingIp([
      clientSends,
      at("fabric", "router gateway", push(layer, "gateway", "target-node"), "vrouter-agent", "gateway-wraps"),
      NIC_IN,
      unwrap,
      at("target-node", "datapath vRouter", natTo("target-pod"), "vrouter-agent", "service-floating-ip"),
      ...enter,
    ]),
    exit: [
      at("source-node", "datapath vRouter", push(layer, "source-node", "gateway"), "vrouter-agent", "vrouter-wraps"),
      NIC_OUT,
      at("fabric", "router gateway", pop(layer), "vrouter-agent", "gateway-unwraps"),
      at("fabric", "router gateway", natFrom("gateway"), "administrator", "source-nat-at-gateway"),
      RECEIVER,
    ],
  };
}

const gre: readonly Need[] = [{ kind: "gateway" }, { kind: "protocol", number: 47 }];

export const contrailMplsUdp: Model = {
  id: "contrail-mpls-udp",
  sources: [COMPONENTS, CNI_PAGE, SERVICES_PAGE, FLOW_PAGE],
  traits,
  mtu: { kind: "less", bytes: 32 },
  nodes: "machines",
  pods: USUAL_PODS,
  ways: onNodes(MPLS_OVER_UDP),
};

export const contrailMplsGre: Model = {
  id: "contrail-mpls-gre",
  sources: [COMPONENTS, CNI_PAGE, SERVICES_PAGE, FLOW_PAGE],
  traits: { ...traits, needs: gre },
  mtu: { kind: "less", bytes: 28 },
  nodes: "machines",
  pods: USUAL_PODS,
  ways: onNodes(MPLS_OVER_GRE),
};

/** Between the hosts of the virtual machines, and the same with a router in between. */
function betweenMachines(before: readonly Step[], after: readonly Step[]): Wire {
  const out = at("source-machine", "nic eth0", TRANSMIT, "kernel", "nic-sends");
  const into = at("target-machine", "nic eth0", RECEIVE, "kernel", "nic-receives-for-vm");
  const wrap = at(
    "source-machine",
    "datapath vRouter",
    push(MPLS_OVER_UDP, "source-machine", "target-machine"),
    "vrouter-agent",
    "vrouter-wraps",
  );
  const unwrap = at("target-machine", "datapath vRouter", pop(MPLS_OVER_UDP), "vrouter-agent", "vrouter-unwraps");
  return {
    from: "stack",
    oneSubnet: [...before, wrap, out, SWITCHED, into, unwrap, ...after],
    routed: [...before, wrap, out, ROUTED, into, unwrap, ...after],
  };
}

const tapOfA = at("source-machine", "veth tapA", CROSS, "vrouter-agent", "vm-tap");
const tapOfB = at("target-machine", "veth tapB", CROSS, "vrouter-agent", "vm-tap");

/** From a gateway to the machine where the packet goes on. */
const fromGateway = (machine: "source-machine" | "target-machine"): readonly Step[] => [
  at("fabric", "router gateway", push(MPLS_OVER_UDP, "gateway", machine), "vrouter-agent", "gateway-wraps"),
  at(machine, "nic eth0", RECEIVE, "kernel", "nic-receives-for-vm"),
  at(machine, "datapath vRouter", pop(MPLS_OVER_UDP), "vrouter-agent", "vrouter-unwraps"),
];

const toGateway: readonly Step[] = [
  at(
    "source-machine",
    "datapath vRouter",
    push(MPLS_OVER_UDP, "source-machine", "gateway"),
    "vrouter-agent",
    "vrouter-wraps",
  ),
  at("source-machine", "nic eth0", TRANSMIT, "kernel", "nic-sends"),
  at("fabric", "router gateway", pop(MPLS_OVER_UDP), "vrouter-agent", "gateway-unwraps"),
  at("fabric", "router gateway", natFrom("gateway"), "administrator", "source-nat-at-gateway"),
  RECEIVER,
];

const vmTraits: Traits = { ...traits, needs: [{ kind: "contrail-openstack" }] };

/** Calico without a layer of its own in virtual machines that tell the vRouter their Pod routes by BGP. */
export const openstackBgpaas: Model = {
  id: "openstack-bgpaas",
  sources: [
    "https://github.com/tungstenfabric/docs",
    COMPONENTS,
    "https://docs.tigera.io/calico/latest/networking/configuring/mtu",
  ],
  traits: {
    ...vmTraits,
    encryption: ["WireGuard"],
    controlPlane: ["Felix", "BIRD", ...traits.controlPlane.slice(0, 2)],
  },
  mtu: { kind: "less", bytes: 50 },
  nodes: "virtual",
  pods: USUAL_PODS,
  ways: {
    ...calicoAttachment,
    wire: betweenMachines(
      [
        at("source-node", "table main", ROUTE, "bird", "route-to-vm-gateway"),
        NIC_OUT,
        tapOfA,
        at("source-machine", "datapath vRouter", ROUTE, "vrouter-agent", "vrouter-vm-routes"),
      ],
      [tapOfB, NIC_IN],
    ),
    services: { kind: "kube-proxy" },
    arrival: [...fromGateway("source-machine"), tapOfA, nearer(NIC_IN)],
    exit: [
      at("source-node", "rules cali-nat-outgoing", natFrom("source-node"), "felix", "masquerade"),
      NIC_OUT,
      tapOfA,
      ...toGateway,
    ],
  },
};

const intoVm: readonly Step[] = [
  at("target-machine", "datapath vRouter", ROUTE, "vrouter-agent", "vrouter-finds-label", "ingress"),
  at("target-machine", "datapath vRouter", push(VLAN), "vrouter-agent", "vlan-tags"),
  tapOfB,
  NIC_IN,
  at("target-node", "vlan eth0.102", pop(VLAN), "cni-plugin", "vlan-untags"),
  POD_RECEIVES,
];

const translated = at(
  "target-machine",
  "datapath vRouter",
  natTo("target-pod"),
  "vrouter-agent",
  "service-floating-ip",
);

/** The vRouter below the virtual machine serves its Pods as well: a VLAN of the machine's interface for each. */
export const openstackNested: Model = {
  id: "openstack-nested",
  sources: [NESTED, CNI_PAGE, SERVICES_PAGE],
  traits: vmTraits,
  mtu: { kind: "less", bytes: 50 },
  nodes: "virtual",
  pods: USUAL_PODS,
  ways: {
    kind: "pieces",
    leave: [
      POD_SENDS,
      at("source-node", "vlan eth0.101", push(VLAN), "cni-plugin", "vlan-tags"),
      NIC_OUT,
      tapOfA,
      at("source-machine", "datapath vRouter", pop(VLAN), "vrouter-agent", "vlan-untags"),
      at("source-machine", "datapath vRouter", ROUTE, "vrouter-agent", "vrouter-routes", "egress"),
    ],
    toStack: [],
    local: [],
    fromStack: [],
    enter: intoVm,
    arrival: [],
    wire: betweenMachines([], []),
    services: {
      kind: "own",
      clusterIp: {
        before: [],
        atSource: [at("source-machine", "datapath vRouter", CHOOSE, "vrouter-agent", "service-ecmp")],
        atTarget: [translated],
      },
      nodePort: "node-ports-not-described",
      fromOutside: [clientSends, ...fromGateway("target-machine"), translated, ...intoVm],
    },
    exit: toGateway,
  },
};
