import { at, type Json, type JsonMap, listOf, mapOf, numberOf, optionalText, textOf } from "../base/json.ts";
import type { ContainerPort, Pods } from "../engines/network/input.ts";
import { POD_MAKERS } from "../model/pod-templates.ts";
import { labelsOf, protocolOf } from "./network-json.ts";

type Path = readonly (string | number)[];

/** Kinds that make Pods and are no Pods themselves. */
export const WORKLOADS: readonly string[] = [...POD_MAKERS.keys()].filter(
  (kind) => kind !== "Pod" && kind !== "PodTemplate",
);

interface Named {
  readonly origin: string;
  readonly namespace: string;
  readonly kind: string;
  readonly name: string;
}

export function podsOfWorkload(json: JsonMap, { origin, namespace, kind, name }: Named): Pods {
  const path = POD_MAKERS.get(kind) ?? [];
  const template = mapOf(at(json, ...path));
  return {
    origin,
    namespace,
    name,
    kind,
    podName: undefined,
    labels: labelsOf(at(template, "metadata", "labels")),
    ...networkOf(template, path),
    addresses: [],
  };
}

/** People know a Pod by the controller that made it, where it has one. */
export function podOf(json: JsonMap, { origin, namespace, name }: Named): Pods {
  const owner = ownerOf(json);
  return {
    origin,
    namespace,
    name: owner?.name ?? name,
    kind: owner?.kind ?? "Pod",
    podName: name,
    labels: labelsOf(at(json, "metadata", "labels")),
    ...networkOf(json, []),
    addresses: listOf(at(json, "status", "podIPs")).flatMap((each) => optionalText(mapOf(each).ip) ?? []),
  };
}

/** metav1 `GetControllerOf`. Static Pods belong to their node, which is no workload. */
function ownerOf(json: JsonMap): { readonly name: string; readonly kind: string } | undefined {
  const owner = listOf(at(json, "metadata", "ownerReferences"))
    .map(mapOf)
    .find(({ controller }) => controller === true);
  if (!owner || owner.kind === "Node") return undefined;
  return { name: textOf(owner.name), kind: textOf(owner.kind) };
}

function networkOf(pod: JsonMap, path: Path): Pick<Pods, "ports" | "hostNetwork"> {
  const spec = mapOf(pod.spec);
  const containers = portsOf(spec.containers, [...path, "spec", "containers"], () => true);
  const sidecars = portsOf(spec.initContainers, [...path, "spec", "initContainers"], isSidecar);
  return { ports: [...containers, ...sidecars], hostNetwork: spec.hostNetwork === true };
}

/** Init containers that go on running listen as well; the others are gone before the Pod is ready. */
const isSidecar = (container: JsonMap): boolean => container.restartPolicy === "Always";

function portsOf(
  list: Json | undefined,
  path: Path,
  counts: (container: JsonMap) => boolean,
): readonly ContainerPort[] {
  return listOf(list).flatMap((each, i) => {
    const container = mapOf(each);
    if (!counts(container)) return [];
    return listOf(container.ports).flatMap((port, j): readonly ContainerPort[] => {
      const { name, containerPort, protocol } = mapOf(port);
      const number = numberOf(containerPort);
      const known = protocolOf(protocol);
      if (number === undefined || !known) return [];
      const at = [...path, i, "ports", j];
      return [{ name: optionalText(name), protocol: known, number, container: textOf(container.name), path: at }];
    });
  });
}
