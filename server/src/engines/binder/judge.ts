import { type Claim, isReservedFor, type Volume } from "./objects.ts";
import { int64Value } from "./quantity.ts";
import { selectorMatches } from "./selector.ts";

/** Why a volume cannot serve a claim. */
export type Obstacle =
  | "CLAIMED_BY_OTHER"
  | "CAPACITY_TOO_SMALL"
  | "STORAGE_CLASS_MISMATCH"
  | "ACCESS_MODES_MISMATCH"
  | "VOLUME_MODE_MISMATCH"
  | "VOLUME_ATTRIBUTES_CLASS_MISMATCH"
  | "SELECTOR_MISMATCH"
  | "NOT_REQUESTED";

/**
 * Everything that rules the volume out for the claim, before anything is bound; empty if it may be chosen. What is
 * compared depends on who names whom: see pv_helpers.go FindMatchingVolume and pv_controller.go syncUnboundClaim.
 */
export function judge(claim: Claim, volume: Volume): readonly Obstacle[] {
  if (claim.bindCompleted) return judgeCompleted(claim, volume);
  if (claim.volumeName !== "") return judgeRequested(claim, volume);
  const reserved = isReservedFor(volume, claim);
  const obstacles: Obstacle[] = [];
  if (volume.claimRef !== undefined && !reserved) obstacles.push("CLAIMED_BY_OTHER");
  if (volume.capacity < claim.request) obstacles.push("CAPACITY_TOO_SMALL");
  if (!reserved && volume.className !== claim.className) obstacles.push("STORAGE_CLASS_MISMATCH");
  obstacles.push(...shapeObstacles(claim, volume));
  if (!reserved && claim.selector !== undefined && !selectorMatches(claim.selector, volume.labels))
    obstacles.push("SELECTOR_MISMATCH");
  return obstacles;
}

/** syncBoundClaim: a claim that says it is bound takes its volume unseen, unless that has a reference already. */
function judgeCompleted(claim: Claim, volume: Volume): readonly Obstacle[] {
  if (volume.name !== claim.volumeName) return ["NOT_REQUESTED"];
  return volume.claimRef === undefined || volume.claimRef.uid === claim.uid ? [] : ["CLAIMED_BY_OTHER"];
}

function judgeRequested(claim: Claim, volume: Volume): readonly Obstacle[] {
  if (volume.name !== claim.volumeName) return ["NOT_REQUESTED"];
  if (volume.claimRef === undefined) return requestObstacles(claim, volume);
  return isReservedFor(volume, claim) ? [] : ["CLAIMED_BY_OTHER"];
}

/** pv_controller.go checkVolumeSatisfyClaim: bytes are rounded up first, and no selector is looked at. */
export function requestObstacles(claim: Claim, volume: Volume): readonly Obstacle[] {
  const obstacles: Obstacle[] = [];
  if (int64Value(volume.capacity) < int64Value(claim.request)) obstacles.push("CAPACITY_TOO_SMALL");
  if (volume.className !== claim.className) obstacles.push("STORAGE_CLASS_MISMATCH");
  return [...obstacles, ...shapeObstacles(claim, volume)];
}

function shapeObstacles(claim: Claim, volume: Volume): readonly Obstacle[] {
  const obstacles: Obstacle[] = [];
  if (!claim.modes.every((mode) => volume.modes.includes(mode))) obstacles.push("ACCESS_MODES_MISMATCH");
  if (volume.volumeMode !== claim.volumeMode) obstacles.push("VOLUME_MODE_MISMATCH");
  if (volume.attributesClass !== claim.attributesClass) obstacles.push("VOLUME_ATTRIBUTES_CLASS_MISMATCH");
  return obstacles;
}
