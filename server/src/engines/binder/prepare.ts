import { isSet, type Json, type JsonMap, mapOf, optionalText, textOf, withValue } from "../../base/json.ts";
import { BETA_CLASS } from "./objects.ts";
import type { Release } from "./release.ts";

/** pkg/registry/core/persistentvolume/strategy.go PrepareForCreate, after the defaults of core/v1. */
export function prepareVolume(json: JsonMap, old: JsonMap | undefined, release: Release): JsonMap {
  const spec = {
    ...mapOf(json.spec),
    volumeMode: mapOf(json.spec).volumeMode ?? "Filesystem",
    persistentVolumeReclaimPolicy: textOf(mapOf(json.spec).persistentVolumeReclaimPolicy) || "Retain",
  };
  return withoutAttributes({ ...json, spec, status: old?.status }, old, release);
}

/** pkg/registry/core/persistentvolumeclaim/strategy.go PrepareForCreate and PrepareForUpdate. */
export function prepareClaim(json: JsonMap, old: JsonMap | undefined, release: Release): JsonMap {
  const spec = { ...mapOf(json.spec), volumeMode: mapOf(json.spec).volumeMode ?? "Filesystem" };
  const prepared = withoutAttributes({ ...json, spec, status: old?.status }, old, release);
  return { ...prepared, spec: withDataSources(mapOf(prepared.spec), mapOf(old?.spec)) };
}

/** With the gate off the API server drops the class, unless the object had one already. */
function withoutAttributes(json: JsonMap, old: JsonMap | undefined, release: Release): JsonMap {
  if (release.attributesClasses || isSet(mapOf(old?.spec).volumeAttributesClassName)) return json;
  return withValue(json, ["spec", "volumeAttributesClassName"], undefined);
}

/**
 * pkg/api/persistentvolumeclaim: a reference into another namespace is dropped (its gate is off), a source that is
 * neither a claim nor a snapshot too, and what remains is copied to the field that is empty.
 */
function withDataSources(spec: JsonMap, old: JsonMap): JsonMap {
  let { dataSource, dataSourceRef } = spec;
  if (textOf(mapOf(dataSourceRef).namespace) !== "" && !isSet(old.dataSourceRef)) dataSourceRef = undefined;
  const hadSource = isSet(old.dataSource) || isSet(old.dataSourceRef);
  if (!hadSource && !isSet(dataSourceRef) && !isClaimOrSnapshot(dataSource)) dataSource = undefined;
  if (isSet(dataSource) && !isSet(dataSourceRef)) dataSourceRef = dataSource;
  else if (isSet(dataSourceRef) && !isSet(dataSource) && textOf(mapOf(dataSourceRef).namespace) === "")
    dataSource = dataSourceRef;
  return { ...spec, dataSource, dataSourceRef };
}

function isClaimOrSnapshot(source: Json | undefined): boolean {
  const { kind, apiGroup } = mapOf(source);
  const group = optionalText(apiGroup) ?? "";
  return (
    (kind === "PersistentVolumeClaim" && group === "") ||
    (kind === "VolumeSnapshot" && group === "snapshot.storage.k8s.io")
  );
}

/** plugin/pkg/admission/storage/storageclass/setdefault: on creation only, and only for claims without any class. */
export function withDefaultClass(json: JsonMap, name: string | undefined): JsonMap {
  const hasClass = BETA_CLASS in mapOf(mapOf(json.metadata).annotations) || isSet(mapOf(json.spec).storageClassName);
  return name === undefined || hasClass ? json : withValue(json, ["spec", "storageClassName"], name);
}

/** Defaults of pkg/apis/storage/v1. */
export function prepareStorageClass(json: JsonMap): JsonMap {
  return {
    ...json,
    reclaimPolicy: json.reclaimPolicy ?? "Delete",
    volumeBindingMode: json.volumeBindingMode ?? "Immediate",
  };
}
