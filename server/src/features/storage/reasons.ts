import type { Localized } from "../../base/localized.ts";
import type { Obstacle } from "../../engines/binder/judge.ts";
import type { ClaimReason } from "../../engines/binder/report.ts";
import type { PodReason } from "../../engines/binder/state.ts";

/** What stands between a claim and one volume, for lists: `too small`. */
export const OBSTACLES: Readonly<Record<Obstacle, Localized>> = {
  CLAIMED_BY_OTHER: { en: "reserved for another claim", vi: "đã dành cho claim khác" },
  CAPACITY_TOO_SMALL: { en: "too small", vi: "quá nhỏ" },
  STORAGE_CLASS_MISMATCH: { en: "another storage class", vi: "khác StorageClass" },
  ACCESS_MODES_MISMATCH: { en: "lacks an access mode", vi: "thiếu chế độ truy cập (access mode)" },
  VOLUME_MODE_MISMATCH: { en: "another volumeMode", vi: "khác volumeMode" },
  VOLUME_ATTRIBUTES_CLASS_MISMATCH: { en: "another VolumeAttributesClass", vi: "khác VolumeAttributesClass" },
  SELECTOR_MISMATCH: { en: "its labels do not match the selector", vi: "label không khớp selector" },
  NOT_REQUESTED: { en: "the claim names another volume", vi: "claim đã chỉ định volume khác" },
};

/** Why a claim stands as it does, as a sentence. */
export const CLAIM_REASONS: Readonly<Record<Exclude<ClaimReason, Obstacle>, Localized>> = {
  VOLUME_NOT_FOUND: {
    en: "The volume that the claim names does not exist.",
    vi: "Volume mà claim chỉ định không tồn tại.",
  },
  VOLUME_MISMATCH: {
    en: "The volume that the claim names does not satisfy it.",
    vi: "Volume mà claim chỉ định không đáp ứng được yêu cầu.",
  },
  VOLUME_CLAIMED_BY_OTHER: {
    en: "The volume that the claim names belongs to another claim.",
    vi: "Volume mà claim chỉ định đã thuộc về claim khác.",
  },
  NO_MATCHING_VOLUME: {
    en: "No volume fits, and no storage class is set that could make one.",
    vi: "Không có volume nào phù hợp, cũng không có StorageClass để cấp phát.",
  },
  STORAGE_CLASS_NOT_FOUND: {
    en: "No volume fits, and the storage class does not exist.",
    vi: "Không có volume nào phù hợp, và StorageClass không tồn tại.",
  },
  NO_VOLUME_PLUGIN: {
    en: "No volume fits, and nobody answers to the provisioner of the storage class.",
    vi: "Không có volume nào phù hợp, và không thành phần nào đáp ứng provisioner của StorageClass.",
  },
  NO_VOLUME_NAME: {
    en: "The annotation pv.kubernetes.io/bind-completed says that it is bound, but volumeName is empty.",
    vi: "Annotation pv.kubernetes.io/bind-completed cho biết claim đã ghép, nhưng volumeName để trống.",
  },
  MISBOUND: {
    en: "The annotation pv.kubernetes.io/bind-completed says that it is bound, but the volume belongs to another claim.",
    vi: "Annotation pv.kubernetes.io/bind-completed cho biết claim đã ghép, nhưng volume lại thuộc về claim khác.",
  },
  WAIT_FOR_FIRST_CONSUMER: {
    en: "The storage class waits for a pod that uses the claim.",
    vi: "StorageClass chờ đến khi có Pod dùng claim này.",
  },
  WAIT_FOR_POD_SCHEDULED: {
    en: "The storage class waits until the pod that uses the claim has a node.",
    vi: "StorageClass chờ đến khi Pod dùng claim này được lập lịch vào một node.",
  },
  SELECTOR_NOT_PROVISIONED: {
    en: "CSI provisioners turn claims with a selector down, so it stays Pending.",
    vi: "Các provisioner CSI từ chối claim có selector, nên claim sẽ ở mãi trạng thái Pending.",
  },
  ACCESS_MODES_NOT_PROVISIONED: {
    en: "CSI provisioners turn ReadOnlyMany together with ReadWriteOnce down, so it stays Pending.",
    vi: "Các provisioner CSI từ chối ReadOnlyMany đi cùng ReadWriteOnce, nên claim sẽ ở mãi trạng thái Pending.",
  },
  EQUAL_VOLUMES: {
    en: "Nothing tells these volumes apart, and Kubernetes takes any of them.",
    vi: "Các volume này tương đương nhau, Kubernetes chọn cái nào cũng được.",
  },
  VOLUMES_TAKEN: {
    en: "A volume would fit, but claims that come before take it.",
    vi: "Có volume phù hợp, nhưng các claim đứng trước đã lấy mất.",
  },
};

/** Why a pod is not scheduled, as a sentence. */
export const POD_REASONS: Readonly<Record<PodReason, Localized>> = {
  CLAIM_NOT_FOUND: {
    en: "A claim that the pod names does not exist in its namespace.",
    vi: "Một claim mà Pod nhắc đến không tồn tại trong namespace của nó.",
  },
  CLAIM_LOST: { en: "A claim of the pod has lost its volume.", vi: "Một claim của Pod đã mất volume." },
  CLAIM_NOT_OWNED: {
    en: "The claim of an ephemeral volume was not made for this pod.",
    vi: "Claim của một ephemeral volume không phải được tạo ra cho Pod này.",
  },
  CLAIM_IN_USE: {
    en: "A ReadWriteOncePod claim is in use by another pod.",
    vi: "Một claim ReadWriteOncePod đang được Pod khác dùng.",
  },
  UNBOUND_IMMEDIATE_CLAIM: {
    en: "A claim of the pod is not bound, and its class does not wait for pods.",
    vi: "Một claim của Pod chưa được ghép, mà StorageClass của nó không chờ Pod.",
  },
  NODE_NAME_SET: {
    en: "nodeName is set, so the scheduler is passed by and nobody binds what waits for it.",
    vi: "nodeName đã được đặt nên scheduler bị bỏ qua, và không ai ghép những claim đang chờ scheduler.",
  },
  NODE_NOT_ELIGIBLE: {
    en: "Taints, cordons, selectors or affinity keep the pod from nodes.",
    vi: "Taint, cordon, selector hoặc affinity không cho Pod vào node.",
  },
  NODE_AFFINITY_CONFLICT: {
    en: "A bound volume cannot be reached from the nodes that are left.",
    vi: "Các node còn lại không truy cập được một volume đã ghép.",
  },
  VOLUME_ZONE_CONFLICT: {
    en: "A bound volume is in another zone than the nodes that are left.",
    vi: "Một volume đã ghép nằm ở zone khác với các node còn lại.",
  },
  NO_VOLUME_ON_NODE: {
    en: "No node has volumes for all claims of the pod, nor can they be provisioned there.",
    vi: "Không node nào có đủ volume cho mọi claim của Pod, cũng không thể cấp phát tại đó.",
  },
  NOT_ENOUGH_FREE_STORAGE: {
    en: "The driver has too little free storage on the nodes that are left.",
    vi: "Driver không còn đủ dung lượng trống trên các node còn lại.",
  },
  NO_VOLUME_PLUGIN: {
    en: "Nobody answers to the provisioner of a claim's storage class.",
    vi: "Không thành phần nào đáp ứng provisioner trong StorageClass của một claim.",
  },
  NODES_UNKNOWN: {
    en: "No nodes are known, so only contradictions could be looked for.",
    vi: "Không biết có những node nào, nên chỉ xét được các mâu thuẫn.",
  },
  SCHEDULING_GATED: { en: "Scheduling gates hold the pod back.", vi: "Pod đang bị scheduling gate giữ lại." },
};
