import type { Row } from "./known.ts";

/** Annotations for objects of any kind. */
export const COMMON_ANNOTATIONS: readonly Row[] = [
  ["kubernetes.io/description", "What the object is for, in words.", "Mô tả đối tượng dùng để làm gì."],
  [
    "argocd.argoproj.io/sync-wave",
    "Argo CD: order within a sync, lower first.",
    "Argo CD: thứ tự khi đồng bộ, số nhỏ trước.",
  ],
  [
    "argocd.argoproj.io/sync-options",
    "Argo CD: options of this object, such as `Prune=false`.",
    "Argo CD: tùy chọn cho đối tượng này, như `Prune=false`.",
  ],
  [
    "helm.sh/resource-policy",
    "Helm: `keep` leaves the object when the release is removed.",
    "Helm: `keep` giữ lại đối tượng khi gỡ release.",
  ],
  [
    "helm.sh/hook",
    "Helm: runs the object at this moment of a release.",
    "Helm: chạy đối tượng vào thời điểm này của release.",
  ],
  ["helm.sh/hook-weight", "Helm: order among hooks, lower first.", "Helm: thứ tự giữa các hook, số nhỏ trước."],
  ["helm.sh/hook-delete-policy", "Helm: when the hook's object is deleted.", "Helm: khi nào xóa đối tượng của hook."],
  [
    "reloader.stakater.com/auto",
    "Reloader: restarts Pods when their ConfigMap or Secret changes.",
    "Reloader: khởi động lại Pod khi ConfigMap hay Secret đổi.",
  ],
];

const NGINX = "nginx.ingress.kubernetes.io/";
const AWS_LB = "service.beta.kubernetes.io/aws-load-balancer-";
const ALB = "alb.ingress.kubernetes.io/";

const POD_ANNOTATIONS: readonly Row[] = [
  [
    "kubectl.kubernetes.io/default-container",
    "The container that `kubectl logs` and `exec` take.",
    "Container mà `kubectl logs` và `exec` chọn.",
  ],
  ["prometheus.io/scrape", "Prometheus reads metrics from this Pod.", "Prometheus đọc số liệu từ Pod này."],
  ["prometheus.io/port", "Port of the metrics, quoted.", "Cổng chứa số liệu, đặt trong dấu nháy."],
  ["prometheus.io/path", "Path of the metrics, usually `/metrics`.", "Đường dẫn số liệu, thường là `/metrics`."],
  [
    "cluster-autoscaler.kubernetes.io/safe-to-evict",
    "Whether the autoscaler may move the Pod.",
    "Autoscaler có được dời Pod này hay không.",
  ],
  ["karpenter.sh/do-not-disrupt", "Karpenter leaves the Pod's node alone.", "Karpenter không đụng đến node của Pod."],
  ["sidecar.istio.io/inject", "Istio adds its sidecar to the Pod.", "Istio chèn sidecar vào Pod."],
  ["linkerd.io/inject", "Linkerd adds its proxy to the Pod.", "Linkerd chèn proxy vào Pod."],
  [
    "checksum/config",
    "A hash of the configuration: a new one restarts the Pods.",
    "Mã băm của cấu hình: đổi mã thì Pod được thay.",
  ],
];

/** Annotations that mean something on one kind; `Pod` serves Pod templates too. */
export const ANNOTATIONS_OF_KIND: { readonly [kind: string]: readonly Row[] } = {
  Pod: POD_ANNOTATIONS,
  Deployment: [
    ["kubernetes.io/change-cause", "Shown by `kubectl rollout history`.", "Hiện trong `kubectl rollout history`."],
  ],
  StorageClass: [
    [
      "storageclass.kubernetes.io/is-default-class",
      "Claims that name no class use this one.",
      "PVC không ghi class sẽ dùng class này.",
    ],
  ],
  IngressClass: [
    [
      "ingressclass.kubernetes.io/is-default-class",
      "Ingresses that name no class use this one.",
      "Ingress không ghi class sẽ dùng class này.",
    ],
  ],
  ServiceAccount: [
    ["eks.amazonaws.com/role-arn", "EKS: the IAM role that the Pods assume.", "EKS: IAM role mà Pod sử dụng."],
    [
      "iam.gke.io/gcp-service-account",
      "GKE: the Google account that the Pods use.",
      "GKE: tài khoản Google mà Pod sử dụng.",
    ],
    [
      "azure.workload.identity/client-id",
      "AKS: the managed identity that the Pods use.",
      "AKS: managed identity mà Pod sử dụng.",
    ],
  ],
  Secret: [
    [
      "kubernetes.io/service-account.name",
      "The ServiceAccount that a token Secret belongs to.",
      "ServiceAccount sở hữu Secret chứa token.",
    ],
  ],
  Service: [
    [
      "prometheus.io/scrape",
      "Prometheus reads metrics through this Service.",
      "Prometheus đọc số liệu qua Service này.",
    ],
    ["prometheus.io/port", "Port of the metrics, quoted.", "Cổng chứa số liệu, đặt trong dấu nháy."],
    [
      `${AWS_LB}type`,
      "AWS: `external` hands the Service to the AWS controller.",
      "AWS: `external` giao Service cho AWS controller.",
    ],
    [`${AWS_LB}scheme`, "AWS: internal or reachable from the Internet.", "AWS: nội bộ hay truy cập được từ Internet."],
    [`${AWS_LB}nlb-target-type`, "AWS: send to nodes or straight to Pods.", "AWS: gửi đến node hay thẳng đến Pod."],
    [`${AWS_LB}ssl-cert`, "AWS: ARN of the certificate.", "AWS: ARN của chứng chỉ."],
    [
      "networking.gke.io/load-balancer-type",
      "GKE: `Internal` keeps the balancer in the network.",
      "GKE: `Internal` giữ bộ cân bằng tải trong mạng nội bộ.",
    ],
    [
      "service.beta.kubernetes.io/azure-load-balancer-internal",
      "AKS: keeps the balancer in the network.",
      "AKS: giữ bộ cân bằng tải trong mạng nội bộ.",
    ],
    [
      "external-dns.alpha.kubernetes.io/hostname",
      "ExternalDNS: the name to publish.",
      "ExternalDNS: tên miền cần công bố.",
    ],
    ["metallb.universe.tf/loadBalancerIPs", "MetalLB: the addresses to use.", "MetalLB: các địa chỉ sẽ dùng."],
    [
      "service.kubernetes.io/topology-mode",
      "Prefers endpoints of the client's zone.",
      "Ưu tiên endpoint cùng zone với client.",
    ],
  ],
  Ingress: [
    [
      "cert-manager.io/cluster-issuer",
      "cert-manager: the ClusterIssuer for the TLS Secret.",
      "cert-manager: ClusterIssuer cấp Secret TLS.",
    ],
    ["cert-manager.io/issuer", "cert-manager: the Issuer for the TLS Secret.", "cert-manager: Issuer cấp Secret TLS."],
    [`${NGINX}rewrite-target`, "NGINX: the path that the backend sees.", "NGINX: đường dẫn mà backend nhận được."],
    [
      `${NGINX}ssl-redirect`,
      "NGINX: sends HTTP to HTTPS; on by default with TLS.",
      "NGINX: chuyển HTTP sang HTTPS; có TLS thì mặc định bật.",
    ],
    [
      `${NGINX}force-ssl-redirect`,
      "NGINX: sends HTTP to HTTPS even without TLS here.",
      "NGINX: chuyển sang HTTPS dù ở đây không có TLS.",
    ],
    [
      `${NGINX}proxy-body-size`,
      "NGINX: largest request body, such as `8m`.",
      "NGINX: kích thước yêu cầu tối đa, như `8m`.",
    ],
    [`${NGINX}proxy-read-timeout`, "NGINX: seconds to wait for the backend.", "NGINX: số giây chờ backend trả lời."],
    [`${NGINX}proxy-send-timeout`, "NGINX: seconds to wait while sending.", "NGINX: số giây chờ khi gửi."],
    [`${NGINX}backend-protocol`, "NGINX: protocol towards the backend.", "NGINX: giao thức nói với backend."],
    [`${NGINX}use-regex`, "NGINX: paths are regular expressions.", "NGINX: đường dẫn là biểu thức chính quy."],
    [`${NGINX}enable-cors`, "NGINX: answers CORS requests.", "NGINX: trả lời yêu cầu CORS."],
    [
      `${NGINX}whitelist-source-range`,
      "NGINX: only these client ranges may enter.",
      "NGINX: chỉ các dải IP client này được vào.",
    ],
    [`${NGINX}limit-rps`, "NGINX: requests a second from one client.", "NGINX: số yêu cầu mỗi giây của một client."],
    [`${NGINX}affinity`, "NGINX: `cookie` keeps a client with one Pod.", "NGINX: `cookie` giữ client ở cùng một Pod."],
    [`${NGINX}auth-type`, "NGINX: asks for a password.", "NGINX: yêu cầu mật khẩu."],
    [`${NGINX}auth-secret`, "NGINX: the Secret with the passwords.", "NGINX: Secret chứa mật khẩu."],
    [`${ALB}scheme`, "AWS: internal or reachable from the Internet.", "AWS: nội bộ hay truy cập được từ Internet."],
    [`${ALB}target-type`, "AWS: send to nodes or straight to Pods.", "AWS: gửi đến node hay thẳng đến Pod."],
    [`${ALB}listen-ports`, "AWS: the ports to listen on, as JSON.", "AWS: các cổng lắng nghe, viết dạng JSON."],
    [`${ALB}certificate-arn`, "AWS: ARN of the certificate.", "AWS: ARN của chứng chỉ."],
    [
      "traefik.ingress.kubernetes.io/router.entrypoints",
      "Traefik: the entry points to listen on.",
      "Traefik: các entry point lắng nghe.",
    ],
    [
      "external-dns.alpha.kubernetes.io/hostname",
      "ExternalDNS: the name to publish.",
      "ExternalDNS: tên miền cần công bố.",
    ],
    [
      "kubernetes.io/ingress.class",
      "Deprecated: write `spec.ingressClassName` instead.",
      "Đã lỗi thời (deprecated): thay bằng `spec.ingressClassName`.",
    ],
  ],
};

const YES_NO: readonly Row[] = [
  ["true", "Yes.", "Có."],
  ["false", "No.", "Không."],
];

const SCHEMES: readonly Row[] = [
  ["internal", "Reachable within the network only.", "Chỉ truy cập được trong mạng nội bộ."],
  ["internet-facing", "Reachable from the Internet.", "Truy cập được từ Internet."],
];

const TARGETS: readonly Row[] = [
  ["ip", "Straight to the Pods.", "Thẳng đến Pod."],
  ["instance", "To a port of the nodes.", "Đến cổng trên node."],
];

/** Values of annotations whose values are fixed. Booleans among them are strings. */
export const ANNOTATION_VALUES: { readonly [annotation: string]: readonly Row[] } = {
  "storageclass.kubernetes.io/is-default-class": YES_NO,
  "ingressclass.kubernetes.io/is-default-class": YES_NO,
  "prometheus.io/scrape": YES_NO,
  "prometheus.io/path": [["/metrics", "The usual path.", "Đường dẫn thường dùng."]],
  "cluster-autoscaler.kubernetes.io/safe-to-evict": YES_NO,
  "karpenter.sh/do-not-disrupt": YES_NO,
  "sidecar.istio.io/inject": YES_NO,
  "reloader.stakater.com/auto": YES_NO,
  "linkerd.io/inject": [
    ["enabled", "Adds the proxy.", "Chèn proxy."],
    ["disabled", "Adds none.", "Không chèn."],
  ],
  "helm.sh/resource-policy": [["keep", "Never deletes the object.", "Không bao giờ xóa đối tượng."]],
  "helm.sh/hook": [
    ["pre-install", "Before the first installation.", "Trước lần cài đặt đầu tiên."],
    ["post-install", "After the first installation.", "Sau lần cài đặt đầu tiên."],
    ["pre-upgrade", "Before an upgrade.", "Trước khi nâng cấp."],
    ["post-upgrade", "After an upgrade.", "Sau khi nâng cấp."],
    ["pre-delete", "Before the release is removed.", "Trước khi gỡ release."],
    ["test", "When `helm test` runs.", "Khi chạy `helm test`."],
  ],
  "helm.sh/hook-delete-policy": [
    ["before-hook-creation", "Deletes the last one before a new one is made.", "Xóa bản cũ trước khi tạo bản mới."],
    ["hook-succeeded", "Deletes it after success.", "Xóa sau khi thành công."],
    ["hook-failed", "Deletes it after failure.", "Xóa sau khi lỗi."],
  ],
  [`${NGINX}ssl-redirect`]: YES_NO,
  [`${NGINX}force-ssl-redirect`]: YES_NO,
  [`${NGINX}use-regex`]: YES_NO,
  [`${NGINX}enable-cors`]: YES_NO,
  [`${NGINX}affinity`]: [["cookie", "One client stays with one Pod.", "Một client luôn đến cùng một Pod."]],
  [`${NGINX}auth-type`]: [["basic", "HTTP basic authentication.", "Xác thực HTTP basic."]],
  [`${NGINX}rewrite-target`]: [
    ["/", "The backend sees the root.", "Backend nhận đường dẫn gốc."],
    ["/$2", "The backend sees the second group of the path.", "Backend nhận nhóm thứ hai của đường dẫn."],
  ],
  [`${NGINX}backend-protocol`]: [
    ["HTTP", "Plain HTTP; the default.", "HTTP thường; đây là mặc định."],
    ["HTTPS", "HTTPS.", "HTTPS."],
    ["GRPC", "gRPC without TLS.", "gRPC không có TLS."],
    ["GRPCS", "gRPC with TLS.", "gRPC có TLS."],
  ],
  "kubernetes.io/ingress.class": [
    ["nginx", "The NGINX controller.", "Controller NGINX."],
    ["traefik", "The Traefik controller.", "Controller Traefik."],
    ["alb", "The AWS controller.", "Controller AWS."],
  ],
  [`${ALB}scheme`]: SCHEMES,
  [`${AWS_LB}scheme`]: SCHEMES,
  [`${ALB}target-type`]: TARGETS,
  [`${AWS_LB}nlb-target-type`]: TARGETS,
  [`${AWS_LB}type`]: [
    ["external", "The AWS Load Balancer Controller makes it.", "AWS Load Balancer Controller tạo bộ cân bằng tải."],
    ["nlb", "The in-tree code makes a Network Load Balancer.", "Mã tích hợp sẵn (in-tree) tạo Network Load Balancer."],
  ],
  "networking.gke.io/load-balancer-type": [["Internal", "Within the network only.", "Chỉ trong mạng nội bộ."]],
  "service.beta.kubernetes.io/azure-load-balancer-internal": YES_NO,
  "service.kubernetes.io/topology-mode": [["Auto", "Where the Pods allow it.", "Khi số Pod cho phép."]],
};
