import { type Layer, SLEEVE, vxlan } from "../layers.ts";
import type { Model, Pieces, Traits, Wire } from "../model.ts";
import { at, CROSS, pop, push, type Reason, SWITCH } from "../step.ts";
import { bridged, masqueraded, wire } from "./common.ts";

const DOCS = "https://rajch.github.io/weave/";

const traits: Traits = {
  forKubernetes: true,
  layer: "bridged-nodes",
  needs: [
    { kind: "udp", port: 6783 },
    { kind: "udp", port: 6784 },
  ],
  podNat: "none",
  outsideNat: "masquerade",
  policy: "enforced",
  encryption: ["IPsec", "NaCl"],
  status: "archived",
  controlPlane: ["weaver", "weave-npc"],
};

/** One switch over all nodes: frames, not packets, are carried. */
const switched = (
  port: string,
  device: `datapath ${string}` | `process ${string}`,
  layer: Layer,
  words: Words,
): Wire => ({
  ...wire(
    [
      at("source-node", "bridge weave", SWITCH, "weaver", "bridge-switches"),
      at("source-node", `veth ${port}`, CROSS, "weaver", "veth-crosses"),
      at("source-node", device, push(layer), "weaver", words.wraps),
    ],
    [
      at("target-node", device, pop(layer), "weaver", words.unwraps),
      at("target-node", `veth ${port}`, CROSS, "weaver", "veth-crosses"),
      at("target-node", "bridge weave", SWITCH, "weaver", "bridge-switches"),
    ],
  ),
  from: "attachment",
});

interface Words {
  readonly wraps: Reason;
  readonly unwraps: Reason;
}

const pieces = (across: Wire): Pieces => ({
  ...bridged("weave", "weaver"),
  wire: across,
  services: { kind: "kube-proxy" },
  exit: masqueraded("WEAVE", "weaver"),
});

const WEAVE_PODS = { source: "10.32.0.7", near: "10.32.0.9", far: "10.44.0.9" };

/** 1376 is fixed: it leaves room for encryption in networks of 1460 bytes. */
export const weaveFastdp: Model = {
  id: "weave-fastdp",
  sources: [
    `${DOCS}concepts/fastdp-how-it-works`,
    "https://github.com/weaveworks/weave/blob/master/net/bridge.go",
    "https://github.com/weaveworks/weave/issues/4003",
  ],
  traits,
  mtu: { kind: "fixed", bytes: 1376 },
  nodes: "machines",
  pods: WEAVE_PODS,
  ways: pieces(
    switched("vethwe-datapath", "datapath datapath", vxlan(6784), {
      wraps: "datapath-wraps",
      unwraps: "datapath-unwraps",
    }),
  ),
};

export const weaveSleeve: Model = {
  id: "weave-sleeve",
  sources: [
    `${DOCS}concepts/router-encapsulation`,
    "https://github.com/weaveworks/weave/blob/master/router/sleeve.go",
    "https://github.com/weaveworks/weave/issues/4003",
  ],
  traits: { ...traits, needs: [{ kind: "udp", port: 6783 }], encryption: ["NaCl"] },
  mtu: { kind: "fixed", bytes: 1376 },
  nodes: "machines",
  pods: WEAVE_PODS,
  ways: pieces(
    switched("vethwe-pcap", "process weaver", SLEEVE, { wraps: "process-wraps", unwraps: "process-unwraps" }),
  ),
};
