import type { Gvk } from "./types.ts";

/** An API version that Kubernetes has given up, or is about to. Releases as "1.22". */
export interface Retirement {
  /** First release that no longer serves it. */
  readonly removed: string;
  /** First release that calls it deprecated, for versions that a release which ships with us still serves. */
  readonly deprecated: string | undefined;
  /** Group whose preferred version has the same kind; undefined when nothing takes its place. */
  readonly successor: string | undefined;
}

/**
 * API versions that ended before, or within, the releases whose schemas ship with us. Facts from the
 * `+k8s:prerelease-lifecycle-gen` marks of k8s.io/api and from the release notes.
 */
export function retirementOf(gvk: Gvk): Retirement | undefined {
  const row = RETIRED.find(
    ({ group, versions, kinds }) =>
      group === gvk.group && versions.includes(gvk.version) && (kinds.length === 0 || kinds.includes(gvk.kind)),
  );
  if (!row) return undefined;
  const successor = row.successor === undefined ? row.group : (row.successor ?? undefined);
  return { removed: row.removed, deprecated: row.deprecated, successor };
}

/** True when `release` ("1.30") is `since` or newer. */
export const isAtLeast = (release: string, since: string): boolean => rank(release) >= rank(since);

function rank(release: string): number {
  const [major = "0", minor = "0"] = release.split(".");
  return Number(major) * 1000 + Number(minor);
}

interface Row {
  readonly group: string;
  readonly versions: readonly string[];
  /** None: all kinds of the group. */
  readonly kinds: readonly string[];
  readonly removed: string;
  readonly deprecated?: string;
  /** When it is not the same group; null when there is none. */
  readonly successor?: string | null;
}

const RETIRED: readonly Row[] = [
  {
    group: "extensions",
    versions: ["v1beta1"],
    kinds: ["Deployment", "DaemonSet", "ReplicaSet"],
    removed: "1.16",
    successor: "apps",
  },
  {
    group: "extensions",
    versions: ["v1beta1"],
    kinds: ["NetworkPolicy"],
    removed: "1.16",
    successor: "networking.k8s.io",
  },
  { group: "extensions", versions: ["v1beta1"], kinds: ["Ingress"], removed: "1.22", successor: "networking.k8s.io" },
  { group: "extensions", versions: ["v1beta1"], kinds: ["PodSecurityPolicy"], removed: "1.16", successor: null },
  { group: "apps", versions: ["v1beta1", "v1beta2"], kinds: [], removed: "1.16" },
  { group: "networking.k8s.io", versions: ["v1beta1"], kinds: ["Ingress", "IngressClass"], removed: "1.22" },
  {
    group: "admissionregistration.k8s.io",
    versions: ["v1beta1"],
    kinds: ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"],
    removed: "1.22",
  },
  { group: "auditregistration.k8s.io", versions: ["v1alpha1"], kinds: ["AuditSink"], removed: "1.19", successor: null },
  { group: "settings.k8s.io", versions: ["v1alpha1"], kinds: ["PodPreset"], removed: "1.20", successor: null },
  { group: "apiextensions.k8s.io", versions: ["v1beta1"], kinds: [], removed: "1.22" },
  { group: "apiregistration.k8s.io", versions: ["v1beta1"], kinds: [], removed: "1.22" },
  { group: "authentication.k8s.io", versions: ["v1beta1"], kinds: ["TokenReview"], removed: "1.22" },
  { group: "authorization.k8s.io", versions: ["v1beta1"], kinds: [], removed: "1.22" },
  { group: "certificates.k8s.io", versions: ["v1beta1"], kinds: ["CertificateSigningRequest"], removed: "1.22" },
  { group: "coordination.k8s.io", versions: ["v1beta1"], kinds: ["Lease"], removed: "1.22" },
  { group: "rbac.authorization.k8s.io", versions: ["v1alpha1"], kinds: [], removed: "1.23" },
  { group: "rbac.authorization.k8s.io", versions: ["v1beta1"], kinds: [], removed: "1.22" },
  { group: "scheduling.k8s.io", versions: ["v1alpha1"], kinds: ["PriorityClass"], removed: "1.23" },
  { group: "scheduling.k8s.io", versions: ["v1beta1"], kinds: ["PriorityClass"], removed: "1.22" },
  {
    group: "storage.k8s.io",
    versions: ["v1beta1"],
    kinds: ["StorageClass", "CSIDriver", "CSINode", "VolumeAttachment"],
    removed: "1.22",
  },
  { group: "storage.k8s.io", versions: ["v1beta1"], kinds: ["CSIStorageCapacity"], removed: "1.27" },
  { group: "batch", versions: ["v2alpha1"], kinds: ["CronJob"], removed: "1.21" },
  { group: "batch", versions: ["v1beta1"], kinds: ["CronJob"], removed: "1.25" },
  { group: "discovery.k8s.io", versions: ["v1beta1"], kinds: ["EndpointSlice"], removed: "1.25" },
  { group: "events.k8s.io", versions: ["v1beta1"], kinds: ["Event"], removed: "1.25" },
  { group: "autoscaling", versions: ["v2beta1"], kinds: ["HorizontalPodAutoscaler"], removed: "1.25" },
  { group: "autoscaling", versions: ["v2beta2"], kinds: ["HorizontalPodAutoscaler"], removed: "1.26" },
  { group: "policy", versions: ["v1beta1"], kinds: ["PodDisruptionBudget"], removed: "1.25" },
  { group: "policy", versions: ["v1beta1"], kinds: ["PodSecurityPolicy"], removed: "1.25", successor: null },
  { group: "node.k8s.io", versions: ["v1beta1"], kinds: ["RuntimeClass"], removed: "1.25" },
  { group: "flowcontrol.apiserver.k8s.io", versions: ["v1beta1"], kinds: [], removed: "1.26", deprecated: "1.23" },
  { group: "flowcontrol.apiserver.k8s.io", versions: ["v1beta2"], kinds: [], removed: "1.29", deprecated: "1.26" },
  { group: "flowcontrol.apiserver.k8s.io", versions: ["v1beta3"], kinds: [], removed: "1.32", deprecated: "1.29" },
];
