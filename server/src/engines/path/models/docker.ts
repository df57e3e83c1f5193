import { vxlan } from "../layers.ts";
import type { Model, Ways } from "../model.ts";
import { at, CROSS, DELIVER, natFrom, natTo, pop, push, ROUTE, SEND, type Step, SWITCH } from "../step.ts";
import { BORDER, NIC_IN, NIC_OUT, nearer, POD_RECEIVES, RECEIVER, SAME_POD, SWITCHED } from "./common.ts";

const NETWORKING = "https://docs.docker.com/engine/network/";
const BRIDGE_PAGE = "https://docs.docker.com/engine/network/drivers/bridge/";

const CONTAINER_SENDS = at("source-pod", "nic eth0", SEND, "dockerd", "container-sends");
const OUT_OF_CONTAINER = at("source-node", "veth vethA", CROSS, "dockerd", "veth-crosses");
const INTO_CONTAINER = [at("target-node", "veth vethB", CROSS, "dockerd", "veth-crosses"), POD_RECEIVES];

const toDocker0 = [
  CONTAINER_SENDS,
  OUT_OF_CONTAINER,
  at("source-node", "bridge docker0", ROUTE, "dockerd", "bridge-is-gateway"),
  at("source-node", "rules nat POSTROUTING", natFrom("source-node"), "dockerd", "masquerade-docker"),
  NIC_OUT,
];

const publishedPort = [
  NIC_IN,
  at("target-node", "rules nat DOCKER", natTo("target-pod"), "dockerd", "published-port"),
  at("target-node", "bridge docker0", SWITCH, "dockerd", "bridge-hands-down"),
  ...INTO_CONTAINER,
];

const fromClient: readonly Step[] = [
  at("client", "nic eth0", SEND, "application", "client-dials-node"),
  SWITCHED,
  ...publishedPort,
];

const bridgeWays: Ways["ways"] = {
  "same-pod": SAME_POD,
  "same-node": [
    CONTAINER_SENDS,
    OUT_OF_CONTAINER,
    at("source-node", "bridge docker0", SWITCH, "dockerd", "bridge-switches"),
    ...INTO_CONTAINER.map(nearer),
  ],
  "other-node": [...toDocker0, SWITCHED, ...publishedPort],
  "cluster-ip": "docker-has-no-services",
  "node-port": fromClient,
  "from-outside": fromClient,
  "to-internet": [...toDocker0, BORDER, RECEIVER],
};

const DOCKER0 = { source: "172.17.0.2", near: "172.17.0.3", far: "172.17.0.2" };

export const dockerBridge: Model = {
  id: "docker-bridge",
  sources: [BRIDGE_PAGE, "https://github.com/moby/libnetwork/blob/master/docs/bridge.md"],
  traits: {
    forKubernetes: false,
    layer: "bridge",
    needs: [{ kind: "published-ports" }],
    podNat: "between-hosts",
    outsideNat: "masquerade",
    policy: "none",
    encryption: [],
    status: "active",
    controlPlane: ["dockerd"],
  },
  mtu: { kind: "fixed", bytes: 1500 },
  nodes: "machines",
  pods: DOCKER0,
  ways: { kind: "ways", entry: "target-node", ways: bridgeWays },
};

const hostSends = at("source-node", "nic eth0", SEND, "application", "host-sends");
const hostListens = at("target-node", "nic eth0", DELIVER, "application", "application-listens");
const toHost = [at("client", "nic eth0", SEND, "application", "client-dials-node"), SWITCHED, hostListens];
const withinHost = [
  at("source-node", "loopback lo", SEND, "kernel", "loopback-host"),
  at("source-node", "loopback lo", DELIVER, "application", "application-listens"),
];

export const dockerHost: Model = {
  id: "docker-host",
  sources: ["https://docs.docker.com/engine/network/drivers/host/"],
  traits: {
    forKubernetes: false,
    layer: "host",
    needs: [{ kind: "ip" }],
    podNat: "none",
    outsideNat: "none",
    policy: "none",
    encryption: [],
    status: "active",
    controlPlane: [],
  },
  mtu: { kind: "less", bytes: 0 },
  nodes: "machines",
  pods: "nodes",
  ways: {
    kind: "ways",
    entry: "target-node",
    ways: {
      "same-pod": withinHost,
      "same-node": withinHost,
      "other-node": [hostSends, SWITCHED, hostListens],
      "cluster-ip": "docker-has-no-services",
      "node-port": toHost,
      "from-outside": toHost,
      "to-internet": [hostSends, BORDER, RECEIVER],
    },
  },
};

const joined = [
  at("source-pod", "loopback lo", SEND, "dockerd", "loopback-joined"),
  at("source-pod", "loopback lo", DELIVER, "application", "application-listens"),
];

/** Whoever joins has the ways of the container that it joined; here one on the default bridge. */
export const dockerContainer: Model = {
  id: "docker-container",
  sources: [NETWORKING],
  traits: { ...dockerBridge.traits, layer: "namespace" },
  mtu: dockerBridge.mtu,
  nodes: "machines",
  pods: DOCKER0,
  ways: { kind: "ways", entry: "target-node", ways: { ...bridgeWays, "same-pod": joined } },
};

const VXLAN = vxlan(4789);

const overlaySends = at("source-pod", "nic eth0", SEND, "dockerd", "container-sends");
const intoOverlay = at("source-node", "veth vethA", CROSS, "dockerd", "veth-crosses");
const acrossOverlay: readonly Step[] = [
  at("source-node", "bridge br0", SWITCH, "dockerd", "bridge-switches"),
  at("source-node", "tunnel vxlan0", push(VXLAN), "dockerd", "overlay-wraps"),
  NIC_OUT,
  SWITCHED,
  NIC_IN,
  at("target-node", "tunnel vxlan0", pop(VXLAN), "dockerd", "overlay-unwraps"),
  at("target-node", "bridge br0", SWITCH, "dockerd", "bridge-switches"),
  ...INTO_CONTAINER,
];

const throughMesh: readonly Step[] = [
  at("client", "nic eth0", SEND, "application", "client-dials-node"),
  SWITCHED,
  nearer(NIC_IN),
  at("source-node", "rules nat DOCKER-INGRESS", natTo("sandbox", "node"), "dockerd", "swarm-ingress"),
  at("source-node", "bridge docker_gwbridge", SWITCH, "dockerd", "bridge-switches"),
  at("source-node", "ipvs ingress_sbox", natTo("target-pod"), "dockerd", "swarm-ingress-balances"),
  at(
    "source-node",
    "rules ingress_sbox POSTROUTING",
    natFrom("sandbox-overlay"),
    "dockerd",
    "answer-must-return-swarm",
  ),
  ...acrossOverlay,
];

export const libnetworkOverlay: Model = {
  id: "libnetwork-overlay",
  sources: [
    "https://docs.docker.com/engine/network/drivers/overlay/",
    "https://github.com/moby/libnetwork/blob/master/docs/network.md",
    "https://github.com/moby/libnetwork/blob/master/drivers/overlay/overlay.go",
  ],
  traits: {
    forKubernetes: false,
    layer: "overlay-l2",
    needs: [{ kind: "udp", port: 4789 }],
    podNat: "none",
    outsideNat: "masquerade",
    policy: "none",
    encryption: ["IPsec"],
    status: "active",
    controlPlane: ["dockerd (Swarm, networkdb)"],
  },
  mtu: { kind: "fixed", bytes: 1450 },
  nodes: "machines",
  pods: { source: "10.0.1.7", near: "10.0.1.9", far: "10.0.1.12" },
  ways: {
    kind: "ways",
    entry: "source-node",
    ways: {
      "same-pod": SAME_POD,
      "same-node": [
        overlaySends,
        intoOverlay,
        at("source-node", "bridge br0", SWITCH, "dockerd", "bridge-switches"),
        ...INTO_CONTAINER.map(nearer),
      ],
      "other-node": [overlaySends, intoOverlay, ...acrossOverlay],
      "cluster-ip": [
        overlaySends,
        at("source-pod", "ipvs IPVS", natTo("target-pod"), "dockerd", "swarm-vip"),
        intoOverlay,
        ...acrossOverlay,
      ],
      "node-port": throughMesh,
      "from-outside": throughMesh,
      "to-internet": [
        at("source-pod", "nic eth1", SEND, "dockerd", "swarm-second-nic"),
        at("source-node", "bridge docker_gwbridge", ROUTE, "dockerd", "bridge-is-gateway"),
        at("source-node", "rules nat POSTROUTING", natFrom("source-node"), "dockerd", "masquerade-docker"),
        NIC_OUT,
        BORDER,
        RECEIVER,
      ],
    },
  },
};
