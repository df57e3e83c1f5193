import type { FieldTable, Row } from "./known.ts";

const FAILURE_POLICIES: readonly Row[] = [
  ["Fail", "An error of the check refuses the request.", "Kiểm tra bị lỗi thì yêu cầu bị từ chối."],
  ["Ignore", "An error of the check lets the request pass.", "Kiểm tra bị lỗi thì vẫn cho yêu cầu đi qua."],
];

const SIDE_EFFECTS: readonly Row[] = [
  ["None", "The webhook changes nothing outside.", "Webhook không thay đổi gì bên ngoài."],
  [
    "NoneOnDryRun",
    "It changes nothing when the request is a dry run.",
    "Không thay đổi gì khi yêu cầu là chạy thử (dry run).",
  ],
];

const MATCH_POLICIES: readonly Row[] = [
  ["Equivalent", "Other versions of the same resource match as well.", "Phiên bản khác của cùng tài nguyên cũng khớp."],
  ["Exact", "Only the versions that the rule lists match.", "Chỉ khớp các phiên bản ghi trong quy tắc."],
];

const OPERATIONS: readonly Row[] = [
  ["CREATE", "Objects being created.", "Khi tạo đối tượng."],
  ["UPDATE", "Objects being changed.", "Khi sửa đối tượng."],
  ["DELETE", "Objects being deleted.", "Khi xóa đối tượng."],
  ["CONNECT", "Connections such as exec and port-forward.", "Các kết nối như exec và port-forward."],
  ["*", "Every operation.", "Mọi thao tác."],
];

const RULE_SCOPES: readonly Row[] = [
  ["*", "Objects of either scope; the default.", "Đối tượng thuộc cả hai phạm vi; đây là mặc định."],
  ["Namespaced", "Only objects in namespaces.", "Chỉ đối tượng thuộc namespace."],
  ["Cluster", "Only cluster-scoped objects.", "Chỉ đối tượng phạm vi cluster."],
];

const SET_UPDATES: readonly Row[] = [
  ["RollingUpdate", "Replaces Pods a few at a time; the default.", "Thay Pod cuốn chiếu từng ít một; đây là mặc định."],
  ["OnDelete", "A Pod is replaced only after you delete it.", "Chỉ thay Pod sau khi bạn tự xóa nó."],
];

const METRIC_TYPES: readonly Row[] = [
  ["Resource", "CPU or memory of the Pods.", "CPU hoặc bộ nhớ của các Pod."],
  [
    "ContainerResource",
    "CPU or memory of one container in each Pod.",
    "CPU hoặc bộ nhớ của một container trong mỗi Pod.",
  ],
  ["Pods", "A metric of each Pod, averaged.", "Chỉ số của từng Pod, lấy trung bình."],
  ["Object", "A metric of one other object, such as an Ingress.", "Chỉ số của một đối tượng khác, như Ingress."],
  ["External", "A metric from outside the cluster.", "Chỉ số từ ngoài cluster."],
];

const METRIC_TARGETS: readonly Row[] = [
  ["Utilization", "Percent of what the Pods request.", "Phần trăm so với mức yêu cầu của Pod."],
  ["AverageValue", "A value per Pod.", "Giá trị tính trên mỗi Pod."],
  ["Value", "A total, whatever the number of Pods.", "Giá trị tổng, không chia cho số Pod."],
];

/** What the values of enums outside the core group mean. */
export const GROUP_CHOICES: FieldTable = {
  "admissionregistration.v1.MutatingWebhook#failurePolicy": FAILURE_POLICIES,
  "admissionregistration.v1.ValidatingWebhook#failurePolicy": FAILURE_POLICIES,
  "admissionregistration.v1.ValidatingAdmissionPolicySpec#failurePolicy": FAILURE_POLICIES,
  "admissionregistration.v1.MutatingWebhook#matchPolicy": MATCH_POLICIES,
  "admissionregistration.v1.ValidatingWebhook#matchPolicy": MATCH_POLICIES,
  "admissionregistration.v1.MutatingWebhook#reinvocationPolicy": [
    [
      "Never",
      "The webhook sees each request once; the default.",
      "Webhook chỉ thấy mỗi yêu cầu một lần; đây là mặc định.",
    ],
    [
      "IfNeeded",
      "It is called again when a later one changed the object.",
      "Được gọi lại nếu webhook sau đã sửa đối tượng.",
    ],
  ],
  "admissionregistration.v1.MutatingWebhook#sideEffects": SIDE_EFFECTS,
  "admissionregistration.v1.ValidatingWebhook#sideEffects": SIDE_EFFECTS,
  "admissionregistration.v1.RuleWithOperations#operations": OPERATIONS,
  "admissionregistration.v1.NamedRuleWithOperations#operations": OPERATIONS,
  "admissionregistration.v1.RuleWithOperations#scope": RULE_SCOPES,
  "admissionregistration.v1.NamedRuleWithOperations#scope": RULE_SCOPES,
  "admissionregistration.v1.ValidatingAdmissionPolicyBindingSpec#validationActions": [
    ["Deny", "Refuses the request.", "Từ chối yêu cầu."],
    ["Warn", "Lets it pass with a warning.", "Cho qua kèm cảnh báo."],
    ["Audit", "Records it in the audit event.", "Ghi vào sự kiện audit."],
  ],
  "apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionSpec#scope": [
    ["Namespaced", "Its objects live in namespaces.", "Đối tượng của nó thuộc namespace."],
    ["Cluster", "Its objects are cluster-scoped.", "Đối tượng của nó có phạm vi cluster."],
  ],
  "apps.v1.DeploymentStrategy#type": [
    [
      "RollingUpdate",
      "Replaces Pods a few at a time, without an outage; the default.",
      "Thay Pod cuốn chiếu, không ngừng phục vụ; đây là mặc định.",
    ],
    ["Recreate", "Stops all old Pods, then starts the new ones.", "Dừng hết Pod cũ rồi mới chạy Pod mới."],
  ],
  "apps.v1.DaemonSetUpdateStrategy#type": SET_UPDATES,
  "apps.v1.StatefulSetUpdateStrategy#type": SET_UPDATES,
  "apps.v1.StatefulSetSpec#podManagementPolicy": [
    [
      "OrderedReady",
      "Pods start one after another, each when ready; the default.",
      "Pod chạy lần lượt, Pod trước sẵn sàng mới đến Pod sau; đây là mặc định.",
    ],
    ["Parallel", "Pods start and stop all at once.", "Các Pod chạy và dừng cùng lúc."],
  ],
  "apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy#whenDeleted": [
    ["Retain", "Keeps the claims; the default.", "Giữ lại các PVC; đây là mặc định."],
    ["Delete", "Deletes the claims with the StatefulSet.", "Xóa PVC cùng StatefulSet."],
  ],
  "apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy#whenScaled": [
    [
      "Retain",
      "Keeps the claims of removed replicas; the default.",
      "Giữ PVC của các bản sao bị bớt; đây là mặc định.",
    ],
    ["Delete", "Deletes the claims of removed replicas.", "Xóa PVC của các bản sao bị bớt."],
  ],
  "autoscaling.v2.MetricSpec#type": METRIC_TYPES,
  "autoscaling.v2.MetricTarget#type": METRIC_TARGETS,
  "autoscaling.v2.HPAScalingRules#selectPolicy": [
    ["Max", "The policy that changes most; the default.", "Chọn policy thay đổi nhiều nhất; đây là mặc định."],
    ["Min", "The policy that changes least.", "Chọn policy thay đổi ít nhất."],
    ["Disabled", "No scaling in this direction.", "Không co giãn theo chiều này."],
  ],
  "autoscaling.v2.HPAScalingPolicy#type": [
    ["Pods", "A number of Pods per period.", "Số Pod trong mỗi chu kỳ."],
    ["Percent", "A percentage of the Pods per period.", "Phần trăm số Pod trong mỗi chu kỳ."],
  ],
  "batch.v1.CronJobSpec#concurrencyPolicy": [
    ["Allow", "Runs may overlap; the default.", "Các lần chạy được chồng lên nhau; đây là mặc định."],
    ["Forbid", "Skips a run while the last one still works.", "Bỏ lần chạy mới khi lần trước chưa xong."],
    ["Replace", "Stops the running Job and starts the new one.", "Dừng Job đang chạy rồi chạy Job mới."],
  ],
  "batch.v1.JobSpec#completionMode": [
    ["NonIndexed", "Any successful Pod counts; the default.", "Pod nào thành công cũng được tính; đây là mặc định."],
    ["Indexed", "Each index from 0 must succeed once.", "Từng chỉ số từ 0 phải thành công một lần."],
  ],
  "batch.v1.JobSpec#podReplacementPolicy": [
    [
      "TerminatingOrFailed",
      "A new Pod starts as soon as the old one begins to stop.",
      "Tạo Pod mới ngay khi Pod cũ bắt đầu dừng.",
    ],
    ["Failed", "A new Pod starts only after the old one has ended.", "Chỉ tạo Pod mới sau khi Pod cũ đã dừng hẳn."],
  ],
  "batch.v1.PodFailurePolicyRule#action": [
    ["FailJob", "Ends the whole Job as failed.", "Kết thúc cả Job ở trạng thái lỗi."],
    ["Ignore", "Does not count; a new Pod starts.", "Không tính vào số lần lỗi; tạo Pod mới."],
    ["Count", "Counts towards `backoffLimit` as usual.", "Tính vào `backoffLimit` như thường."],
    ["FailIndex", "Fails this index without retries.", "Cho chỉ số này lỗi, không thử lại."],
  ],
  "discovery.v1.EndpointSlice#addressType": [
    ["IPv4", "IPv4 addresses.", "Địa chỉ IPv4."],
    ["IPv6", "IPv6 addresses.", "Địa chỉ IPv6."],
    ["FQDN", "Host names; deprecated.", "Tên miền đầy đủ; đã lỗi thời (deprecated)."],
  ],
  "networking.v1.HTTPIngressPath#pathType": [
    [
      "Prefix",
      "The path and everything below it, by whole segments.",
      "Đường dẫn này và mọi đường dẫn con, tính theo từng đoạn.",
    ],
    ["Exact", "This path and no other.", "Đúng đường dẫn này."],
    ["ImplementationSpecific", "The controller decides.", "Tùy controller quyết định."],
  ],
  "networking.v1.NetworkPolicySpec#policyTypes": [
    ["Ingress", "The policy governs traffic into the Pods.", "Policy quản lưu lượng vào Pod."],
    ["Egress", "The policy governs traffic out of the Pods.", "Policy quản lưu lượng ra khỏi Pod."],
  ],
  "policy.v1.PodDisruptionBudgetSpec#unhealthyPodEvictionPolicy": [
    [
      "IfHealthyBudget",
      "Unready Pods go only while enough others are ready.",
      "Chỉ trục xuất Pod chưa sẵn sàng khi đủ Pod khác sẵn sàng.",
    ],
    ["AlwaysAllow", "Unready Pods may always be evicted.", "Luôn được trục xuất Pod chưa sẵn sàng."],
  ],
  "storage.v1.StorageClass#reclaimPolicy": [
    ["Delete", "The volume goes with its claim; the default.", "Xóa PVC thì volume cũng bị xóa; đây là mặc định."],
    ["Retain", "Volume and data stay after the claim is deleted.", "Xóa PVC rồi volume và dữ liệu vẫn còn."],
  ],
  "storage.v1.StorageClass#volumeBindingMode": [
    [
      "WaitForFirstConsumer",
      "Waits for a Pod, so that the volume lies where the Pod runs.",
      "Chờ có Pod dùng, để volume nằm đúng nơi Pod chạy.",
    ],
    [
      "Immediate",
      "Binds and provisions as soon as the claim exists; the default.",
      "Có PVC là ghép và cấp phát ngay; đây là mặc định.",
    ],
  ],
};
