import type { Localized } from "../../base/localized.ts";
import type { Span } from "../../base/span.ts";
import type { ResourceFacts } from "../../model/facts.ts";
import { requestOf } from "../../rules/storage/words.ts";
import type { Claim, ClaimReport, Obstacle, StorageCluster } from "../../workspace/storage-cluster.ts";
import type { WorkspaceView } from "../../workspace/view.ts";

/** A line above an object. */
export interface Lens {
  /** Which document of the file. */
  readonly document: number;
  readonly span: Span;
  readonly title: Localized;
  /** What a click opens, at the object; nothing for lines that are only read. */
  readonly opens?: "network" | "storage";
}

/** What becomes of each claim and volume of a file, and of what classes and StatefulSets make, in a few words. */
export function storageLenses(view: WorkspaceView): readonly Lens[] {
  const [cluster] = view.storage();
  if (!cluster) return [];
  return view.ownEntries().flatMap((entries, document) =>
    entries.flatMap(({ facts }): readonly Lens[] => {
      const claim = cluster.claimOf(facts);
      const volume = claim ? undefined : cluster.volumeOf(facts);
      const title = claim
        ? claimTitle(cluster, claim)
        : volume
          ? volumeTitle(cluster, volume.name)
          : (classTitle(cluster, facts) ?? setTitle(cluster, facts));
      return title ? [{ document, span: facts.nameSpan, title, opens: "storage" }] : [];
    }),
  );
}

/** What becomes of a claim, in a few words. */
export function claimTitle(cluster: StorageCluster, claim: Claim): Localized | undefined {
  const report = cluster.report.claims.get(claim.key);
  if (!report) return undefined;
  const named = report.volumes.slice(0, 2);
  switch (report.outcome) {
    case "bound":
      return { en: `binds to ${named.join(" or ")}`, vi: `ghép với ${named.join(" hoặc ")}` };
    case "bound-or-pending":
      return { en: `binds to ${named.join(" or ")}, or Pending`, vi: `ghép với ${named.join(" hoặc ")}, hoặc Pending` };
    case "pending":
    case "lost":
      return pendingTitle(cluster, claim, report);
    case "dynamic-provisioning":
      return { en: `provisioned by ${report.provisioner ?? ""}`, vi: `do ${report.provisioner ?? ""} cấp phát` };
    case "waits-for-first-consumer":
      return { en: "waits for its first Pod", vi: "chờ Pod đầu tiên dùng đến" };
    case "rejected":
      return undefined;
  }
}

function pendingTitle(cluster: StorageCluster, claim: Claim, report: ClaimReport): Localized {
  if (cluster.certaintyOf(claim, report) === "unknown") {
    const name = report.effectiveClass;
    return name === null
      ? { en: "left to the cluster's default class", vi: "tùy vào class mặc định của cluster" }
      : { en: `left to the class ${name}, which no file has`, vi: `tùy vào class ${name}, không tệp nào có` };
  }
  if (report.outcome === "lost") return { en: "Lost", vi: "Lost" };
  const why = whyPending(cluster, claim, report);
  return { en: `Pending: ${why.en}`, vi: `Pending: ${why.vi}` };
}

function whyPending(cluster: StorageCluster, claim: Claim, { reasons }: ClaimReport): Localized {
  if (reasons.includes("VOLUME_NOT_FOUND"))
    return { en: `there is no volume ${claim.volumeName}`, vi: `không có volume ${claim.volumeName}` };
  if (reasons.includes("VOLUMES_TAKEN")) return { en: "other claims come first", vi: "claim khác đứng trước" };
  const all = [...cluster.obstacles(claim).values()].filter((each) => !each.includes("NOT_REQUESTED"));
  const shared = ORDER.find((obstacle) => all.length > 0 && all.every((each) => each.includes(obstacle)));
  switch (shared) {
    case "ACCESS_MODES_MISMATCH": {
      const offered = new Set(cluster.world.volumes.flatMap(({ modes }) => modes));
      const lacking = claim.modes.find((mode) => !offered.has(mode)) ?? claim.modes.join(", ");
      return { en: `no volume offers ${lacking}`, vi: `không volume nào có ${lacking}` };
    }
    case "CAPACITY_TOO_SMALL":
      return { en: `no volume is as large as ${requestOf(claim)}`, vi: `không volume nào đủ ${requestOf(claim)}` };
    case "STORAGE_CLASS_MISMATCH":
      return claim.className === ""
        ? { en: "every volume has a class", vi: "volume nào cũng có class" }
        : { en: `no volume has the class ${claim.className}`, vi: `không volume nào có class ${claim.className}` };
    case "VOLUME_MODE_MISMATCH":
      return {
        en: `no volume has volumeMode ${claim.volumeMode}`,
        vi: `không volume nào có volumeMode ${claim.volumeMode}`,
      };
    case "SELECTOR_MISMATCH":
      return { en: "no volume matches the selector", vi: "không volume nào khớp selector" };
    case "CLAIMED_BY_OTHER":
      return { en: "every volume is reserved for others", vi: "volume nào cũng đã dành cho claim khác" };
    default:
      return { en: "no volume fits", vi: "không volume nào phù hợp" };
  }
}

const ORDER: readonly Obstacle[] = [
  "ACCESS_MODES_MISMATCH",
  "CAPACITY_TOO_SMALL",
  "STORAGE_CLASS_MISMATCH",
  "VOLUME_MODE_MISMATCH",
  "SELECTOR_MISMATCH",
  "CLAIMED_BY_OTHER",
];

function volumeTitle(cluster: StorageCluster, name: string): Localized | undefined {
  const takers = cluster.world.claims.filter(({ key }) => cluster.report.claims.get(key)?.volumes.includes(name));
  if (takers.length === 0) return undefined;
  const keys = takers.slice(0, 2).map(({ key }) => key);
  return { en: `serves ${keys.join(" or ")}`, vi: `phục vụ ${keys.join(" hoặc ")}` };
}

function classTitle({ world, report }: StorageCluster, { gvk, name }: ResourceFacts): Localized | undefined {
  if (gvk.kind !== "StorageClass" || !world.classes.has(name)) return undefined;
  const claims = [...report.claims.values()].filter(({ effectiveClass }) => effectiveClass === name).length;
  const volumes = world.volumes.filter(({ className }) => className === name).length;
  const counted = (count: number, word: string): string => `${count} ${count === 1 ? word : `${word}s`}`;
  return {
    en: `${counted(claims, "claim")} and ${counted(volumes, "volume")} of this class`,
    vi: `${claims} claim và ${volumes} volume thuộc class này`,
  };
}

/** Of the claims that a StatefulSet makes. */
function setTitle(cluster: StorageCluster, facts: ResourceFacts): Localized | undefined {
  if (facts.gvk.kind !== "StatefulSet") return undefined;
  const pods = new Set(cluster.podsOf(facts).map(([key]) => key));
  const keys = cluster.world.pods.flatMap(({ key, claims }) => (pods.has(key) ? claims.map((claim) => claim.key) : []));
  if (keys.length === 0) return undefined;
  const stuck = keys.filter((key) => cluster.report.claims.get(key)?.outcome === "pending").length;
  const pending = stuck === 0 ? "" : `, ${stuck} Pending`;
  return {
    en: `storage: ${keys.length} ${keys.length === 1 ? "claim" : "claims"}${pending}`,
    vi: `lưu trữ: ${keys.length} claim${pending}`,
  };
}
