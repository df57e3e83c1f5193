import { at, mapOf, textOf } from "../../../base/json.ts";
import { type Localized, same } from "../../../base/localized.ts";
import { capacityOf, requestOf } from "../../../rules/storage/words.ts";
import type { Claim, ClaimReport, Volume } from "../../../workspace/storage-cluster.ts";
import { claimTitle } from "../../storage/lenses.ts";
import { shortMode } from "../../storage/table.ts";
import { verdictIn } from "../../storage/verdict.ts";
import type { Box, Pointer, Row, Standing } from "../model.ts";
import type { Site } from "./site.ts";
import { classWords, driverTitle, phaseTitle, plain, sourceOf, standingOf } from "./words.ts";

/** More volumes than these that nothing tells apart are one box. */
const MOST_ALIKE = 4;

export function addClass(site: Site, name: string): string {
  const { cluster, sheet } = site;
  const known = cluster.world.classes.get(name);
  const pointer = (path?: Pointer["path"]) => site.pointer("StorageClass", "", name, path);
  const json = site.json("StorageClass", "", name);
  const provisioner = known?.provisioner ?? textOf(json.provisioner);
  const isDefault = cluster.world.defaultClass?.name === name;
  const policy = textOf(json.reclaimPolicy) || "Delete";
  const binding = known?.delays ? "WaitForFirstConsumer" : "Immediate";
  const id = site.idOf(`class:${name}`);
  const caption: Localized = {
    en: isDefault ? "StorageClass · default" : "StorageClass",
    vi: isDefault ? "StorageClass · mặc định" : "StorageClass",
  };
  sheet.box({
    id,
    kind: "storage-class",
    namespace: undefined,
    name,
    caption: "StorageClass",
    words: { name: same(name), caption },
    title: {
      en: `StorageClass ${name}: ${provisioner}, ${binding}, ${policy}${pointer() ? "" : "\nKnown from the configuration, not from a manifest"}`,
      vi: `StorageClass ${name}: ${provisioner}, ${binding}, ${policy}${pointer() ? "" : "\nBiết qua cấu hình, không có trong manifest nào"}`,
    },
    at: pointer(),
  });
  const row = (key: string, text: string, detail: string, title: Localized, path: Pointer["path"]): string =>
    sheet.row(id, { id: `${id}#${key}`, text, detail, title, at: pointer(path), state: "plain" });
  row("driver", provisioner, "", driverTitle(provisioner), ["provisioner"]);
  row("policy", binding, policy, classWords(binding, policy), ["volumeBindingMode"]);
  return id;
}

export function addVolumes(site: Site): void {
  const { cluster } = site;
  for (const { members } of cluster.world.groups.all) {
    const [first] = members;
    if (!first) continue;
    if (members.length <= MOST_ALIKE) {
      for (const volume of members) site.volumeBoxes.set(volume.name, addVolume(site, volume, [volume]));
      continue;
    }
    const id = addVolume(site, first, members);
    for (const { name } of members) site.volumeBoxes.set(name, id);
  }
}

function addVolume(site: Site, volume: Volume, alike: readonly Volume[]): string {
  const { cluster, sheet } = site;
  const { name, modes, className, volumeMode, reclaimPolicy, affinity, claimRef } = volume;
  const id = site.idOf(`volume:${name}`);
  const pointer = (...path: string[]): Pointer | undefined =>
    site.pointer("PersistentVolume", "", name, path.length > 0 ? ["spec", ...path] : undefined);
  const phases = alike.map((each) => cluster.report.volumes.get(each.name)?.phase ?? "Available");
  const isMany = alike.length > 1;
  const bound = phases.filter((phase) => phase === "Bound").length;
  const shownName = isMany ? `${name} … ${alike.at(-1)?.name ?? ""}` : name;
  const said = isMany ? same(`${bound} / ${alike.length} Bound`) : same(phases[0] ?? "Available");
  const meaning = phaseTitle(phases[0] ?? "Available", volume);
  sheet.box({
    id,
    kind: "persistent-volume",
    namespace: undefined,
    name: shownName,
    caption: isMany ? `PersistentVolume × ${alike.length}` : "PersistentVolume",
    labels: Object.fromEntries(volume.labels),
    title: {
      en: `PersistentVolume ${shownName}: ${capacityOf(volume)}, ${modes.join(", ")}\n${meaning.en}`,
      vi: `PersistentVolume ${shownName}: ${capacityOf(volume)}, ${modes.join(", ")}\n${meaning.vi}`,
    },
    marks: [
      {
        id: `${id}!phase`,
        direction: undefined,
        state: phases[0] === "Bound" ? "settled" : phases[0] === "Available" ? "waiting" : "stuck",
        policies: [],
        text: said,
        title: meaning,
        at: pointer(),
      },
    ],
    at: pointer(),
  });
  const source = sourceOf(volume);
  const rows: readonly (readonly [string, string, string, Pointer["path"]])[] = [
    ["capacity", capacityOf(volume), modes.map(shortMode).join(" "), ["capacity", "storage"]],
    ["class", className === "" ? '""' : className, volumeMode === "Block" ? "Block" : "", ["storageClassName"]],
    ["source", source.text, reclaimPolicy, [source.field]],
    ...(affinity ? [["nodes", nodesOf(volume), "nodeAffinity", ["nodeAffinity"]] as const] : []),
    ...(claimRef ? [["claim", `${claimRef.namespace}/${claimRef.name}`, "claimRef", ["claimRef"]] as const] : []),
  ];
  for (const [key, text, detail, path] of rows) {
    const title = same([text, detail].filter(Boolean).join(", "));
    sheet.row(id, { id: `${id}#${key}`, text, detail, title, at: pointer(...path.map(String)), state: "plain" });
  }
  return id;
}

/** Values that a required node affinity asks for. */
function nodesOf({ affinity }: Volume): string {
  const values: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) typeof each === "string" ? values.push(each) : walk(each);
    else if (typeof value === "object" && value !== null) for (const each of Object.values(value)) walk(each);
  };
  walk(affinity);
  return values.join(" ");
}

/** Where the claim is written: in an object of its own, or in the template that it is made from. */
export interface ClaimHome {
  readonly at: Pointer | undefined;
  readonly isTemplate: boolean;
}

/** The deciding field of a claim. */
export const inClaim = ({ at: home, isTemplate }: ClaimHome, ...path: readonly string[]): Pointer | undefined =>
  home && (isTemplate ? home : { origin: home.origin, path });

export function addClaim(site: Site, claim: Claim, alike: readonly Claim[], home: ClaimHome): string {
  const { cluster, sheet } = site;
  const { key, namespace, name, modes, volumeMode, selector, volumeName } = claim;
  const report = cluster.report.claims.get(key);
  const id = site.idOf(`claim:${key}`);
  const isMany = alike.length > 1;
  const shownName = isMany ? `${name} … ${alike.at(-1)?.name ?? ""}` : name;
  const caption = isMany ? `PersistentVolumeClaim × ${alike.length}` : "PersistentVolumeClaim";
  const verdict = report ? verdictIn(cluster, claim, report) : same("");
  sheet.box({
    id,
    kind: "claim",
    namespace,
    name: shownName,
    caption,
    title: {
      en: plain(`PersistentVolumeClaim ${key}\n${verdict.en}`),
      vi: plain(`PersistentVolumeClaim ${key}\n${verdict.vi}`),
    },
    marks: report ? [markOf(site, claim, report, id, home)] : [],
    at: home.at,
  });
  const className = report?.effectiveClass ?? claim.className;
  const classText = claim.hasClass || report?.effectiveClass ? className || '""' : "–";
  const classDetail = volumeMode === "Block" ? "Block" : report?.effectiveClass && !claim.hasClass ? "default" : "";
  const spec = mapOf(claim.json.spec);
  const labels = Object.entries(mapOf(at(selector, "matchLabels"))).map(
    ([label, value]) => `${label}=${textOf(value)}`,
  );
  const rows: readonly (readonly [string, string, string, readonly string[]])[] = [
    ["capacity", `≥ ${requestOf(claim)}`, modes.map(shortMode).join(" "), ["spec", "resources", "requests", "storage"]],
    ["class", classText, classDetail, ["spec", "storageClassName"]],
    ...(selector ? [["selector", labels.join(", ") || "matchExpressions", "", ["spec", "selector"]] as const] : []),
    ...(volumeName === "" ? [] : [["volume", volumeName, "volumeName", ["spec", "volumeName"]] as const]),
    ...((spec.dataSource ?? spec.dataSourceRef)
      ? [
          [
            "source",
            textOf(at(spec.dataSource ?? spec.dataSourceRef, "name")),
            "dataSource",
            ["spec", "dataSource"],
          ] as const,
        ]
      : []),
  ];
  for (const [rowKey, text, detail, path] of rows) {
    const words = same([text, detail].filter(Boolean).join(", "));
    const row: Row = { id: `${id}#${rowKey}`, text, detail, title: words, at: inClaim(home, ...path), state: "plain" };
    sheet.row(id, row);
  }
  return id;
}

function markOf(
  { cluster }: Site,
  claim: Claim,
  report: ClaimReport,
  id: string,
  home: ClaimHome,
): Box["marks"][number] {
  const certainty = cluster.certaintyOf(claim, report);
  const state: Standing = certainty === "unknown" ? "unknown" : standingOf(report.outcome);
  const said = claimTitle(cluster, claim) ?? { en: "refused", vi: "bị từ chối" };
  const verdict = verdictIn(cluster, claim, report);
  const title = { en: plain(verdict.en), vi: plain(verdict.vi) };
  return {
    id: `${id}!verdict`,
    direction: undefined,
    state,
    policies: [],
    text: capital(said),
    title,
    at: inClaim(home, "spec"),
  };
}

const capital = ({ en, vi }: Localized): Localized => ({ en: upper(en), vi: upper(vi) });

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
