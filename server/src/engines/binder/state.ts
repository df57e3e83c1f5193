import type { Group } from "./groups.ts";
import type { Obstacle } from "./judge.ts";

/** What has become of a claim. */
export type Fate =
  | { readonly kind: "bound"; readonly group: Group }
  | { readonly kind: "pending"; readonly reason: PendingReason; readonly obstacles: readonly Obstacle[] }
  | { readonly kind: "lost"; readonly reason: LostReason }
  | { readonly kind: "waits"; readonly reason: WaitReason }
  | { readonly kind: "provisioning"; readonly provisioner: string; readonly node: string | undefined };

export type PendingReason =
  | "VOLUME_NOT_FOUND"
  | "VOLUME_MISMATCH"
  | "VOLUME_CLAIMED_BY_OTHER"
  | "NO_MATCHING_VOLUME"
  | "STORAGE_CLASS_NOT_FOUND"
  | "NO_VOLUME_PLUGIN";

export type LostReason = "NO_VOLUME_NAME" | "VOLUME_NOT_FOUND" | "MISBOUND";

export type WaitReason = "WAIT_FOR_FIRST_CONSUMER" | "WAIT_FOR_POD_SCHEDULED";

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
  | "CLAIM_IN_USE"
  | "UNBOUND_IMMEDIATE_CLAIM"
  | "NODE_NAME_SET"
  | "NODE_NOT_ELIGIBLE"
  | "NODE_AFFINITY_CONFLICT"
  | "VOLUME_ZONE_CONFLICT"
  | "NO_VOLUME_ON_NODE"
  | "NOT_ENOUGH_FREE_STORAGE"
  | "NO_VOLUME_PLUGIN"
  | "NODES_UNKNOWN"
  | "SCHEDULING_GATED";

/**
 * One way the cluster may have gone. Kubernetes chooses at random between equals; where that matters there are several
 * of these. A state is changed in place by whoever holds it, and copied where the ways part.
 */
export interface State {
  /** How many volumes of each group are taken. */
  readonly taken: number[];
  /** For a group without free volumes: where on its shelf to look on; 0 for the next place. */
  readonly skips: number[];
  /** Of claims that pods use, and only of those. */
  readonly fates: Map<string, Fate>;
  /** ReadWriteOncePod claims that a scheduled pod uses. */
  readonly inUse: Set<string>;
}

export const firstState = (groups: number): State => ({
  taken: new Array<number>(groups).fill(0),
  skips: new Array<number>(groups).fill(0),
  fates: new Map(),
  inUse: new Set(),
});

export const copyOf = (state: State): State => ({
  taken: [...state.taken],
  skips: [...state.skips],
  fates: new Map(state.fates),
  inUse: new Set(state.inUse),
});

export const isFree = (state: State, group: Group): boolean => (state.taken[group.index] ?? 0) < group.members.length;

export function take(state: State, group: Group): void {
  state.taken[group.index] = (state.taken[group.index] ?? 0) + 1;
}

/** The first place on the shelf, from `start`, with a free volume. What is full is stepped over at once next time. */
export function firstFree(state: State, shelf: readonly Group[], start: number): number {
  const after = (place: number): number => state.skips[shelf[place]?.index ?? -1] || place + 1;
  const isFull = (place: number): boolean => {
    const group = shelf[place];
    return group !== undefined && !isFree(state, group);
  };
  let found = start;
  while (isFull(found)) found = after(found);
  for (let place = start; place < found; ) {
    const next = after(place);
    const group = shelf[place];
    if (group !== undefined) state.skips[group.index] = found;
    place = next;
  }
  return found;
}

/** States from which everything goes on the same are followed once, and no more than `most`. */
export function distinct(states: readonly State[], most: number): readonly State[] {
  if (states.length <= 1) return states;
  const seen = new Map<string, State>();
  for (const state of states) {
    const fates = [...state.fates].map(([claim, fate]) => `${claim}=${signature(fate)}`);
    const key = `${state.taken.join()}|${fates.join()}|${[...state.inUse].join()}`;
    if (!seen.has(key)) seen.set(key, state);
  }
  return [...seen.values()].slice(0, most);
}

function signature(fate: Fate): string {
  switch (fate.kind) {
    case "bound":
      return `b${fate.group.index}`;
    case "provisioning":
      return `p${fate.node}`;
    case "pending":
    case "lost":
    case "waits":
      return fate.kind;
  }
}
