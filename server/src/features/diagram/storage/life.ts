import { at, textOf } from "../../../base/json.ts";
import type { Localized } from "../../../base/localized.ts";
import { type Claim, type ClaimReport, NO_PROVISIONER, type Volume } from "../../../workspace/storage-cluster.ts";
import { verdictIn } from "../../storage/verdict.ts";
import type { Pointer } from "../model.ts";
import type { StoragePart } from "./build.ts";
import type { Site } from "./site.ts";
import { phaseTitle, plain } from "./words.ts";

/** A claim and its volume, of which there may be but one. */
export interface Life {
  readonly site: Site;
  readonly claim: Claim | undefined;
  readonly volume: Volume | undefined;
  /** Where the claim is written, or the template that it is made from. */
  readonly claimAt: Pointer | undefined;
  /** What becomes of the volume once the claim is gone; undefined where no file tells. */
  readonly policy: string | undefined;
  readonly policyAt: Pointer | undefined;
  readonly isMade: boolean;
}

export type ClaimState = "Pending" | "Bound" | "Lost" | "Terminating" | "gone";
export type VolumeState = "made" | "Available" | "Bound" | "Released" | "Failed" | "deleted";

/** Where something stands now, where it is about to be, and why. */
export interface Stand<State> {
  readonly now: State | undefined;
  readonly next: State | undefined;
  readonly why: Localized;
}

/** Of what somebody looks at; else of the first claim that stays Pending, the first claim or the first volume. */
export function lifeOf(parts: readonly StoragePart[], focus: string | undefined): Life | undefined {
  for (const { site, model } of parts) {
    if (focus === undefined) continue;
    const { boxes, links } = model;
    if (!boxes.some(({ id }) => id === focus)) continue;
    // From a class or a Pod to the first claim that has to do with it.
    const beside = links.flatMap(({ from, to }) =>
      from.box === focus ? [to.box] : to.box === focus ? [from.box] : [],
    );
    for (const id of [focus, ...beside]) {
      const found = lifeAt(site, id);
      if (found) return found;
    }
  }
  for (const { site } of parts) {
    const { claims, volumes } = site.cluster.world;
    const stuck = claims.find(({ key }) => site.cluster.report.claims.get(key)?.outcome === "pending");
    const claim = stuck ?? claims[0];
    const box = claim ? site.claimBoxes.get(claim.key) : site.volumeBoxes.get(volumes[0]?.name ?? "");
    const found = box === undefined ? undefined : lifeAt(site, box);
    if (found) return found;
  }
  return undefined;
}

function lifeAt(site: Site, box: string): Life | undefined {
  const { cluster } = site;
  const { claims, volumes } = cluster.world;
  const claim = claims.find(({ key }) => site.claimBoxes.get(key) === box);
  if (claim) {
    const report = cluster.report.claims.get(claim.key);
    const [name] = report?.volumes ?? [];
    return joined(site, claim, name === undefined ? awaited(site, claim, report) : cluster.volume(name));
  }
  const volume = volumes.find(({ name }) => site.volumeBoxes.get(name) === box);
  if (!volume) return undefined;
  const taker = claims.find(({ key }) => cluster.report.claims.get(key)?.volumes[0] === volume.name);
  return joined(site, taker, volume);
}

/** The one volume that a claim which waits for its Pod can get: the scheduler tries those before it has one made. */
function awaited({ cluster }: Site, claim: Claim, report: ClaimReport | undefined): Volume | undefined {
  if (report?.outcome !== "waits-for-first-consumer") return undefined;
  const [only, ...more] = [...cluster.obstacles(claim)].filter(([, obstacles]) => obstacles.length === 0);
  return more.length === 0 ? only?.[0] : undefined;
}

function joined(site: Site, claim: Claim | undefined, volume: Volume | undefined): Life {
  const report = claim && site.cluster.report.claims.get(claim.key);
  const className = report?.effectiveClass ?? undefined;
  const storageClass = className === undefined ? undefined : site.cluster.world.classes.get(className);
  const maker = !volume && storageClass?.provisioner !== NO_PROVISIONER ? storageClass : undefined;
  const classJson = className === undefined ? {} : site.json("StorageClass", "", className);
  const boxes = new Map(site.sheet.boxes.map((box) => [box.id, box]));
  return {
    site,
    claim,
    volume,
    claimAt: claim && boxes.get(site.claimBoxes.get(claim.key) ?? "")?.at,
    policy: volume?.reclaimPolicy ?? (maker ? textOf(classJson.reclaimPolicy) || "Delete" : undefined),
    policyAt: volume
      ? site.pointer("PersistentVolume", "", volume.name, ["spec", "persistentVolumeReclaimPolicy"])
      : maker
        ? site.pointer("StorageClass", "", maker.name, ["reclaimPolicy"])
        : undefined,
    isMade: maker !== undefined,
  };
}

export function claimStand({ site, claim }: Life): Stand<ClaimState> {
  const report = claim && site.cluster.report.claims.get(claim.key);
  if (!claim || !report) return { now: undefined, next: undefined, why: { en: "", vi: "" } };
  const verdict = verdictIn(site.cluster, claim, report);
  const why = { en: plain(verdict.en), vi: plain(verdict.vi) };
  if (textOf(at(claim.json, "metadata", "deletionTimestamp")) !== "") return { now: "Terminating", next: "gone", why };
  return { ...STANDS[report.outcome], why };
}

const STANDS: Readonly<Record<ClaimReport["outcome"], Omit<Stand<ClaimState>, "why">>> = {
  bound: { now: "Bound", next: undefined },
  "bound-or-pending": { now: "Pending", next: "Bound" },
  pending: { now: "Pending", next: undefined },
  "dynamic-provisioning": { now: "Pending", next: "Bound" },
  "waits-for-first-consumer": { now: "Pending", next: "Bound" },
  lost: { now: "Lost", next: undefined },
  rejected: { now: undefined, next: undefined },
};

export function volumeStand(life: Life): Stand<VolumeState> {
  const { site, volume, isMade, claim } = life;
  if (volume) {
    const phase = site.cluster.report.volumes.get(volume.name)?.phase ?? "Available";
    const isAwaited = phase === "Available" && claim !== undefined;
    return { now: phase, next: isAwaited ? "Bound" : undefined, why: phaseTitle(phase, volume) };
  }
  const outcome = claim && site.cluster.report.claims.get(claim.key)?.outcome;
  const isComing = isMade && (outcome === "dynamic-provisioning" || outcome === "waits-for-first-consumer");
  return {
    now: undefined,
    next: isComing ? "made" : undefined,
    why: isComing
      ? { en: "Does not exist yet: the class has it made.", vi: "Chưa tồn tại: class sẽ cho cấp phát." }
      : { en: "There is no volume for the claim.", vi: "Chưa có volume nào cho claim." },
  };
}
