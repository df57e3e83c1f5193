import type { Group } from "./groups.ts";
import type { Fate, Placement } from "./state.ts";

/** Everything that was found possible for a claim, over all the ways the cluster may have gone. */
export interface ClaimRecord {
  readonly groups: Set<Group>;
  /** Fates other than bound, by kind. */
  readonly others: Map<Fate["kind"], Exclude<Fate, { readonly kind: "bound" }>>;
  /** The default class, where the controller has given it to the claim afterwards. */
  assigned: string | undefined;
}

/** More equally possible volumes than this are not told apart from each other for one claim. */
const MOST_GROUPS = 64;

/** What has been decided, for claims and pods; filled while the states are followed, read when they have ended. */
export class Ledger {
  readonly claims = new Map<string, ClaimRecord>();
  readonly pods = new Map<string, Placement[]>();

  claim(key: string): ClaimRecord {
    const known = this.claims.get(key);
    if (known !== undefined) return known;
    const record: ClaimRecord = { groups: new Set(), others: new Map(), assigned: undefined };
    this.claims.set(key, record);
    return record;
  }

  decide(key: string, fate: Fate): void {
    const record = this.claim(key);
    if (fate.kind !== "bound") record.others.set(fate.kind, fate);
    else if (record.groups.size < MOST_GROUPS) record.groups.add(fate.group);
  }

  place(key: string, placement: Placement): void {
    const known = this.pods.get(key);
    if (known === undefined) this.pods.set(key, [placement]);
    else if (!known.some((each) => isSame(each, placement))) known.push(placement);
  }
}

const isSame = (a: Placement, b: Placement): boolean =>
  a.outcome === b.outcome && a.node === b.node && a.reasons.join() === b.reasons.join();
