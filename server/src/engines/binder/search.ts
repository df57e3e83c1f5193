import { firstLargeEnough, type Group, type Groups, reservedFor } from "./groups.ts";
import { type Claim, shelfOf } from "./objects.ts";
import { selectorMatches } from "./selector.ts";
import { firstFree, isFree, type State } from "./state.ts";

/**
 * The controller's choice: pkg/controller/volume/persistentvolume/index.go findByClaim. Sets of access modes are
 * searched by their number of modes, and the first set with a match ends the search. Whatever is returned is equally
 * possible: sets of one length come in random order, and so do volumes of one size.
 */
export function bestMatches(groups: Groups, state: State, claim: Claim, delays: boolean): readonly Group[] {
  const reserved = reservedFor(groups, claim).filter((group) => isFree(state, group));
  const found: Group[] = [];
  let length = 0;
  for (const { key, modes } of groups.modeSets) {
    if (!includesAll(modes, claim.modes)) continue;
    if (modes.length > length && found.length > 0) return found;
    length = modes.length;
    const own = reserved.filter(({ volume }) => volume.modes.join() === key);
    if (own.length > 0) found.push(...own);
    else if (!delays) found.push(...smallest(groups, state, claim, key, anywhere));
  }
  return found;
}

const anywhere = (): boolean => true;

export const includesAll = (modes: readonly string[], asked: readonly string[]): boolean =>
  asked.every((mode) => modes.includes(mode));

/** The smallest volumes that fit on one shelf: all of them, when several are of the same size. */
function smallest(
  groups: Groups,
  state: State,
  claim: Claim,
  modes: string,
  isReachable: (group: Group) => boolean,
): readonly Group[] {
  const shelf = groups.shelves.get(shelfOf(modes, claim)) ?? [];
  const found: Group[] = [];
  let place = firstFree(state, shelf, firstLargeEnough(shelf, claim.request));
  for (;;) {
    const group = shelf[place];
    if (group === undefined) return found;
    const best = found[0];
    if (best !== undefined && group.volume.capacity > best.volume.capacity) return found;
    if (isWanted(claim, group) && isReachable(group)) found.push(group);
    place = firstFree(state, shelf, place + 1);
  }
}

const isWanted = (claim: Claim, { volume }: Group): boolean =>
  claim.selector === undefined || selectorMatches(claim.selector, volume.labels);

/**
 * The scheduler's choice for one node: pv_helpers.go FindMatchingVolume over all volumes of the claim's class. Here the
 * smallest volume wins, whatever its modes. `undefined` among the answers: a reserved volume is out of reach, and that
 * ends the search.
 */
export function matchesOnNode(
  groups: Groups,
  state: State,
  claim: Claim,
  isReachable: (group: Group) => boolean,
): readonly (Group | undefined)[] {
  const reserved = reservedFor(groups, claim).filter(
    (group) => isFree(state, group) && group.volume.className === claim.className,
  );
  if (reserved.length > 0) return reserved.map((group) => (isReachable(group) ? group : undefined));
  const found = groups.modeSets
    .filter(({ modes }) => includesAll(modes, claim.modes))
    .flatMap(({ key }) => smallest(groups, state, claim, key, isReachable));
  const least = found.reduce<Group | undefined>(
    (best, group) => (best === undefined || group.volume.capacity < best.volume.capacity ? group : best),
    undefined,
  );
  return least === undefined ? [] : found.filter(({ volume }) => volume.capacity === least.volume.capacity);
}
