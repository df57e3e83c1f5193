import { isSet, type Json, type JsonMap, mapOf, optionalText, stringsOf, textOf, textsOf } from "../../base/json.ts";
import { isDnsSubdomain } from "../../base/names.ts";
import { isRoot } from "./paths.ts";
import { isNegative, storedQuantity } from "./quantity.ts";
import type { Release } from "./release.ts";
import { nodeSelectorFaults } from "./selector.ts";
import { SOURCES } from "./sources.ts";

const MOUNT_OPTIONS = "volume.beta.kubernetes.io/mount-options";

/** pkg/volume/validation `checkMountOption`: the annotation, not the field; the types that may carry it. */
const TAKES_MOUNT_OPTIONS: readonly string[] =
  "gcePersistentDisk awsElasticBlockStore glusterfs nfs rbd quobyte iscsi cinder cephfs azureFile vsphereVolume azureDisk photonPersistentDisk".split(
    " ",
  );

/** pkg/apis/core/validation ValidatePersistentVolumeSpec, then pkg/volume/validation; metadata is checked elsewhere. */
export function volumeFaults(json: JsonMap, release: Release): readonly string[] {
  const spec = mapOf(json.spec);
  const annotations = stringsOf(mapOf(json.metadata).annotations);
  const mountable = TAKES_MOUNT_OPTIONS.some((source) => isSet(spec[source]));
  return [
    ...modeFaults(textsOf(spec.accessModes), "spec.accessModes", release),
    ...capacityFaults(mapOf(spec.capacity)),
    ...(["", "Delete", "Recycle", "Retain"].includes(textOf(spec.persistentVolumeReclaimPolicy))
      ? []
      : ["spec.persistentVolumeReclaimPolicy"]),
    ...affinityFaults(spec.nodeAffinity),
    ...sourceFaults(spec, textOf(mapOf(json.metadata).name)),
    ...(isRoot(textOf(mapOf(spec.hostPath).path)) && spec.persistentVolumeReclaimPolicy === "Recycle"
      ? ["spec.persistentVolumeReclaimPolicy"]
      : []),
    ...classNameFaults(textOf(spec.storageClassName), "spec.storageClassName"),
    ...volumeModeFaults(spec.volumeMode, "spec.volumeMode"),
    ...attributesFaults(spec, release),
    ...(annotations.has(MOUNT_OPTIONS) && !mountable ? [`metadata.annotations.${MOUNT_OPTIONS}`] : []),
  ];
}

/** Access modes of volumes and claims: known ones, at least one, ReadWriteOncePod alone. */
export function modeFaults(modes: readonly string[], path: string, release: Release): readonly string[] {
  const known = modes.filter((mode) => release.accessModes.has(mode));
  const alone = known.includes("ReadWriteOncePod") && known.some((mode) => mode !== "ReadWriteOncePod");
  const faulty = modes.length === 0 || known.length < modes.length || alone;
  return faulty ? [path] : [];
}

function capacityFaults(capacity: JsonMap): readonly string[] {
  const amounts = Object.entries(capacity);
  const faults = amounts.length === 1 && capacity.storage !== undefined ? [] : ["spec.capacity"];
  const wrong = amounts.filter(([, amount]) => storedQuantity(amount) === 0n || isNegative(amount));
  return [...faults, ...wrong.map(([name]) => `spec.capacity[${name}]`)];
}

function affinityFaults(affinity: Json | undefined): readonly string[] {
  if (!isSet(affinity)) return [];
  const { required } = mapOf(affinity);
  if (!isSet(required)) return ["spec.nodeAffinity.required"];
  return nodeSelectorFaults(mapOf(required), "spec.nodeAffinity.required");
}

const ALL_SOURCES = Object.entries(SOURCES);

/** Only the first source is looked into; the others clash with it. FlexVolume alone never clashes. */
function sourceFaults(spec: JsonMap, name: string): readonly string[] {
  const given = ALL_SOURCES.filter(([field]) => isSet(spec[field]));
  if (given.length === 0) return ["spec"];
  return given.flatMap(([field, source], index) => {
    if (index > 0 && field !== "flexVolume") return [`spec.${source.clash ?? field}`];
    const faults = source.faults(mapOf(spec[field]), `spec.${source.path ?? field}`, "volume", name);
    return field === "local" && !isSet(spec.nodeAffinity) ? [...faults, "spec.nodeAffinity"] : faults;
  });
}

export const classNameFaults = (name: string, path: string): readonly string[] =>
  name === "" || isDnsSubdomain(name) ? [] : [path];

export function volumeModeFaults(mode: Json | undefined, path: string): readonly string[] {
  return !isSet(mode) || mode === "Filesystem" || mode === "Block" ? [] : [path];
}

function attributesFaults(spec: JsonMap, release: Release): readonly string[] {
  const name = optionalText(spec.volumeAttributesClassName);
  if (name === undefined || !release.attributesClasses) return [];
  return [
    ...(isDnsSubdomain(name) ? [] : ["spec.volumeAttributesClassName"]),
    ...(isSet(spec.csi) ? [] : ["spec.csi"]),
  ];
}
