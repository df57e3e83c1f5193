import { ANNOTATION_VALUES, ANNOTATIONS_OF_KIND, COMMON_ANNOTATIONS } from "./known/annotations.ts";
import { CORE_CHOICES } from "./known/choices-core.ts";
import { GROUP_CHOICES } from "./known/choices-groups.ts";
import { type FieldTable, type Known, known, type Row } from "./known/known.ts";
import { LABEL_VALUES, LABELS_OF_KIND, NODE_LABELS, OBJECT_LABELS } from "./known/labels.ts";
import { OPEN_VALUES, QUANTITIES, QUOTA_NAMES, RESOURCE_NAMES } from "./known/values.ts";

/** A field by the definition that holds it. */
export interface FieldName {
  /** `io.k8s.api.core.v1.Container`. */
  readonly owner: string | undefined;
  readonly name: string | undefined;
}

/** Values worth offering for a field, with what they mean: all of an enum, the usual ones of an open string. */
export function knownValues(field: FieldName): readonly Known[] {
  return rows(CORE_CHOICES, field) ?? rows(GROUP_CHOICES, field) ?? rows(OPEN_VALUES, field) ?? [];
}

/** What one value of a field means, if it is a known one. */
export const knownValue = (field: FieldName, value: string): Known | undefined =>
  knownValues(field).find((entry) => entry.value === value);

/**
 * Keys worth offering in a map such as `labels`. `kind` is the kind of the object that the map belongs to, or "Pod"
 * within a Pod template.
 */
export function knownKeys(map: FieldName, kind: string | undefined): readonly Known[] {
  return keyRows(shortName(map), kind).map(known);
}

/** Values worth offering for a key of such a map. */
export function knownValuesOfKey(map: FieldName, key: string): readonly Known[] {
  const name = shortName(map);
  const table = name.endsWith("#annotations") ? ANNOTATION_VALUES : isLabels(name) ? LABEL_VALUES : QUANTITIES;
  return Object.hasOwn(table, key) ? (table[key] ?? []).map(known) : [];
}

/** Quantities that usually stand in a field of this name. */
export const knownQuantities = (name: string): readonly Known[] =>
  Object.hasOwn(QUANTITIES, name) ? (QUANTITIES[name] ?? []).map(known) : [];

/** True for maps of labels and for selectors, whose keys are labels. */
export const holdsLabels = (map: FieldName): boolean => isLabels(shortName(map));

function keyRows(name: string, kind: string | undefined): readonly Row[] {
  const ofKind = (table: { readonly [kind: string]: readonly Row[] }): readonly Row[] =>
    kind !== undefined && Object.hasOwn(table, kind) ? (table[kind] ?? []) : [];
  switch (name) {
    case "meta.v1.ObjectMeta#labels":
      return [...ofKind(LABELS_OF_KIND), ...OBJECT_LABELS];
    case "meta.v1.ObjectMeta#annotations":
      return [...ofKind(ANNOTATIONS_OF_KIND), ...COMMON_ANNOTATIONS];
    case "core.v1.PodSpec#nodeSelector":
      return NODE_LABELS;
    case "meta.v1.LabelSelector#matchLabels":
    case "core.v1.ServiceSpec#selector":
      return OBJECT_LABELS;
    case "core.v1.ResourceRequirements#limits":
    case "core.v1.ResourceRequirements#requests":
    case "core.v1.LimitRangeItem#default":
    case "core.v1.LimitRangeItem#defaultRequest":
    case "core.v1.LimitRangeItem#max":
    case "core.v1.LimitRangeItem#min":
      return RESOURCE_NAMES;
    case "core.v1.ResourceQuotaSpec#hard":
      return QUOTA_NAMES;
    case "core.v1.VolumeResourceRequirements#requests":
    case "core.v1.VolumeResourceRequirements#limits":
    case "core.v1.PersistentVolumeSpec#capacity":
      return [["storage", "Size of the volume, such as `10Gi`.", "Dung lượng của volume, như `10Gi`."]];
    default:
      return [];
  }
}

const LABEL_MAPS: ReadonlySet<string> = new Set([
  "meta.v1.ObjectMeta#labels",
  "meta.v1.LabelSelector#matchLabels",
  "core.v1.ServiceSpec#selector",
  "core.v1.PodSpec#nodeSelector",
  "core.v1.ReplicationControllerSpec#selector",
]);

const isLabels = (name: string): boolean => LABEL_MAPS.has(name);

function rows(table: FieldTable, field: FieldName): readonly Known[] | undefined {
  const name = shortName(field);
  return Object.hasOwn(table, name) ? table[name]?.map(known) : undefined;
}

/** `core.v1.Container#image`: the prefixes that all definitions of Kubernetes share are left out. */
const shortName = ({ owner, name }: FieldName): string =>
  `${(owner ?? "").replace(/^io\.k8s\.(?:api\.|apimachinery\.pkg\.apis\.)?/, "")}#${name ?? ""}`;
