import { type Localized, same } from "../../../base/localized.ts";
import type { Requirement } from "../../../engines/path/compare.ts";
import type { Need, Situation, Traits, Unavailable } from "../../../engines/path/model.ts";
import type { Place, Programmer } from "../../../engines/path/step.ts";
import type { Hop } from "../../../engines/path/walk.ts";

export const PLACE_WORDS: Readonly<Record<Place, Localized>> = {
  client: { en: "client", vi: "client" },
  "source-pod": { en: "source Pod", vi: "Pod nguồn" },
  "source-node": { en: "source node", vi: "node nguồn" },
  "source-machine": { en: "host of the source node", vi: "máy chủ của node nguồn" },
  fabric: { en: "network between nodes", vi: "mạng giữa các node" },
  "target-machine": { en: "host of the target node", vi: "máy chủ của node đích" },
  "target-node": { en: "target node", vi: "node đích" },
  "target-pod": { en: "target Pod", vi: "Pod đích" },
  internet: { en: "Internet", vi: "Internet" },
};

/** The first node of a packet from outside is no source. */
export const ENTRY_NODE: Localized = { en: "entry node", vi: "node nhận" };

export const SITUATION_WORDS: Readonly<Record<Situation, Localized>> = {
  "same-pod": { en: "within one Pod", vi: "trong một Pod" },
  "same-node": { en: "to a Pod on the same node", vi: "tới Pod cùng node" },
  "other-node": { en: "to a Pod on another node", vi: "tới Pod ở node khác" },
  "cluster-ip": { en: "through a Service's ClusterIP", vi: "qua ClusterIP của Service" },
  "node-port": { en: "from outside through a node's port", vi: "từ ngoài qua cổng của node (NodePort)" },
  "from-outside": { en: "from outside through a load balancer", vi: "từ ngoài qua bộ cân bằng tải" },
  "to-internet": { en: "to the Internet", vi: "ra Internet" },
};

export const ACTION_WORDS: Readonly<Record<Hop["action"], Localized>> = {
  send: { en: "sends", vi: "gửi" },
  cross: { en: "passes", vi: "đi qua" },
  switch: { en: "switches (layer 2)", vi: "chuyển mạch (lớp 2)" },
  route: { en: "routes (layer 3)", vi: "định tuyến (lớp 3)" },
  transmit: { en: "transmits", vi: "phát đi" },
  receive: { en: "receives", vi: "nhận" },
  choose: { en: "chooses a Pod", vi: "chọn Pod" },
  deliver: { en: "delivers", vi: "giao" },
  push: { en: "wraps", vi: "bọc gói tin" },
  pop: { en: "unwraps", vi: "mở gói tin" },
  nat: { en: "translates", vi: "dịch địa chỉ" },
};

export const PROGRAMMER_WORDS: Readonly<Record<Programmer, Localized>> = {
  application: { en: "the application", vi: "ứng dụng" },
  kernel: { en: "the kernel", vi: "kernel" },
  administrator: { en: "the network's administrator", vi: "người quản trị mạng" },
  "load-balancer": { en: "the load balancer's controller", vi: "controller của bộ cân bằng tải" },
  "cni-plugin": { en: "the CNI plugin", vi: "plugin CNI" },
  "kube-proxy": same("kube-proxy"),
  dockerd: same("dockerd"),
  flanneld: same("flanneld"),
  felix: same("Felix (calico-node)"),
  bird: same("BIRD (BGP)"),
  weaver: same("weaver"),
  "vrouter-agent": same("vRouter agent"),
  kindnetd: same("kindnetd"),
  "cilium-agent": same("cilium-agent"),
};

export const UNAVAILABLE_WORDS: Readonly<Record<Unavailable, Localized>> = {
  "docker-has-no-services": {
    en: "Docker alone has no virtual addresses: names resolve to containers, and other hosts dial a published port.",
    vi: "Riêng Docker không có IP ảo: tên được phân giải thẳng tới container, còn máy khác thì gọi cổng đã mở.",
  },
  "node-ports-not-described": {
    en: "Its documents do not say how node ports travel; the way in that they describe is a floating IP at the gateway.",
    vi: "Tài liệu không nói NodePort đi đường nào; lối vào được mô tả là floating IP tại gateway.",
  },
  "no-route-through-router": {
    en: "The packet is lost: the router between the nodes does not know where Pods are, and nothing hides their addresses from it.",
    vi: "Gói tin bị mất: router giữa các node không biết Pod ở đâu, và không có gì che địa chỉ Pod khỏi nó.",
  },
};

export const LAYER_WORDS: Readonly<Record<Traits["layer"], Localized>> = {
  namespace: { en: "shared namespace", vi: "chung namespace" },
  host: { en: "the host's own", vi: "của chính máy host" },
  bridge: { en: "layer 2 in the host, NAT outside", vi: "lớp 2 trong máy host, ra ngoài qua NAT" },
  "bridged-nodes": { en: "layer 2 over all nodes", vi: "lớp 2 trải qua mọi node" },
  routed: { en: "layer 3, routed", vi: "lớp 3, định tuyến" },
  "overlay-l2": { en: "layer 2 overlay", vi: "overlay lớp 2" },
  "overlay-l3": { en: "layer 3 overlay", vi: "overlay lớp 3" },
  vpn: { en: "layer 3 VPN (VRF, MPLS)", vi: "VPN lớp 3 (VRF, MPLS)" },
};

export function needInWords(need: Need): Localized {
  switch (need.kind) {
    case "ip":
      return { en: "IP", vi: "IP" };
    case "one-subnet":
      return { en: "all nodes in one subnet", vi: "mọi node cùng một dải mạng con (subnet)" };
    case "pod-routes":
      return { en: "routes to Pods (BGP, or one subnet)", vi: "tuyến tới Pod (BGP, hoặc cùng dải mạng con)" };
    case "udp":
      return { en: `UDP ${need.port}`, vi: `UDP ${need.port}` };
    case "protocol":
      return { en: `IP protocol ${need.number}`, vi: `giao thức IP ${need.number}` };
    case "gateway":
      return { en: "a gateway router with MPLS", vi: "router gateway có MPLS" };
    case "published-ports":
      return { en: "a published port each", vi: "mở cổng cho từng container" };
    case "contrail-openstack":
      return { en: "OpenStack with Tungsten Fabric", vi: "OpenStack với Tungsten Fabric" };
  }
}

export const POD_NAT_WORDS: Readonly<Record<Traits["podNat"], Localized>> = {
  none: { en: "none", vi: "không" },
  "between-hosts": { en: "source and destination, between hosts", vi: "nguồn và đích, giữa các máy host" },
};

export const OUTSIDE_NAT_WORDS: Readonly<Record<Traits["outsideNat"], Localized>> = {
  none: { en: "none", vi: "không" },
  masquerade: { en: "masquerade", vi: "masquerade" },
  gateway: { en: "at the gateway", vi: "tại gateway" },
};

export const POLICY_WORDS: Readonly<Record<Traits["policy"], Localized>> = {
  enforced: { en: "yes", vi: "có" },
  "add-on": { en: "with an add-on", vi: "cần thêm thành phần" },
  none: { en: "no", vi: "không" },
};

export const REQUIREMENT_WORDS: Readonly<Record<Requirement, Localized>> = {
  kubernetes: { en: "made for Kubernetes", vi: "dành cho Kubernetes" },
  maintained: { en: "actively developed", vi: "đang được phát triển" },
  "network-policy": { en: "NetworkPolicy is enforced", vi: "thực thi NetworkPolicy" },
  encryption: { en: "can encrypt between nodes", vi: "mã hóa được giữa các node" },
  "no-nat": { en: "no NAT between Pods", vi: "không NAT giữa các Pod" },
  "no-encapsulation": { en: "no encapsulation", vi: "không bọc gói tin" },
  "any-underlay": { en: "any IP network will do", vi: "mạng IP nào cũng được" },
  "full-mtu": { en: "Pods get the whole MTU", vi: "Pod được trọn MTU" },
  "kernel-only": { en: "packets stay in the kernel", vi: "gói tin không rời kernel" },
};
