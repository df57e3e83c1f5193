import { at, isSet, type Json, type JsonMap, listOf, mapOf, numberOf, optionalText, textOf } from "../base/json.ts";
import type { Protocol } from "../engines/network/ports.ts";
import { POD_MAKERS } from "../model/pod-templates.ts";
import { protocolOf } from "./network-json.ts";
import { WORKLOADS } from "./network-pods.ts";

type Path = readonly (string | number)[];

/** What is inside a Pod: the containers that share its network namespace and its volumes. Paths count from the object. */
export interface PodShape {
  readonly containers: readonly ContainerShape[];
  readonly volumes: readonly VolumeShape[];
  readonly hostNetwork: boolean;
}

export interface ContainerShape {
  readonly name: string;
  readonly image: string;
  /** Init containers are gone before the Pod is ready; those that are restarted stay beside it. */
  readonly role: "container" | "sidecar" | "init";
  readonly path: Path;
  readonly ports: readonly PortShape[];
  readonly mounts: readonly MountShape[];
}

export interface PortShape {
  readonly name: string | undefined;
  readonly protocol: Protocol;
  readonly number: number;
  readonly hostPort: number | undefined;
  readonly path: Path;
}

export interface MountShape {
  readonly volume: string;
  readonly mountPath: string;
  readonly readOnly: boolean;
  readonly path: Path;
}

export interface VolumeShape {
  readonly name: string;
  /** The field that says what kind of volume it is: `configMap`, `emptyDir`. */
  readonly type: string;
  /** The object that it shows, where there is one. */
  readonly of: string | undefined;
  /** Of an `emptyDir`: where it is kept. */
  readonly medium: string | undefined;
  readonly path: Path;
}

/** Undefined for kinds that make no Pods. */
export function podShapeOf(kind: string, json: JsonMap): PodShape | undefined {
  if (kind !== "Pod" && !WORKLOADS.includes(kind)) return undefined;
  const path = [...(POD_MAKERS.get(kind) ?? []), "spec"];
  const spec = mapOf(at(json, ...path));
  const claims = listOf(at(json, "spec", "volumeClaimTemplates"));
  return {
    containers: [
      ...containersOf(spec.initContainers, [...path, "initContainers"], (each) =>
        each.restartPolicy === "Always" ? "sidecar" : "init",
      ),
      ...containersOf(spec.containers, [...path, "containers"], () => "container"),
    ],
    volumes: [
      ...listOf(spec.volumes).map((each, i) => volumeOf(mapOf(each), [...path, "volumes", i])),
      ...claims.map(claimOf),
    ],
    hostNetwork: spec.hostNetwork === true,
  };
}

function containersOf(
  list: Json | undefined,
  path: Path,
  roleOf: (container: JsonMap) => ContainerShape["role"],
): readonly ContainerShape[] {
  return listOf(list).map((each, i) => {
    const container = mapOf(each);
    const here = [...path, i];
    return {
      name: textOf(container.name),
      image: textOf(container.image),
      role: roleOf(container),
      path: here,
      ports: listOf(container.ports).flatMap((port, j) => portOf(mapOf(port), [...here, "ports", j])),
      mounts: listOf(container.volumeMounts).map((mount, j) => {
        const { name, mountPath, readOnly } = mapOf(mount);
        return {
          volume: textOf(name),
          mountPath: textOf(mountPath),
          readOnly: readOnly === true,
          path: [...here, "volumeMounts", j],
        };
      }),
    };
  });
}

function portOf({ name, containerPort, protocol, hostPort }: JsonMap, path: Path): readonly PortShape[] {
  const number = numberOf(containerPort);
  const known = protocolOf(protocol);
  if (number === undefined || !known) return [];
  return [{ name: optionalText(name), protocol: known, number, hostPort: numberOf(hostPort), path }];
}

/** Which object a volume shows stands under another name in each kind. */
const NAMES = ["name", "claimName", "secretName", "path", "server", "driver"] as const;

function volumeOf({ name, ...rest }: JsonMap, path: Path): VolumeShape {
  const [type = "", source] = Object.entries(rest).find(([, value]) => isSet(value)) ?? [];
  const shown = NAMES.flatMap((key) => optionalText(mapOf(source)[key]) ?? [])[0];
  return { name: textOf(name), type, of: shown, medium: optionalText(mapOf(source).medium), path };
}

const claimOf = (claim: Json, i: number): VolumeShape => ({
  name: textOf(at(claim, "metadata", "name")),
  type: "volumeClaimTemplate",
  of: undefined,
  medium: undefined,
  path: ["spec", "volumeClaimTemplates", i],
});
