import { at, isMap, isSet, type Json, type JsonMap, listOf, mapOf, numberOf, textOf } from "../../base/json.ts";
import type { Node } from "./objects.ts";

/** A pod as the scheduler sees it, as far as storage goes. */
export interface Pod {
  /** `NAMESPACE/NAME`. */
  readonly key: string;
  readonly namespace: string;
  readonly claims: readonly PodClaim[];
  readonly spec: JsonMap;
  /** The node for which a DaemonSet made it. */
  readonly pinned: string | undefined;
  readonly faults: readonly string[];
}

export interface PodClaim {
  readonly key: string;
  /** Made for this pod from a template in its volume. */
  readonly template: JsonMap | undefined;
}

/** Volumes of `spec` that are claims; component-helpers `storage/ephemeral` VolumeClaimName. */
export function claimsOf(spec: JsonMap, namespace: string, pod: string): readonly PodClaim[] {
  return listOf(spec.volumes).flatMap((json): readonly PodClaim[] => {
    const volume = mapOf(json);
    if (isSet(volume.persistentVolumeClaim)) {
      const name = textOf(mapOf(volume.persistentVolumeClaim).claimName);
      return [{ key: `${namespace}/${name}`, template: undefined }];
    }
    if (!isSet(volume.ephemeral)) return [];
    const template = mapOf(mapOf(volume.ephemeral).volumeClaimTemplate);
    return [{ key: `${namespace}/${pod}-${textOf(volume.name)}`, template }];
  });
}

/** How many pods of one workload are looked at. Their claims are the same, except in a StatefulSet. */
const MOST_PODS = 50;
const MOST_ORDINALS = 1000;

/** Most objects are none of these. */
const MAKERS: ReadonlySet<string> = new Set(
  "Pod Deployment ReplicaSet ReplicationController Job DaemonSet StatefulSet".split(" "),
);

interface Batch {
  readonly namespace: string;
  readonly name: string;
  readonly spec: JsonMap;
}

/** The pods that a workload's controller makes: names, specs, and the node if it has been chosen already. */
export function podsOf(kind: string, json: JsonMap, namespace: string, nodes: readonly Node[]): readonly PodPlan[] {
  if (!MAKERS.has(kind)) return [];
  const spec = mapOf(json.spec);
  const batch: Batch = {
    namespace,
    name: textOf(at(json, "metadata", "name")),
    spec: mapOf(mapOf(spec.template).spec),
  };
  switch (kind) {
    case "Pod":
      return [{ name: batch.name, spec, pinned: undefined, claims: [] }];
    case "Deployment":
    case "ReplicaSet":
    case "ReplicationController":
      return copies(batch, numberOf(spec.replicas) ?? 1);
    case "Job":
      return spec.suspend === true ? [] : copies(batch, numberOf(spec.parallelism) ?? 1);
    case "DaemonSet":
      return nodes.length === 0
        ? copies(batch, 1)
        : nodes.map((node, index) => ({ ...copy(batch, index), pinned: node.name }));
    case "StatefulSet":
      return ordinals(spec, batch);
    default:
      return [];
  }
}

export interface PodPlan {
  readonly name: string;
  readonly spec: JsonMap;
  readonly pinned: string | undefined;
  /** Claims that a StatefulSet makes before the pod. */
  readonly claims: readonly JsonMap[];
}

/** Names of such pods end in something random, which no manifest can know: `web-*1`. */
const copy = ({ name, spec }: Batch, index: number): PodPlan => ({
  name: `${name}-*${index + 1}`,
  spec,
  pinned: undefined,
  claims: [],
});

const copies = (batch: Batch, count: number): readonly PodPlan[] =>
  Array.from({ length: Math.max(0, Math.min(count, MOST_PODS)) }, (_, index) => copy(batch, index));

/** pkg/controller/statefulset: `SET-ORDINAL`, with the claims `TEMPLATE-SET-ORDINAL`. */
function ordinals(spec: JsonMap, { name, spec: podSpec, namespace }: Batch): readonly PodPlan[] {
  const templates = listOf(spec.volumeClaimTemplates).filter(isMap);
  const start = numberOf(mapOf(spec.ordinals).start) ?? 0;
  const count = Math.max(0, Math.min(numberOf(spec.replicas) ?? 1, MOST_ORDINALS));
  return Array.from({ length: count }, (_, index) => {
    const pod = `${name}-${start + index}`;
    const claims = templates.map((template) => {
      const metadata = mapOf(template.metadata);
      const labels = { ...mapOf(metadata.labels), ...mapOf(mapOf(spec.selector).matchLabels) };
      return { ...template, metadata: { ...metadata, name: `${textOf(metadata.name)}-${pod}`, namespace, labels } };
    });
    return { name: pod, spec: withClaims(podSpec, templates, pod), pinned: undefined, claims };
  });
}

/** newVersionedStatefulSetPod: a template replaces the pod's volume of the same name. */
function withClaims(spec: JsonMap, templates: readonly JsonMap[], pod: string): JsonMap {
  const names = templates.map((template) => textOf(mapOf(template.metadata).name));
  const own: readonly Json[] = listOf(spec.volumes).filter((volume) => !names.includes(textOf(mapOf(volume).name)));
  const added = names.map((name): JsonMap => ({ name, persistentVolumeClaim: { claimName: `${name}-${pod}` } }));
  return { ...spec, volumes: [...added, ...own] };
}
