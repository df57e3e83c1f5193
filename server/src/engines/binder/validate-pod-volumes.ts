import {
  isMap,
  isSet,
  type Json,
  type JsonMap,
  listOf,
  mapOf,
  numberOf,
  optionalText,
  stringsOf,
  textOf,
} from "../../base/json.ts";
import { isDnsLabel, isDnsSubdomain } from "../../base/names.ts";
import { annotationFaults, isQualifiedName, labelFaults } from "./names.ts";
import { reservedPathFaults } from "./paths.ts";
import { storedQuantity } from "./quantity.ts";
import type { Release } from "./release.ts";
import { gitRepoFaults, SOURCES } from "./sources.ts";
import { claimSpecFaults } from "./validate-claim.ts";
import { projectedFaults } from "./validate-projected.ts";

interface PodVolumes {
  /** Volumes without a fault, by name: mounts may name only these. */
  readonly sound: ReadonlyMap<string, JsonMap>;
  readonly faults: readonly string[];
}

/** pkg/apis/core/validation ValidateVolumes. `pod` is the pod's name, empty in a template. */
export function checkVolumes(volumes: readonly JsonMap[], pod: string, path: string, release: Release): PodVolumes {
  const sound = new Map<string, JsonMap>();
  const created = new Set(
    pod === "" ? [] : volumes.filter((each) => isSet(each.ephemeral)).map((each) => `${pod}-${textOf(each.name)}`),
  );
  const faults = volumes.flatMap((volume, index) => {
    const at = `${path}[${index}]`;
    const name = textOf(volume.name);
    const own = [
      ...sourceFaults(volume, pod, at, release),
      ...(isDnsLabel(name) && !sound.has(name) ? [] : [`${at}.name`]),
    ];
    if (own.length === 0) sound.set(name, volume);
    const claim = isSet(volume.persistentVolumeClaim) && textOf(mapOf(volume.persistentVolumeClaim).claimName);
    return claim && created.has(claim) ? [...own, `${at}.persistentVolumeClaim.claimName`] : own;
  });
  return { sound, faults };
}

/** The order in which validateVolumeSource looks at them; `clash` is the path where it prints another name. */
const ORDER: readonly (readonly [field: string, clash?: string])[] = [
  ["hostPath"],
  ["gitRepo"],
  ["gcePersistentDisk"],
  ["awsElasticBlockStore"],
  ["secret"],
  ["nfs"],
  ["iscsi"],
  ["glusterfs"],
  ["flocker"],
  ["persistentVolumeClaim"],
  ["rbd"],
  ["cinder"],
  ["cephfs", "cephFS"],
  ["quobyte"],
  ["downwardAPI", "downwarAPI"],
  ["fc"],
  ["flexVolume"],
  ["configMap"],
  ["azureFile"],
  ["vsphereVolume"],
  ["photonPersistentDisk"],
  ["portworxVolume"],
  ["azureDisk"],
  ["storageos"],
  ["projected"],
  ["scaleIO"],
  ["csi"],
  ["ephemeral"],
  ["image"],
];

/** A volume without any source has become an emptyDir before this (core/v1 SetDefaults_Volume). */
function sourceFaults(volume: JsonMap, pod: string, path: string, release: Release): readonly string[] {
  const faults: string[] = [];
  let count = 0;
  if (isSet(volume.emptyDir)) {
    count++;
    if (storedQuantity(mapOf(volume.emptyDir).sizeLimit) < 0n) faults.push(`${path}.emptyDir.sizeLimit`);
  }
  for (const [field, clash] of ORDER) {
    const source = volume[field];
    if (!isSet(source) || (field === "image" && !release.imageVolumes)) continue;
    if (count > 0) faults.push(`${path}.${clash ?? field}`);
    else {
      const at = `${path}.${SOURCES[field]?.path ?? field}`;
      faults.push(...ownFaults(field, mapOf(source), at, textOf(volume.name), pod, release));
    }
    count++;
  }
  const dropped = count === 0 && isSet(volume.image);
  return dropped ? [...faults, path] : faults;
}

function ownFaults(
  field: string,
  source: JsonMap,
  path: string,
  name: string,
  pod: string,
  release: Release,
): readonly string[] {
  switch (field) {
    case "gitRepo":
      return gitRepoFaults(source, path);
    case "secret":
      return keyedFaults(source, "secretName", path);
    case "configMap":
      return keyedFaults(source, "name", path);
    case "persistentVolumeClaim":
      return textOf(source.claimName) === "" ? [`${path}.claimName`] : [];
    case "downwardAPI":
      return [
        ...modeFaults(source, "defaultMode", path),
        ...listOf(source.items).flatMap((item) => downwardFaults(mapOf(item), path)),
      ];
    case "projected":
      return [...modeFaults(source, "defaultMode", path), ...projectedFaults(source, path)];
    case "ephemeral":
      return ephemeralFaults(source, path, name, pod, release);
    case "image":
      return imageFaults(source, path, pod);
    default:
      return SOURCES[field]?.faults(source, path, "pod", name) ?? [];
  }
}

/** validateImageVolumeSource; a template may leave the image to be filled in. */
function imageFaults(source: JsonMap, path: string, pod: string): readonly string[] {
  return [
    ...(pod !== "" && textOf(source.reference) === "" ? [`${path}.reference`] : []),
    ...(["", "Always", "IfNotPresent", "Never"].includes(textOf(source.pullPolicy)) ? [] : [`${path}.pullPolicy`]),
  ];
}

/** A file mode is a number from 0 to 0777. */
function modeFaults(source: JsonMap, field: string, path: string): readonly string[] {
  const mode = numberOf(source[field]);
  return mode !== undefined && (mode < 0 || mode > 0o777) ? [`${path}.${field}`] : [];
}

function keyedFaults(source: JsonMap, name: string, path: string): readonly string[] {
  return [
    ...(textOf(source[name]) === "" ? [`${path}.${name}`] : []),
    ...modeFaults(source, "defaultMode", path),
    ...listOf(source.items).flatMap((item, index) => keyToPathFaults(mapOf(item), `${path}.items[${index}]`)),
  ];
}

/** validateKeyToPath. */
export function keyToPathFaults(item: JsonMap, path: string): readonly string[] {
  return [
    ...(textOf(item.key) === "" ? [`${path}.key`] : []),
    ...(textOf(item.path) === "" ? [`${path}.path`] : []),
    ...reservedPathFaults(textOf(item.path), `${path}.path`),
    ...modeFaults(item, "mode", path),
  ];
}

/** validateDownwardAPIVolumeFile: its paths say nothing of the item they are about. */
export function downwardFaults(item: JsonMap, path: string): readonly string[] {
  const field = isSet(item.fieldRef) ? mapOf(item.fieldRef) : undefined;
  const resource = isSet(item.resourceFieldRef) ? mapOf(item.resourceFieldRef) : undefined;
  const faults = [
    ...(textOf(item.path) === "" ? [`${path}.path`] : []),
    ...reservedPathFaults(textOf(item.path), `${path}.path`),
  ];
  if (field !== undefined) {
    faults.push(...fieldPathFaults(textOf(field.fieldPath), `${path}.fieldRef`));
    if (resource !== undefined) faults.push(path);
  } else if (resource === undefined) faults.push(path);
  else faults.push(...resourceFaults(resource, `${path}.resourceFieldRef`));
  return [...faults, ...modeFaults(item, "mode", path)];
}

const WHOLE_FIELDS = /^metadata\.(name|namespace|labels|annotations|uid)$/;
const KEYED_FIELD = /^metadata\.(labels|annotations)\['(.*)'\]$/s;

/** validateObjectFieldSelector. */
function fieldPathFaults(fieldPath: string, path: string): readonly string[] {
  const [, map, key] = KEYED_FIELD.exec(fieldPath) ?? [];
  if (map !== undefined && key !== undefined)
    return isQualifiedName(map === "annotations" ? key.toLowerCase() : key) ? [] : [path];
  return WHOLE_FIELDS.test(fieldPath) ? [] : [`${path}.fieldPath`];
}

const RESOURCES = /^((limits|requests)\.(cpu|memory|ephemeral-storage)$|(limits|requests)\.hugepages-)/;

/** validateContainerResourceFieldSelector. */
function resourceFaults(reference: JsonMap, path: string): readonly string[] {
  const resource = textOf(reference.resource);
  const faults: string[] = [];
  if (textOf(reference.containerName) === "") faults.push(`${path}.containerName`);
  else if (!RESOURCES.test(resource)) faults.push(`${path}.resource`);
  return isDivisor(resource, reference.divisor) ? faults : [...faults, `${path}.divisor`];
}

const DIVISORS: ReadonlySet<bigint> = new Set(
  "1 1k 1M 1G 1T 1P 1E 1Ki 1Mi 1Gi 1Ti 1Pi 1Ei".split(" ").map(storedQuantity),
);
const CPU_DIVISORS: ReadonlySet<bigint> = new Set(["1m", "1"].map(storedQuantity));

/** validateContainerResourceDivisor. */
function isDivisor(resource: string, json: Json | undefined): boolean {
  const divisor = storedQuantity(json);
  if (divisor === 0n || !RESOURCES.test(resource)) return true;
  return (resource.endsWith(".cpu") ? CPU_DIVISORS : DIVISORS).has(divisor);
}

/** Fields of a template's metadata that may be set (ValidateTemplateObjectMeta). */
const TEMPLATE_FIELDS: ReadonlySet<string> = new Set(["annotations", "labels"]);

function ephemeralFaults(
  source: JsonMap,
  path: string,
  name: string,
  pod: string,
  release: Release,
): readonly string[] {
  const tooLong =
    pod !== "" && name !== "" && !isDnsSubdomain(`${pod}-${name}`) ? [path.replace(/ephemeral$/, "name")] : [];
  const template = source.volumeClaimTemplate;
  if (!isMap(template)) return [`${path}.volumeClaimTemplate`, ...tooLong];
  const at = `${path}.volumeClaimTemplate`;
  const metadata = mapOf(template.metadata);
  const forbidden = Object.entries(metadata).filter(([field, value]) => !TEMPLATE_FIELDS.has(field) && !isZero(value));
  return [
    ...annotationFaults(stringsOf(metadata.annotations), `${at}.metadata.annotations`),
    ...labelFaults(stringsOf(metadata.labels), `${at}.metadata.labels`),
    // The name of the Go field with a small first letter, which for `UID` is not what anybody writes.
    ...forbidden.map(([field]) => `${at}.metadata.${field === "uid" ? "uID" : field}`),
    ...claimSpecFaults(mapOf(template.spec), `${at}.spec`, release),
    ...tooLong,
  ];
}

const isZero = (value: JsonMap[string]): boolean =>
  !isSet(value) || optionalText(value) === "" || (Array.isArray(value) && value.length === 0);
