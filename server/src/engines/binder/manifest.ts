import { at, type JsonMap, textOf } from "../../base/json.ts";
import type { Release } from "./release.ts";

/** An object as it is sent to the API server. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly json: JsonMap;
}

/** An object as the API server keeps it. */
export interface Stored {
  readonly kind: string;
  /** Empty for objects of the cluster. */
  readonly namespace: string;
  readonly name: string;
  /** With defaults, and with what controllers have written. */
  readonly json: JsonMap;
  /** What was sent last, which `kubectl apply` compares the next version with. */
  readonly sent: JsonMap;
  /** 1 for objects that came with an edit: they are newer than all others. */
  readonly era: 0 | 1;
}

const CLUSTER_KINDS: ReadonlySet<string> = new Set([
  "PersistentVolume",
  "StorageClass",
  "VolumeAttributesClass",
  "Node",
  "Namespace",
  "CSIDriver",
  "CSINode",
  "VolumeAttachment",
  "PriorityClass",
  "ClusterRole",
  "ClusterRoleBinding",
  "CustomResourceDefinition",
  "VolumeSnapshotClass",
  "VolumeSnapshotContent",
]);

export const isNamespaced = (kind: string): boolean => !CLUSTER_KINDS.has(kind);

export function namespaceOf({ kind, json }: Manifest): string {
  return isNamespaced(kind) ? textOf(at(json, "metadata", "namespace")) || "default" : "";
}

/** `KIND NAMESPACE/NAME` or `KIND NAME`. */
export function objectKey(kind: string, namespace: string, name: string): string {
  return namespace === "" ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}

/** API versions of the kinds that the binder knows; anything else is no business of ours. */
const VERSIONS: Readonly<Record<string, readonly string[]>> = {
  PersistentVolume: ["v1"],
  PersistentVolumeClaim: ["v1"],
  Pod: ["v1"],
  ReplicationController: ["v1"],
  Node: ["v1"],
  LimitRange: ["v1"],
  ResourceQuota: ["v1"],
  StorageClass: ["storage.k8s.io/v1"],
  VolumeAttributesClass: ["storage.k8s.io/v1"],
  CSIDriver: ["storage.k8s.io/v1"],
  CSIStorageCapacity: ["storage.k8s.io/v1"],
  Deployment: ["apps/v1"],
  ReplicaSet: ["apps/v1"],
  StatefulSet: ["apps/v1"],
  DaemonSet: ["apps/v1"],
  Job: ["batch/v1"],
  CronJob: ["batch/v1"],
};

/** "foreign": of a group that has a kind of the same name, or of a kind that says nothing about storage. */
export function standing({ apiVersion, kind }: Manifest, release: Release): "served" | "not-served" | "foreign" {
  const versions = VERSIONS[kind];
  if (versions === undefined) return "foreign";
  const group = (version: string): string => version.split("/").slice(0, -1).join("/");
  if (!versions.some((version) => group(version) === group(apiVersion))) return "foreign";
  if (kind === "VolumeAttributesClass" && !release.attributesClasses) return "not-served";
  return versions.includes(apiVersion) ? "served" : "not-served";
}
