import {
  isEqual,
  isSet,
  type Json,
  type JsonMap,
  listOf,
  mapOf,
  optionalText,
  textOf,
  withValue,
} from "../../base/json.ts";
import type { Release } from "./release.ts";
import { SOURCES } from "./sources.ts";

const ATTRIBUTES = "spec.volumeAttributesClassName";

/** pkg/apis/core/validation ValidatePersistentVolumeUpdate, whose paths are not always where the fields are. */
export function volumeUpdateFaults(json: JsonMap, old: JsonMap, release: Release): readonly string[] {
  const spec = mapOf(json.spec);
  const oldSpec = mapOf(old.spec);
  return [
    ...(isEqual(sourceOf(withoutNewSecret(spec, oldSpec)), sourceOf(oldSpec)) ? [] : ["spec.persistentvolumesource"]),
    ...(isEqual(spec.volumeMode, oldSpec.volumeMode) ? [] : ["volumeMode"]),
    ...(isSet(oldSpec.nodeAffinity) && !isSameAffinity(spec.nodeAffinity, oldSpec.nodeAffinity)
      ? ["nodeAffinity"]
      : []),
    ...attributesFaults(spec, oldSpec, release),
  ];
}

const sourceOf = (spec: JsonMap): JsonMap =>
  Object.fromEntries(Object.keys(SOURCES).map((field) => [field, spec[field]]));

/** A secret for expansion may be added where there was none. */
function withoutNewSecret(spec: JsonMap, old: JsonMap): JsonMap {
  const isNew = isSet(old.csi) && isSet(spec.csi) && !isSet(mapOf(old.csi).controllerExpandSecretRef);
  return isNew ? withValue(spec, ["csi", "controllerExpandSecretRef"], undefined) : spec;
}

function attributesFaults(spec: JsonMap, old: JsonMap, release: Release): readonly string[] {
  const before = optionalText(old.volumeAttributesClassName);
  const after = optionalText(spec.volumeAttributesClassName);
  if (before === after) return [];
  return !release.attributesClasses || (after === undefined && before !== undefined) ? [ATTRIBUTES] : [];
}

/** Labels that have a newer name, which may replace them. */
const NEWER_KEYS: ReadonlyMap<string, string> = new Map([
  ["failure-domain.beta.kubernetes.io/zone", "topology.kubernetes.io/zone"],
  ["failure-domain.beta.kubernetes.io/region", "topology.kubernetes.io/region"],
  ["beta.kubernetes.io/os", "kubernetes.io/os"],
  ["beta.kubernetes.io/arch", "kubernetes.io/arch"],
  ["beta.kubernetes.io/instance-type", "node.kubernetes.io/instance-type"],
]);

/** validatePvNodeAffinity. */
function isSameAffinity(affinity: Json | undefined, old: Json | undefined): boolean {
  if (isEqual(affinity, old)) return true;
  const terms = listOf(mapOf(mapOf(affinity).required).nodeSelectorTerms);
  const oldTerms = listOf(mapOf(mapOf(old).required).nodeSelectorTerms);
  return (
    terms.length === oldTerms.length &&
    terms.every((term, index) => {
      const before = mapOf(oldTerms[index]);
      const own = listOf(mapOf(term).matchExpressions);
      return isEqual({ ...mapOf(term), matchExpressions: own }, { ...before, matchExpressions: renamed(before, own) });
    })
  );
}

/** The old expressions with the newer names of their keys, wherever the new ones use them. */
const renamed = (old: JsonMap, own: readonly Json[]): readonly Json[] =>
  listOf(old.matchExpressions).map((expression, index) => {
    const newer = NEWER_KEYS.get(textOf(mapOf(expression).key));
    const isUsed = newer !== undefined && textOf(mapOf(own[index]).key) === newer;
    return isUsed ? { ...mapOf(expression), key: newer } : expression;
  });
