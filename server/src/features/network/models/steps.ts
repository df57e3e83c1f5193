import type { Localized } from "../../../base/localized.ts";
import type { Reason } from "../../../engines/path/step.ts";

/** What happens at a hop and why, one sentence for each. */
export const REASONS: Readonly<Record<Reason, Localized>> = {
  loopback: {
    en: "All containers of a Pod share one network namespace: the packet never leaves `lo`, no policy sees it and ports are shared.",
    vi: "Mọi container của Pod dùng chung một network namespace: gói tin không rời `lo`, không policy nào thấy nó và cổng là của chung.",
  },
  "loopback-joined": {
    en: "The container joined another one's network namespace, so both have one `lo`, one IP and one set of ports, as in a Pod.",
    vi: "Container này vào chung network namespace của container kia, nên cả hai có một `lo`, một IP và một bộ cổng, như trong Pod.",
  },
  "loopback-host": {
    en: "Both processes are in the host's own network: they meet on the host's `lo`, and ports collide across the whole host.",
    vi: "Cả hai tiến trình nằm ngay trong mạng của máy host: chúng gặp nhau trên `lo` của máy host, và cổng có thể trùng trên toàn máy.",
  },
  "application-listens": {
    en: "The application reads the packet from its socket.",
    vi: "Ứng dụng đọc gói tin từ socket của nó.",
  },
  "container-sends": {
    en: "The container sends through its own `eth0`, one end of a veth pair.",
    vi: "Container gửi qua `eth0` của riêng nó, một đầu của cặp veth.",
  },
  "pod-sends": {
    en: "The Pod sends from its own address through `eth0`, which the CNI plugin put into its network namespace.",
    vi: "Pod gửi từ địa chỉ của chính nó qua `eth0`, do plugin CNI đặt vào network namespace của Pod.",
  },
  "pod-sends-link-local": {
    en: "The Pod has a `/32` address and sends everything to the gateway 169.254.1.1, which exists on no interface.",
    vi: "Pod có địa chỉ `/32` và gửi mọi thứ tới gateway 169.254.1.1, địa chỉ không nằm trên card mạng nào.",
  },
  "host-sends": {
    en: "The process sends from the host's own address: nothing is bridged and nothing translated.",
    vi: "Tiến trình gửi từ chính địa chỉ của máy host: không qua bridge và không dịch địa chỉ.",
  },
  "client-dials-node": {
    en: "A client outside dials a port of a machine.",
    vi: "Một client bên ngoài gọi tới một cổng của máy.",
  },
  "client-dials-balancer": {
    en: "A client outside dials the address that the Service shows to the world.",
    vi: "Một client bên ngoài gọi tới địa chỉ mà Service mở ra ngoài.",
  },
  "veth-crosses": {
    en: "What goes into one end of the veth pair comes out of the other.",
    vi: "Thứ gì vào một đầu của cặp veth thì ra ở đầu kia.",
  },
  "veth-policy": {
    en: "The packet crosses the veth pair between Pod and node; whatever enforces NetworkPolicy looks at it here on the node.",
    vi: "Gói tin đi qua cặp veth giữa Pod và node; thành phần thực thi NetworkPolicy xét nó tại đây, trên node.",
  },
  "cali-policy": {
    en: "The node's end answers ARP for every address (proxy ARP), and Felix's rules on it enforce the Pod's policies.",
    vi: "Đầu phía node trả lời ARP cho mọi địa chỉ (proxy ARP), và các luật của Felix trên đó thực thi policy của Pod.",
  },
  "cali-bpf": {
    en: "A program on the veth enforces policies and forwards the packet past iptables.",
    vi: "Một chương trình trên veth thực thi policy và chuyển gói tin, không qua iptables.",
  },
  "lxc-bpf-out": {
    en: "A program on the Pod's veth finds the identity of the peer and enforces egress policies.",
    vi: "Một chương trình trên veth của Pod tìm danh tính của đầu bên kia và thực thi policy chiều ra (egress).",
  },
  "lxc-bpf-in": {
    en: "A program on the Pod's veth enforces ingress policies by the sender's identity and hands the packet to the Pod.",
    vi: "Một chương trình trên veth của Pod thực thi policy chiều vào (ingress) theo danh tính bên gửi, rồi giao gói tin cho Pod.",
  },
  "bridge-switches": {
    en: "The bridge is a switch: it forwards the frame to the port where it learned the other MAC address.",
    vi: "Bridge là một bộ chuyển mạch: nó chuyển khung tới cổng mà nó đã học được địa chỉ MAC bên kia.",
  },
  "bridge-is-gateway": {
    en: "The other end is in no network of this bridge, so the packet goes to the bridge's own address, the Pod's gateway, and is routed.",
    vi: "Đầu bên kia không thuộc mạng của bridge này, nên gói tin tới địa chỉ của chính bridge, gateway của Pod, và được định tuyến.",
  },
  "bridge-hands-down": {
    en: "The node routes the packet to the bridge, which switches it to the right veth.",
    vi: "Node định tuyến gói tin tới bridge, và bridge chuyển nó sang đúng veth.",
  },
  "route-to-veth": {
    en: "The node has a `/32` route for each of its own Pods, straight to the Pod's veth: there is no bridge.",
    vi: "Node có một tuyến `/32` cho từng Pod của nó, tới thẳng veth của Pod: không có bridge.",
  },
  "route-to-vtep": {
    en: "The other node's Pod range is routed to `flannel.1`; its MAC address and node are entered by hand, nothing is learned.",
    vi: "Dải Pod của node kia được định tuyến tới `flannel.1`; địa chỉ MAC và node tương ứng được ghi sẵn, không phải học.",
  },
  "route-to-tun": {
    en: "The whole Pod range is routed to the TUN device `flannel0`, which hands packets to a process.",
    vi: "Cả dải Pod được định tuyến tới thiết bị TUN `flannel0`, nơi giao gói tin cho một tiến trình.",
  },
  "route-to-tunnel": {
    en: "The other node's block of Pod addresses is routed to the tunnel device.",
    vi: "Khối địa chỉ Pod của node kia được định tuyến tới thiết bị đường hầm (tunnel).",
  },
  "route-to-node": {
    en: "The other node's Pod range is routed to that node as the next hop.",
    vi: "Dải Pod của node kia được định tuyến tới chính node đó làm chặng kế tiếp.",
  },
  "route-by-bgp": {
    en: "The route to the other node's Pods was learned by BGP; the packet goes out as it is.",
    vi: "Tuyến tới các Pod của node kia được học qua BGP; gói tin đi ra nguyên vẹn.",
  },
  "route-to-vm-gateway": {
    en: "Inside the virtual machine the next hop for other Pods is the gateway of its subnet, not another tunnel.",
    vi: "Trong máy ảo, chặng kế tiếp tới các Pod khác là gateway của dải mạng con (subnet), không phải một đường hầm nữa.",
  },
  "bpf-redirects": {
    en: "The program finds the other Pod on this node and redirects the packet to its veth.",
    vi: "Chương trình thấy Pod kia ở ngay node này và chuyển hướng gói tin sang veth của nó.",
  },
  "bpf-to-tunnel": {
    en: "The program finds the other Pod's node in a map and redirects the packet to the tunnel device.",
    vi: "Chương trình tìm node của Pod kia trong một map và chuyển hướng gói tin tới thiết bị đường hầm (tunnel).",
  },
  "tunnel-wraps": {
    en: "The kernel wraps the packet and addresses it to the other node: the network in between sees nodes only.",
    vi: "Kernel bọc gói tin và đề địa chỉ của node kia: mạng ở giữa chỉ thấy các node.",
  },
  "tunnel-unwraps": {
    en: "The kernel takes the outer headers off; the packet is as the Pod sent it.",
    vi: "Kernel bỏ các header bên ngoài; gói tin lại như lúc Pod gửi.",
  },
  "overlay-wraps": {
    en: "The frame goes into VXLAN to the host that has the other container; which host that is, Swarm's gossip told.",
    vi: "Khung được đặt vào VXLAN tới máy host có container kia; gossip của Swarm cho biết đó là máy host nào.",
  },
  "overlay-unwraps": {
    en: "VXLAN is taken off; the frame is on the overlay's bridge as if both hosts were one.",
    vi: "VXLAN được bỏ ra; khung nằm trên bridge của mạng phủ (overlay) như thể hai máy host là một.",
  },
  "identity-wraps": {
    en: "The packet goes into VXLAN to the other node, and the sender's identity travels in the network identifier.",
    vi: "Gói tin được đặt vào VXLAN tới node kia, và danh tính bên gửi đi theo trong số hiệu mạng.",
  },
  "identity-unwraps": {
    en: "VXLAN is taken off, and the identity in it is kept for the ingress policies.",
    vi: "VXLAN được bỏ ra, còn danh tính trong đó được giữ lại cho policy chiều vào (ingress).",
  },
  "process-wraps": {
    en: "A process in user space reads the packet, wraps it in UDP and sends it again: two copies and two context switches.",
    vi: "Một tiến trình ở user space đọc gói tin, bọc vào UDP rồi gửi lại: hai lần sao chép và hai lần chuyển ngữ cảnh.",
  },
  "process-unwraps": {
    en: "The process on the other node unwraps the packet and hands it back to the kernel.",
    vi: "Tiến trình trên node kia mở gói tin và giao lại cho kernel.",
  },
  "datapath-wraps": {
    en: "The Open vSwitch datapath in the kernel wraps the frame in VXLAN as the router told it to: no process touches it.",
    vi: "Datapath Open vSwitch trong kernel bọc khung vào VXLAN theo chỉ dẫn của router: không tiến trình nào chạm vào nó.",
  },
  "datapath-unwraps": {
    en: "The datapath takes VXLAN off and puts the frame on the switch that spans all nodes.",
    vi: "Datapath bỏ VXLAN và đặt khung lên bộ chuyển mạch trải qua mọi node.",
  },
  "vrouter-routes": {
    en: "The vRouter looks the address up in the routing table of the Pod's virtual network (VRF) and enforces security groups on the flow.",
    vi: "vRouter tra địa chỉ trong bảng định tuyến của mạng ảo chứa Pod (VRF) và áp security group lên luồng này.",
  },
  "vrouter-finds-label": {
    en: "The vRouter knows the Pod's interface, over the network from the MPLS label, and enforces security groups on the flow.",
    vi: "vRouter biết card mạng của Pod, nếu qua mạng thì nhờ nhãn MPLS, và áp security group lên luồng này.",
  },
  "vrouter-wraps": {
    en: "The vRouter wraps the packet with an MPLS label that names where it goes, addressed to the other machine.",
    vi: "vRouter bọc gói tin kèm nhãn MPLS cho biết nơi đến, đề địa chỉ của máy kia.",
  },
  "vrouter-unwraps": {
    en: "The vRouter takes the outer headers off and reads the virtual network from the label.",
    vi: "vRouter bỏ các header bên ngoài và đọc mạng ảo từ nhãn.",
  },
  "vrouter-vm-routes": {
    en: "The virtual machine's VRF holds the Pod routes that the machine announced by BGP as a Service, so Pods need no tunnel of their own.",
    vi: "VRF của máy ảo có các tuyến tới Pod do máy ảo quảng bá qua BGP as a Service, nên Pod không cần đường hầm riêng.",
  },
  "vm-tap": {
    en: "The virtual machine's card is a tap interface on its host.",
    vi: "Card mạng của máy ảo là một giao diện tap trên máy chủ vật lý.",
  },
  "vlan-tags": {
    en: "A VLAN tag on the virtual machine's card tells the vRouter below which Pod the frame belongs to.",
    vi: "Thẻ VLAN trên card mạng của máy ảo cho vRouter bên dưới biết khung thuộc về Pod nào.",
  },
  "vlan-untags": {
    en: "The tag has told which Pod is meant and is taken off.",
    vi: "Thẻ đã cho biết Pod nào được nói tới và được bỏ ra.",
  },
  "nic-sends": {
    en: "The card sends the packet, which has to fit the card's MTU.",
    vi: "Card mạng gửi gói tin; gói phải vừa MTU của card này.",
  },
  "nic-receives": {
    en: "The node's card takes the packet in.",
    vi: "Card mạng của node nhận gói tin.",
  },
  "nic-receives-for-vm": {
    en: "The card of the host below the virtual machine takes the packet in.",
    vi: "Card mạng của máy chủ vật lý bên dưới máy ảo nhận gói tin.",
  },
  "fabric-switches": {
    en: "Both machines are in one subnet: a switch forwards the frame.",
    vi: "Hai máy cùng một dải mạng con (subnet): một bộ chuyển mạch chuyển khung đi.",
  },
  "fabric-routes-nodes": {
    en: "A router forwards the packet between the nodes' subnets; addresses of nodes are all it has to know.",
    vi: "Một router chuyển gói tin giữa các dải mạng con (subnet) của node; nó chỉ cần biết địa chỉ của node.",
  },
  "fabric-routes-pods": {
    en: "The router in between must know the Pods' routes: it is a BGP peer or was given them by hand.",
    vi: "Router ở giữa phải biết tuyến tới các Pod: nó là BGP peer hoặc được khai báo sẵn.",
  },
  "border-routes": {
    en: "The router to the outside forwards the packet and often translates the source once more.",
    vi: "Router ra ngoài chuyển gói tin đi và thường dịch địa chỉ nguồn thêm một lần nữa.",
  },
  "gateway-wraps": {
    en: "The gateway router has the floating IP in its VRF and sends the packet in MPLS straight to the machine that has the Pod.",
    vi: "Router gateway có floating IP trong VRF của nó và gửi gói tin bằng MPLS thẳng tới máy có Pod.",
  },
  "gateway-unwraps": {
    en: "The gateway router takes the label off: here the overlay ends.",
    vi: "Router gateway bỏ nhãn: mạng phủ (overlay) kết thúc ở đây.",
  },
  masquerade: {
    en: "The receiver outside could not answer a Pod's address, so the source becomes the node's (masquerade).",
    vi: "Bên nhận ở ngoài không trả lời được tới địa chỉ của Pod, nên nguồn được đổi thành địa chỉ của node (masquerade).",
  },
  "masquerade-docker": {
    en: "The bridge's subnet exists on this host only, so the source becomes the host's address (masquerade).",
    vi: "Dải mạng con (subnet) của bridge chỉ có trên máy host này, nên nguồn được đổi thành địa chỉ của máy host (masquerade).",
  },
  "masquerade-bpf": {
    en: "A program on the node's card replaces the source by the node's address for traffic that leaves the cluster.",
    vi: "Một chương trình trên card mạng của node đổi nguồn thành địa chỉ của node cho lưu lượng rời cluster.",
  },
  "source-nat-at-gateway": {
    en: "The way out is a gateway with source NAT, or a floating IP of the Pod.",
    vi: "Lối ra là một gateway có dịch địa chỉ nguồn, hoặc floating IP của Pod.",
  },
  "published-port": {
    en: "The published port of the host is translated to the container's address and port.",
    vi: "Cổng đã mở trên máy host được dịch thành địa chỉ và cổng của container.",
  },
  "swarm-vip": {
    en: "Swarm's virtual IP is resolved by IPVS inside the container's own network namespace.",
    vi: "IP ảo của Swarm được IPVS phân giải ngay trong network namespace của container.",
  },
  "swarm-ingress": {
    en: "Every host of the Swarm takes the published port and sends it into the ingress sandbox.",
    vi: "Mọi máy host của Swarm đều nhận cổng đã mở và chuyển vào ingress sandbox.",
  },
  "swarm-ingress-balances": {
    en: "IPVS in the ingress sandbox chooses a task, on this host or another one.",
    vi: "IPVS trong ingress sandbox chọn một task, trên máy host này hoặc máy khác.",
  },
  "swarm-second-nic": {
    en: "Overlay networks have no way out: the container's second interface on `docker_gwbridge` has.",
    vi: "Mạng phủ (overlay) không có lối ra: card mạng thứ hai của container, trên `docker_gwbridge`, mới có.",
  },
  "balancer-forwards": {
    en: "The load balancer forwards to the Service's port on a node; many keep the client's address, proxies put their own.",
    vi: "Bộ cân bằng tải chuyển tới cổng của Service trên một node; nhiều loại giữ địa chỉ client, còn proxy thì đặt địa chỉ của nó.",
  },
  "service-iptables": {
    en: "On the client's node a chain of the Service picks a Pod at random and rewrites the destination; answers are rewritten back there.",
    vi: "Trên node của client, một chuỗi luật của Service chọn ngẫu nhiên một Pod và đổi đích; gói trả lời được đổi lại ngay tại đó.",
  },
  "service-nftables": {
    en: "On the client's node one look-up in a map finds the Service, however many there are, and its chain rewrites the destination.",
    vi: "Trên node của client, một lần tra map là tìm ra Service, dù có bao nhiêu Service, và chuỗi luật của nó đổi đích.",
  },
  "service-ipvs": {
    en: "The virtual IP is on the dummy device of the client's node, where IPVS picks a Pod from a hash table and rewrites the destination.",
    vi: "IP ảo nằm trên thiết bị dummy của node chứa client, nơi IPVS chọn Pod từ bảng băm và đổi đích.",
  },
  "service-socket": {
    en: "The virtual IP is replaced by a Pod's address when the application connects: no packet ever carries it.",
    vi: "IP ảo được thay bằng địa chỉ Pod ngay khi ứng dụng kết nối: không gói tin nào mang IP ảo.",
  },
  "service-ecmp": {
    en: "The virtual IP is a route with a next hop per Pod of the Service: the vRouter picks one for the flow, nothing is rewritten yet.",
    vi: "IP ảo là một tuyến có mỗi Pod của Service là một chặng kế tiếp: vRouter chọn một cho luồng này, chưa đổi gì cả.",
  },
  "service-floating-ip": {
    en: "The virtual IP is a floating IP on the Pod's interface: the vRouter next to the Pod translates it.",
    vi: "IP ảo là floating IP trên card mạng của Pod: vRouter ngay cạnh Pod dịch nó.",
  },
  "node-port-iptables": {
    en: "The node's port belongs to a Service: its chains pick a Pod, on whatever node, and rewrite the destination.",
    vi: "Cổng này của node thuộc một Service: các chuỗi luật của nó chọn một Pod, ở node nào cũng được, và đổi đích.",
  },
  "node-port-nftables": {
    en: "The node's port is looked up in a map of the Services' ports, and the chain found there rewrites the destination.",
    vi: "Cổng của node được tra trong map các cổng của Service, và chuỗi luật tìm được sẽ đổi đích.",
  },
  "node-port-ipvs": {
    en: "The node's addresses with the Service's port are virtual servers of IPVS, which picks a Pod and rewrites the destination.",
    vi: "Địa chỉ của node cùng cổng của Service là máy chủ ảo của IPVS; IPVS chọn một Pod và đổi đích.",
  },
  "node-port-bpf": {
    en: "A program on the node's card picks a Pod and rewrites the destination before the kernel's own stack sees the packet.",
    vi: "Một chương trình trên card mạng của node chọn Pod và đổi đích trước khi ngăn xếp mạng của kernel thấy gói tin.",
  },
  "node-port-handed-on": {
    en: "A program on the node's card picks a Pod and hands the packet on as it is, so that the client's address stays.",
    vi: "Một chương trình trên card mạng của node chọn Pod và chuyển tiếp nguyên gói tin, nhờ vậy địa chỉ client được giữ.",
  },
  "node-port-translated": {
    en: "The node that has the Pod rewrites the destination; the Pod sees the client's own address.",
    vi: "Node có Pod mới đổi đích; Pod thấy địa chỉ thật của client.",
  },
  "answer-must-return": {
    en: "With `externalTrafficPolicy: Cluster` the source becomes an address of this node, so that the answer comes back through it.",
    vi: "Với `externalTrafficPolicy: Cluster`, nguồn được đổi thành một địa chỉ của node này để gói trả lời quay lại qua nó.",
  },
  "answer-must-return-swarm": {
    en: "The source becomes the sandbox's address, so that the answer comes back through it; the task does not see the client.",
    vi: "Nguồn được đổi thành địa chỉ của sandbox để gói trả lời quay lại qua nó; task không thấy client.",
  },
  "answer-must-return-bpf": {
    en: "For a Pod on another node the source becomes this node's address, so that the answer comes back through it.",
    vi: "Nếu Pod ở node khác, nguồn được đổi thành địa chỉ của node này để gói trả lời quay lại qua nó.",
  },
  "receiver-takes": {
    en: "The server outside sees the translated source address, not the Pod's.",
    vi: "Máy chủ bên ngoài thấy địa chỉ nguồn đã dịch, không phải địa chỉ của Pod.",
  },
};
