import { Ledger } from "./ledger.ts";
import type { Claim } from "./objects.ts";
import { schedule } from "./schedule.ts";
import { copyOf, distinct, type Fate, firstState, type State, take } from "./state.ts";
import { syncClaim } from "./sync.ts";
import type { World } from "./world.ts";

/** How the cluster settles: what is possible for each claim and pod, and the states it may end in. */
export interface Settled {
  readonly ledger: Ledger;
  /** Never empty. The first is the one in which everything is taken in the order of the documents. */
  readonly states: readonly State[];
}

/** The controller takes the claims one by one, then the scheduler the pods; both in the order of their creation. */
export function bind(world: World): Settled {
  const ledger = new Ledger();
  const most = mostStates(world);
  let states: readonly State[] = [firstState(world.groups.all.length)];
  for (const claim of world.claims) {
    if (claim.faults.length > 0) continue;
    const next: State[] = [];
    for (const state of states) next.push(...decide(world, state, claim, ledger, most));
    states = distinct(next, most);
  }
  for (const pod of world.pods) {
    if (pod.faults.length > 0) continue;
    states = distinct(
      states.flatMap((state) => schedule(world, state, pod, ledger)),
      most,
    );
  }
  for (const { fates } of states) {
    for (const [key, fate] of fates) if (fate.kind === "waits") ledger.decide(key, fate);
  }
  return { ledger, states };
}

const MOST_STATES = 64;
/** Places of state that may be copied in all. */
const BUDGET = 8_000_000;

/** In a large world only the way that follows the order of the documents is taken. */
function mostStates({ groups, claims, pods }: World): number {
  const cost = (groups.all.length + 1) * (claims.length + pods.length + 1);
  return Math.max(1, Math.min(MOST_STATES, Math.floor(BUDGET / cost)));
}

function decide(world: World, state: State, claim: Claim, ledger: Ledger, most: number): readonly State[] {
  const { fates, assigned } = syncClaim(world, state, claim);
  const isUsed = world.usedClaims.has(claim.key);
  for (const fate of fates) if (!isUsed || fate.kind !== "waits") ledger.decide(claim.key, fate);
  if (assigned !== undefined) ledger.claim(claim.key).assigned = assigned;
  const followed = fates.slice(0, most);
  return followed.map((fate, index) => {
    const next = index === followed.length - 1 ? state : copyOf(state);
    return settle(next, claim.key, fate, isUsed);
  });
}

function settle(state: State, key: string, fate: Fate, isUsed: boolean): State {
  if (fate.kind === "bound") take(state, fate.group);
  if (isUsed) state.fates.set(key, fate);
  return state;
}
