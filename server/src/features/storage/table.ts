import type { Localized } from "../../base/localized.ts";
import { capacityOf } from "../../rules/storage/words.ts";
import type { Claim, Obstacle, StorageCluster, Volume } from "../../workspace/storage-cluster.ts";
import type { Block } from "../describe/block.ts";

/** Volumes that are shown, the nearest first. */
const MOST_ROWS = 8;

const HEAD: readonly Localized[] = [
  { en: "volume", vi: "volume" },
  { en: "class", vi: "class" },
  { en: "size", vi: "dung lượng" },
  { en: "modes", vi: "access mode" },
  { en: "volumeMode", vi: "volumeMode" },
  { en: "selector", vi: "selector" },
  { en: "claimRef", vi: "claimRef" },
  { en: "nodes", vi: "node" },
];

/** Every volume against every criterion: what fails has a ✗. Undefined where there is no volume at all. */
export function claimTable(cluster: StorageCluster, claim: Claim): Block | undefined {
  const winners = new Set(cluster.report.claims.get(claim.key)?.volumes ?? []);
  const rows = [...cluster.obstacles(claim)]
    .sort(([a, left], [b, right]) => rank(winners, a, left) - rank(winners, b, right))
    .map(([volume, obstacles]) => row(volume, obstacles, winners.has(volume.name), claim));
  if (rows.length === 0) return undefined;
  const more = rows.length - MOST_ROWS;
  const shown = more > 0 ? [...rows.slice(0, MOST_ROWS), [`… +${more}`, ...HEAD.slice(1).map(() => "")]] : rows;
  return { kind: "table", head: HEAD, rows: shown };
}

const rank = (winners: ReadonlySet<string>, { name }: Volume, obstacles: readonly Obstacle[]): number =>
  winners.has(name) ? -1 : obstacles.length;

function row(volume: Volume, obstacles: readonly Obstacle[], wins: boolean, claim: Claim): readonly string[] {
  const mark = (obstacle: Obstacle, text: string): string =>
    `${obstacles.includes(obstacle) ? "✗" : "✓"} ${text}`.trim();
  const { claimRef } = volume;
  return [
    wins ? `→ ${volume.name}` : volume.name,
    mark("STORAGE_CLASS_MISMATCH", volume.className === "" ? '""' : volume.className),
    mark("CAPACITY_TOO_SMALL", capacityOf(volume)),
    mark("ACCESS_MODES_MISMATCH", volume.modes.map(shortMode).join(", ")),
    mark("VOLUME_MODE_MISMATCH", volume.volumeMode),
    claim.selector === undefined ? "–" : mark("SELECTOR_MISMATCH", ""),
    claimRef === undefined ? "–" : mark("CLAIMED_BY_OTHER", `${claimRef.namespace}/${claimRef.name}`),
    volume.affinity === undefined ? "–" : "⌖",
  ];
}

const SHORT: Readonly<Record<string, string>> = {
  ReadWriteOnce: "RWO",
  ReadOnlyMany: "ROX",
  ReadWriteMany: "RWX",
  ReadWriteOncePod: "RWOP",
};

/** As kubectl prints them. */
export const shortMode = (mode: string): string => SHORT[mode] ?? mode;
