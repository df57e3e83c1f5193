import type { Row } from "./known.ts";

/** Labels that tools agree on, for objects that people write. */
export const OBJECT_LABELS: readonly Row[] = [
  ["app.kubernetes.io/name", "Name of the application, such as `mysql`.", "Tên ứng dụng, như `mysql`."],
  [
    "app.kubernetes.io/instance",
    "This one installation of it, such as `mysql-shop`.",
    "Bản cài đặt cụ thể, như `mysql-shop`.",
  ],
  [
    "app.kubernetes.io/component",
    "Its role within the whole, such as `database`.",
    "Vai trò trong hệ thống, như `database`.",
  ],
  ["app.kubernetes.io/part-of", "The larger application it belongs to.", "Ứng dụng lớn hơn mà nó thuộc về."],
  [
    "app.kubernetes.io/version",
    'Version of the application, quoted: `"8.0"`.',
    'Phiên bản ứng dụng, đặt trong dấu nháy: `"8.0"`.',
  ],
  [
    "app.kubernetes.io/managed-by",
    "The tool that manages the object, such as `Helm`.",
    "Công cụ quản lý đối tượng, như `Helm`.",
  ],
  ["app", "The common short label that selectors use.", "Label ngắn thường dùng trong selector."],
  ["tier", "Layer of the application, such as `frontend`.", "Tầng của ứng dụng, như `frontend`."],
  ["environment", "Such as `production` or `staging`.", "Môi trường, như `production` hay `staging`."],
  ["helm.sh/chart", "Name and version of the chart.", "Tên và phiên bản của chart."],
];

const POD_SECURITY = "pod-security.kubernetes.io/";

/** Labels that change how the cluster treats objects of one kind. */
export const LABELS_OF_KIND: { readonly [kind: string]: readonly Row[] } = {
  Namespace: [
    [`${POD_SECURITY}enforce`, "Refuses Pods that break this security level.", "Từ chối Pod vi phạm mức bảo mật này."],
    [
      `${POD_SECURITY}enforce-version`,
      "Release whose rules `enforce` follows.",
      "Phiên bản quy tắc mà `enforce` áp dụng.",
    ],
    [`${POD_SECURITY}warn`, "Warns about Pods that break this level.", "Cảnh báo Pod vi phạm mức này."],
    [
      `${POD_SECURITY}audit`,
      "Records Pods that break this level in the audit log.",
      "Ghi Pod vi phạm mức này vào audit log.",
    ],
    [
      "kubernetes.io/metadata.name",
      "The namespace's own name, set by the API server.",
      "Tên của chính namespace, do API server gắn.",
    ],
    ["istio-injection", "Whether Istio adds its sidecar to new Pods.", "Istio có chèn sidecar vào Pod mới hay không."],
  ],
  EndpointSlice: [
    ["kubernetes.io/service-name", "The Service that this slice belongs to.", "Service mà slice này thuộc về."],
    ["endpointslice.kubernetes.io/managed-by", "Who maintains the slice.", "Bên duy trì slice này."],
  ],
  ClusterRole: [
    [
      "rbac.authorization.k8s.io/aggregate-to-view",
      "Adds these rules to the role `view`.",
      "Cộng các quy tắc này vào role `view`.",
    ],
    [
      "rbac.authorization.k8s.io/aggregate-to-edit",
      "Adds these rules to the role `edit`.",
      "Cộng các quy tắc này vào role `edit`.",
    ],
    [
      "rbac.authorization.k8s.io/aggregate-to-admin",
      "Adds these rules to the role `admin`.",
      "Cộng các quy tắc này vào role `admin`.",
    ],
  ],
};

/** Labels that nodes carry: for node selectors, affinity and spreading. */
export const NODE_LABELS: readonly Row[] = [
  ["kubernetes.io/os", "Operating system of the node.", "Hệ điều hành của node."],
  ["kubernetes.io/arch", "CPU architecture of the node.", "Kiến trúc CPU của node."],
  ["kubernetes.io/hostname", "Name of one node.", "Tên của một node."],
  ["topology.kubernetes.io/zone", "Zone of the cloud that the node stands in.", "Vùng (zone) của cloud nơi đặt node."],
  [
    "topology.kubernetes.io/region",
    "Region of the cloud that the node stands in.",
    "Khu vực (region) của cloud nơi đặt node.",
  ],
  ["node.kubernetes.io/instance-type", "Machine type, such as `m5.large`.", "Loại máy, như `m5.large`."],
  [
    "node-role.kubernetes.io/control-plane",
    "The node runs the control plane; the value is empty.",
    "Node chạy control plane; giá trị để rỗng.",
  ],
  [
    "node.kubernetes.io/exclude-from-external-load-balancers",
    "Cloud load balancers leave the node out.",
    "Bộ cân bằng tải của cloud bỏ qua node này.",
  ],
  ["karpenter.sh/capacity-type", "Karpenter: `spot` or `on-demand`.", "Karpenter: `spot` hoặc `on-demand`."],
  ["eks.amazonaws.com/nodegroup", "Node group of Amazon EKS.", "Nhóm node của Amazon EKS."],
  ["cloud.google.com/gke-nodepool", "Node pool of Google GKE.", "Nhóm node (node pool) của Google GKE."],
  ["kubernetes.azure.com/agentpool", "Node pool of Azure AKS.", "Nhóm node (node pool) của Azure AKS."],
];

/** The labels that Pods are spread over or kept together by. */
export const TOPOLOGY_KEYS: readonly Row[] = [
  ["kubernetes.io/hostname", "Each node is a place of its own.", "Mỗi node là một miền riêng."],
  ["topology.kubernetes.io/zone", "Each zone is a place of its own.", "Mỗi zone là một miền riêng."],
  ["topology.kubernetes.io/region", "Each region is a place of its own.", "Mỗi region là một miền riêng."],
];

/** Keys of taints that the cluster itself sets. */
export const TAINT_KEYS: readonly Row[] = [
  ["node-role.kubernetes.io/control-plane", "Nodes kept for the control plane.", "Node dành riêng cho control plane."],
  ["node.kubernetes.io/not-ready", "The node is not ready.", "Node chưa sẵn sàng."],
  ["node.kubernetes.io/unreachable", "The node does not answer.", "Không liên lạc được với node."],
  ["node.kubernetes.io/memory-pressure", "The node runs out of memory.", "Node sắp hết bộ nhớ."],
  ["node.kubernetes.io/disk-pressure", "The node runs out of disk space.", "Node sắp hết dung lượng đĩa."],
  ["node.kubernetes.io/pid-pressure", "The node runs out of process ids.", "Node sắp hết số tiến trình (PID)."],
  ["node.kubernetes.io/network-unavailable", "The node's network is not set up.", "Mạng của node chưa được thiết lập."],
  ["node.kubernetes.io/unschedulable", "The node is cordoned.", "Node đã bị cordon."],
  ["nvidia.com/gpu", "Nodes kept for GPU work.", "Node dành cho việc cần GPU."],
];

const SECURITY_LEVELS: readonly Row[] = [
  ["restricted", "The strictest level: current hardening advice.", "Mức chặt nhất: theo khuyến nghị gia cố hiện hành."],
  ["baseline", "Forbids known ways to gain privileges.", "Cấm các cách leo thang đặc quyền đã biết."],
  ["privileged", "Allows everything.", "Cho phép tất cả."],
];

const AGGREGATE: readonly Row[] = [["true", "Adds the rules.", "Cộng các quy tắc vào."]];

/** Values of labels whose values are fixed. */
export const LABEL_VALUES: { readonly [label: string]: readonly Row[] } = {
  "kubernetes.io/os": [
    ["linux", "Linux nodes.", "Node chạy Linux."],
    ["windows", "Windows nodes.", "Node chạy Windows."],
  ],
  "kubernetes.io/arch": [
    ["amd64", "Intel and AMD, 64 bits.", "Intel và AMD 64 bit."],
    ["arm64", "ARM, 64 bits.", "ARM 64 bit."],
  ],
  [`${POD_SECURITY}enforce`]: SECURITY_LEVELS,
  [`${POD_SECURITY}warn`]: SECURITY_LEVELS,
  [`${POD_SECURITY}audit`]: SECURITY_LEVELS,
  [`${POD_SECURITY}enforce-version`]: [
    ["latest", "The rules of the cluster's release.", "Quy tắc theo phiên bản của cluster."],
  ],
  "istio-injection": [
    ["enabled", "Adds the sidecar.", "Chèn sidecar."],
    ["disabled", "Adds none.", "Không chèn."],
  ],
  "karpenter.sh/capacity-type": [
    ["spot", "Cheaper machines that may be taken back.", "Máy rẻ hơn nhưng có thể bị thu hồi."],
    ["on-demand", "Machines at the full price.", "Máy theo giá đầy đủ."],
  ],
  "rbac.authorization.k8s.io/aggregate-to-view": AGGREGATE,
  "rbac.authorization.k8s.io/aggregate-to-edit": AGGREGATE,
  "rbac.authorization.k8s.io/aggregate-to-admin": AGGREGATE,
};
