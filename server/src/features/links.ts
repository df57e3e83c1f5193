import type { Localized } from "../base/localized.ts";
import type { Span } from "../base/span.ts";
import type { Texts } from "../schema/texts.ts";
import type { Gvk } from "../schema/types.ts";
import type { DocumentContext } from "../workspace/context.ts";
import type { WorkspaceView } from "../workspace/view.ts";
import { at } from "../yaml/node.ts";
import { listedFiles } from "./listed-files.ts";

export interface DocumentLink {
  readonly span: Span;
  readonly url: string;
  readonly tooltip: Localized;
}

/** From the value of each `kind` to a page about that kind. */
export function documentLinks(context: DocumentContext, texts: Texts): readonly DocumentLink[] {
  return context.subjects.flatMap(({ resource, root }): readonly DocumentLink[] => {
    const value = at(root, "kind");
    if (!resource || value?.type !== "scalar") return [];
    const url = referencePage(resource.gvk) ?? texts.forKind(resource.gvk)?.docs;
    if (url === undefined) return [];
    const { kind } = resource.gvk;
    const tooltip = { en: `Documentation of ${kind}`, vi: `Tài liệu về ${kind}` };
    return [{ span: { start: value.start, end: value.end }, url, tooltip }];
  });
}

/** From the paths of a kustomization to the files. */
export const fileLinks = (view: WorkspaceView, context: DocumentContext): readonly DocumentLink[] =>
  listedFiles(view, context).map(({ span, file }) => ({
    span,
    url: file,
    tooltip: { en: "Open the file", vi: "Mở tệp" },
  }));

/** The page of the API reference; undefined for kinds and versions that have none. */
export function referencePage({ group, version, kind }: Gvk): string | undefined {
  const section = Object.hasOwn(SECTIONS, kind) ? SECTIONS[kind] : undefined;
  const isBuiltIn = !group.includes(".") || group.endsWith(".k8s.io");
  if (section === undefined || !isBuiltIn || !/^v\d+$/.test(version)) return undefined;
  return `https://kubernetes.io/docs/reference/kubernetes-api/${section}/${slugOf(kind)}-${version}/`;
}

/** `CSIDriver` is `csi-driver`, `HorizontalPodAutoscaler` is `horizontal-pod-autoscaler`. */
const slugOf = (kind: string): string => kind.replace(/([a-z])([A-Z])|([A-Z])([A-Z][a-z])/g, "$1$3-$2$4").toLowerCase();

const inSection = (section: string, kinds: string): readonly (readonly [kind: string, section: string])[] =>
  kinds.split(" ").map((kind) => [kind, section] as const);

/** How the API reference sorts its kinds. */
const SECTIONS: { readonly [kind: string]: string } = Object.fromEntries([
  ...inSection(
    "workload-resources",
    "Pod PodTemplate ReplicationController ReplicaSet Deployment StatefulSet ControllerRevision DaemonSet Job CronJob HorizontalPodAutoscaler PriorityClass",
  ),
  ...inSection("service-resources", "Service Endpoints EndpointSlice Ingress IngressClass"),
  ...inSection(
    "config-and-storage-resources",
    "ConfigMap Secret PersistentVolumeClaim PersistentVolume StorageClass VolumeAttachment CSIDriver CSINode CSIStorageCapacity",
  ),
  ...inSection("authentication-resources", "ServiceAccount CertificateSigningRequest TokenReview"),
  ...inSection("authorization-resources", "Role RoleBinding ClusterRole ClusterRoleBinding"),
  ...inSection(
    "policy-resources",
    "LimitRange ResourceQuota NetworkPolicy PodDisruptionBudget ValidatingAdmissionPolicy",
  ),
  ...inSection(
    "extend-resources",
    "CustomResourceDefinition MutatingWebhookConfiguration ValidatingWebhookConfiguration",
  ),
  ...inSection(
    "cluster-resources",
    "Node Namespace APIService Lease RuntimeClass FlowSchema PriorityLevelConfiguration",
  ),
]);
