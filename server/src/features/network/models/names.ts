import { type Localized, same } from "../../../base/localized.ts";
import type { ModelId } from "../../../engines/path/model.ts";
import type { ProxyMode } from "../../../engines/path/proxies.ts";

export interface ModelWords {
  readonly name: Localized;
  /** What it is, in one sentence. */
  readonly summary: Localized;
  /** How it stands today. */
  readonly status: Localized;
}

const ACTIVE: Localized = { en: "Actively developed.", vi: "Đang được phát triển." };
const WEAVE_STATUS: Localized = {
  en: "Archived in 2024; only the fork `rajch/weave` is maintained.",
  vi: "Đã lưu trữ từ 2024; chỉ còn bản fork `rajch/weave` được bảo trì.",
};
const CONTRAIL_STATUS: Localized = {
  en: "Tungsten Fabric ended in 2024; its code lives on as OpenSDN. Not for new clusters.",
  vi: "Tungsten Fabric đã dừng từ 2024; mã nguồn tiếp tục với tên OpenSDN. Đừng chọn cho cluster mới.",
};

export const MODEL_WORDS: Readonly<Record<ModelId, ModelWords>> = {
  "docker-bridge": {
    name: { en: "Docker, `bridge` mode", vi: "Docker, chế độ `bridge`" },
    summary: {
      en: "Every host has a bridge of its own; between hosts the packet goes through a published port and two translations.",
      vi: "Mỗi máy host có bridge riêng; giữa các máy host, gói tin đi qua cổng đã mở và bị dịch địa chỉ hai lần.",
    },
    status: ACTIVE,
  },
  "docker-host": {
    name: { en: "Docker, `host` mode", vi: "Docker, chế độ `host`" },
    summary: {
      en: "The container uses the host's own network, as a Pod with `hostNetwork: true` does: no address of its own, no isolation of ports.",
      vi: "Container dùng luôn mạng của máy host, như Pod có `hostNetwork: true`: không có địa chỉ riêng, không cách ly cổng.",
    },
    status: ACTIVE,
  },
  "docker-container": {
    name: { en: "Docker, `container` mode", vi: "Docker, chế độ `container`" },
    summary: {
      en: "The container joins another one's network namespace: one IP, one `lo`, one set of ports. This is what a Pod is inside.",
      vi: "Container vào chung network namespace của container khác: một IP, một `lo`, một bộ cổng. Bên trong Pod chính là như vậy.",
    },
    status: ACTIVE,
  },
  "libnetwork-overlay": {
    name: { en: "Docker Swarm, libnetwork `overlay`", vi: "Docker Swarm, `overlay` của libnetwork" },
    summary: {
      en: "One virtual switch over all hosts of a Swarm, made of VXLAN; Kubernetes never used it.",
      vi: "Một bộ chuyển mạch ảo trải qua mọi máy host của Swarm, dựng bằng VXLAN; Kubernetes không dùng cách này.",
    },
    status: {
      en: "Part of Docker Engine for Swarm; the libnetwork repository itself is closed.",
      vi: "Là một phần của Docker Engine cho Swarm; kho mã libnetwork riêng đã đóng.",
    },
  },
  "flannel-vxlan": {
    name: { en: "Flannel, VXLAN", vi: "Flannel, VXLAN" },
    summary: {
      en: "A subnet per node, a bridge in each, and VXLAN in the kernel between them.",
      vi: "Mỗi node một dải mạng con (subnet), trong node là bridge, giữa các node là VXLAN trong kernel.",
    },
    status: ACTIVE,
  },
  "flannel-host-gw": {
    name: { en: "Flannel, host-gw", vi: "Flannel, host-gw" },
    summary: {
      en: "A subnet per node, and plain routes from node to node: fast, but all nodes must be in one subnet.",
      vi: "Mỗi node một dải mạng con (subnet), nối nhau bằng tuyến thường: nhanh, nhưng mọi node phải cùng một dải mạng con.",
    },
    status: ACTIVE,
  },
  "flannel-udp": {
    name: { en: "Flannel, UDP", vi: "Flannel, UDP" },
    summary: {
      en: "A process wraps every packet in UDP: slow, and only for kernels without VXLAN.",
      vi: "Một tiến trình bọc từng gói tin vào UDP: chậm, chỉ dành cho kernel không có VXLAN.",
    },
    status: { en: "For debugging only.", vi: "Chỉ để gỡ lỗi." },
  },
  "calico-bgp": {
    name: { en: "Calico, BGP without encapsulation", vi: "Calico, BGP không bọc gói tin" },
    summary: {
      en: "Every node is a router that announces its Pods by BGP: no bridge, no tunnel, no translation.",
      vi: "Mỗi node là một router quảng bá các Pod của nó qua BGP: không bridge, không đường hầm, không dịch địa chỉ.",
    },
    status: ACTIVE,
  },
  "calico-ipip": {
    name: { en: "Calico, IP-in-IP", vi: "Calico, IP-in-IP" },
    summary: {
      en: "As with BGP, but packets between nodes carry a second IP header, so that the network below sees nodes only.",
      vi: "Như với BGP, nhưng gói tin giữa các node có thêm một header IP, nên mạng bên dưới chỉ thấy các node.",
    },
    status: ACTIVE,
  },
  "calico-vxlan": {
    name: { en: "Calico, VXLAN", vi: "Calico, VXLAN" },
    summary: {
      en: "Routed inside the node, VXLAN between nodes; needs no BGP and gets through clouds that drop IP-in-IP.",
      vi: "Định tuyến trong node, VXLAN giữa các node; không cần BGP và đi qua được các đám mây chặn IP-in-IP.",
    },
    status: ACTIVE,
  },
  "calico-cross-subnet": {
    name: { en: "Calico, VXLAN CrossSubnet", vi: "Calico, VXLAN CrossSubnet" },
    summary: {
      en: "Plain routes between nodes of one subnet, VXLAN only where a router stands in between.",
      vi: "Tuyến thường giữa các node cùng dải mạng con (subnet), chỉ dùng VXLAN khi có router ở giữa.",
    },
    status: ACTIVE,
  },
  "calico-ebpf": {
    name: { en: "Calico, eBPF", vi: "Calico, eBPF" },
    summary: {
      en: "Programs on the interfaces forward, enforce policies and resolve Services; kube-proxy is not needed and client addresses stay.",
      vi: "Các chương trình trên card mạng chuyển gói tin, thực thi policy và phân giải Service; không cần kube-proxy và giữ địa chỉ client.",
    },
    status: ACTIVE,
  },
  "weave-fastdp": {
    name: { en: "Weave Net, fast datapath", vi: "Weave Net, fast datapath" },
    summary: {
      en: "One switch over all nodes, with VXLAN by Open vSwitch's datapath in the kernel.",
      vi: "Một bộ chuyển mạch trải qua mọi node, VXLAN do datapath Open vSwitch trong kernel thực hiện.",
    },
    status: WEAVE_STATUS,
  },
  "weave-sleeve": {
    name: { en: "Weave Net, sleeve", vi: "Weave Net, sleeve" },
    summary: {
      en: "What Weave falls back to: a process captures frames and sends them in UDP.",
      vi: "Cách dự phòng của Weave: một tiến trình bắt khung và gửi trong UDP.",
    },
    status: WEAVE_STATUS,
  },
  "contrail-mpls-udp": {
    name: { en: "OpenContrail / Tungsten Fabric, MPLS over UDP", vi: "OpenContrail / Tungsten Fabric, MPLS qua UDP" },
    summary: {
      en: "A vRouter on every node works like a provider's VPN: routing tables per virtual network, MPLS labels between nodes.",
      vi: "vRouter trên mỗi node hoạt động như VPN của nhà mạng: mỗi mạng ảo một bảng định tuyến, giữa các node là nhãn MPLS.",
    },
    status: CONTRAIL_STATUS,
  },
  "contrail-mpls-gre": {
    name: { en: "OpenContrail / Tungsten Fabric, MPLS over GRE", vi: "OpenContrail / Tungsten Fabric, MPLS qua GRE" },
    summary: {
      en: "The same with GRE instead of UDP: four bytes less, but switches cannot spread its flows over several links.",
      vi: "Như trên nhưng dùng GRE thay UDP: ít hơn bốn byte, nhưng bộ chuyển mạch không chia được luồng ra nhiều đường.",
    },
    status: CONTRAIL_STATUS,
  },
  "openstack-bgpaas": {
    name: { en: "Kubernetes on OpenStack, BGP as a Service", vi: "Kubernetes trên OpenStack, BGP as a Service" },
    summary: {
      en: "Calico in virtual machines announces its Pods to the vRouter below: one encapsulation instead of two.",
      vi: "Calico trong máy ảo quảng bá các Pod cho vRouter bên dưới: bọc gói tin một lần thay vì hai.",
    },
    status: CONTRAIL_STATUS,
  },
  "openstack-nested": {
    name: { en: "Kubernetes on OpenStack, nested", vi: "Kubernetes trên OpenStack, lồng nhau (nested)" },
    summary: {
      en: "The vRouter below the virtual machines serves their Pods as well: one control plane and one overlay for both.",
      vi: "vRouter bên dưới máy ảo phục vụ luôn các Pod: một tầng điều khiển và một mạng phủ (overlay) cho cả hai.",
    },
    status: CONTRAIL_STATUS,
  },
  kindnet: {
    name: same("kindnet"),
    summary: {
      en: "Point-to-point veths and plain routes from node to node; the default of kind.",
      vi: "veth điểm–điểm và tuyến thường giữa các node; là mặc định của kind.",
    },
    status: ACTIVE,
  },
  "cilium-vxlan": {
    name: { en: "Cilium, VXLAN", vi: "Cilium, VXLAN" },
    summary: {
      en: "Programs on every interface forward by identity and enforce policies up to HTTP; VXLAN between nodes.",
      vi: "Chương trình trên mọi card mạng chuyển gói tin theo danh tính và thực thi policy tới mức HTTP; giữa các node là VXLAN.",
    },
    status: ACTIVE,
  },
  "cilium-native": {
    name: { en: "Cilium, native routing", vi: "Cilium, định tuyến trực tiếp" },
    summary: {
      en: "The same programs without a tunnel: the network between nodes has to know where Pods are.",
      vi: "Cùng các chương trình đó nhưng không có đường hầm: mạng giữa các node phải biết Pod ở đâu.",
    },
    status: ACTIVE,
  },
};

/** How kube-proxy resolves Services, and how the mode stands. */
export const PROXY_WORDS: Readonly<Record<ProxyMode, Localized>> = {
  iptables: {
    en: "The default on Linux: chains per Service, searched one after the other.",
    vi: "Mặc định trên Linux: mỗi Service một chuỗi luật, được dò lần lượt.",
  },
  nftables: {
    en: "Stable since 1.33: one look-up in a map, however many Services there are.",
    vi: "Ổn định từ 1.33: một lần tra map, dù có bao nhiêu Service.",
  },
  ipvs: {
    en: "Deprecated since 1.35: virtual IPs on a dummy device, balanced by IPVS.",
    vi: "Đã lỗi thời (deprecated) từ 1.35: IP ảo nằm trên thiết bị dummy, IPVS cân bằng tải.",
  },
};
