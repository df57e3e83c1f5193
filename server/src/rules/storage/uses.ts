import type { ResourceFacts } from "../../model/facts.ts";
import type { Claim, StorageCluster } from "../../workspace/storage-cluster.ts";
import { at, type YMap, type YScalar } from "../../yaml/node.ts";
import { mapsIn, scalarAt, textAt } from "../given.ts";
import type { Pod } from "../pod/pods.ts";

/** A volume of a Pod that is a claim which some file holds. */
export interface ClaimUse {
  readonly volume: YMap;
  /** The claim's name, as the Pod writes it. */
  readonly name: YScalar;
  readonly claim: Claim;
}

export function claimUses(pod: Pod, facts: ResourceFacts, cluster: StorageCluster): readonly ClaimUse[] {
  const namespace = cluster.namespaceOf(facts);
  return mapsIn(at(pod.spec, "volumes")).flatMap((volume) => {
    const name = scalarAt(volume, "persistentVolumeClaim", "claimName");
    const claim = name && cluster.world.claimsByKey.get(`${namespace}/${name.text}`);
    if (!name || !claim || cluster.isRepeated("PersistentVolumeClaim", namespace, claim.name)) return [];
    return [{ volume, name, claim }];
  });
}

/** Mounts of a volume in all containers. */
export const mountsOf = (pod: Pod, volume: YMap): readonly YMap[] =>
  pod.containers.flatMap(({ map }) =>
    mapsIn(at(map, "volumeMounts")).filter((mount) => textAt(mount, "name") === textAt(volume, "name")),
  );

/** Only one node at a time can have it. */
export const isForOneNode = ({ modes }: Claim): boolean => modes.every((mode) => mode === "ReadWriteOnce");

/** Only one Pod at a time can have it. */
export const isForOnePod = ({ modes }: Claim): boolean => modes.includes("ReadWriteOncePod");
