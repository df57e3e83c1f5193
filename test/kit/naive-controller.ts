import { type Claim, isReservedFor, type Volume } from "../../server/src/engines/binder/objects.ts";
import { selectorMatches } from "../../server/src/engines/binder/selector.ts";
import type { World } from "../../server/src/engines/binder/world.ts";

/**
 * The volume controller taken down word by word: one claim after another, sets of access modes and volumes in whatever
 * order `chance` says. Slow, and of one mind each time; the binder must foretell everything that it may do.
 */
export function bindAtRandom(world: World, chance: () => number): ReadonlyMap<string, string> {
  const taken = new Map<string, string>();
  const result = new Map<string, string>();
  for (const claim of world.claims) {
    const volume = choose(world, claim, taken, chance);
    result.set(claim.key, volume?.name ?? "");
    if (volume !== undefined) taken.set(volume.name, claim.key);
  }
  return result;
}

function choose(
  world: World,
  claim: Claim,
  taken: ReadonlyMap<string, string>,
  chance: () => number,
): Volume | undefined {
  const named = world.volumes.find(({ name }) => name === claim.volumeName);
  if (claim.volumeName !== "") {
    if (named === undefined || taken.has(named.name)) return undefined;
    if (named.claimRef !== undefined) return isReservedFor(named, claim) ? named : undefined;
    const fits =
      named.capacity >= claim.request &&
      named.className === claim.className &&
      named.volumeMode === claim.volumeMode &&
      claim.modes.every((mode) => named.modes.includes(mode));
    return fits ? named : undefined;
  }
  const delays = world.classes.get(claim.className)?.delays === true;
  const sets = new Map(shuffled(world.volumes, chance).map(({ modes }) => [modes.join(), modes]));
  const usable = shuffled([...sets.values()], chance).filter((set) => claim.modes.every((mode) => set.includes(mode)));
  for (const set of usable.sort((a, b) => a.length - b.length)) {
    const own = world.volumes.filter(({ modes }) => modes.join() === set.join());
    const found = findMatchingVolume(claim, shuffled(own, chance), taken, delays);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** pv_helpers.go FindMatchingVolume, without a node. */
function findMatchingVolume(
  claim: Claim,
  volumes: readonly Volume[],
  taken: ReadonlyMap<string, string>,
  delays: boolean,
): Volume | undefined {
  let best: Volume | undefined;
  for (const volume of volumes) {
    const isReserved = isReservedFor(volume, claim) && !taken.has(volume.name);
    if ((volume.claimRef !== undefined || taken.has(volume.name)) && !isReserved) continue;
    if (volume.capacity < claim.request || volume.volumeMode !== claim.volumeMode) continue;
    if (isReserved) return volume;
    if (delays || volume.className !== claim.className) continue;
    if (claim.selector !== undefined && !selectorMatches(claim.selector, volume.labels)) continue;
    if (best === undefined || volume.capacity < best.capacity) best = volume;
  }
  return best;
}

function shuffled<T>(items: readonly T[], chance: () => number): readonly T[] {
  return items
    .map((item) => ({ item, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
