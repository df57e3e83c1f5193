import { at, type JsonMap, mapOf, textOf } from "../../base/json.ts";
import { Memo } from "../../base/memo.ts";
import { type Groups, groupVolumes } from "./groups.ts";
import type { Stored } from "./manifest.ts";
import {
  type Claim,
  defaultClass,
  type Node,
  nameOf,
  readClaim,
  readNode,
  readStorageClass,
  readVolume,
  type StorageClass,
  type Volume,
} from "./objects.ts";
import { claimsOf, type Pod, type PodPlan, podsOf } from "./pods.ts";
import { withDefaultClass } from "./prepare.ts";
import type { Release } from "./release.ts";
import { firstState, type State } from "./state.ts";
import { faultsOf, prepare } from "./validate.ts";

/** Everything that decides about claims and pods, read from the objects that the API server has accepted. */
export interface World {
  readonly release: Release;
  readonly volumes: readonly Volume[];
  readonly groups: Groups;
  /** With nothing taken. */
  readonly untouched: State;
  /** In the order of creation: what was sent first, then what controllers make. */
  readonly claims: readonly Claim[];
  readonly claimsByKey: ReadonlyMap<string, Claim>;
  readonly classes: ReadonlyMap<string, StorageClass>;
  readonly defaultClass: StorageClass | undefined;
  readonly nodes: readonly Node[];
  readonly pods: readonly Pod[];
  /** Claims that some pod names. */
  readonly usedClaims: ReadonlySet<string>;
  /** CSI drivers whose free storage the scheduler looks at. */
  readonly meteredDrivers: ReadonlySet<string>;
  /** CSIStorageCapacity objects. */
  readonly capacities: readonly JsonMap[];
}

/** An object that stayed as it was is read once, however many worlds it is in. */
const volumeMemo = new Memo<Stored, Volume>();
const claimMemo = new Memo<Stored, Claim>();
const readStoredVolume = ({ json }: Stored): Volume => readVolume(json);
const readStoredClaim = ({ json, namespace }: Stored): Claim => readClaim(json, namespace);

export function readWorld(objects: readonly Stored[], release: Release): World {
  const ofKind = (kind: string): readonly Stored[] => objects.filter((object) => object.kind === kind);
  const volumes = ofKind("PersistentVolume").map((object) => volumeMemo.of(object, readStoredVolume));
  const classes = new Map(ofKind("StorageClass").map(({ json, name, era }) => [name, readStorageClass(json, era)]));
  const nodes = ofKind("Node").map(({ json }) => readNode(json));
  const sent = ofKind("PersistentVolumeClaim").map((object) => claimMemo.of(object, readStoredClaim));
  const fallback = defaultClass(classes.values());
  const made = makePods(objects, nodes, sent, fallback?.name, release);
  const claims = [...sent, ...made.claims];
  const drivers = ofKind("CSIDriver").filter(({ json }) => mapOf(json.spec).storageCapacity === true);
  const groups = groupVolumes(volumes, claims, made.pods.length > 0);
  return {
    release,
    volumes,
    groups,
    untouched: firstState(groups.all.length),
    claims,
    claimsByKey: new Map(claims.map((claim) => [claim.key, claim])),
    classes,
    defaultClass: fallback,
    nodes,
    pods: made.pods,
    usedClaims: new Set(made.pods.flatMap((pod) => pod.claims.map(({ key }) => key))),
    meteredDrivers: new Set(drivers.map(({ name }) => name)),
    capacities: ofKind("CSIStorageCapacity").map(({ json }) => json),
  };
}

interface Made {
  readonly pods: readonly Pod[];
  readonly claims: readonly Claim[];
}

function makePods(
  objects: readonly Stored[],
  nodes: readonly Node[],
  sent: readonly Claim[],
  fallback: string | undefined,
  release: Release,
): Made {
  const taken = new Set(sent.map(({ key }) => key));
  const claims: Claim[] = [];
  const make = (json: JsonMap, namespace: string, owner: string | undefined): void => {
    const key = `${namespace}/${nameOf(json)}`;
    if (taken.has(key)) return;
    taken.add(key);
    claims.push(createClaim(json, namespace, owner, fallback, release));
  };
  const pods = objects.flatMap(({ kind, json, namespace }) =>
    podsOf(kind, json, namespace, nodes).map((plan) => {
      for (const claim of plan.claims) make(claim, namespace, undefined);
      const pod = readPod(plan, kind, namespace, release);
      for (const { key, template } of pod.faults.length > 0 ? [] : pod.claims) {
        if (template === undefined) continue;
        const metadata = { ...mapOf(template.metadata), name: key.slice(namespace.length + 1), namespace };
        make({ ...template, metadata }, namespace, pod.key);
      }
      return pod;
    }),
  );
  return { pods, claims };
}

/** What a StatefulSet's pod is refused for, where the set itself was not checked. */
function readPod(plan: PodPlan, kind: string, namespace: string, release: Release): Pod {
  const isUnchecked = kind === "StatefulSet" && !release.checksStatefulSets;
  const json = { metadata: { name: plan.name, namespace }, spec: plan.spec };
  return {
    key: `${namespace}/${plan.name}`,
    namespace,
    claims: claimsOf(plan.spec, namespace, plan.name),
    spec: plan.spec,
    pinned: plan.pinned,
    faults: isUnchecked ? faultsOf("Pod", json, release) : [],
  };
}

function createClaim(
  json: JsonMap,
  namespace: string,
  owner: string | undefined,
  fallback: string | undefined,
  release: Release,
): Claim {
  const prepared = prepare("PersistentVolumeClaim", withDefaultClass(json, fallback), undefined, release);
  const faults = faultsOf("PersistentVolumeClaim", prepared, release);
  return { ...readClaim(prepared, namespace), owner, faults };
}

/** What the capacity object says of a volume's largest size, and for which nodes. */
export const isForClass = (capacity: JsonMap, name: string): boolean =>
  textOf(at(capacity, "storageClassName")) === name;
