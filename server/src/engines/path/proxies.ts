import { at, natFrom, natTo, type Step } from "./step.ts";

export const PROXY_MODES = ["iptables", "nftables", "ipvs"] as const;

export type ProxyMode = (typeof PROXY_MODES)[number];

/** What kube-proxy puts on every node for virtual addresses, by mode. */
export interface Proxy {
  readonly mode: ProxyMode;
  readonly sources: readonly string[];
  readonly status: "default" | "stable" | "deprecated";
  /** From a virtual address to a Pod, where the packet's node routes it. */
  readonly clusterIp: Step;
  /** From a port of the node to a Pod. */
  readonly nodePort: Step;
  /** For a Pod on another node, whose answer has to come back through this one. */
  readonly masquerade: Step;
}

const VIRTUAL_IPS = "https://kubernetes.io/docs/reference/networking/virtual-ips/";
const kep = (number: string): string =>
  `https://github.com/kubernetes/enhancements/tree/master/keps/sig-network/${number}`;

const masquerade = (rules: string): Step =>
  at("source-node", `rules ${rules}`, natFrom("source-node"), "kube-proxy", "answer-must-return");

/** k8s.io/kubernetes pkg/proxy/{iptables,nftables,ipvs}/proxier.go: names of chains, maps and devices. */
export const PROXIES: Readonly<Record<ProxyMode, Proxy>> = {
  iptables: {
    mode: "iptables",
    sources: [`${VIRTUAL_IPS}#proxy-mode-iptables`],
    status: "default",
    clusterIp: at(
      "source-node",
      "rules KUBE-SERVICES → KUBE-SVC-… → KUBE-SEP-…",
      natTo("target-pod"),
      "kube-proxy",
      "service-iptables",
    ),
    nodePort: at(
      "source-node",
      "rules KUBE-NODEPORTS → KUBE-EXT-… → KUBE-SVC-… → KUBE-SEP-…",
      natTo("target-pod"),
      "kube-proxy",
      "node-port-iptables",
    ),
    masquerade: masquerade("KUBE-POSTROUTING"),
  },
  nftables: {
    mode: "nftables",
    sources: [`${VIRTUAL_IPS}#proxy-mode-nftables`, kep("3866-nftables-proxy"), kep("5343-kube-proxy-default")],
    status: "stable",
    clusterIp: at(
      "source-node",
      "rules map service-ips → service-… → endpoint-…",
      natTo("target-pod"),
      "kube-proxy",
      "service-nftables",
    ),
    nodePort: at(
      "source-node",
      "rules map service-nodeports → external-… → endpoint-…",
      natTo("target-pod"),
      "kube-proxy",
      "node-port-nftables",
    ),
    masquerade: masquerade("chain masquerading"),
  },
  ipvs: {
    mode: "ipvs",
    sources: [`${VIRTUAL_IPS}#proxy-mode-ipvs`, kep("5495-deprecate-ipvs-mode-in-kube-proxy")],
    status: "deprecated",
    clusterIp: at("source-node", "ipvs kube-ipvs0", natTo("target-pod"), "kube-proxy", "service-ipvs"),
    nodePort: at("source-node", "ipvs node address", natTo("target-pod"), "kube-proxy", "node-port-ipvs"),
    masquerade: masquerade("KUBE-POSTROUTING"),
  },
};
