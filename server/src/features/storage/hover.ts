import type { Localized } from "../../base/localized.ts";
import { missText } from "../../rules/storage/words.ts";
import type { Claim, ClaimReport, Obstacle, StorageCluster, Volume } from "../../workspace/storage-cluster.ts";
import type { WorkspaceView } from "../../workspace/view.ts";
import type { Block } from "../describe/block.ts";
import type { Spot } from "../spot.ts";
import { claimTable } from "./table.ts";
import { verdictIn } from "./verdict.ts";

/** What becomes of the claim or volume whose name is under the cursor; empty anywhere else. */
export function describeStorage(spot: Spot, viewOf: () => WorkspaceView): readonly Block[] {
  const subject = spot.part === "value" ? subjectOf(spot) : undefined;
  if (!subject) return [];
  const view = viewOf();
  const [cluster] = view.storage();
  if (!cluster) return [];
  const kind = spot.subject.resource?.gvk.kind;
  const own = view
    .ownEntries()
    .flat()
    .find(({ facts }) => facts.gvk.kind === kind && facts.name === (spot.subject.resource?.name ?? ""));
  if (!own) return [];
  switch (subject.kind) {
    case "volume": {
      const volume = cluster.volume(subject.name);
      return volume ? describeVolume(cluster, volume) : [];
    }
    case "claim":
      return cluster.world.claims
        .filter(({ namespace, name }) => namespace === cluster.namespaceOf(own.facts) && subject.isNamed(name))
        .slice(0, MOST_CLAIMS)
        .flatMap((claim) => describeClaim(cluster, claim));
  }
}

/** Claims of one template that are explained in one box. */
const MOST_CLAIMS = 3;

type Asked =
  | { readonly kind: "volume"; readonly name: string }
  | { readonly kind: "claim"; readonly isNamed: (name: string) => boolean };

function subjectOf({ path, node, subject }: Spot): Asked | undefined {
  const { resource } = subject;
  const place = path.map((step) => (typeof step === "number" ? "[]" : step)).join(".");
  const named: Asked = { kind: "claim", isNamed: (name) => name === node.text };
  switch (resource?.gvk.kind) {
    case "PersistentVolume":
      return place === "metadata.name" ? { kind: "volume", name: node.text } : undefined;
    case "PersistentVolumeClaim":
      if (place === "metadata.name") return named;
      return place === "spec.volumeName" ? { kind: "claim", isNamed: (name) => name === resource.name } : undefined;
    default: {
      if (place.endsWith("volumes.[].persistentVolumeClaim.claimName")) return named;
      if (place !== "spec.volumeClaimTemplates.[].metadata.name") return undefined;
      const start = `${node.text}-${resource?.name ?? ""}-`;
      return { kind: "claim", isNamed: (name) => name.startsWith(start) && /^\d+$/.test(name.slice(start.length)) };
    }
  }
}

function describeClaim(cluster: StorageCluster, claim: Claim): readonly Block[] {
  const report = cluster.report.claims.get(claim.key);
  if (!report) return [];
  const title: Block = { kind: "title", title: claim.key, type: "PersistentVolumeClaim", facts: [] };
  const verdict: Block = {
    kind: "text",
    summary: verdictIn(cluster, claim, report),
    detail: winnerText(cluster, claim, report),
  };
  const table = claimTable(cluster, claim);
  return table ? [title, verdict, table] : [title, verdict];
}

/** Why the volume that is chosen is chosen. */
function winnerText(cluster: StorageCluster, claim: Claim, { volumes }: ClaimReport): Localized | undefined {
  const [name] = volumes;
  const winner = name === undefined || volumes.length > 1 ? undefined : cluster.volume(name);
  if (!winner) return undefined;
  if (claim.volumeName === winner.name)
    return { en: "The claim names this volume.", vi: "Claim chỉ định đúng volume này." };
  if (winner.claimRef)
    return { en: "The volume is reserved for the claim.", vi: "Volume này đã dành riêng cho claim." };
  const others = [...cluster.obstacles(claim)].filter(([each, obstacles]) => each !== winner && obstacles.length === 0);
  if (others.length === 0) return { en: "It is the only one that fits.", vi: "Chỉ có volume này phù hợp." };
  return others.some(([each]) => each.modes.length > winner.modes.length && each.capacity <= winner.capacity)
    ? {
        en: "It has the fewest access modes of all that fit, which counts before size.",
        vi: "Volume này có ít access mode nhất trong số volume phù hợp; điều này được xét trước dung lượng.",
      }
    : { en: "It is the smallest of all that fit.", vi: "Volume này nhỏ nhất trong số volume phù hợp." };
}

function describeVolume(cluster: StorageCluster, volume: Volume): readonly Block[] {
  const report = cluster.report.volumes.get(volume.name);
  const takers = cluster.world.claims.filter(({ key }) => {
    const volumes = cluster.report.claims.get(key)?.volumes ?? [];
    return volumes.includes(volume.name);
  });
  const facts = report?.phase ? [{ label: { en: "phase", vi: "phase" }, values: [report.phase] }] : [];
  const title: Block = { kind: "title", title: volume.name, type: "PersistentVolume", facts };
  const names = takers.slice(0, SHOWN).map(({ key }) => `\`${key}\``);
  const summary: Localized =
    names.length === 0
      ? { en: "No claim here binds to it.", vi: "Không claim nào ở đây được ghép với volume này." }
      : { en: `It serves ${names.join(" or ")}.`, vi: `Volume này phục vụ ${names.join(" hoặc ")}.` };
  const misses = names.length > 0 ? [] : missing(cluster, volume);
  return [title, { kind: "text", summary, detail: undefined }, ...misses];
}

const SHOWN = 5;

/** What keeps each waiting claim from the volume. */
function missing(cluster: StorageCluster, volume: Volume): readonly Block[] {
  return cluster.world.claims.slice(0, SHOWN).flatMap((claim): readonly Block[] => {
    const obstacles: readonly Obstacle[] = cluster.obstacles(claim).get(volume) ?? [];
    if (obstacles.length === 0) return [];
    const { en, vi } = missText(claim, volume, obstacles);
    return [
      {
        kind: "text",
        summary: { en: `- \`${claim.key}\`: ${after(en)}.`, vi: `- \`${claim.key}\`: ${after(vi)}.` },
        detail: undefined,
      },
    ];
  });
}

/** Without the volume's name, which the title has. */
const after = (text: string): string => text.slice(text.indexOf(": ") + 2);
