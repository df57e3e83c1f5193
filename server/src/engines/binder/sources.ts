import { isSet, type JsonMap, listOf, mapOf, numberOf, optionalText, stringsOf, textOf } from "../../base/json.ts";
import { isDnsLabel, isDnsSubdomain } from "../../base/names.ts";
import { backsteps, localPathFaults } from "./paths.ts";

/** Whose rules: a volume in a pod and a PersistentVolume ask for slightly different things. */
export type Owner = "pod" | "volume";

interface Source {
  /** As the API server prints it, which is not always the name of the field. */
  readonly path?: string;
  /** Where "may not specify more than 1 volume type" is said. */
  readonly clash?: string;
  readonly faults: (source: JsonMap, path: string, owner: Owner, name: string) => readonly string[];
}

const required =
  (...names: readonly string[]): Source["faults"] =>
  (source, path) =>
    names.flatMap((name) => (textOf(source[name]) === "" ? [`${path}.${name}`] : []));

const requiredList = (source: JsonMap, path: string, name: string): readonly string[] =>
  listOf(source[name]).length === 0 ? [`${path}.${name}`] : [];

const outside = (value: number | undefined, from: number, to: number): boolean =>
  value !== undefined && (value < from || value > to);

/** The rules of every source, in the order in which pkg/apis/core/validation looks at them for a PersistentVolume. */
export const SOURCES: Readonly<Record<string, Source>> = {
  hostPath: { faults: hostPathFaults },
  gcePersistentDisk: { path: "persistentDisk", faults: diskFaults("pdName") },
  awsElasticBlockStore: { faults: diskFaults("volumeID") },
  glusterfs: { faults: glusterFaults },
  flocker: { faults: flockerFaults },
  nfs: {
    faults: (source, path) => [
      ...required("server", "path")(source, path, "pod", ""),
      ...(textOf(source.path).startsWith("/") ? [] : [`${path}.path`]),
    ],
  },
  rbd: {
    faults: (source, path, owner, name) => [
      ...requiredList(source, path, "monitors"),
      ...required("image")(source, path, owner, name),
    ],
  },
  quobyte: { faults: quobyteFaults },
  cephfs: { clash: "cephFS", faults: (source, path) => requiredList(source, path, "monitors") },
  iscsi: { faults: iscsiFaults },
  cinder: {
    faults: (source, path, owner, name) => [
      ...required("volumeID")(source, path, owner, name),
      ...secretFaults(source, path, owner),
    ],
  },
  fc: { faults: fibreFaults },
  flexVolume: { faults: flexFaults },
  azureFile: {
    faults: (source, path, owner, name) => [
      ...required("secretName", "shareName")(source, path, owner, name),
      ...(owner === "volume" && source.secretNamespace === "" ? [`${path}.secretNamespace`] : []),
    ],
  },
  vsphereVolume: { faults: required("volumePath") },
  photonPersistentDisk: { faults: required("pdID") },
  portworxVolume: { faults: required("volumeID") },
  azureDisk: { faults: azureDiskFaults },
  scaleIO: { faults: required("gateway", "system", "volumeName") },
  local: {
    faults: (source, path) => {
      const own = textOf(source.path);
      return own === "" || backsteps(own) ? [`${path}.path`] : [];
    },
  },
  storageos: { faults: storageOsFaults },
  csi: { faults: csiFaults },
};

const HOST_PATH_TYPES: ReadonlySet<string> = new Set(
  " DirectoryOrCreate Directory FileOrCreate File Socket CharDevice BlockDevice".split(" "),
);

function hostPathFaults(source: JsonMap, path: string): readonly string[] {
  const own = textOf(source.path);
  if (own === "") return [`${path}.path`];
  return [
    ...(backsteps(own) ? [`${path}.path`] : []),
    ...(HOST_PATH_TYPES.has(textOf(source.type)) ? [] : [`${path}.type`]),
  ];
}

function diskFaults(id: string): Source["faults"] {
  return (source, path, owner, name) => [
    ...required(id)(source, path, owner, name),
    ...(outside(numberOf(source.partition), 0, 255) ? [`${path}.partition`] : []),
  ];
}

function glusterFaults(source: JsonMap, path: string, owner: Owner, name: string): readonly string[] {
  const faults = required("endpoints", "path")(source, path, owner, name);
  const namespace = optionalText(source.endpointsNamespace);
  if (owner === "pod" || namespace === undefined || isDnsLabel(namespace)) return faults;
  return [...faults, `${path}.endpointsNamespace`];
}

function flockerFaults(source: JsonMap, path: string): readonly string[] {
  const name = textOf(source.datasetName);
  const id = textOf(source.datasetUUID);
  return [...((name === "") === (id === "") ? [path] : []), ...(name.includes("/") ? [`${path}.datasetName`] : [])];
}

function quobyteFaults(source: JsonMap, path: string, owner: Owner, name: string): readonly string[] {
  const registry = textOf(source.registry);
  const volume = required("volume")(source, path, owner, name);
  if (registry === "") return [`${path}.registry`, ...volume];
  if (textOf(source.tenant).length >= 65) return [`${path}.tenant`, ...volume];
  const pair = /^(\[[^[\]]*\]|[^:[\]]*):[^:]*$/;
  return [...registry.split(",").flatMap((each) => (pair.test(each) ? [] : [`${path}.registry`])), ...volume];
}

function isInitiator(name: string): boolean {
  if (name.startsWith("iqn")) return /iqn\.\d{4}-\d{2}\.([A-Za-z0-9.-]+)(:[^,;*&$|\s]+)$/.test(name);
  if (name.startsWith("eui")) return /^eui.[A-Za-z0-9]{16}$/.test(name);
  return name.startsWith("naa") && /^naa.[A-Za-z0-9]{32}$/.test(name);
}

/** validateISCSIVolumeSource and validateISCSIPersistentVolumeSource; the long-name rule speaks of another field. */
function iscsiFaults(source: JsonMap, path: string, owner: Owner, name: string): readonly string[] {
  const portal = textOf(source.targetPortal);
  const iqn = textOf(source.iqn);
  const initiator = optionalText(source.initiatorName);
  const chap = source.chapAuthDiscovery === true || source.chapAuthSession === true;
  const secret = isSet(source.secretRef);
  const tooLong = initiator !== undefined && `${name}:${portal}`.length > 64;
  return [
    ...(portal === "" ? [`${path}.targetPortal`] : []),
    ...(tooLong && owner === "volume" ? [`${path}.targetportal`] : []),
    ...(isInitiator(iqn) ? [] : [`${path}.iqn`]),
    ...(outside(numberOf(source.lun), 0, 255) ? [`${path}.lun`] : []),
    ...(chap && !secret ? [`${path}.secretRef`] : []),
    ...(owner === "volume" && secret && textOf(mapOf(source.secretRef).name) === "" ? [`${path}.secretRef.name`] : []),
    ...(initiator === undefined || isInitiator(initiator) ? [] : [`${path}.initiatorname`]),
    ...(tooLong && owner === "pod" ? [path.replace(/\.iscsi$/, ".name")] : []),
  ];
}

function secretFaults(source: JsonMap, path: string, owner: Owner): readonly string[] {
  if (!isSet(source.secretRef)) return [];
  const names = owner === "volume" ? ["name", "namespace"] : ["name"];
  return required(...names)(mapOf(source.secretRef), `${path}.secretRef`, owner, "");
}

function fibreFaults(source: JsonMap, path: string): readonly string[] {
  const targets = listOf(source.targetWWNs).length;
  const ids = listOf(source.wwids).length;
  const lun = numberOf(source.lun);
  return [
    ...(targets > 0 === ids > 0 ? [`${path}.targetWWNs`] : []),
    ...(targets > 0 && (lun === undefined || outside(lun, 0, 255)) ? [`${path}.lun`] : []),
  ];
}

function flexFaults(source: JsonMap, path: string, owner: Owner, name: string): readonly string[] {
  const reserved = [...stringsOf(source.options).keys()].filter((key) => {
    const slash = key.indexOf("/");
    return /\.(kubernetes|k8s)\.io$/.test(`.${(slash < 0 ? key : key.slice(0, slash)).toLowerCase()}`);
  });
  return [...required("driver")(source, path, owner, name), ...reserved.map((key) => `${path}.options[${key}]`)];
}

/** validateAzureDisk, after `SetDefaults_AzureDiskVolumeSource` has made the kind Shared. */
function azureDiskFaults(source: JsonMap, path: string, owner: Owner, name: string): readonly string[] {
  const caching = optionalText(source.cachingMode) ?? "ReadWrite";
  const kind = optionalText(source.kind) ?? "Shared";
  const start = kind === "Managed" ? "/subscriptions/" : "https://";
  return [
    ...required("diskName", "diskURI")(source, path, owner, name),
    ...(["None", "ReadOnly", "ReadWrite"].includes(caching) ? [] : [`${path}.cachingMode`]),
    ...(["Shared", "Dedicated", "Managed"].includes(kind) ? [] : [`${path}.kind`]),
    ...(textOf(source.diskURI).startsWith(start) ? [] : [`${path}.diskURI`]),
  ];
}

function storageOsFaults(source: JsonMap, path: string, owner: Owner): readonly string[] {
  const namespace = textOf(source.volumeNamespace);
  return [
    ...(isDnsLabel(textOf(source.volumeName)) ? [] : [`${path}.volumeName`]),
    ...(namespace === "" || isDnsLabel(namespace) ? [] : [`${path}.volumeNamespace`]),
    ...secretFaults(source, path, owner),
  ];
}

/** ValidateCSIDriverName. */
function driverFaults(driver: string, path: string): readonly string[] {
  const tooLong = driver.length > 63 ? [path] : [];
  return isDnsSubdomain(driver.toLowerCase()) ? tooLong : [...tooLong, path];
}

const VOLUME_SECRETS = [
  "controllerPublishSecretRef",
  "controllerExpandSecretRef",
  "nodePublishSecretRef",
  "nodeExpandSecretRef",
];

function csiFaults(source: JsonMap, path: string, owner: Owner): readonly string[] {
  const driver = driverFaults(textOf(source.driver), `${path}.driver`);
  if (owner === "volume") {
    return [
      ...driver,
      ...(textOf(source.volumeHandle) === "" ? [`${path}.volumeHandle`] : []),
      ...VOLUME_SECRETS.flatMap((field) => (isSet(source[field]) ? referenceFaults(source, path, field) : [])),
    ];
  }
  if (!isSet(source.nodePublishSecretRef)) return driver;
  const secret = textOf(mapOf(source.nodePublishSecretRef).name);
  if (secret === "") return [...driver, `${path}.nodePublishSecretRef.name`];
  return isDnsSubdomain(secret) ? driver : [...driver, `${path}.name`];
}

/** validatePVSecretReference. */
function referenceFaults(source: JsonMap, path: string, field: string): readonly string[] {
  const reference = mapOf(source[field]);
  return [
    ...(isDnsSubdomain(textOf(reference.name)) ? [] : [`${path}.${field}.name`]),
    ...(isDnsLabel(textOf(reference.namespace)) ? [] : [`${path}.${field}.namespace`]),
  ];
}

/** validateGitRepoVolumeSource. */
export function gitRepoFaults(source: JsonMap, path: string): readonly string[] {
  const faults = textOf(source.repository) === "" ? [`${path}.repository`] : [];
  return [...faults, ...localPathFaults(textOf(source.directory), `${path}.directory`)];
}
