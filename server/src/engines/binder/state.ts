import type { Group } from "./groups.ts";

/** What has become of a claim. */
export type Fate =
  | { readonly kind: "bound"; readonly group: Group }
  | { readonly kind: "pending"; readonly reason: PendingReason; readonly details: readonly string[] }
  | { readonly kind: "lost"; readonly reason: LostReason }
  | { readonly kind: "waits"; readonly reason: "WAIT_FOR_FIRST_CONSUMER" | "WAIT_FOR_POD_SCHEDULED" }
  | { readonly kind: "provisioning"; readonly provisioner: string; readonly node: string | undefined };

export type PendingReason =
  | "VOLUME_NOT_FOUND"
  | "VOLUME_MISMATCH"
  | "VOLUME_CLAIMED_BY_OTHER"
  | "NO_MATCHING_VOLUME"
  | "STORAGE_CLASS_NOT_FOUND"
  | "NO_VOLUME_PLUGIN";

export type LostReason = "NO_VOLUME_NAME" | "VOLUME_NOT_FOUND" | "MISBOUND";

/** Where a pod went, and why it did not. */
export interface Placement {
  readonly outcome: "scheduled" | "pending" | "schedulable-after-provisioning";
  readonly node: string | undefined;
  readonly reasons: readonly PodReason[];
}

export type PodReason =
  | "CLAIM_NOT_FOUND"
  | "CLAIM_LOST"
  | "CLAIM_NOT_OWNED"
  | "UNBOUND_IMMEDIATE_CLAIM"
  | "NODE_NAME_SET"
  | "NODE_AFFINITY_CONFLICT"
  | "VOLUME_ZONE_CONFLICT"
  | "NO_VOLUME_ON_NODE"
  | "NOT_ENOUGH_FREE_STORAGE"
  | "CLAIM_IN_USE"
  | "NODE_NOT_ELIGIBLE"
  | "SCHEDULING_GATED";

/**
 * One way the cluster may have gone. Kubernetes chooses at random between equals; where that matters there are several
 * of these.
 */
export interface State {
  /** How many volumes of each group are taken. */
  readonly taken: readonly number[];
  readonly fates: ReadonlyMap<string, Fate>;
  /** Classes that were given to claims after they had been created, by claim. */
  readonly assigned: ReadonlyMap<string, string>;
  readonly placements: ReadonlyMap<string, Placement>;
  /** ReadWriteOncePod claims that a scheduled pod uses. */
  readonly inUse: ReadonlySet<string>;
}

/** A state that is still being written; nothing else holds it. */
export interface Draft extends State {
  readonly taken: number[];
  readonly fates: Map<string, Fate>;
  readonly assigned: Map<string, string>;
  readonly placements: Map<string, Placement>;
  readonly inUse: Set<string>;
}

export const emptyDraft = (groups: number): Draft => ({
  taken: new Array<number>(groups).fill(0),
  fates: new Map(),
  assigned: new Map(),
  placements: new Map(),
  inUse: new Set(),
});

export const copyOf = (state: State): Draft => ({
  taken: [...state.taken],
  fates: new Map(state.fates),
  assigned: new Map(state.assigned),
  placements: new Map(state.placements),
  inUse: new Set(state.inUse),
});

export const isFree = (state: State, group: Group): boolean => (state.taken[group.index] ?? 0) < group.members.length;

export function take(draft: Draft, claim: string, group: Group): void {
  draft.taken[group.index] = (draft.taken[group.index] ?? 0) + 1;
  draft.fates.set(claim, { kind: "bound", group });
}

/** More ways than this are not followed; they come from ties between volumes that differ. */
const MOST_STATES = 64;

/** The same future is followed once. `claims` are those whose volume a pod may still ask about. */
export function distinct(drafts: readonly Draft[], claims: ReadonlySet<string>): readonly Draft[] {
  if (drafts.length === 1) return drafts;
  const seen = new Map<string, Draft>();
  for (const draft of drafts) {
    const fates = [...claims].map((claim) => signature(draft.fates.get(claim)));
    const key = `${draft.taken.join()}|${fates.join()}|${[...draft.inUse].join()}`;
    const known = seen.get(key);
    if (known === undefined) seen.set(key, draft);
  }
  return [...seen.values()].slice(0, MOST_STATES);
}

function signature(fate: Fate | undefined): string {
  if (fate === undefined) return "";
  if (fate.kind === "bound") return `b${fate.group.index}`;
  return fate.kind === "provisioning" ? `p${fate.node}` : fate.kind;
}
