import type { Answer } from "./admit.ts";
import type { Group } from "./groups.ts";
import { judge, type Obstacle } from "./judge.ts";
import type { ClaimRecord } from "./ledger.ts";
import type { Claim } from "./objects.ts";
import { type Phase, unboundPhase } from "./phase.ts";
import { type Refusal, refusals } from "./provision.ts";
import { bestMatches } from "./search.ts";
import type { Outcome } from "./settle.ts";
import type { LostReason, PendingReason, Placement, PodReason, WaitReason } from "./state.ts";
import { classOf } from "./sync.ts";
import type { World } from "./world.ts";

export type ClaimOutcome =
  | "bound"
  | "pending"
  | "dynamic-provisioning"
  | "waits-for-first-consumer"
  | "lost"
  | "bound-or-pending"
  | "rejected";

export type ClaimReason =
  | PendingReason
  | LostReason
  | WaitReason
  | Refusal
  | Obstacle
  | "EQUAL_VOLUMES"
  | "VOLUMES_TAKEN";

export interface ClaimReport {
  readonly outcome: ClaimOutcome;
  /** The volume it binds to, or those that are equally possible, in the order of the documents. */
  readonly volumes: readonly string[];
  /** Null: no class at all, which is not the empty class. */
  readonly effectiveClass: string | null;
  readonly provisioner: string | undefined;
  readonly reasons: readonly ClaimReason[];
  /** Paths that the API server refuses. */
  readonly fields: readonly string[];
}

export interface VolumeReport {
  readonly outcome: "ok" | "rejected";
  readonly phase: Phase | undefined;
  readonly fields: readonly string[];
}

export interface ClassReport {
  readonly outcome: "ok" | "rejected";
  readonly fields: readonly string[];
}

export interface PodReport {
  readonly outcome: Placement["outcome"] | "rejected";
  /** All nodes on which it may end. */
  readonly nodes: readonly string[];
  readonly reasons: readonly PodReason[];
  readonly fields: readonly string[];
}

export interface Report {
  readonly claims: ReadonlyMap<string, ClaimReport>;
  readonly volumes: ReadonlyMap<string, VolumeReport>;
  readonly classes: ReadonlyMap<string, ClassReport>;
  readonly pods: ReadonlyMap<string, PodReport>;
}

/** What has become of everything, in the order in which it was sent; what was refused comes last. */
export function reportOf({ world, settled, answers }: Outcome): Report {
  const rejected: Answer[] = [];
  for (const answer of answers.values()) if (answer.outcome === "rejected") rejected.push(answer);
  const refused = (kind: string): readonly Answer[] => rejected.filter((answer) => answer.kind === kind);
  const key = ({ namespace, name }: Answer): string => `${namespace}/${name}`;
  const claims = new Map(
    world.claims.map((claim) => [claim.key, claimReport(world, claim, settled.ledger.claims.get(claim.key))]),
  );
  for (const answer of refused("PersistentVolumeClaim")) claims.set(key(answer), refusedClaim(answer.fields));
  const volumes = new Map(phases(world, settled.states[0]?.taken ?? []));
  for (const { name, fields } of refused("PersistentVolume"))
    volumes.set(name, { outcome: "rejected", phase: undefined, fields });
  const classes = new Map(
    [...world.classes.keys()].map((name): [string, ClassReport] => [name, { outcome: "ok", fields: [] }]),
  );
  for (const { name, fields } of refused("StorageClass")) classes.set(name, { outcome: "rejected", fields });
  const pods = new Map(
    world.pods.map((pod): [string, PodReport] => [
      pod.key,
      pod.faults.length > 0
        ? { outcome: "rejected", nodes: [], reasons: [], fields: pod.faults }
        : podReport(settled.ledger.pods.get(pod.key) ?? []),
    ]),
  );
  for (const answer of refused("Pod"))
    pods.set(key(answer), { outcome: "rejected", nodes: [], reasons: [], fields: answer.fields });
  return { claims, volumes, classes, pods };
}

const refusedClaim = (fields: readonly string[]): ClaimReport => ({
  outcome: "rejected",
  volumes: [],
  effectiveClass: null,
  provisioner: undefined,
  reasons: [],
  fields,
});

function claimReport(world: World, claim: Claim, record: ClaimRecord | undefined): ClaimReport {
  if (claim.faults.length > 0 || record === undefined) return refusedClaim(claim.faults);
  const classed = record.assigned === undefined ? claim : { ...claim, className: record.assigned, hasClass: true };
  const volumes = namesOf([...record.groups].sort((a, b) => a.index - b.index));
  const provisioning = record.others.get("provisioning");
  return {
    outcome: outcomeOf(record),
    volumes,
    effectiveClass: classed.hasClass ? classed.className : null,
    provisioner: provisioning?.kind === "provisioning" ? provisioning.provisioner : undefined,
    reasons: reasonsOf(world, classed, record, volumes.length),
    fields: [],
  };
}

/** One group's names are one array, however many claims may have them. */
function namesOf(groups: readonly Group[]): readonly string[] {
  const [only, ...more] = groups;
  if (only === undefined) return [];
  return more.length === 0 ? only.names : groups.flatMap(({ names }) => names);
}

function outcomeOf({ groups, others }: ClaimRecord): ClaimOutcome {
  const [first, ...more] = others.keys();
  if (first === undefined) return "bound";
  if (groups.size > 0 || more.length > 0) return groups.size > 0 ? "bound-or-pending" : "pending";
  switch (first) {
    case "bound":
    case "pending":
      return "pending";
    case "lost":
      return "lost";
    case "waits":
      return "waits-for-first-consumer";
    case "provisioning":
      return "dynamic-provisioning";
  }
}

function reasonsOf(world: World, claim: Claim, record: ClaimRecord, count: number): readonly ClaimReason[] {
  const reasons: ClaimReason[] = count > 1 ? ["EQUAL_VOLUMES"] : [];
  for (const fate of record.others.values()) {
    if (fate.kind === "provisioning") reasons.push(...refusals(claim));
    else reasons.push(fate.reason);
    if (fate.kind !== "pending") continue;
    reasons.push(...fate.obstacles);
    if (claim.volumeName === "" && hasMatch(world, claim)) reasons.push("VOLUMES_TAKEN");
  }
  return reasons;
}

/** Whether there was a volume for the claim before anybody took it. */
const hasMatch = (world: World, claim: Claim): boolean =>
  bestMatches(world.groups, world.untouched, claim, classOf(world, claim)?.delays === true).length > 0;

function* phases(world: World, taken: readonly number[]): Generator<[string, VolumeReport]> {
  const seen = new Map<number, number>();
  for (const volume of world.volumes) {
    const index = world.groups.byVolume.get(volume.name)?.index ?? -1;
    const place = seen.get(index) ?? 0;
    seen.set(index, place + 1);
    const phase = place < (taken[index] ?? 0) ? "Bound" : unboundPhase(volume);
    yield [volume.name, { outcome: "ok", phase, fields: [] }];
  }
}

/** Where chance decides between going and staying, the first way counts. */
function podReport(placements: readonly Placement[]): PodReport {
  const [first] = placements;
  const outcome = first?.outcome ?? "pending";
  const same = placements.filter((placement) => placement.outcome === outcome);
  const nodes = new Set(same.flatMap(({ node }) => (node === undefined ? [] : [node])));
  return { outcome, nodes: [...nodes].sort(), reasons: first?.reasons ?? [], fields: [] };
}

/**
 * For every volume, in their order, what rules it out for the claim; judged before anything is bound. No more than
 * `most` volumes are listed. `className` is the one that the claim has in the end.
 */
export function candidatesOf(
  world: World,
  claim: Claim,
  className: string | null,
  most: number,
): readonly (readonly [volume: string, readonly Obstacle[]])[] {
  const classed = { ...claim, className: className ?? "" };
  return world.volumes.slice(0, most).map((volume) => [volume.name, judge(classed, volume)]);
}
