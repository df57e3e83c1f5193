import { missText } from "../../../rules/storage/words.ts";
import { type Claim, NO_PROVISIONER, type Obstacle, type Volume } from "../../../workspace/storage-cluster.ts";
import type { Link, Pointer, Port } from "../model.ts";
import { addClass, type ClaimHome, inClaim } from "./boxes.ts";
import type { Site } from "./site.ts";
import { obstacleSign, plain } from "./words.ts";

type Homes = ReadonlyMap<string, ClaimHome>;

const NOWHERE: ClaimHome = { at: undefined, isTemplate: true };

const head = (box: string): Port => ({ box, row: undefined });

/** Which volume serves which claim, or may. */
export function addBindings(site: Site, homes: Homes): void {
  const { cluster, sheet } = site;
  for (const claim of cluster.world.claims) {
    const report = cluster.report.claims.get(claim.key);
    const box = site.claimBoxes.get(claim.key);
    if (!report || !box) continue;
    const isSure = report.outcome === "bound" && report.volumes.length === 1;
    const home = homes.get(claim.key) ?? NOWHERE;
    if (report.outcome === "waits-for-first-consumer") addFitting(site, claim, home);
    for (const name of report.volumes.slice(0, MOST_EQUAL)) {
      const from = site.volumeBoxes.get(name);
      const volume = cluster.volume(name);
      if (!from || !volume) continue;
      const title = isSure
        ? { en: `${claim.key} binds to ${name}`, vi: `${claim.key} được ghép với ${name}` }
        : {
            en: `${claim.key} binds to ${name} or an equal: ${report.volumes.length} come into question`,
            vi: `${claim.key} được ghép với ${name} hoặc một volume tương đương: có ${report.volumes.length} volume có thể`,
          };
      sheet.link({
        from: head(from),
        to: head(box),
        kind: isSure ? "bound" : "possible",
        label: isSure ? "" : `1 / ${report.volumes.length}`,
        title,
        at: decisive(site, claim, volume, home),
      });
    }
  }
}

const MOST_EQUAL = 5;

/** Which of the volumes that fit it gets is decided together with the node of its Pod. */
function addFitting(site: Site, claim: Claim, home: ClaimHome): void {
  const fitting = site.cluster.world.groups.all.filter(
    ({ volume }) => site.cluster.between(claim, volume).length === 0,
  );
  for (const { volume } of fitting.slice(0, MOST_EQUAL)) compare(site, claim, volume, [], home);
}

/** Whoever names the other decides; else what the claim asks for does. */
function decisive(site: Site, claim: Claim, volume: Volume, home: ClaimHome): Pointer | undefined {
  if (claim.volumeName !== "") return inClaim(home, "spec", "volumeName");
  if (volume.claimRef) return site.pointer("PersistentVolume", "", volume.name, ["spec", "claimRef"]);
  return inClaim(home, "spec") ?? site.pointer("PersistentVolume", "", volume.name);
}

/** From classes to their volumes, and to claims for which they make one. */
export function addProvision(site: Site, homes: Homes): void {
  const { cluster, sheet } = site;
  for (const name of [...cluster.world.classes.keys()].sort()) addClass(site, name);
  for (const volume of cluster.world.volumes) {
    const { name, className } = volume;
    const box = site.volumeBoxes.get(name);
    if (!box || !cluster.world.classes.has(className)) continue;
    const title = { en: `${name} is of the class ${className}`, vi: `${name} thuộc class ${className}` };
    const at = site.pointer("PersistentVolume", "", name, ["spec", "storageClassName"]);
    sheet.link({ from: head(site.idOf(`class:${className}`)), to: head(box), kind: "provides", title, at });
  }
  for (const claim of cluster.world.claims) provide(site, claim, homes.get(claim.key) ?? NOWHERE);
}

function provide(site: Site, claim: Claim, home: ClaimHome): void {
  const { cluster, sheet } = site;
  const report = cluster.report.claims.get(claim.key);
  const box = site.claimBoxes.get(claim.key);
  if (!report || !box || report.outcome === "bound" || report.outcome === "lost") return;
  const name = report.effectiveClass;
  const at = inClaim(home, "spec", "storageClassName");
  const to = { box, row: `${box}#class` };
  if (name === null) {
    if (cluster.surroundings.defaultClass !== "unknown" || report.outcome !== "pending") return;
    const words = {
      name: { en: "Default class", vi: "Class mặc định" },
      caption: { en: "if the cluster has one", vi: "nếu cluster có" },
    };
    const title = {
      en: "The claim names no class: the cluster's default decides, and no file shows whether there is one",
      vi: "Claim không ghi class: class mặc định của cluster quyết định, mà không tệp nào cho biết có hay không",
    };
    const id = site.idOf("outside:default class");
    sheet.box({
      id,
      kind: "outside",
      namespace: undefined,
      name: "default",
      caption: "StorageClass",
      words,
      title,
      at,
    });
    return sheet.link({ from: head(id), to, kind: "possible", title, at });
  }
  if (name === "") return;
  if (cluster.world.classes.has(name)) {
    const isWaiting = report.outcome === "waits-for-first-consumer";
    const isMade = report.outcome === "dynamic-provisioning" || isWaiting;
    const maker = report.provisioner ?? cluster.world.classes.get(name)?.provisioner ?? "";
    if (!isMade || maker === NO_PROVISIONER) return;
    const title = isWaiting
      ? {
          en: `${name} waits until a Pod that uses ${claim.key} is scheduled; then ${maker} makes the volume`,
          vi: `${name} chờ đến khi có Pod dùng ${claim.key} được lập lịch; lúc đó ${maker} mới cấp phát volume`,
        }
      : { en: `${maker} makes a volume for ${claim.key}`, vi: `${maker} cấp phát volume cho ${claim.key}` };
    return sheet.link({ from: head(site.idOf(`class:${name}`)), to, kind: "provides", title, at });
  }
  addAbsentClass(site, claim, name, to, at);
}

/** A class that no file has: whether it is missing or merely elsewhere, only the configuration can tell. */
function addAbsentClass(site: Site, claim: Claim, name: string, to: Port, at: Pointer | undefined): void {
  const exists = site.cluster.surroundings.classExists(name);
  const isMissing = exists === "no";
  const title = isMissing
    ? { en: `There is no StorageClass ${name}`, vi: `Không có StorageClass ${name}` }
    : {
        en: `No file has the StorageClass ${name}: whether the cluster has it decides about ${claim.key}`,
        vi: `Không tệp nào có StorageClass ${name}: cluster có class này hay không sẽ quyết định ${claim.key}`,
      };
  const id = site.idOf(`${isMissing ? "missing" : "outside"}:class ${name}`);
  site.sheet.box({
    id,
    kind: isMissing ? "missing" : "outside",
    namespace: undefined,
    name,
    caption: "StorageClass",
    title,
    at,
  });
  site.sheet.link({ from: head(id), to, kind: isMissing ? "dangling" : "possible", title, at });
}

/** Volumes that come nearest to a claim that gets none. */
const NEAREST = 2;
/** Around what somebody looks at. */
const AROUND_FOCUS = 12;
/** Claims times kinds of volumes: beyond this only what is looked at is compared. */
const MOST_PAIRS = 200_000;

/** Why a claim that stays Pending gets none of the nearest volumes; of what is looked at, all that there is to say. */
export function addMisses(site: Site, homes: Homes, focus: string | undefined): void {
  const { cluster } = site;
  const groups = cluster.world.groups.all;
  const stuck = cluster.world.claims.filter(({ key }) => isStuck(cluster.report.claims.get(key)?.outcome));
  const isLarge = stuck.length * groups.length > MOST_PAIRS;
  const asked = new Map<string, number>();
  if (!isLarge) for (const { key } of stuck) asked.set(key, NEAREST);
  for (const [key, box] of site.claimBoxes) if (box === focus) asked.set(key, AROUND_FOCUS);
  for (const claim of cluster.world.claims) {
    const most = asked.get(claim.key);
    if (most === undefined) continue;
    addMissing(site, claim, homes.get(claim.key) ?? NOWHERE);
    const home = homes.get(claim.key) ?? NOWHERE;
    const served = new Set(cluster.report.claims.get(claim.key)?.volumes ?? []);
    const judged = groups
      .filter(({ names }) => !names.some((name) => served.has(name)))
      .map(({ volume }) => ({ volume, obstacles: cluster.between(claim, volume) }))
      .sort((a, b) => a.obstacles.length - b.obstacles.length);
    const near = judged.filter(({ obstacles }) => isWorthAWord(site, claim, obstacles)).slice(0, most);
    for (const { volume, obstacles } of near) compare(site, claim, volume, obstacles, home);
  }
  const volumes = cluster.world.volumes.filter(({ name }) => site.volumeBoxes.get(name) === focus).slice(0, 1);
  for (const volume of volumes) {
    for (const claim of cluster.world.claims.slice(0, AROUND_FOCUS)) {
      if (cluster.report.claims.get(claim.key)?.volumes.includes(volume.name)) continue;
      compare(site, claim, volume, cluster.between(claim, volume), homes.get(claim.key) ?? NOWHERE);
    }
  }
}

/** Not where the claim names another volume, nor where its class is none of the files' and may well make one. */
function isWorthAWord({ cluster }: Site, claim: Claim, obstacles: readonly Obstacle[]): boolean {
  if (obstacles.includes("NOT_REQUESTED")) return false;
  const report = cluster.report.claims.get(claim.key);
  const isOpen = report !== undefined && cluster.certaintyOf(claim, report) === "unknown";
  return !(isOpen && obstacles.includes("STORAGE_CLASS_MISMATCH"));
}

const isStuck = (outcome: string | undefined): boolean => outcome === "pending" || outcome === "lost";

/** The claim names a volume that is not there. */
function addMissing(site: Site, claim: Claim, home: ClaimHome): void {
  const { volumeName: name } = claim;
  const box = site.claimBoxes.get(claim.key);
  if (name === "" || !box || site.cluster.volume(name)) return;
  const at = inClaim(home, "spec", "volumeName");
  const title = {
    en: `${claim.key} names the volume ${name}, which is not here`,
    vi: `${claim.key} chỉ định volume ${name}, volume này không có ở đây`,
  };
  const id = site.idOf(`missing:volume ${name}`);
  site.sheet.box({ id, kind: "missing", namespace: undefined, name, caption: "PersistentVolume", title, at });
  site.sheet.link({ from: head(id), to: { box, row: `${box}#volume` }, kind: "dangling", title, at });
}

/** Rows of both boxes that an obstacle is about. */
const ROWS: Readonly<Record<Obstacle, readonly [volume: string, claim: string]>> = {
  CAPACITY_TOO_SMALL: ["capacity", "capacity"],
  ACCESS_MODES_MISMATCH: ["capacity", "capacity"],
  STORAGE_CLASS_MISMATCH: ["class", "class"],
  VOLUME_MODE_MISMATCH: ["class", "class"],
  VOLUME_ATTRIBUTES_CLASS_MISMATCH: ["class", "class"],
  SELECTOR_MISMATCH: ["capacity", "selector"],
  CLAIMED_BY_OTHER: ["claim", "capacity"],
  NOT_REQUESTED: ["capacity", "volume"],
};

/** Lines of the claim that decide; what reserves a volume stands on the volume. */
const FIELDS: Readonly<Record<Exclude<Obstacle, "CLAIMED_BY_OTHER">, readonly string[]>> = {
  CAPACITY_TOO_SMALL: ["spec", "resources", "requests", "storage"],
  ACCESS_MODES_MISMATCH: ["spec", "accessModes"],
  STORAGE_CLASS_MISMATCH: ["spec", "storageClassName"],
  VOLUME_MODE_MISMATCH: ["spec", "volumeMode"],
  VOLUME_ATTRIBUTES_CLASS_MISMATCH: ["spec", "volumeAttributesClassName"],
  SELECTOR_MISMATCH: ["spec", "selector"],
  NOT_REQUESTED: ["spec", "volumeName"],
};

function compare(site: Site, claim: Claim, volume: Volume, obstacles: readonly Obstacle[], home: ClaimHome): void {
  const { cluster, sheet } = site;
  const [from, to] = [site.volumeBoxes.get(volume.name), site.claimBoxes.get(claim.key)];
  if (!from || !to) return;
  const [first] = obstacles;
  if (first === undefined) {
    const title = {
      en: `${volume.name} would fit ${claim.key}`,
      vi: `${volume.name} cũng phù hợp với ${claim.key}`,
    };
    return sheet.link({ from: head(from), to: head(to), kind: "possible", title, at: inClaim(home, "spec") });
  }
  const classed = { ...claim, className: cluster.report.claims.get(claim.key)?.effectiveClass ?? claim.className };
  const [fromRow, toRow] = ROWS[first];
  const { en, vi } = missText(classed, volume, obstacles);
  const more = obstacles.length > 1 ? ` +${obstacles.length - 1}` : "";
  const link: Omit<Link, "id" | "policies"> = {
    from: rowOrHead(site, from, fromRow),
    to: rowOrHead(site, to, toRow),
    kind: "impossible",
    label: `${obstacleSign(classed, volume, first)}${more}`,
    title: { en: plain(`${claim.key} ✕ ${en}`), vi: plain(`${claim.key} ✕ ${vi}`) },
    at:
      first === "CLAIMED_BY_OTHER"
        ? site.pointer("PersistentVolume", "", volume.name, ["spec", "claimRef"])
        : inClaim(home, ...FIELDS[first]),
  };
  sheet.link(link);
}

const rowOrHead = ({ sheet }: Site, box: string, key: string): Port => {
  const id = `${box}#${key}`;
  return { box, row: sheet.rowsOf(box).some((row) => row.id === id) ? id : undefined };
};
