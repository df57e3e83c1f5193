import {
  at,
  isMap,
  isSet,
  type JsonMap,
  listOf,
  mapOf,
  optionalText,
  stringsOf,
  textOf,
  textsOf,
} from "../../base/json.ts";
import { type Quantity, storedQuantity } from "./quantity.ts";

/** The objects of the binder as its algorithms see them: defaults applied, annotations weighed against fields. */
export interface Volume {
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
  /** Each mode once, in the order of pkg/apis/core/v1/helper GetAccessModesAsString, so that equal sets are equal. */
  readonly modes: readonly string[];
  readonly capacity: Quantity;
  readonly className: string;
  readonly volumeMode: string;
  readonly attributesClass: string;
  readonly claimRef: ClaimRef | undefined;
  /** The required node selector. */
  readonly affinity: JsonMap | undefined;
  readonly reclaimPolicy: string;
  readonly annotations: ReadonlyMap<string, string>;
  /** Which kind of storage: the first source of the spec. */
  readonly spec: JsonMap;
  /** Volumes of one shelf agree in modes, class, `volumeMode` and attributes class. */
  readonly shelf: string;
}

interface ClaimRef {
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
}

export interface Claim {
  /** `NAMESPACE/NAME`. */
  readonly key: string;
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
  readonly modes: readonly string[];
  readonly request: Quantity;
  readonly volumeMode: string;
  readonly attributesClass: string;
  readonly selector: JsonMap | undefined;
  /** The annotation if it is there, else the field, else empty. */
  readonly className: string;
  /** An empty class is a class too; only then is there no default. */
  readonly hasClass: boolean;
  readonly volumeName: string;
  readonly bindCompleted: boolean;
  readonly selectedNode: string | undefined;
  /** The pod for whose ephemeral volume it was made, as `NAMESPACE/NAME`. */
  readonly owner: string | undefined;
  /** Why the API server refused it, where a controller wanted to make it. */
  readonly faults: readonly string[];
  /** As the API server holds it. */
  readonly json: JsonMap;
}

/** What a class names whose volumes people make by hand. */
export const NO_PROVISIONER = "kubernetes.io/no-provisioner";

export interface StorageClass {
  readonly name: string;
  readonly provisioner: string;
  /** WaitForFirstConsumer. */
  readonly delays: boolean;
  readonly isDefault: boolean;
  readonly expandable: boolean;
  readonly reclaimPolicy: string;
  readonly topologies: JsonMap["allowedTopologies"];
  readonly era: number;
}

export interface Node {
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly unschedulable: boolean;
  readonly taints: readonly JsonMap[];
}

export const BETA_CLASS = "volume.beta.kubernetes.io/storage-class";
const BIND_COMPLETED = "pv.kubernetes.io/bind-completed";
const SELECTED_NODE = "volume.kubernetes.io/selected-node";
const MODES: readonly string[] = ["ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"];

const annotationsOf = (json: JsonMap): ReadonlyMap<string, string> => stringsOf(at(json, "metadata", "annotations"));

export const nameOf = (json: JsonMap): string => textOf(at(json, "metadata", "name"));

export function readVolume(json: JsonMap): Volume {
  const spec = mapOf(json.spec);
  const annotations = annotationsOf(json);
  const modes = new Set(textsOf(spec.accessModes));
  const required = mapOf(spec.nodeAffinity).required;
  const shape = {
    modes: MODES.filter((mode) => modes.has(mode)),
    className: annotations.get(BETA_CLASS) ?? textOf(spec.storageClassName),
    volumeMode: optionalText(spec.volumeMode) ?? "Filesystem",
    attributesClass: textOf(spec.volumeAttributesClassName),
  };
  return {
    name: nameOf(json),
    labels: stringsOf(at(json, "metadata", "labels")),
    ...shape,
    capacity: storedQuantity(at(spec.capacity, "storage")),
    claimRef: isSet(spec.claimRef) ? readClaimRef(mapOf(spec.claimRef)) : undefined,
    affinity: isMap(required) ? required : undefined,
    reclaimPolicy: textOf(spec.persistentVolumeReclaimPolicy) || "Retain",
    annotations,
    spec,
    shelf: shelfOf(shape.modes.join(), shape),
  };
}

type Shape = Pick<Volume, "className" | "volumeMode" | "attributesClass">;

/** `modes`: joined, in their order. */
export const shelfOf = (modes: string, { className, volumeMode, attributesClass }: Shape): string =>
  `${modes}|${volumeMode}|${className}|${attributesClass}`;

const readClaimRef = (json: JsonMap): ClaimRef => ({
  namespace: textOf(json.namespace),
  name: textOf(json.name),
  uid: textOf(json.uid),
});

/** `uid` is ours: the one in a manifest is replaced when the object is created. */
export function readClaim(json: JsonMap, namespace: string): Claim {
  const spec = mapOf(json.spec);
  const annotations = annotationsOf(json);
  const className = annotations.get(BETA_CLASS) ?? optionalText(spec.storageClassName);
  const key = `${namespace}/${nameOf(json)}`;
  return {
    key,
    namespace,
    name: nameOf(json),
    uid: uidOf(key),
    modes: [...new Set(textsOf(spec.accessModes))],
    request: storedQuantity(at(spec.resources, "requests", "storage")),
    volumeMode: optionalText(spec.volumeMode) ?? "Filesystem",
    attributesClass: textOf(spec.volumeAttributesClassName),
    selector: isMap(spec.selector) ? spec.selector : undefined,
    className: className ?? "",
    hasClass: className !== undefined,
    volumeName: textOf(spec.volumeName),
    bindCompleted: annotations.has(BIND_COMPLETED),
    selectedNode: annotations.get(SELECTED_NODE),
    owner: undefined,
    faults: [],
    json,
  };
}

/** No manifest can know it, so that a `claimRef.uid` from an export matches nothing. */
export const uidOf = (key: string): string => `\u0000${key}`;

const DEFAULT_CLASS = [
  "storageclass.kubernetes.io/is-default-class",
  "storageclass.beta.kubernetes.io/is-default-class",
];

export function readStorageClass(json: JsonMap, era: number): StorageClass {
  const annotations = annotationsOf(json);
  return {
    name: nameOf(json),
    provisioner: textOf(json.provisioner),
    delays: json.volumeBindingMode === "WaitForFirstConsumer",
    isDefault: DEFAULT_CLASS.some((key) => annotations.get(key) === "true"),
    expandable: json.allowVolumeExpansion === true,
    reclaimPolicy: textOf(json.reclaimPolicy),
    topologies: json.allowedTopologies,
    era,
  };
}

/**
 * pkg/volume/util `GetDefaultClass`: the newest, then the first by name. Classes of one apply are created within the
 * same second, so the name decides.
 */
export function defaultClass(classes: Iterable<StorageClass>): StorageClass | undefined {
  let best: StorageClass | undefined;
  for (const each of classes) if (each.isDefault && (best === undefined || isNewer(each, best))) best = each;
  return best;
}

const isNewer = (a: StorageClass, b: StorageClass): boolean => (a.era === b.era ? a.name < b.name : a.era > b.era);

export function readNode(json: JsonMap): Node {
  const labels = stringsOf(at(json, "metadata", "labels"));
  return {
    name: nameOf(json),
    labels,
    unschedulable: mapOf(json.spec).unschedulable === true,
    taints: listOf(mapOf(json.spec).taints).map(mapOf),
  };
}

/** pv_helpers.go `IsVolumeBoundToClaim`: names must be equal, and the uid if there is one. Nothing is defaulted. */
export function isReservedFor(volume: Volume, claim: Claim): boolean {
  const { claimRef } = volume;
  if (claimRef === undefined) return false;
  if (claimRef.name !== claim.name || claimRef.namespace !== claim.namespace) return false;
  return claimRef.uid === "" || claimRef.uid === claim.uid;
}
