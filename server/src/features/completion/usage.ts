import type { KindEntry } from "../../schema/types.ts";
import { KIND_SKELETONS } from "./kind-skeletons.ts";

/** Rank of what is not in the tables. */
const RARE = 500;

/** How often people write a field, among those of its object: 0 for the most common one. */
export function usageRank(definition: string | undefined, field: string): number {
  const name = (definition ?? "").replace(/^io\.k8s\.(?:api\.|apimachinery\.pkg\.apis\.)?/, "");
  const order = Object.hasOwn(ORDER, name) ? ORDER[name] : ROOT_ORDER;
  const rank = order?.split(" ").indexOf(field) ?? -1;
  return rank < 0 ? RARE : rank;
}

/** How often people write a kind: those with a skeleton of their own in its order, then the rest of Kubernetes. */
export function kindRank(entry: KindEntry): number {
  const rank = KIND_SKELETONS.findIndex(({ kind }) => kind === entry.kind);
  const isOwn = rank >= 0 && isBuiltIn(entry.group);
  return isOwn ? rank : isBuiltIn(entry.group) ? RARE : RARE + 1;
}

const isBuiltIn = (group: string): boolean => !group.includes(".") || group.endsWith(".k8s.io");

/** For whole objects of any kind. */
const ROOT_ORDER = "apiVersion kind metadata spec type data stringData rules subjects roleRef";

/** Fields in the order of their use in public manifests. */
const ORDER: { readonly [definition: string]: string } = {
  "meta.v1.ObjectMeta": "name namespace labels annotations generateName finalizers ownerReferences",
  "meta.v1.LabelSelector": "matchLabels matchExpressions",
  "meta.v1.LabelSelectorRequirement": "key operator values",
  "apps.v1.DeploymentSpec":
    "replicas selector template strategy revisionHistoryLimit minReadySeconds progressDeadlineSeconds paused",
  "apps.v1.StatefulSetSpec":
    "serviceName replicas selector template volumeClaimTemplates updateStrategy podManagementPolicy",
  "apps.v1.DaemonSetSpec": "selector template updateStrategy",
  "apps.v1.DeploymentStrategy": "type rollingUpdate",
  "autoscaling.v2.HorizontalPodAutoscalerSpec": "scaleTargetRef minReplicas maxReplicas metrics behavior",
  "autoscaling.v2.CrossVersionObjectReference": "apiVersion kind name",
  "autoscaling.v2.MetricSpec": "type resource pods object external containerResource",
  "autoscaling.v2.MetricTarget": "type averageUtilization averageValue value",
  "batch.v1.JobSpec": "template backoffLimit completions parallelism ttlSecondsAfterFinished activeDeadlineSeconds",
  "batch.v1.CronJobSpec":
    "schedule jobTemplate concurrencyPolicy successfulJobsHistoryLimit failedJobsHistoryLimit suspend timeZone",
  "kustomize.config.k8s.io.v1beta1.Kustomization":
    "apiVersion kind resources patches namespace images configMapGenerator components labels secretGenerator replicas namePrefix commonAnnotations generatorOptions replacements helmCharts nameSuffix transformers",
  "kustomize.config.k8s.io.v1beta1.Patch": "path target patch",
  "kustomize.config.k8s.io.v1beta1.Selector": "kind name",
  "kustomize.config.k8s.io.v1beta1.Image": "name newName newTag digest",
  "kustomize.config.k8s.io.v1beta1.Label": "pairs includeSelectors includeTemplates",
  "kustomize.config.k8s.io.v1beta1.ConfigMapArgs": "name literals files envs behavior options",
  "kustomize.config.k8s.io.v1beta1.SecretArgs": "name type literals files envs behavior options",
  "kustomize.config.k8s.io.v1beta1.ReplacementField": "source targets",
  "core.v1.PodTemplateSpec": "metadata spec",
  "core.v1.PodSpec":
    "containers initContainers volumes serviceAccountName restartPolicy nodeSelector securityContext imagePullSecrets affinity tolerations terminationGracePeriodSeconds topologySpreadConstraints hostNetwork dnsPolicy priorityClassName",
  "core.v1.Container":
    "name image imagePullPolicy command args ports env envFrom resources volumeMounts livenessProbe readinessProbe startupProbe securityContext lifecycle workingDir",
  "core.v1.ContainerPort": "name containerPort protocol hostPort",
  "core.v1.EnvVar": "name value valueFrom",
  "core.v1.EnvVarSource": "secretKeyRef configMapKeyRef fieldRef resourceFieldRef",
  "core.v1.EnvFromSource": "configMapRef secretRef prefix",
  "core.v1.ResourceRequirements": "requests limits",
  "core.v1.VolumeMount": "name mountPath readOnly subPath mountPropagation",
  "core.v1.Volume":
    "name configMap secret emptyDir persistentVolumeClaim hostPath projected nfs csi downwardAPI ephemeral",
  "core.v1.ConfigMapVolumeSource": "name items optional defaultMode",
  "core.v1.SecretVolumeSource": "secretName items optional defaultMode",
  "core.v1.KeyToPath": "key path mode",
  "core.v1.Probe":
    "httpGet exec tcpSocket grpc initialDelaySeconds periodSeconds timeoutSeconds failureThreshold successThreshold",
  "core.v1.HTTPGetAction": "path port scheme httpHeaders",
  "core.v1.SecurityContext":
    "runAsNonRoot runAsUser allowPrivilegeEscalation readOnlyRootFilesystem capabilities privileged seccompProfile runAsGroup",
  "core.v1.PodSecurityContext": "runAsNonRoot runAsUser runAsGroup fsGroup seccompProfile fsGroupChangePolicy",
  "core.v1.Capabilities": "drop add",
  "core.v1.Affinity": "podAntiAffinity nodeAffinity podAffinity",
  "core.v1.PodAffinityTerm": "labelSelector topologyKey namespaces namespaceSelector",
  "core.v1.NodeSelectorRequirement": "key operator values",
  "core.v1.Toleration": "key operator value effect tolerationSeconds",
  "core.v1.TopologySpreadConstraint": "maxSkew topologyKey whenUnsatisfiable labelSelector",
  "core.v1.ServiceSpec":
    "selector ports type clusterIP externalTrafficPolicy sessionAffinity loadBalancerClass externalName externalIPs",
  "core.v1.ServicePort": "name port targetPort protocol nodePort appProtocol",
  "core.v1.PersistentVolumeClaimSpec":
    "accessModes storageClassName resources volumeMode volumeName selector dataSource",
  "core.v1.PersistentVolumeSpec":
    "capacity accessModes persistentVolumeReclaimPolicy storageClassName volumeMode csi hostPath local nfs nodeAffinity mountOptions",
  "storage.v1.StorageClass":
    "apiVersion kind metadata provisioner parameters reclaimPolicy volumeBindingMode allowVolumeExpansion mountOptions",
  "networking.v1.IngressSpec": "ingressClassName rules tls defaultBackend",
  "networking.v1.IngressRule": "host http",
  "networking.v1.HTTPIngressPath": "path pathType backend",
  "networking.v1.IngressBackend": "service resource",
  "networking.v1.IngressServiceBackend": "name port",
  "networking.v1.ServiceBackendPort": "number name",
  "networking.v1.NetworkPolicySpec": "podSelector policyTypes ingress egress",
  "networking.v1.NetworkPolicyIngressRule": "from ports",
  "networking.v1.NetworkPolicyEgressRule": "to ports",
  "networking.v1.NetworkPolicyPeer": "podSelector namespaceSelector ipBlock",
  "networking.v1.NetworkPolicyPort": "protocol port endPort",
  "policy.v1.PodDisruptionBudgetSpec": "minAvailable maxUnavailable selector",
  "rbac.v1.PolicyRule": "apiGroups resources verbs resourceNames nonResourceURLs",
  "rbac.v1.RoleRef": "apiGroup kind name",
  "rbac.v1.Subject": "kind name namespace apiGroup",
  "apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionSpec": "group scope names versions",
  "apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionVersion":
    "name served storage schema subresources additionalPrinterColumns",
  "apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionNames":
    "kind plural singular shortNames categories listKind",
  "apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps":
    "type properties required description items enum format default additionalProperties x-kubernetes-preserve-unknown-fields",
};
