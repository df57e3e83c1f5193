import { isSet, type JsonMap, listOf, mapOf, optionalText, textOf } from "../../base/json.ts";
import { isDnsLabel } from "../../base/names.ts";
import { backsteps, localPathFaults } from "./paths.ts";
import type { Release } from "./release.ts";
import { nodeSelectorFaults } from "./selector.ts";
import { checkVolumes } from "./validate-pod-volumes.ts";

/**
 * The storage parts of pkg/apis/core/validation ValidatePodSpec: volumes, mounts, devices and node affinity. `pod` is
 * the pod's name, empty in a template; `added` are volumes that a StatefulSet brings along.
 */
export function podSpecFaults(
  spec: JsonMap,
  pod: string,
  path: string,
  release: Release,
  added: readonly JsonMap[],
): readonly string[] {
  const replaced = new Set(added.map(({ name }) => textOf(name)));
  const own = listOf(spec.volumes).map(mapOf);
  const all = [...added, ...own.filter(({ name }) => !replaced.has(textOf(name)))];
  const { sound, faults } = checkVolumes(all, pod, `${path}.volumes`, release);
  const containers = listOf(spec.containers).map(mapOf);
  const init = listOf(spec.initContainers).map(mapOf);
  const names = new Set<string>();
  return [
    ...faults,
    ...(containers.length === 0 ? [`${path}.containers`] : []),
    ...containers.flatMap((each, index) => containerFaults(each, `${path}.containers[${index}]`, sound, names)),
    ...init.flatMap((each, index) => containerFaults(each, `${path}.initContainers[${index}]`, sound, names)),
    ...securityFaults(mapOf(spec.securityContext), path),
    ...affinityFaults(spec, path),
  ];
}

function containerFaults(
  container: JsonMap,
  path: string,
  volumes: ReadonlyMap<string, JsonMap>,
  names: Set<string>,
): readonly string[] {
  const name = textOf(container.name);
  const sound = isDnsLabel(name) && !names.has(name);
  names.add(name);
  return [
    ...(sound ? [] : [`${path}.name`]),
    ...(textOf(container.image) === "" ? [`${path}.image`] : []),
    ...mountFaults(container, `${path}.volumeMounts`, volumes),
    ...deviceFaults(container, `${path}.volumeDevices`, volumes),
  ];
}

/** ValidateVolumeMounts. What it says of sub-paths and propagation names no single mount. */
function mountFaults(container: JsonMap, path: string, volumes: ReadonlyMap<string, JsonMap>): readonly string[] {
  const devices = listOf(container.volumeDevices).map(mapOf);
  const deviceNames = new Set(devices.map(({ name }) => textOf(name)));
  const devicePaths = new Set(new Map(devices.map((each) => [textOf(each.name), textOf(each.devicePath)])).values());
  const seen = new Set<string>();
  return listOf(container.volumeMounts).flatMap((json, index) => {
    const mount = mapOf(json);
    const at = `${path}[${index}]`;
    const name = textOf(mount.name);
    const mountPath = textOf(mount.mountPath);
    const wrongPath = mountPath === "" || seen.has(mountPath) || devicePaths.has(mountPath);
    seen.add(mountPath);
    return [
      ...(name === "" || !volumes.has(name) || deviceNames.has(name) ? [`${at}.name`] : []),
      ...(wrongPath ? [`${at}.mountPath`] : []),
      ...subPathFaults(mount, path, at),
      ...propagationFaults(mount, container, path),
      ...recursionFaults(mount, path),
    ];
  });
}

function subPathFaults(mount: JsonMap, path: string, at: string): readonly string[] {
  const sub = textOf(mount.subPath);
  const expression = textOf(mount.subPathExpr);
  return [
    ...(sub === "" ? [] : localPathFaults(sub, `${path}.subPath`)),
    ...(sub !== "" && expression !== "" ? [`${at}.subPathExpr`] : []),
    ...(expression === "" ? [] : localPathFaults(expression, `${path}.subPathExpr`)),
  ];
}

/** validateMountPropagation. */
function propagationFaults(mount: JsonMap, container: JsonMap, path: string): readonly string[] {
  const mode = optionalText(mount.mountPropagation);
  if (mode === undefined) return [];
  const privileged = mapOf(container.securityContext).privileged === true;
  const known = ["Bidirectional", "HostToContainer", "None"].includes(mode);
  return known && (mode !== "Bidirectional" || privileged) ? [] : [`${path}.mountPropagation`];
}

/** validateMountRecursiveReadOnly. */
function recursionFaults(mount: JsonMap, path: string): readonly string[] {
  const mode = optionalText(mount.recursiveReadOnly);
  if (mode === undefined || mode === "Disabled") return [];
  const known = mode === "Enabled" || mode === "IfPossible";
  const still = (optionalText(mount.mountPropagation) ?? "None") === "None";
  return known && mount.readOnly === true && still ? [] : [`${path}.recursiveReadOnly`];
}

/** ValidateVolumeDevices. */
function deviceFaults(container: JsonMap, path: string, volumes: ReadonlyMap<string, JsonMap>): readonly string[] {
  const mounts = new Map(listOf(container.volumeMounts).map((json) => [textOf(mapOf(json).name), mapOf(json)]));
  const mountPaths = new Set([...mounts.values()].map(({ mountPath }) => textOf(mountPath)));
  const names = new Set<string>();
  const paths = new Set<string>();
  return listOf(container.volumeDevices).flatMap((json, index) => {
    const device = mapOf(json);
    const name = textOf(device.name);
    const devicePath = textOf(device.devicePath);
    const volume = volumes.get(name);
    const isClaim = volume !== undefined && (isSet(volume.persistentVolumeClaim) || isSet(volume.ephemeral));
    const wrongName = name === "" || names.has(name) || !isClaim || mounts.has(name);
    const wrongPath = devicePath === "" || paths.has(devicePath) || backsteps(devicePath) || mountPaths.has(devicePath);
    if (name !== "") names.add(name);
    if (!backsteps(devicePath)) paths.add(devicePath);
    return [...(wrongName ? [`${path}[${index}].name`] : []), ...(wrongPath ? [`${path}[${index}].devicePath`] : [])];
  });
}

function securityFaults(context: JsonMap, path: string): readonly string[] {
  const policy = optionalText(context.fsGroupChangePolicy);
  const known = policy === undefined || policy === "Always" || policy === "OnRootMismatch";
  return known ? [] : [`${path}.securityContext.fsGroupChangePolicy`];
}

function affinityFaults(spec: JsonMap, path: string): readonly string[] {
  const required = mapOf(mapOf(spec.affinity).nodeAffinity).requiredDuringSchedulingIgnoredDuringExecution;
  if (!isSet(required)) return [];
  const at = `${path}.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution`;
  return nodeSelectorFaults(mapOf(required), at);
}
