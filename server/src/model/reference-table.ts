import type { KindFromSiblings, KindName, OfferRow, ReferenceRow } from "./reference-row.ts";

const core = (kind: string): KindName => ({ group: "", kind });
const apps = (kind: string): KindName => ({ group: "apps", kind });

const CONFIG_MAP = core("ConfigMap");
const CRD: KindName = { group: "apiextensions.k8s.io", kind: "CustomResourceDefinition" };
const GATEWAY: KindName = { group: "gateway.networking.k8s.io", kind: "Gateway" };
const NAMESPACE = core("Namespace");
export const POD = core("Pod");
const PV = core("PersistentVolume");
const PVC = core("PersistentVolumeClaim");
const SECRET = core("Secret");
const SERVICE = core("Service");
const SERVICE_ACCOUNT = core("ServiceAccount");
const STORAGE_CLASS: KindName = { group: "storage.k8s.io", kind: "StorageClass" };

const API_VERSIONED: KindFromSiblings = { kindAt: "kind", groupAt: "apiVersion" };
const TYPED: KindFromSiblings = { kindAt: "kind", groupAt: "apiGroup" };
const or = (otherwise: KindName, groupAt = "group"): KindFromSiblings => ({ kindAt: "kind", groupAt, otherwise });

const ISSUER: KindName = { group: "cert-manager.io", kind: "Issuer" };
const SECRET_STORE: KindName = { group: "external-secrets.io", kind: "SecretStore" };
const FLUX_SOURCE: KindName = { group: "source.toolkit.fluxcd.io", kind: "GitRepository" };

/** Where a kind holds the template of its Pods: `metadata` and `spec`. A Pod is its own. */
export const POD_TEMPLATES: readonly (readonly [from: string, path: string])[] = [
  ["/Pod", ""],
  ["/PodTemplate", "template"],
  ["/ReplicationController", "spec.template"],
  ["apps/Deployment|ReplicaSet|StatefulSet|DaemonSet", "spec.template"],
  ["extensions/Deployment|ReplicaSet|DaemonSet", "spec.template"],
  ["batch/Job", "spec.template"],
  ["batch/CronJob", "spec.jobTemplate.spec.template"],
  ["argoproj.io/Rollout", "spec.template"],
  ["serving.knative.dev/Service|Configuration", "spec.template"],
];

/** Groups that the API server serves by itself: no CustomResourceDefinition brings their kinds. */
export const isBuiltInGroup = (group: string): boolean => !group.includes(".") || BUILT_IN_GROUPS.test(group);

const BUILT_IN_GROUPS =
  /^(?:admissionregistration|apiextensions|apiregistration|authentication|authorization|certificates|coordination|discovery|events|flowcontrol\.apiserver|internal\.apiserver|networking|node|rbac\.authorization|resource|scheduling|storage|storagemigration)\.k8s\.io$/;

/** Where a PodSpec holds containers. */
export const CONTAINERS = "containers|initContainers|ephemeralContainers[]";

const HTTP_BACKEND = "spec.rules[].http.paths[].backend";
const WEBHOOKS = "admissionregistration.k8s.io/MutatingWebhookConfiguration|ValidatingWebhookConfiguration";
const ROUTES = "gateway.networking.k8s.io/HTTPRoute|GRPCRoute|TCPRoute|TLSRoute|UDPRoute";
const AFFINITY = "affinity.podAffinity|podAntiAffinity";
const CSI_SECRETS =
  "controllerPublishSecretRef|nodeStageSecretRef|nodePublishSecretRef|controllerExpandSecretRef|nodeExpandSecretRef";

/**
 * Every way in which one object mentions another, one line each. Definition, references, highlight, completion of names
 * and the rules about references all read this table and nothing else.
 */
// biome-ignore format: one row, one line.
export const REFERENCES: readonly ReferenceRow[] = [
  // Any object.
  { from: "*", path: "metadata.namespace", by: "name", to: NAMESPACE },
  { from: "*", path: "metadata.ownerReferences[].name", by: "name", to: API_VERSIONED },
  { from: "*", path: "kind", by: "kind", to: CRD },

  // Pods, wherever their template stands.
  { from: "PodSpec", path: "serviceAccountName|serviceAccount", by: "name", to: SERVICE_ACCOUNT },
  { from: "PodSpec", path: "priorityClassName", by: "name", to: { group: "scheduling.k8s.io", kind: "PriorityClass" } },
  { from: "PodSpec", path: "runtimeClassName", by: "name", to: { group: "node.k8s.io", kind: "RuntimeClass" } },
  { from: "PodSpec", path: "nodeName", by: "name", to: core("Node") },
  { from: "PodSpec", path: "imagePullSecrets[].name", by: "name", to: SECRET },
  { from: "PodSpec", path: "volumes[].configMap.name", by: "name", to: CONFIG_MAP, optional: "optional" },
  { from: "PodSpec", path: "volumes[].configMap.items[].key", by: "key", to: CONFIG_MAP, of: "../name", optional: "../optional" },
  { from: "PodSpec", path: "volumes[].secret.secretName", by: "name", to: SECRET, optional: "optional" },
  { from: "PodSpec", path: "volumes[].secret.items[].key", by: "key", to: SECRET, of: "../secretName", optional: "../optional" },
  { from: "PodSpec", path: "volumes[].projected.sources[].configMap.name", by: "name", to: CONFIG_MAP, optional: "optional" },
  { from: "PodSpec", path: "volumes[].projected.sources[].configMap.items[].key", by: "key", to: CONFIG_MAP, of: "../name", optional: "../optional" },
  { from: "PodSpec", path: "volumes[].projected.sources[].secret.name", by: "name", to: SECRET, optional: "optional" },
  { from: "PodSpec", path: "volumes[].projected.sources[].secret.items[].key", by: "key", to: SECRET, of: "../name", optional: "../optional" },
  { from: "PodSpec", path: "volumes[].persistentVolumeClaim.claimName", by: "name", to: PVC },
  { from: "PodSpec", path: "volumes[].ephemeral.volumeClaimTemplate.spec.storageClassName", by: "name", to: STORAGE_CLASS },
  { from: "PodSpec", path: "volumes[].csi.nodePublishSecretRef.name", by: "name", to: SECRET },
  { from: "PodSpec", path: "volumes[].cephfs|flexVolume|iscsi|rbd|scaleIO|storageos.secretRef.name", by: "name", to: SECRET },
  { from: "PodSpec", path: "volumes[].azureFile.secretName", by: "name", to: SECRET },
  { from: "PodSpec", path: "resourceClaims[].resourceClaimName", by: "name", to: { group: "resource.k8s.io", kind: "ResourceClaim" } },
  { from: "PodSpec", path: "resourceClaims[].resourceClaimTemplateName", by: "name", to: { group: "resource.k8s.io", kind: "ResourceClaimTemplate" } },
  { from: "PodSpec", path: "topologySpreadConstraints[].labelSelector", by: "selector", to: POD, empty: "all" },
  { from: "PodSpec", path: `${AFFINITY}.requiredDuringSchedulingIgnoredDuringExecution[].labelSelector`, by: "selector", to: POD, empty: "all", anyIf: ["namespaces", "namespaceSelector"] },
  { from: "PodSpec", path: `${AFFINITY}.preferredDuringSchedulingIgnoredDuringExecution[].podAffinityTerm.labelSelector`, by: "selector", to: POD, empty: "all", anyIf: ["namespaces", "namespaceSelector"] },

  // Containers of every sort.
  { from: "Container", path: "envFrom[].configMapRef.name", by: "name", to: CONFIG_MAP, optional: "optional" },
  { from: "Container", path: "envFrom[].secretRef.name", by: "name", to: SECRET, optional: "optional" },
  { from: "Container", path: "env[].valueFrom.configMapKeyRef.name", by: "name", to: CONFIG_MAP, optional: "optional" },
  { from: "Container", path: "env[].valueFrom.configMapKeyRef.key", by: "key", to: CONFIG_MAP, of: "name", optional: "optional" },
  { from: "Container", path: "env[].valueFrom.secretKeyRef.name", by: "name", to: SECRET, optional: "optional" },
  { from: "Container", path: "env[].valueFrom.secretKeyRef.key", by: "key", to: SECRET, of: "name", optional: "optional" },
  { from: "Container", path: "volumeMounts[].name", by: "local", part: "volume" },
  { from: "Container", path: "volumeDevices[].name", by: "local", part: "volume" },
  { from: "Container", path: "livenessProbe|readinessProbe|startupProbe.httpGet|tcpSocket.port", by: "local", part: "container-port" },
  { from: "Container", path: "lifecycle.postStart|preStop.httpGet|tcpSocket.port", by: "local", part: "container-port" },

  // Workloads.
  { from: "apps/Deployment|ReplicaSet|StatefulSet|DaemonSet", path: "spec.selector", by: "selector", to: POD, empty: "none", own: true },
  { from: "/ReplicationController", path: "spec.selector", by: "selector", to: POD, empty: "none", own: true },
  { from: "apps/StatefulSet", path: "spec.serviceName", by: "name", to: SERVICE },
  { from: "apps/StatefulSet", path: "spec.volumeClaimTemplates[].spec.storageClassName", by: "name", to: STORAGE_CLASS },
  { from: "policy/PodDisruptionBudget", path: "spec.selector", by: "selector", to: POD, empty: "all" },
  { from: "autoscaling/HorizontalPodAutoscaler", path: "spec.scaleTargetRef.name", by: "name", to: API_VERSIONED },
  { from: "autoscaling/HorizontalPodAutoscaler", path: "spec.metrics[].object.describedObject.name", by: "name", to: API_VERSIONED },
  { from: "autoscaling.k8s.io/VerticalPodAutoscaler", path: "spec.targetRef.name", by: "name", to: API_VERSIONED },
  { from: "keda.sh/ScaledObject", path: "spec.scaleTargetRef.name", by: "name", to: or(apps("Deployment"), "apiVersion") },

  // Identity and permissions.
  { from: "/ServiceAccount", path: "secrets[].name", by: "name", to: SECRET },
  { from: "/ServiceAccount", path: "imagePullSecrets[].name", by: "name", to: SECRET },
  { from: "rbac.authorization.k8s.io/RoleBinding|ClusterRoleBinding", path: "roleRef.name", by: "name", to: TYPED },
  { from: "rbac.authorization.k8s.io/RoleBinding|ClusterRoleBinding", path: "subjects[].name", by: "name", to: { kindAt: "kind", only: ["ServiceAccount"], otherwise: SERVICE_ACCOUNT }, namespace: "namespace" },

  // Network.
  { from: "/Service", path: "spec.selector", by: "selector", to: POD, empty: "none" },
  { from: "/Service", path: "spec.ports[].targetPort", by: "port", to: POD, of: "../selector" },
  { from: "networking.k8s.io/NetworkPolicy", path: "spec.podSelector", by: "selector", to: POD, empty: "all" },
  { from: "networking.k8s.io/NetworkPolicy", path: "spec.ingress[].ports[].port", by: "port", to: POD, of: "../../podSelector" },
  { from: "networking.k8s.io/NetworkPolicy", path: "spec.ingress[].from[].podSelector", by: "selector", to: POD, empty: "all", anyIf: ["namespaceSelector"] },
  { from: "networking.k8s.io/NetworkPolicy", path: "spec.egress[].to[].podSelector", by: "selector", to: POD, empty: "all", anyIf: ["namespaceSelector"] },
  { from: "networking.k8s.io/NetworkPolicy", path: "spec.ingress[].from[].namespaceSelector", by: "selector", to: NAMESPACE, empty: "all" },
  { from: "networking.k8s.io/NetworkPolicy", path: "spec.egress[].to[].namespaceSelector", by: "selector", to: NAMESPACE, empty: "all" },
  { from: "networking.k8s.io/Ingress", path: "spec.ingressClassName", by: "name", to: { group: "networking.k8s.io", kind: "IngressClass" } },
  { from: "networking.k8s.io/Ingress", path: "spec.tls[].secretName", by: "name", to: SECRET },
  { from: "networking.k8s.io/Ingress", path: "spec.defaultBackend.service.name", by: "name", to: SERVICE },
  { from: "networking.k8s.io/Ingress", path: "spec.defaultBackend.service.port.name|number", by: "port", to: SERVICE, of: "../name" },
  { from: "networking.k8s.io/Ingress", path: `${HTTP_BACKEND}.service.name`, by: "name", to: SERVICE },
  { from: "networking.k8s.io/Ingress", path: `${HTTP_BACKEND}.service.port.name|number`, by: "port", to: SERVICE, of: "../name" },
  { from: "networking.k8s.io/Ingress", path: `${HTTP_BACKEND}.resource.name`, by: "name", to: TYPED },
  { from: "networking.k8s.io/Ingress", path: `${HTTP_BACKEND}.serviceName`, by: "name", to: SERVICE },
  { from: "networking.k8s.io/Ingress", path: `${HTTP_BACKEND}.servicePort`, by: "port", to: SERVICE, of: "serviceName" },
  { from: "extensions/Ingress", path: `${HTTP_BACKEND}.serviceName`, by: "name", to: SERVICE },
  { from: "extensions/Ingress", path: `${HTTP_BACKEND}.servicePort`, by: "port", to: SERVICE, of: "serviceName" },
  { from: "gateway.networking.k8s.io/Gateway", path: "spec.gatewayClassName", by: "name", to: { group: "gateway.networking.k8s.io", kind: "GatewayClass" } },
  { from: "gateway.networking.k8s.io/Gateway", path: "spec.listeners[].tls.certificateRefs[].name", by: "name", to: or(SECRET), namespace: "namespace" },
  { from: ROUTES, path: "spec.parentRefs[].name", by: "name", to: or(GATEWAY), namespace: "namespace" },
  { from: ROUTES, path: "spec.parentRefs[].sectionName", by: "key", part: "listener", to: or(GATEWAY), of: "name", namespace: "namespace" },
  { from: ROUTES, path: "spec.rules[].backendRefs[].name", by: "name", to: or(SERVICE), namespace: "namespace" },
  { from: ROUTES, path: "spec.rules[].backendRefs[].port", by: "port", to: or(SERVICE), of: "name", namespace: "namespace" },
  { from: ROUTES, path: "spec.rules[].filters[].requestMirror.backendRef.name", by: "name", to: or(SERVICE), namespace: "namespace" },

  // Storage.
  { from: "/PersistentVolumeClaim", path: "spec.storageClassName", by: "name", to: STORAGE_CLASS },
  { from: "/PersistentVolumeClaim", path: "spec.volumeName", by: "name", to: PV },
  { from: "/PersistentVolumeClaim", path: "spec.dataSource|dataSourceRef.name", by: "name", to: or(PVC, "apiGroup"), namespace: "namespace" },
  { from: "/PersistentVolume", path: "spec.storageClassName", by: "name", to: STORAGE_CLASS },
  { from: "/PersistentVolume", path: "spec.claimRef.name", by: "name", to: PVC, namespace: "namespace" },
  { from: "/PersistentVolume", path: `spec.csi.${CSI_SECRETS}.name`, by: "name", to: SECRET, namespace: "namespace" },
  { from: "snapshot.storage.k8s.io/VolumeSnapshot", path: "spec.source.persistentVolumeClaimName", by: "name", to: PVC },
  { from: "snapshot.storage.k8s.io/VolumeSnapshot", path: "spec.volumeSnapshotClassName", by: "name", to: { group: "snapshot.storage.k8s.io", kind: "VolumeSnapshotClass" } },

  // Extensions of the API server.
  { from: WEBHOOKS, path: "webhooks[].clientConfig.service.name", by: "name", to: SERVICE, namespace: "namespace" },
  { from: "apiregistration.k8s.io/APIService", path: "spec.service.name", by: "name", to: SERVICE, namespace: "namespace" },
  { from: "apiextensions.k8s.io/CustomResourceDefinition", path: "spec.conversion.webhook.clientConfig.service.name", by: "name", to: SERVICE, namespace: "namespace" },

  // Well-known custom resources.
  { from: "monitoring.coreos.com/ServiceMonitor", path: "spec.selector", by: "selector", to: SERVICE, empty: "all", anyIf: ["namespaceSelector"] },
  { from: "monitoring.coreos.com/PodMonitor", path: "spec.selector", by: "selector", to: POD, empty: "all", anyIf: ["namespaceSelector"] },
  { from: "cert-manager.io/Certificate", path: "spec.issuerRef.name", by: "name", to: or(ISSUER) },
  { from: "external-secrets.io/ExternalSecret", path: "spec.secretStoreRef.name", by: "name", to: or(SECRET_STORE, "") },
  { from: "kustomize.toolkit.fluxcd.io/Kustomization", path: "spec.sourceRef.name", by: "name", to: or(FLUX_SOURCE, ""), namespace: "namespace" },
  { from: "helm.toolkit.fluxcd.io/HelmRelease", path: "spec.chart.spec.sourceRef.name", by: "name", to: or(FLUX_SOURCE, ""), namespace: "namespace" },

  // Objects that a controller or kustomize makes from this one.
  { from: "cert-manager.io/Certificate", path: "spec.secretName", by: "makes", to: SECRET },
  { from: "bitnami.com/SealedSecret", path: "metadata.name", by: "makes", to: SECRET },
  { from: "external-secrets.io/ExternalSecret", path: "metadata.name", by: "makes", to: SECRET },
  { from: "external-secrets.io/ExternalSecret", path: "spec.target.name", by: "makes", to: SECRET },
  { from: "kustomize.config.k8s.io/Kustomization|Component", path: "configMapGenerator[].name", by: "makes", to: CONFIG_MAP },
  { from: "kustomize.config.k8s.io/Kustomization|Component", path: "secretGenerator[].name", by: "makes", to: SECRET },
];

/** Parts of objects that the rows above may name. */
export const OFFERS: readonly OfferRow[] = [
  { from: "/ConfigMap", path: "data|binaryData.*", part: "key" },
  { from: "/Secret", path: "data|stringData.*", part: "key" },
  {
    from: "/Service",
    path: "spec.ports[]",
    part: "service-port",
    name: "name",
    number: "port",
    details: { protocol: "protocol", target: "targetPort", node: "nodePort" },
  },
  {
    from: "Container",
    path: "ports[]",
    part: "container-port",
    name: "name",
    number: "containerPort",
    details: { protocol: "protocol", node: "hostPort" },
  },
  { from: "PodSpec", path: "volumes[].name", part: "volume" },
  { from: "apps/StatefulSet", path: "spec.volumeClaimTemplates[].metadata.name", part: "volume" },
  { from: "gateway.networking.k8s.io/Gateway", path: "spec.listeners[].name", part: "listener" },
  { from: "apiextensions.k8s.io/CustomResourceDefinition", path: "spec.names.kind", part: "kind" },
];
