import { isMap, type Json, type JsonMap } from "../base/json.ts";
import type { Gvk } from "../schema/types.ts";
import { at, type YMap, type YNode } from "../yaml/node.ts";
import { plainOf } from "./plain.ts";
import { podTemplatePath } from "./pod-templates.ts";

/** What an object has to say about storage, as kubectl would send it. Small, and independent of its document. */
export interface StoragePart {
  readonly apiVersion: string;
  readonly kind: string;
  readonly json: JsonMap;
}

/** Of volumes, claims and classes all but what kubectl adds; of Pods and what makes them, where they have claims. */
export function storagePartOf(root: YMap, gvk: Gvk): StoragePart | undefined {
  const { group, version, kind } = gvk;
  const key = `${group}/${kind}`;
  const template = POD_MAKERS.has(key) ? podTemplatePath(gvk) : undefined;
  if (!WHOLE.has(key) && !template) return undefined;
  const spec = template && at(root, ...template, "spec");
  if (template && !claims(spec) && !at(root, "spec", "volumeClaimTemplates")) return undefined;
  const json = template ? podMaker(root, template) : plainOf(root);
  if (!isMap(json) || (LIMITS.has(key) && !limitsStorage(json))) return undefined;
  return new KeptPart(group === "" ? version : `${group}/${version}`, kind, withoutNoise(json));
}

/** Thousands of objects are kept, and few are looked at: as text they take a quarter of the memory. */
class KeptPart implements StoragePart {
  readonly apiVersion: string;
  readonly kind: string;
  readonly text: string;

  constructor(apiVersion: string, kind: string, json: JsonMap) {
    this.apiVersion = apiVersion;
    this.kind = kind;
    this.text = JSON.stringify(json, (_, value: unknown) => (typeof value === "bigint" ? `${LARGE}${value}` : value));
  }

  get json(): JsonMap {
    if (!this.text.includes(LARGE_IN_JSON)) return JSON.parse(this.text);
    return JSON.parse(this.text, (_, value: unknown) =>
      typeof value === "string" && value.startsWith(LARGE) ? BigInt(value.slice(LARGE.length)) : value,
    );
  }
}

/** Before whole numbers that JSON would round. No manifest holds this character. */
const LARGE = "\u0000";
const LARGE_IN_JSON = "\\u0000";

/** Kinds that are about storage and nothing else. */
export const isOfStorage = ({ group, kind }: Gvk): boolean => WHOLE.has(`${group}/${kind}`);

const WHOLE: ReadonlySet<string> = new Set([
  "/PersistentVolume",
  "/PersistentVolumeClaim",
  "/Node",
  "storage.k8s.io/StorageClass",
  "storage.k8s.io/VolumeAttributesClass",
  "storage.k8s.io/CSIDriver",
  "storage.k8s.io/CSIStorageCapacity",
  "/LimitRange",
  "/ResourceQuota",
]);

const LIMITS: ReadonlySet<string> = new Set(["/LimitRange", "/ResourceQuota"]);

/** Most limits are about processors and memory. */
const limitsStorage = (json: JsonMap): boolean =>
  /"PersistentVolumeClaim"|"requests\.storage"|persistentvolumeclaims|storageclass\.storage\.k8s\.io/.test(
    JSON.stringify(json, (_, value: unknown) => (typeof value === "bigint" ? `${value}` : value)),
  );

/** Those whose Pods the binder follows. */
const POD_MAKERS: ReadonlySet<string> = new Set([
  "/Pod",
  "/ReplicationController",
  "apps/Deployment",
  "apps/ReplicaSet",
  "apps/StatefulSet",
  "apps/DaemonSet",
  "batch/Job",
]);

/** Whether a Pod has claims; judged before anything is copied, because most have none. */
function claims(spec: YNode | null | undefined): boolean {
  const volumes = spec ? at(spec, "volumes") : undefined;
  if (volumes?.type !== "seq") return false;
  return volumes.items.some(
    ({ value }) =>
      value !== null && (at(value, "persistentVolumeClaim") !== undefined || at(value, "ephemeral") !== undefined),
  );
}

/** Fields of a Pod that decide where it can run and what it does with its volumes. */
const SPEC_FIELDS = [
  "volumes",
  "nodeName",
  "nodeSelector",
  "affinity",
  "tolerations",
  "schedulingGates",
  "securityContext",
] as const;

function podMaker(root: YMap, path: readonly string[]): JsonMap {
  const spec = at(root, ...path, "spec");
  const pod: Record<string, Json> = {};
  for (const field of SPEC_FIELDS) {
    const node = spec ? at(spec, field) : undefined;
    if (node) pod[field] = plainOf(node);
  }
  for (const field of ["containers", "initContainers"]) {
    const node = spec ? at(spec, field) : undefined;
    if (node?.type === "seq") pod[field] = node.items.map(({ value }) => containerOf(value));
  }
  const metadata = plainOf(at(root, "metadata") ?? null);
  if (path.length === 0) return { metadata, spec: pod };
  const own: Record<string, Json> = { template: { spec: pod } };
  for (const field of OWN_FIELDS) {
    const node = at(root, "spec", field);
    if (node) own[field] = plainOf(node);
  }
  return { metadata, spec: own };
}

const OWN_FIELDS = [
  "replicas",
  "parallelism",
  "suspend",
  "ordinals",
  "selector",
  "strategy",
  "serviceName",
  "volumeClaimTemplates",
  "persistentVolumeClaimRetentionPolicy",
] as const;

function containerOf(node: YNode | null): JsonMap {
  const container: Record<string, Json> = {};
  for (const field of ["name", "volumeMounts", "volumeDevices", "securityContext"]) {
    const value = node ? at(node, field) : undefined;
    if (value) container[field] = plainOf(value);
  }
  // There must be one, but which it is concerns nobody here: others need not be asked again when it changes.
  if (node && at(node, "image")) container.image = "image";
  return container;
}

/** What `kubectl apply` remembers repeats the whole object. */
function withoutNoise(json: JsonMap): JsonMap {
  const { status: _, ...rest } = json;
  const { metadata } = rest;
  if (!isMap(metadata) || !isMap(metadata.annotations)) return rest;
  const { "kubectl.kubernetes.io/last-applied-configuration": _last, ...annotations } = metadata.annotations;
  return { ...rest, metadata: { ...metadata, annotations } };
}
