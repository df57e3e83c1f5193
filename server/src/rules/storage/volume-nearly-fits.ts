import type { Resource } from "../../model/resource.ts";
import type { Claim, Obstacle, StorageCluster, Volume } from "../../workspace/storage-cluster.ts";
import { type Draft, workspaceRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { volumeRepairs } from "./claim-repairs.ts";
import { claim, file, volume } from "./example.ts";
import { claimFits } from "./fit-claim.ts";
import { isPatched, stuckIn } from "./stuck.ts";
import { obstacleText } from "./words.ts";

export default workspaceRule({
  id: "storage/volume-nearly-fits",
  severity: "information",
  since: "0.1.0",
  kinds: ["PersistentVolume"],
  docs: {
    title: { en: "Volume that a waiting claim just misses", vi: "Volume suýt khớp với claim đang chờ" },
    why: {
      en: "A claim stays Pending although this volume differs from what it asks for in one point only. Either side can be changed.",
      vi: "Claim ở mãi trạng thái Pending dù volume này chỉ khác yêu cầu ở một điểm. Sửa bên nào cũng được.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#binding"],
  },
  bad: [
    {
      title: { en: "Too small by a unit", vi: "Nhỏ hơn vì khác đơn vị" },
      manifest: file(
        volume("pv-a #! @pv-a", { size: "10G" }),
        claim("du-lieu", { size: "10Gi #! storage/claim-pending @10Gi", more: ['storageClassName: ""'] }),
      ),
      fixed: file(volume("pv-a", { size: "10Gi" }), claim("du-lieu", { size: "10Gi", more: ['storageClassName: ""'] })),
    },
  ],
  good: [
    {
      title: { en: "Large enough", vi: "Đủ lớn" },
      manifest: file(volume("pv-a"), claim("du-lieu", { more: ['storageClassName: ""'] })),
    },
  ],
  *check(resource, facts, view) {
    const [cluster] = view.storage();
    const own = cluster?.volumeOf(facts);
    if (!cluster || !own || isPatched(facts, view)) return;
    const waits = waitingFor(cluster, own);
    if (!waits) return;
    const { claim: waiting, obstacle } = waits;
    const text = obstacleText(waiting, own, obstacle);
    const entry = cluster.entry("PersistentVolumeClaim", waiting.namespace, waiting.name);
    yield {
      span: facts.nameSpan,
      message: {
        en: `The claim ${quoted(waiting.name)} stays Pending and just misses this volume: ${text.en}.`,
        vi: `Claim ${quoted(waiting.name)} ở mãi trạng thái Pending, suýt khớp với volume này: ${text.vi}.`,
      },
      ...(entry
        ? {
            related: [relatedTo(entry)],
            remedies: () => [{ entry, fixes: (other: Resource) => claimFits(other, waiting, own, obstacle) }],
          }
        : {}),
      fixes: () => volumeRepairs(resource, waiting, { volume: own, obstacles: [obstacle] }),
    };
  },
});

const relatedTo = (entry: NonNullable<ReturnType<StorageCluster["entry"]>>): NonNullable<Draft["related"]>[number] => ({
  span: entry.facts.nameSpan,
  entry,
  message: { en: "The claim.", vi: "Claim đang chờ." },
});

/** The first claim that stays Pending with one obstacle between it and the volume. */
function waitingFor(cluster: StorageCluster, own: Volume): { claim: Claim; obstacle: Obstacle } | undefined {
  for (const each of cluster.world.claims) {
    const report = cluster.report.claims.get(each.key);
    if (!report || !WAITING.has(report.outcome) || each.faults.length > 0) continue;
    const [obstacle, ...others] = cluster.between(each, own);
    if (obstacle === undefined || others.length > 0) continue;
    if (obstacle === "NOT_REQUESTED" || (obstacle === "CLAIMED_BY_OTHER" && !isFormer(each, own))) continue;
    if (cluster.certaintyOf(each, { ...report, outcome: "pending" }) === "unknown") continue;
    if (stuckIn(cluster, each)) return { claim: each, obstacle };
  }
  return undefined;
}

const WAITING: ReadonlySet<string> = new Set(["pending", "waits-for-first-consumer"]);

/** Reserved for this very claim as it once was: with an uid that it cannot have any more. */
const isFormer = ({ name, namespace }: Claim, { claimRef }: Volume): boolean =>
  claimRef?.name === name && claimRef.namespace === namespace;
