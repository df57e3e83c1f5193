import { isMap, type JsonMap, listOf, mapOf, stringsOf, textOf, textsOf } from "../../base/json.ts";
import type { Node, StorageClass, Volume } from "./objects.ts";
import type { Pod } from "./pods.ts";
import { readQuantity, wholeUnits } from "./quantity.ts";
import { nodeSelectorMatches, selectorMatches, topologyMatches } from "./selector.ts";

const UNSCHEDULABLE = "node.kubernetes.io/unschedulable";

/** Whether the node takes the pod, apart from its volumes: cordons, taints, selectors and required affinity. */
export function isEligible(node: Node, pod: Pod): boolean {
  if (pod.pinned !== undefined && pod.pinned !== node.name) return false;
  const cordon: JsonMap = { key: UNSCHEDULABLE, effect: "NoSchedule" };
  const taints = node.unschedulable && pod.pinned === undefined ? [...node.taints, cordon] : node.taints;
  const tolerations = listOf(pod.spec.tolerations).map(mapOf);
  const isHindered = taints.some(
    (taint) => textOf(taint.effect) !== "PreferNoSchedule" && !tolerations.some((each) => tolerates(each, taint)),
  );
  if (isHindered) return false;
  for (const [key, value] of stringsOf(pod.spec.nodeSelector)) if (node.labels.get(key) !== value) return false;
  const required = mapOf(mapOf(pod.spec.affinity).nodeAffinity).requiredDuringSchedulingIgnoredDuringExecution;
  return !isMap(required) || nodeSelectorMatches(required, node.labels, node.name);
}

/** component-helpers `Toleration.ToleratesTaint`. */
function tolerates(toleration: JsonMap, taint: JsonMap): boolean {
  const effect = textOf(toleration.effect);
  const key = textOf(toleration.key);
  if (effect !== "" && effect !== textOf(taint.effect)) return false;
  if (key !== "" && key !== textOf(taint.key)) return false;
  const operator = textOf(toleration.operator) || "Equal";
  return operator === "Exists" || (operator === "Equal" && textOf(toleration.value) === textOf(taint.value));
}

/** component-helpers CheckNodeAffinity: a volume without affinity can be reached from anywhere. */
export const isReachable = (volume: Volume, node: Node): boolean =>
  volume.affinity === undefined || nodeSelectorMatches(volume.affinity, node.labels, node.name);

const NEWER_ZONES: ReadonlyMap<string, string> = new Map([
  ["failure-domain.beta.kubernetes.io/zone", "topology.kubernetes.io/zone"],
  ["failure-domain.beta.kubernetes.io/region", "topology.kubernetes.io/region"],
  ["topology.kubernetes.io/zone", "topology.kubernetes.io/zone"],
  ["topology.kubernetes.io/region", "topology.kubernetes.io/region"],
]);

/** plugins/volumezone: a bound volume's zone labels count only on nodes that have a zone or region themselves. */
export function isInZone(volume: Volume, node: Node): boolean {
  if (![...NEWER_ZONES.keys()].some((key) => node.labels.has(key))) return true;
  return [...NEWER_ZONES].every(([key, newer]) => {
    const zones = volume.labels.get(key);
    if (zones === undefined) return true;
    const zone = node.labels.get(key) ?? node.labels.get(newer);
    return zone !== undefined && zones.split("__").includes(zone);
  });
}

export const isInTopology = (storageClass: StorageClass, node: Node): boolean =>
  topologyMatches(storageClass.topologies, node.labels);

/** binder.go hasEnoughCapacity, for one CSIStorageCapacity object. */
export function hasRoom(capacity: JsonMap, node: Node, request: bigint): boolean {
  const topology = capacity.nodeTopology;
  if (!isMap(topology) || !selectorMatches(topology, node.labels)) return false;
  const limit = capacity.maximumVolumeSize ?? capacity.capacity;
  const size = limit === undefined ? undefined : readQuantity(limit);
  return size !== undefined && wholeUnits(size) >= wholeUnits(request);
}

/**
 * Without nodes only contradictions can be seen: two volumes, or a volume and the pod, that ask one label for values
 * which have nothing in common.
 */
export function contradict(selectors: readonly JsonMap[]): boolean {
  const allowed = new Map<string, ReadonlySet<string>>();
  for (const selector of selectors) {
    const terms = listOf(selector.nodeSelectorTerms).map(mapOf);
    if (terms.length !== 1) continue;
    for (const json of listOf(terms[0]?.matchExpressions)) {
      const { key, operator, values } = mapOf(json);
      if (operator !== "In") continue;
      const wanted = new Set(textsOf(values));
      const known = allowed.get(textOf(key));
      const common = known === undefined ? wanted : new Set([...wanted].filter((value) => known.has(value)));
      if (common.size === 0) return true;
      allowed.set(textOf(key), common);
    }
  }
  return false;
}

/** The pod's own demands, in the form of a node selector. */
export function demandsOf(pod: Pod): readonly JsonMap[] {
  const required = mapOf(mapOf(pod.spec.affinity).nodeAffinity).requiredDuringSchedulingIgnoredDuringExecution;
  const labels = [...stringsOf(pod.spec.nodeSelector)].map(([key, value]) => ({
    key,
    operator: "In",
    values: [value],
  }));
  const own = labels.length === 0 ? [] : [{ nodeSelectorTerms: [{ matchExpressions: labels }] }];
  return isMap(required) ? [...own, required] : own;
}
