import { at, type YMap } from "../../yaml/node.ts";
import { mapsIn, numberAt } from "../given.ts";
import type { Pod } from "../pod/pods.ts";

/** Kinds whose Pods serve for a long time. */
const SERVES: ReadonlySet<string> = new Set([
  "Deployment",
  "StatefulSet",
  "DaemonSet",
  "ReplicaSet",
  "ReplicationController",
]);

export const serves = ({ resource }: Pod): boolean => SERVES.has(resource.gvk.kind);

/** The first TCP port of a container: where it most likely answers. */
export const firstPort = (container: YMap): number | undefined => {
  const port = mapsIn(at(container, "ports")).find((each) => (at(each, "protocol") ?? undefined) === undefined);
  return port && numberAt(port, "containerPort");
};
