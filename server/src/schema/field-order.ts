import type { SchemaCursor } from "./cursor.ts";

/**
 * Where `key` goes among `siblings`, as people order the fields of that object: before the sibling of this index. In a
 * map that is sorted by name it goes by name; a field without a custom goes last. `otherwise` names the custom of an object
 * whose kind nobody knows.
 */
export function placeAmong(
  cursor: SchemaCursor | undefined,
  key: string,
  siblings: readonly string[],
  otherwise?: string,
): number {
  const sorted =
    siblings.length > 2 && siblings.every((name, index) => index === 0 || (siblings[index - 1] ?? "") < name);
  if (sorted) return siblings.filter((name) => name < key).length;
  const ranks = cursor ? ranksOf(cursor) : otherwise === undefined ? undefined : RANKS.get(otherwise);
  const own = ranks?.get(key);
  if (!ranks || own === undefined) return siblings.length;
  const isBefore = (name: string): boolean => (ranks.get(name) ?? own) <= own;
  let best = siblings.length;
  let least = Number.POSITIVE_INFINITY;
  for (let at = siblings.length; at >= 0; at--) {
    const inverted = siblings.filter((name, index) => isBefore(name) !== index < at).length;
    if (inverted < least) [best, least] = [at, inverted];
  }
  return best;
}

/**
 * How many neighbours stand the other way round than people write them; where nobody does so, each counts thrice, and
 * where many do, hardly.
 */
export function disorder(cursor: SchemaCursor, keys: readonly string[]): number {
  const ranks = ranksOf(cursor);
  if (!ranks) return 0;
  const known = keys.flatMap((key) => ranks.get(key) ?? []);
  const inverted = known.filter((rank, index) => index > 0 && (known[index - 1] ?? 0) > rank).length;
  const name = nameOf(cursor);
  return STRICT.has(name) ? 3 * inverted : LOOSE.has(name) ? 0.3 * inverted : inverted;
}

/** Whether people have a custom of where the field goes. */
export const hasPlace = (cursor: SchemaCursor, key: string): boolean => ranksOf(cursor)?.has(key) ?? false;

const ranksOf = (cursor: SchemaCursor): ReadonlyMap<string, number> | undefined => RANKS.get(nameOf(cursor));

/** The last part of a definition's name; empty for whole objects. */
function nameOf(cursor: SchemaCursor): string {
  const { properties = {} } = cursor.schema;
  const isObject = ["apiVersion", "kind", "metadata"].every((field) => Object.hasOwn(properties, field));
  return isObject ? "" : (cursor.definition?.split(".").at(-1) ?? "?");
}

/** Objects that read from top to bottom: what they are, then what they hold. */
const STRICT: ReadonlySet<string> = new Set(["", "PodTemplateSpec", "JobTemplateSpec"]);

/** Objects whose fields come in any order. */
const LOOSE: ReadonlySet<string> = new Set([
  "ResourceRequirements",
  "Probe",
  "SecurityContext",
  "PodSecurityContext",
  "Subject",
  "RoleRef",
  "ContainerPort",
]);

/** Counted in manifests of many projects, each project having one vote. The nameless one is that of whole objects. */
const ORDER: Readonly<Record<string, string>> = {
  "":
    "apiVersion kind metadata automountServiceAccountToken addressType ports endpoints value globalDefault description " +
    "aggregationRule rules driverName webhooks provisioner parameters reclaimPolicy volumeBindingMode " +
    "allowVolumeExpansion mountOptions subsets type stringData data roleRef subjects spec status",
  ObjectMeta: "generateName creationTimestamp name namespace annotations labels",
  Container:
    "name image command args imagePullPolicy tty resources securityContext env ports lifecycle livenessProbe " +
    "readinessProbe volumeMounts volumeDevices",
  PolicyRule: "apiGroups resources resourceNames nonResourceURLs verbs",
  PodSpec:
    "automountServiceAccountToken hostPID hostIPC hostNetwork serviceAccount topologySpreadConstraints affinity " +
    "dnsPolicy serviceAccountName terminationGracePeriodSeconds initContainers enableServiceLinks priorityClassName " +
    "hostAliases containers hostname subdomain imagePullSecrets dnsConfig restartPolicy securityContext nodeSelector " +
    "tolerations volumes",
  EnvVar: "name valueFrom value",
  VolumeMount: "name mountPath mountPropagation readOnly subPath subPathExpr",
  ServicePort: "name port protocol targetPort appProtocol nodePort",
  Volume: "name",
  ServiceSpec: "type clusterIP ports externalName externalTrafficPolicy selector externalIPs sessionAffinity",
  Probe:
    "httpGet exec initialDelaySeconds grpc periodSeconds successThreshold failureThreshold tcpSocket timeoutSeconds",
  PodTemplateSpec: "metadata spec",
  JobTemplateSpec: "metadata spec",
  ContainerPort: "containerPort name hostPort protocol",
  DeploymentSpec: "replicas minReadySeconds revisionHistoryLimit progressDeadlineSeconds strategy selector template",
  Subject: "kind name namespace apiGroup",
  RoleRef: "apiGroup kind name",
  SecurityContext:
    "allowPrivilegeEscalation runAsNonRoot privileged runAsUser runAsGroup capabilities readOnlyRootFilesystem " +
    "seccompProfile",
  ResourceRequirements: "limits requests",
  PodSecurityContext: "fsGroup runAsNonRoot seccompProfile runAsUser runAsGroup",
  HTTPGetAction: "httpHeaders path port scheme",
  PersistentVolumeClaimSpec: "volumeMode storageClassName dataSource accessModes resources selector volumeName",
  PersistentVolumeSpec:
    "capacity volumeMode accessModes persistentVolumeReclaimPolicy storageClassName local nodeAffinity hostPath nfs " +
    "mountOptions",
  NetworkPolicySpec: "podSelector policyTypes ingress egress",
  NetworkPolicyPort: "protocol port endPort",
  NetworkPolicyIngressRule: "from ports",
  NetworkPolicyEgressRule: "to ports",
  HorizontalPodAutoscalerSpec: "scaleTargetRef minReplicas maxReplicas targetCPUUtilizationPercentage metrics behavior",
  DaemonSetSpec: "selector updateStrategy template",
  ReplicationControllerSpec: "replicas selector template",
  ReplicaSetSpec: "replicas selector template",
  StatefulSetSpec: "serviceName replicas minReadySeconds revisionHistoryLimit selector template volumeClaimTemplates",
  CrossVersionObjectReference: "apiVersion kind name",
  HostPathVolumeSource: "path type",
  ConfigMapVolumeSource: "name defaultMode items optional",
  HTTPIngressPath: "path pathType backend",
  KeyToPath: "key path mode",
  JobSpec: "ttlSecondsAfterFinished activeDeadlineSeconds template parallelism completions backoffLimit",
  CronJobSpec: "schedule timeZone concurrencyPolicy suspend jobTemplate",
  ObjectFieldSelector: "apiVersion fieldPath",
  LabelSelectorRequirement: "key operator values",
};

const RANKS: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map(
  Object.entries(ORDER).map(([name, fields]) => [
    name,
    new Map(fields.split(" ").map((field, index) => [field, index])),
  ]),
);
