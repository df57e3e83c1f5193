import type { ResourceFacts } from "../../model/facts.ts";
import {
  type Certainty,
  type Claim,
  type ClaimReport,
  NO_PROVISIONER,
  type Obstacle,
  type StorageCluster,
  type Volume,
} from "../../workspace/storage-cluster.ts";
import type { Entry, WorkspaceView } from "../../workspace/view.ts";

/** A claim that stays Pending, in every cluster that its file may end in. */
export interface Stuck {
  readonly cluster: StorageCluster;
  readonly claim: Claim;
  readonly report: ClaimReport;
  readonly certainty: Certainty;
  /** Volumes with what rules them out, the fewest obstacles first. */
  readonly misses: readonly Miss[];
}

export interface Miss {
  readonly volume: Volume;
  readonly obstacles: readonly Obstacle[];
}

export function stuckClaim(facts: ResourceFacts, view: WorkspaceView): Stuck | undefined {
  const clusters = view.storage();
  const all = clusters.map((cluster) => {
    const claim = cluster.claimOf(facts);
    return claim && stuckIn(cluster, claim);
  });
  const [first] = all;
  return first && all.every(Boolean) && !isPatched(facts, view) ? first : undefined;
}

/** Whether a patch changes an object of this file, so that the file does not tell all of it. */
export const isPatched = (facts: ResourceFacts, view: WorkspaceView): boolean =>
  view
    .ownEntries()
    .flat()
    .some((entry: Entry) => entry.facts === facts && view.isPatched(entry));

/** The same for any claim, be it one that a StatefulSet makes. */
export function stuckIn(cluster: StorageCluster, claim: Claim): Stuck | undefined {
  const report = cluster.report.claims.get(claim.key);
  if (!report || claim.faults.length > 0) return undefined;
  const misses = missesOf(cluster, claim);
  if (report.outcome === "pending" || report.outcome === "lost")
    return { cluster, claim, report, certainty: cluster.certaintyOf(claim, report), misses };
  // Nobody makes volumes of such a class, so that waiting for a Pod does not help.
  const isStatic = cluster.classOf(claim)?.provisioner === NO_PROVISIONER;
  if (report.outcome !== "waits-for-first-consumer" || !isStatic) return undefined;
  if (misses.some(({ obstacles }) => obstacles.length === 0)) return undefined;
  return { cluster, claim, report, certainty: cluster.certaintyOf(claim, { ...report, outcome: "pending" }), misses };
}

export { NO_PROVISIONER };

function missesOf(cluster: StorageCluster, claim: Claim): readonly Miss[] {
  return [...cluster.obstacles(claim)]
    .map(([volume, obstacles]) => ({ volume, obstacles }))
    .filter(({ obstacles }) => !obstacles.includes("NOT_REQUESTED"))
    .sort((a, b) => a.obstacles.length - b.obstacles.length);
}
