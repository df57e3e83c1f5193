import { at, type Json, type JsonMap, mapOf, withValue } from "../../base/json.ts";
import type { Settled } from "./bind.ts";
import { objectKey, type Stored } from "./manifest.ts";
import { type Claim, uidOf, type Volume } from "./objects.ts";
import type { Fate } from "./state.ts";
import type { World } from "./world.ts";

/** The objects as the controllers and the scheduler have left them, where chance decides as the first way went. */
export function settledObjects(objects: readonly Stored[], world: World, settled: Settled): readonly Stored[] {
  const { pairs, fates } = outcomes(world, settled);
  const claimants = new Map(pairs.map(({ claim, volume }) => [volume.name, claim]));
  const volumes = new Map(pairs.map(({ claim, volume }) => [claim.key, volume]));
  const changed = objects.map((object): Stored => {
    switch (object.kind) {
      case "PersistentVolume": {
        const claim = claimants.get(object.name);
        return claim === undefined ? object : become(object, claimed(object.json, claim));
      }
      case "PersistentVolumeClaim": {
        const key = `${object.namespace}/${object.name}`;
        const classed = withClass(object.json, settled.ledger.claims.get(key)?.assigned);
        return become(object, concluded(classed, volumes.get(key), fates.get(key)));
      }
      case "Pod":
        return become(object, placed(object.json, settled, `${object.namespace}/${object.name}`));
      default:
        return object;
    }
  });
  return [...changed, ...madeClaims(objects, world, volumes, fates)];
}

/** Another object, of which nothing is known yet. */
const become = ({ kind, namespace, name, sent, era }: Stored, json: JsonMap): Stored => ({
  kind,
  namespace,
  name,
  json,
  sent,
  era,
});

interface Pair {
  readonly claim: Claim;
  readonly volume: Volume;
}

interface Outcomes {
  readonly pairs: readonly Pair[];
  readonly fates: ReadonlyMap<string, Fate>;
}

function outcomes(world: World, { ledger, states }: Settled): Outcomes {
  const next = new Map<number, number>();
  const pairs: Pair[] = [];
  const fates = new Map<string, Fate>();
  for (const claim of world.claims) {
    const record = ledger.claims.get(claim.key);
    const fate =
      states[0]?.fates.get(claim.key) ?? firstFate([...(record?.groups ?? [])], [...(record?.others.values() ?? [])]);
    if (fate === undefined) continue;
    fates.set(claim.key, fate);
    if (fate.kind !== "bound") continue;
    const { group } = fate;
    const place = next.get(group.index) ?? 0;
    const volume = group.members[place];
    if (volume === undefined) continue;
    next.set(group.index, place + 1);
    pairs.push({ claim, volume });
  }
  return { pairs, fates };
}

function firstFate(
  groups: readonly Extract<Fate, { kind: "bound" }>["group"][],
  others: readonly Fate[],
): Fate | undefined {
  const [group] = groups;
  return group === undefined ? others[0] : { kind: "bound", group };
}

/** A volume with the reference that the controller writes. */
function claimed(json: JsonMap, claim: Claim): JsonMap {
  const reference: JsonMap = {
    ...mapOf(at(json, "spec", "claimRef")),
    kind: "PersistentVolumeClaim",
    apiVersion: "v1",
    namespace: claim.namespace,
    name: claim.name,
    uid: uidOf(claim.key),
  };
  return withValue(json, ["spec", "claimRef"], reference);
}

const withClass = (json: JsonMap, name: string | undefined): JsonMap =>
  name === undefined ? json : withValue(json, ["spec", "storageClassName"], name);

function concluded(json: JsonMap, volume: Volume | undefined, fate: Fate | undefined): JsonMap {
  if (volume !== undefined) {
    const bound = withValue(json, ["spec", "volumeName"], volume.name);
    const marked = withValue(bound, ["metadata", "annotations", "pv.kubernetes.io/bind-completed"], "yes");
    const capacity: Json | undefined = at(volume.spec.capacity, "storage");
    const applied = volume.spec.volumeAttributesClassName;
    const status = { phase: "Bound", capacity: { storage: capacity }, currentVolumeAttributesClassName: applied };
    return { ...marked, status };
  }
  if (fate?.kind === "provisioning" && fate.node !== undefined)
    return withValue(json, ["metadata", "annotations", "volume.kubernetes.io/selected-node"], fate.node);
  return { ...json, status: { phase: fate?.kind === "lost" ? "Lost" : "Pending" } };
}

function placed(json: JsonMap, { ledger }: Settled, key: string): JsonMap {
  const placement = ledger.pods.get(key)?.[0];
  if (placement?.outcome !== "scheduled" || placement.node === undefined) return json;
  return withValue(json, ["spec", "nodeName"], placement.node);
}

/** Claims that controllers made live on by themselves. */
function madeClaims(
  objects: readonly Stored[],
  world: World,
  volumes: ReadonlyMap<string, Volume>,
  fates: ReadonlyMap<string, Fate>,
): readonly Stored[] {
  const known = new Set(objects.map(({ kind, namespace, name }) => objectKey(kind, namespace, name)));
  return world.claims.flatMap((claim): readonly Stored[] => {
    const { namespace, name, key } = claim;
    if (claim.faults.length > 0 || known.has(objectKey("PersistentVolumeClaim", namespace, name))) return [];
    const json = concluded(claim.json, volumes.get(key), fates.get(key));
    return [{ kind: "PersistentVolumeClaim", namespace, name, json, sent: {}, era: 0 }];
  });
}
