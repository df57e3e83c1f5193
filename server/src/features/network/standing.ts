import type { AdminPolicy, Direction, NetworkPolicy } from "../../engines/network/input.ts";
import type { Peer } from "../../engines/network/parties.ts";
import type { World } from "../../engines/network/world.ts";

/** What holds for a workload in one direction before anybody in particular is asked about. */
export interface Standing {
  readonly state: /** No NetworkPolicy selects it: everything is allowed that no tier of the cluster denies. */
    | "open"
    | "isolated"
    /** Isolated, and no rule allows anything. */
    | "closed"
    /** In its node's network, where most CNI plugins apply no policies. */
    | "node";
  /** Those that select it. */
  readonly policies: readonly NetworkPolicy[];
  readonly admin: readonly AdminPolicy[];
}

export function standingOf({ input, compiled }: World, { parties }: Peer, direction: Direction): Standing {
  const selected = parties.flatMap(({ index }) => compiled.selected[direction].get(index) ?? []);
  const policies = distinct(selected.flatMap((each) => each.policies)).flatMap((i) => input.policies[i] ?? []);
  const admin = distinct(selected.flatMap((each) => each.admin)).flatMap((i) => input.adminPolicies[i] ?? []);
  const isOnNode = parties.some((party) => party.onNode);
  const isClosed = policies.length > 0 && policies.every((policy) => (policy[direction] ?? []).length === 0);
  const state = isOnNode ? "node" : policies.length === 0 ? "open" : isClosed ? "closed" : "isolated";
  return { state, policies, admin };
}

const distinct = (numbers: readonly number[]): readonly number[] => [...new Set(numbers)];
