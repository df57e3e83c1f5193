import {
  at,
  isEqual,
  isSet,
  type JsonMap,
  mapOf,
  optionalText,
  stringsOf,
  textOf,
  withValue,
} from "../../base/json.ts";
import type { Held } from "./answer.ts";
import { objectKey } from "./manifest.ts";
import { BETA_CLASS } from "./objects.ts";
import { type Quantity, storedQuantity } from "./quantity.ts";
import type { Release } from "./release.ts";

const REQUEST = "spec.resources.requests.storage";
const ATTRIBUTES = "spec.volumeAttributesClassName";

/** pkg/apis/core/validation ValidatePersistentVolumeClaimUpdate, without what holds for new claims too. */
export function claimUpdateFaults(json: JsonMap, old: JsonMap, release: Release): readonly string[] {
  const spec = mapOf(json.spec);
  const oldSpec = mapOf(old.spec);
  const wasBound = mapOf(old.status).phase === "Bound";
  const movesToField = isUpgradeFromAnnotation(json, old);
  const annotation = annotationOf(json) === annotationOf(old) || movesToField;
  const isUpgrade = movesToField || isUpgradeFromNothing(json, old);
  const comparable = forgive(spec, oldSpec, wasBound, isUpgrade, release);
  return [
    ...(annotation ? [] : [`metadata.annotations.${BETA_CLASS}`]),
    ...(isEqual(normal(comparable), normal(oldSpec)) ? [] : ["spec"]),
    ...shrinkFaults(requestOf(json), requestOf(old), storedQuantity(at(old.status, "capacity", "storage")), release),
    ...(isEqual(spec.volumeMode, oldSpec.volumeMode) ? [] : ["volumeMode"]),
    ...attributesFaults(spec, old, release),
  ];
}

const annotationOf = (json: JsonMap): string => stringsOf(at(json, "metadata", "annotations")).get(BETA_CLASS) ?? "";

const requestOf = (json: JsonMap): Quantity => storedQuantity(at(json, "spec", "resources", "requests", "storage"));

/** The new spec with everything put back that may change. */
function forgive(spec: JsonMap, old: JsonMap, wasBound: boolean, isUpgrade: boolean, release: Release): JsonMap {
  let result = spec;
  if (textOf(old.volumeName) === "") result = withValue(result, ["volumeName"], old.volumeName);
  if (isUpgrade) result = withValue(result, ["storageClassName"], old.storageClassName);
  if (!wasBound) return result;
  if (isSet(at(spec.resources, "requests")))
    result = withValue(result, ["resources", "requests", "storage"], at(old.resources, "requests", "storage"));
  // Up to 1.33 taking the class away was no change of the class, but of the spec.
  if (release.attributesClasses || isSet(spec.volumeAttributesClassName))
    result = withValue(result, ["volumeAttributesClassName"], old.volumeAttributesClassName);
  return result;
}

/** Quantities by their amount: `1Gi` and `1024Mi` are one. */
export function normal(spec: JsonMap): JsonMap {
  const amounts = (field: string): JsonMap =>
    Object.fromEntries(
      Object.entries(mapOf(at(spec.resources, field))).map(([name, amount]) => [name, storedQuantity(amount)]),
    );
  return { ...spec, resources: { requests: amounts("requests"), limits: amounts("limits") } };
}

/** validateStorageClassUpgradeFromAnnotation: the annotation's value may move to the field. */
function isUpgradeFromAnnotation(json: JsonMap, old: JsonMap): boolean {
  const before = stringsOf(at(old, "metadata", "annotations")).get(BETA_CLASS);
  const after = stringsOf(at(json, "metadata", "annotations")).get(BETA_CLASS);
  if (before === undefined || isSet(at(old, "spec", "storageClassName"))) return false;
  return optionalText(at(json, "spec", "storageClassName")) === before && (after === undefined || after === before);
}

/** validateStorageClassUpgradeFromNil. */
function isUpgradeFromNothing(json: JsonMap, old: JsonMap): boolean {
  const before = stringsOf(at(old, "metadata", "annotations")).get(BETA_CLASS);
  const after = optionalText(at(json, "spec", "storageClassName"));
  if (after === undefined || isSet(at(old, "spec", "storageClassName"))) return false;
  return before === undefined || after === before;
}

function shrinkFaults(size: Quantity, old: Quantity, actual: Quantity, release: Release): readonly string[] {
  if (size >= old) return [];
  return !release.recoversExpansion || size <= actual ? [REQUEST] : [];
}

/** A class that the volume has already cannot be taken away; one that was never applied can. */
function attributesFaults(spec: JsonMap, old: JsonMap, release: Release): readonly string[] {
  const before = optionalText(at(old.spec, "volumeAttributesClassName"));
  const after = optionalText(spec.volumeAttributesClassName);
  if (before === after) return [];
  if (!release.attributesClasses) return [ATTRIBUTES];
  const isApplied = isSet(at(old.status, "currentVolumeAttributesClassName"));
  return isApplied && (after ?? "") === "" ? [ATTRIBUTES] : [];
}

/** plugin/pkg/admission/storage/persistentvolume/resize: who may grow. */
export function isExpansionForbidden(json: JsonMap, old: JsonMap, objects: Held): boolean {
  if (requestOf(json) <= requestOf(old)) return false;
  if (mapOf(old.status).phase !== "Bound") return true;
  const [before, after] = [classNameOf(old), classNameOf(json)];
  if (after === "" || before !== after) return true;
  return objects.get(objectKey("StorageClass", "", after))?.json.allowVolumeExpansion !== true;
}

const classNameOf = (json: JsonMap): string =>
  stringsOf(at(json, "metadata", "annotations")).get(BETA_CLASS) ?? textOf(at(json, "spec", "storageClassName"));
