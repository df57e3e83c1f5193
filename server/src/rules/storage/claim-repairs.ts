import type { Resource } from "../../model/resource.ts";
import type { Claim, Volume } from "../../workspace/storage-cluster.ts";
import { pairOf } from "../../yaml/node.ts";
import { mapAt } from "../given.ts";
import type { Fix, Remedy } from "../rule.ts";
import { quoted } from "../wording.ts";
import { createClass, createVolume } from "./create.ts";
import { claimFits, strayLabels } from "./fit-claim.ts";
import { reserveFix, volumeFits } from "./fit-volume.ts";
import { dropField, rewritten, setField } from "./rewrite.ts";
import { type Miss, NO_PROVISIONER, type Stuck } from "./stuck.ts";

/** Of many volumes the nearest ones are enough to choose from. */
const MOST = 3;

/** What can be done about a claim that stays Pending, in its own manifest. */
export function claimRepairs(resource: Resource, stuck: Stuck): readonly Fix[] {
  const { claim, report, cluster } = stuck;
  const fits = nearest(stuck).flatMap((miss) => fitTo(resource, claim, miss));
  const isStatic = report.effectiveClass === "" || cluster.classOf(claim) !== undefined;
  const isClassless = report.reasons.includes("STORAGE_CLASS_NOT_FOUND") && claim.className !== "";
  const all = [
    ...fits,
    ...(claim.volumeName === "" ? [] : otherVolumes(resource, stuck)),
    ...(isClassless ? [createClass(resource, claim.className)] : []),
    ...(claim.volumeName === "" && isStatic ? [createVolume(resource, claim)] : []),
    ...(claim.volumeName === "" ? defaultInstead(resource, stuck) : []),
  ];
  return all.map((fix, index) => (index === 0 && fits.length > 0 ? { ...fix, preferred: true } : fix));
}

/** The same in the manifests of the volumes that just miss it. */
export function volumeRemedies({ claim, ...stuck }: Stuck): readonly Remedy[] {
  return nearest({ claim, ...stuck }).flatMap(({ volume, obstacles }): readonly Remedy[] => {
    const entry = stuck.cluster.entry("PersistentVolume", "", volume.name);
    if (!entry) return [];
    return [{ entry, fixes: (resource) => volumeRepairs(resource, claim, { volume, obstacles }) }];
  });
}

/** What can be done about a volume that a claim just misses, in the volume's manifest. */
export function volumeRepairs(resource: Resource, claim: Claim, { volume, obstacles }: Miss): readonly Fix[] {
  const each = obstacles.map((obstacle) => volumeFits(resource, claim, volume, obstacle));
  const isMatched = obstacles.every(
    (obstacle) => obstacle === "STORAGE_CLASS_MISMATCH" || obstacle === "SELECTOR_MISMATCH",
  );
  const reserved = isMatched && claim.volumeName === "" ? reserveFix(resource, claim) : [];
  return [...together(each, volumeTitle(claim)), ...reserved];
}

function fitTo(resource: Resource, claim: Claim, { volume, obstacles }: Miss): readonly Fix[] {
  return together(
    obstacles.map((obstacle) => claimFits(resource, claim, volume, obstacle)),
    claimTitle(volume),
  );
}

const claimTitle = ({ name }: Volume): Fix["title"] => ({
  en: `Ask for what ${quoted(name)} has`,
  vi: `Yêu cầu đúng những gì ${quoted(name)} có`,
});

const volumeTitle = ({ name }: Claim): Fix["title"] => ({
  en: `Offer what the claim ${quoted(name)} asks for`,
  vi: `Đáp ứng đúng yêu cầu của claim ${quoted(name)}`,
});

/** One obstacle: each way round it. Several: one fix that takes them all away, if each can be. */
function together(each: readonly (readonly Fix[])[], title: Fix["title"]): readonly Fix[] {
  const [only, ...more] = each;
  if (only === undefined) return [];
  if (more.length === 0) return only;
  const firsts = each.flatMap(([first]) => first ?? []);
  if (firsts.length < each.length) return [];
  return [
    rewritten(
      title,
      { en: "", vi: "" },
      firsts.flatMap(({ edits }) => edits),
    ),
  ];
}

function nearest({ misses }: Stuck): readonly Miss[] {
  const blocked = misses.filter(({ obstacles }) => obstacles.length > 0);
  const least = blocked[0]?.obstacles.length ?? 0;
  return blocked.filter(({ obstacles }) => obstacles.length === least).slice(0, MOST);
}

/** For a claim that names a volume which cannot serve it: another one, or any. */
function otherVolumes(resource: Resource, { claim, cluster }: Stuck): readonly Fix[] {
  const anyone = { ...claim, volumeName: "", key: "" };
  const fitting = cluster.world.volumes.filter(
    (volume) => volume.name !== claim.volumeName && !volume.claimRef && cluster.between(anyone, volume).length === 0,
  );
  const nobody = { en: "", vi: "" };
  const provisioner = cluster.classOf(claim)?.provisioner;
  const isServed = fitting.length > 0 || (provisioner !== undefined && provisioner !== NO_PROVISIONER);
  return [
    ...fitting.slice(0, MOST).flatMap(({ name }) => setField(resource, ["spec"], "volumeName", name, nobody)),
    ...(isServed
      ? dropField(resource, "volumeName", { en: " and let Kubernetes choose", vi: " để Kubernetes tự chọn" })
      : []),
  ];
}

/** No class was asked for, in so many words, and no volume is without one. */
function defaultInstead(resource: Resource, { claim, cluster, misses }: Stuck): readonly Fix[] {
  const isNone = pairOf(mapAt(resource.root, "spec"), "storageClassName") && claim.className === "" && claim.hasClass;
  if (!isNone || misses.length > 0 || cluster.surroundings.defaultClass === "no") return [];
  return dropField(resource, "storageClassName", { en: ", for the default class", vi: " để dùng class mặc định" });
}

/** Labels that were put on the claim, and belong on a volume. */
export const hasStrayLabels = ({ claim, misses }: Stuck): boolean =>
  strayLabels(claim).size > 0 && misses.some(({ obstacles }) => obstacles.includes("SELECTOR_MISMATCH"));
