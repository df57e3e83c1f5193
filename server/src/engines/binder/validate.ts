import { type Json, type JsonMap, listOf, mapOf, numberOf, stringsOf, textOf, textsOf } from "../../base/json.ts";
import { isDnsLabel } from "../../base/names.ts";
import { decodes, type Shape } from "./decode.ts";
import { isNamespaced } from "./manifest.ts";
import { metadataFaults } from "./names.ts";
import { prepareClaim, prepareStorageClass, prepareVolume } from "./prepare.ts";
import type { Release } from "./release.ts";
import * as shapes from "./shapes.ts";
import { claimSpecFaults } from "./validate-claim.ts";
import { attributesClassFaults, storageClassFaults } from "./validate-class.ts";
import { podSpecFaults } from "./validate-pod.ts";
import { volumeFaults } from "./validate-volume.ts";

export const DECODE = "(decode)";
export const FORBIDDEN = "(forbidden)";

const SHAPES: Readonly<Record<string, Shape>> = {
  PersistentVolume: shapes.VOLUME,
  PersistentVolumeClaim: shapes.CLAIM,
  StorageClass: shapes.STORAGE_CLASS,
  VolumeAttributesClass: shapes.ATTRIBUTES_CLASS,
  Pod: shapes.POD,
  Deployment: shapes.WORKLOAD,
  ReplicaSet: shapes.WORKLOAD,
  ReplicationController: shapes.WORKLOAD,
  DaemonSet: shapes.WORKLOAD,
  Job: shapes.WORKLOAD,
  CronJob: shapes.CRON_JOB,
  StatefulSet: shapes.STATEFUL_SET,
  Node: shapes.NODE,
};

/** Whether the API server can read the object at all. */
export const isDecodable = (kind: string, json: JsonMap): boolean => decodes(json, SHAPES[kind] ?? shapes.OTHER);

/** The object as it is stored; `old` is the stored one that it replaces. */
export function prepare(kind: string, json: JsonMap, old: JsonMap | undefined, release: Release): JsonMap {
  switch (kind) {
    case "PersistentVolume":
      return prepareVolume(json, old, release);
    case "PersistentVolumeClaim":
      return prepareClaim(json, old, release);
    case "StorageClass":
      return prepareStorageClass(json);
    default:
      return json;
  }
}

/** Paths of everything that the API server finds wrong with a prepared object, each once. */
export function faultsOf(kind: string, json: JsonMap, release: Release): readonly string[] {
  const faults = [...objectFaults(kind, json), ...kindFaults(kind, json, release)];
  return faults.length < 2 ? faults : [...new Set(faults)];
}

function objectFaults(kind: string, json: JsonMap): readonly string[] {
  const metadata = mapOf(json.metadata);
  const namespace = textOf(metadata.namespace);
  const faults = metadataFaults({
    name: textOf(metadata.name),
    generateName: textOf(metadata.generateName),
    labels: stringsOf(metadata.labels),
    annotations: stringsOf(metadata.annotations),
    finalizers: textsOf(metadata.finalizers),
  });
  const misplaced = isNamespaced(kind) && namespace !== "" && !isDnsLabel(namespace);
  return [...faults, ...(misplaced ? ["metadata.namespace"] : []), ...ownerFaults(listOf(metadata.ownerReferences))];
}

/** apimachinery `api/validation` validateOwnerReference, whose paths do not say which reference. */
function ownerFaults(owners: readonly Json[]): readonly string[] {
  return owners.flatMap((owner) =>
    ["apiVersion", "kind", "name", "uid"].flatMap((field) =>
      textOf(mapOf(owner)[field]) === "" ? [`metadata.ownerReferences.${field}`] : [],
    ),
  );
}

function kindFaults(kind: string, json: JsonMap, release: Release): readonly string[] {
  const spec = mapOf(json.spec);
  switch (kind) {
    case "PersistentVolume":
      return volumeFaults(json, release);
    case "PersistentVolumeClaim":
      return claimSpecFaults(spec, "spec", release);
    case "StorageClass":
      return storageClassFaults(json);
    case "VolumeAttributesClass":
      return attributesClassFaults(json);
    case "Pod":
      return podSpecFaults(spec, textOf(mapOf(json.metadata).name), "spec", release, []);
    case "StatefulSet":
      return statefulSetFaults(spec, textOf(mapOf(json.metadata).name), release);
    case "Deployment":
    case "ReplicaSet":
    case "ReplicationController":
    case "DaemonSet":
    case "Job":
      return templateFaults(mapOf(spec.template), "spec.template", release);
    case "CronJob":
      return templateFaults(
        mapOf(mapOf(mapOf(spec.jobTemplate).spec).template),
        "spec.jobTemplate.spec.template",
        release,
      );
    default:
      return [];
  }
}

const templateFaults = (template: JsonMap, path: string, release: Release): readonly string[] =>
  podSpecFaults(mapOf(template.spec), "", `${path}.spec`, release, []);

/** apps/validation ValidateStatefulSetSpec; templates are looked into from 1.34. */
function statefulSetFaults(spec: JsonMap, name: string, release: Release): readonly string[] {
  const policy = mapOf(spec.persistentVolumeClaimRetentionPolicy);
  const unknown = ["whenDeleted", "whenScaled"].filter(
    (field) => !["", "Retain", "Delete"].includes(textOf(policy[field])),
  );
  return [
    ...(name === "" || isDnsLabel(name) || !release.checksStatefulSets ? [] : ["metadata.name"]),
    ...((numberOf(spec.replicas) ?? 0) < 0 ? ["spec.replicas"] : []),
    ...unknown.map((field) => `spec.persistentVolumeClaimRetentionPolicy.${field}`),
    ...(release.checksStatefulSets ? claimTemplateFaults(spec, release) : []),
  ];
}

/** Claim templates are volumes of the pods; a volume of the same name gives way. */
function claimTemplateFaults(spec: JsonMap, release: Release): readonly string[] {
  const templates = listOf(spec.volumeClaimTemplates).map(mapOf);
  const names = [...new Set(templates.map((template) => textOf(mapOf(template.metadata).name)))];
  const added = names.map((name): JsonMap => ({ name, persistentVolumeClaim: { claimName: name } }));
  return [
    ...templates.flatMap((template, index) =>
      claimSpecFaults(mapOf(template.spec), `spec.volumeClaimTemplates[${index}].spec`, release),
    ),
    ...podSpecFaults(mapOf(mapOf(spec.template).spec), "", "spec.template.spec", release, added),
  ];
}
