import { isEqual, isMap, isSet, type Json, type JsonMap, listOf, mapOf, withValue } from "../../base/json.ts";
import { claimUpdateFaults, isExpansionForbidden, normal } from "./amend-claim.ts";
import { volumeUpdateFaults } from "./amend-volume.ts";
import { accept, type Held, type Result, refuse } from "./answer.ts";
import type { Stored } from "./manifest.ts";
import type { Release } from "./release.ts";
import { DECODE, FORBIDDEN, faultsOf, isDecodable, prepare } from "./validate.ts";

/** `kubectl apply` of a new version: whether the API server takes it, and what it then holds. */
export function amend(old: Stored, sent: JsonMap, objects: Held, release: Release): Result {
  const { kind } = old;
  if (!isDecodable(kind, sent)) return refuse([DECODE]);
  const merged = merge(old.json, old.sent, sent);
  const json = prepare(kind, merged, old.json, release);
  const faults = [...faultsOf(kind, json, release), ...updateFaults(kind, json, old.json, release)];
  if (faults.length > 0) return refuse([...new Set(faults)]);
  if (kind === "PersistentVolumeClaim" && isExpansionForbidden(json, old.json, objects)) return refuse([FORBIDDEN]);
  return accept(json);
}

/** Three ways: what the last version said and this one does not is taken away; what others have written stays. */
function merge(live: JsonMap, before: JsonMap, after: JsonMap): JsonMap {
  const merged: Record<string, Json | undefined> = { ...live };
  for (const key of Object.keys(before)) if (!isSet(after[key])) delete merged[key];
  for (const [key, value] of Object.entries(after)) {
    if (!isSet(value)) delete merged[key];
    else if (key === "status") merged[key] = live[key];
    else if (isMap(value) && isMap(live[key])) merged[key] = merge(mapOf(live[key]), mapOf(before[key]), value);
    else merged[key] = value;
  }
  return merged;
}

function updateFaults(kind: string, json: JsonMap, old: JsonMap, release: Release): readonly string[] {
  const changed = (...fields: readonly string[]): readonly string[] =>
    fields.filter((field) => !isEqual(json[field], old[field]));
  const spec = mapOf(json.spec);
  const oldSpec = mapOf(old.spec);
  const changedInSpec = (...fields: readonly string[]): readonly string[] =>
    fields.filter((field) => !isEqual(spec[field], oldSpec[field])).map((field) => `spec.${field}`);
  switch (kind) {
    case "PersistentVolume":
      return volumeUpdateFaults(json, old, release);
    case "PersistentVolumeClaim":
      return claimUpdateFaults(json, old, release);
    case "StorageClass":
      return changed("parameters", "provisioner", "reclaimPolicy", "volumeBindingMode");
    case "VolumeAttributesClass":
      return changed("driverName", "parameters");
    case "StatefulSet":
      return isEqual(fixedInSets(spec), fixedInSets(oldSpec)) ? [] : ["spec"];
    case "Deployment":
    case "ReplicaSet":
    case "DaemonSet":
      return changedInSpec("selector");
    case "Job":
      return changedInSpec("template", "selector");
    case "Pod":
      return isEqual(fixedInPods(spec), fixedInPods(oldSpec)) ? [] : ["spec"];
    default:
      return [];
  }
}

const MUTABLE_IN_SETS: readonly string[] = [
  "replicas",
  "ordinals",
  "template",
  "updateStrategy",
  "revisionHistoryLimit",
  "persistentVolumeClaimRetentionPolicy",
  "minReadySeconds",
];

function fixedInSets(spec: JsonMap): JsonMap {
  const templates = listOf(spec.volumeClaimTemplates)
    .map(mapOf)
    .map((template) => ({ ...template, spec: normal(mapOf(template.spec)) }));
  return { ...without(spec, MUTABLE_IN_SETS), volumeClaimTemplates: templates };
}

const without = (spec: JsonMap, fields: readonly string[]): JsonMap =>
  fields.reduce((rest, field) => withValue(rest, [field], undefined), spec);

/** ValidatePodUpdate: images, deadlines and tolerations may change, nothing that has to do with storage. */
function fixedInPods(spec: JsonMap): JsonMap {
  const images = (json: Json | undefined): readonly Json[] =>
    listOf(json).map((container) => without(mapOf(container), ["image"]));
  return {
    ...without(spec, ["activeDeadlineSeconds", "tolerations", "schedulingGates", "terminationGracePeriodSeconds"]),
    containers: images(spec.containers),
    initContainers: images(spec.initContainers),
  };
}
