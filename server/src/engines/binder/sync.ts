import { type Obstacle, requestObstacles } from "./judge.ts";
import { type Claim, isReservedFor, type StorageClass } from "./objects.ts";
import { provisionerOf } from "./provision.ts";
import { bestMatches } from "./search.ts";
import { type Fate, isFree, type LostReason, type PendingReason, type State } from "./state.ts";
import type { World } from "./world.ts";

interface Decision {
  /** Never empty; several when Kubernetes chooses at random. */
  readonly fates: readonly Fate[];
  /** The default class that the claim was given. */
  readonly assigned: string | undefined;
}

/** pkg/controller/volume/persistentvolume/pv_controller.go syncClaim: what the controller makes of a claim. */
export function syncClaim(world: World, state: State, claim: Claim): Decision {
  if (claim.bindCompleted) return only(completed(world, state, claim));
  if (claim.volumeName !== "") return only(requested(world, state, claim));
  const own = search(world, state, claim);
  if (own !== undefined) return { fates: own, assigned: undefined };
  if (claim.hasClass || world.defaultClass === undefined) return only(unmatched(world, claim));
  const { name } = world.defaultClass;
  const classed = { ...claim, className: name, hasClass: true };
  return { fates: search(world, state, classed) ?? [unmatched(world, classed)], assigned: name };
}

const only = (fate: Fate): Decision => ({ fates: [fate], assigned: undefined });
const lost = (reason: LostReason): Fate => ({ kind: "lost", reason });
const pending = (reason: PendingReason, ...obstacles: readonly Obstacle[]): Fate => ({
  kind: "pending",
  reason,
  obstacles,
});

/** syncBoundClaim. */
function completed(world: World, state: State, claim: Claim): Fate {
  if (claim.volumeName === "") return lost("NO_VOLUME_NAME");
  const group = world.groups.byVolume.get(claim.volumeName);
  if (group === undefined) return lost("VOLUME_NOT_FOUND");
  const { claimRef } = group.volume;
  if (!isFree(state, group)) return lost("MISBOUND");
  return claimRef === undefined || claimRef.uid === claim.uid ? { kind: "bound", group } : lost("MISBOUND");
}

/** syncUnboundClaim for a claim with volumeName: a volume that names the claim too is taken unseen. */
function requested(world: World, state: State, claim: Claim): Fate {
  const group = world.groups.byVolume.get(claim.volumeName);
  if (group === undefined) return pending("VOLUME_NOT_FOUND");
  const { volume } = group;
  if (!isFree(state, group)) return pending("VOLUME_CLAIMED_BY_OTHER");
  if (volume.claimRef !== undefined)
    return isReservedFor(volume, claim) ? { kind: "bound", group } : pending("VOLUME_CLAIMED_BY_OTHER");
  const obstacles = requestObstacles(claim, volume);
  return obstacles.length === 0 ? { kind: "bound", group } : pending("VOLUME_MISMATCH", ...obstacles);
}

export const classOf = (world: World, claim: Claim): StorageClass | undefined =>
  claim.className === "" ? undefined : world.classes.get(claim.className);

function search(world: World, state: State, claim: Claim): readonly Fate[] | undefined {
  const delays = classOf(world, claim)?.delays === true;
  const matches = bestMatches(world.groups, state, claim, delays);
  return matches.length === 0 ? undefined : matches.map((group): Fate => ({ kind: "bound", group }));
}

function unmatched(world: World, claim: Claim): Fate {
  const storageClass = classOf(world, claim);
  if (storageClass?.delays === true && claim.selectedNode === undefined) {
    const isUsed = world.usedClaims.has(claim.key);
    return { kind: "waits", reason: isUsed ? "WAIT_FOR_POD_SCHEDULED" : "WAIT_FOR_FIRST_CONSUMER" };
  }
  if (claim.className === "") return pending("NO_MATCHING_VOLUME");
  return provision(world, claim, claim.selectedNode);
}

/** provisionClaim. */
export function provision(world: World, claim: Claim, node: string | undefined): Fate {
  const answer = provisionerOf(classOf(world, claim), world.release);
  switch (answer.kind) {
    case "handed-over":
      return { kind: "provisioning", provisioner: answer.provisioner, node };
    case "no-class":
      return pending("STORAGE_CLASS_NOT_FOUND");
    case "no-plugin":
      return pending("NO_VOLUME_PLUGIN");
  }
}
