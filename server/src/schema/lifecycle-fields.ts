/** Labels, annotations and fields that Kubernetes has given up. Releases as "1.22". */

export interface OldName {
  readonly since: string;
  /** First release for which it means nothing any more; undefined while it still works. */
  readonly gone: string | undefined;
  /** What takes its place, as people would write it; undefined when nothing does. */
  readonly instead: string | undefined;
}

const old = (since: string, gone: string | undefined, instead: string | undefined): OldName => ({
  since,
  gone,
  instead,
});

/** Labels of nodes: pkg/api/node/util.go. Where the new name is a label, it is on every node beside the old one. */
export const OLD_LABELS: ReadonlyMap<string, OldName> = new Map([
  ["beta.kubernetes.io/arch", old("1.14", undefined, "kubernetes.io/arch")],
  ["beta.kubernetes.io/os", old("1.14", undefined, "kubernetes.io/os")],
  ["beta.kubernetes.io/instance-type", old("1.17", undefined, "node.kubernetes.io/instance-type")],
  ["failure-domain.beta.kubernetes.io/region", old("1.17", undefined, "topology.kubernetes.io/region")],
  ["failure-domain.beta.kubernetes.io/zone", old("1.17", undefined, "topology.kubernetes.io/zone")],
  ["failure-domain.kubernetes.io/region", old("1.17", undefined, "topology.kubernetes.io/region")],
  ["failure-domain.kubernetes.io/zone", old("1.17", undefined, "topology.kubernetes.io/zone")],
  ["kubernetes.io/role", old("1.16", "1.16", undefined)],
  ["node-role.kubernetes.io/master", old("1.20", "1.25", "node-role.kubernetes.io/control-plane")],
]);

/** Annotations of objects, and those of Pods in templates too. */
export const OLD_ANNOTATIONS: ReadonlyMap<string, OldName> = new Map([
  ["kubernetes.io/ingress.class", old("1.18", undefined, "spec.ingressClassName")],
  ["volume.beta.kubernetes.io/storage-class", old("1.8", undefined, "spec.storageClassName")],
  ["volume.beta.kubernetes.io/mount-options", old("1.31", undefined, "spec.mountOptions")],
  ["volume.alpha.kubernetes.io/storage-class", old("1.6", "1.6", "spec.storageClassName")],
  [
    "storageclass.beta.kubernetes.io/is-default-class",
    old("1.6", undefined, "storageclass.kubernetes.io/is-default-class"),
  ],
  ["seccomp.security.alpha.kubernetes.io/pod", old("1.19", "1.27", "securityContext.seccompProfile")],
  ["scheduler.alpha.kubernetes.io/critical-pod", old("1.13", "1.16", "priorityClassName")],
  ["scheduler.alpha.kubernetes.io/affinity", old("1.6", "1.6", "affinity")],
  ["scheduler.alpha.kubernetes.io/tolerations", old("1.6", "1.6", "tolerations")],
  ["pod.alpha.kubernetes.io/init-containers", old("1.6", "1.8", "initContainers")],
  ["pod.beta.kubernetes.io/init-containers", old("1.6", "1.8", "initContainers")],
  ["pod.beta.kubernetes.io/hostname", old("1.3", "1.6", "hostname")],
  ["pod.beta.kubernetes.io/subdomain", old("1.3", "1.6", "subdomain")],
  ["pod.alpha.kubernetes.io/initialized", old("1.5", "1.6", undefined)],
  ["service.alpha.kubernetes.io/tolerate-unready-endpoints", old("1.11", "1.24", "spec.publishNotReadyAddresses")],
  ["service.beta.kubernetes.io/external-traffic", old("1.7", "1.8", "spec.externalTrafficPolicy")],
  ["service.kubernetes.io/topology-aware-hints", old("1.27", undefined, "service.kubernetes.io/topology-mode")],
  ["service.kubernetes.io/topology-mode", old("1.34", undefined, "spec.trafficDistribution")],
]);

/** One annotation for each container: the name of the container follows. */
export const OLD_CONTAINER_ANNOTATIONS: ReadonlyMap<string, OldName> = new Map([
  ["container.apparmor.security.beta.kubernetes.io/", old("1.30", undefined, "securityContext.appArmorProfile")],
  ["container.seccomp.security.alpha.kubernetes.io/", old("1.19", "1.27", "securityContext.seccompProfile")],
]);

/** Kinds that are served still, and should not be written any more. */
export const OLD_KINDS: ReadonlyMap<string, OldName> = new Map([
  ["v1/ComponentStatus", old("1.19", undefined, undefined)],
  ["v1/Endpoints", old("1.33", undefined, "EndpointSlice")],
]);

/** Sources of volumes that no code stands behind any more: no node of this or a later release mounts them. */
export const GONE_VOLUMES: ReadonlyMap<string, string> = new Map([
  ["cephfs", "1.31"],
  ["flocker", "1.25"],
  ["glusterfs", "1.26"],
  ["quobyte", "1.25"],
  ["rbd", "1.31"],
  ["scaleIO", "1.22"],
  ["storageos", "1.25"],
]);
