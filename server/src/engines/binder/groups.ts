import { listOf, mapOf, stringsOf, textOf } from "../../base/json.ts";
import { type Claim, isReservedFor, type Volume } from "./objects.ts";
import type { Quantity } from "./quantity.ts";

/**
 * Volumes that nothing can tell apart: whichever of them is taken, the rest goes on the same. They are counted, not
 * enumerated, so that choosing among equals costs nothing.
 */
export interface Group {
  readonly index: number;
  /** In the order of the documents; never empty. */
  readonly members: readonly Volume[];
  readonly names: readonly string[];
  /** Any one of them. */
  readonly volume: Volume;
}

/** The volumes of a cluster, arranged for the two searches that are made in them. */
export interface Groups {
  readonly all: readonly Group[];
  readonly byVolume: ReadonlyMap<string, Group>;
  /** Every set of access modes that occurs, fewest modes first. */
  readonly modeSets: readonly ModeSet[];
  /** Volumes without a reference to a claim, by shelf and then by size. */
  readonly shelves: ReadonlyMap<string, readonly Group[]>;
  /** Volumes with a reference to a claim, by `NAMESPACE/NAME` of that claim. */
  readonly reserved: ReadonlyMap<string, readonly Group[]>;
}

interface ModeSet {
  readonly key: string;
  readonly modes: readonly string[];
}

/** `placed`: whether pods are looked at, and with them where volumes can be reached from. */
export function groupVolumes(volumes: readonly Volume[], claims: readonly Claim[], placed: boolean): Groups {
  const named = new Set(claims.map((claim) => claim.volumeName));
  const labels = labelsOfInterest(claims, placed);
  const gathered = new Map<string, Volume[]>();
  for (const volume of volumes) {
    const alone = volume.claimRef !== undefined || named.has(volume.name);
    const key = alone ? `\u0000${volume.name}` : likeness(volume, labels, placed);
    const members = gathered.get(key);
    if (members === undefined) gathered.set(key, [volume]);
    else members.push(volume);
  }
  const all: Group[] = [];
  const byVolume = new Map<string, Group>();
  for (const members of gathered.values()) {
    const [volume] = members;
    if (volume === undefined) continue;
    const group = { index: all.length, members, names: members.map(({ name }) => name), volume };
    all.push(group);
    for (const name of group.names) byVolume.set(name, group);
  }
  return {
    all,
    byVolume,
    modeSets: modeSetsOf(volumes),
    shelves: shelve(all),
    reserved: reservations(all),
  };
}

/** Zones weigh in the scheduler's VolumeZone. */
const ZONES = [
  "topology.kubernetes.io/zone",
  "topology.kubernetes.io/region",
  "failure-domain.beta.kubernetes.io/zone",
  "failure-domain.beta.kubernetes.io/region",
];

function labelsOfInterest(claims: readonly Claim[], placed: boolean): readonly string[] {
  const keys = new Set(placed ? ZONES : []);
  for (const { selector } of claims) {
    if (selector === undefined) continue;
    for (const key of stringsOf(selector.matchLabels).keys()) keys.add(key);
    for (const expression of listOf(selector.matchExpressions)) keys.add(textOf(mapOf(expression).key));
  }
  return [...keys];
}

function likeness(volume: Volume, labels: readonly string[], placed: boolean): string {
  const seen = labels.length === 0 ? "" : labels.map((key) => volume.labels.get(key) ?? "\u0000").join("\u0001");
  const place = placed && volume.affinity !== undefined ? JSON.stringify(volume.affinity) : "";
  return `${volume.shelf}|${volume.capacity}|${seen}|${place}`;
}

function modeSetsOf(volumes: readonly Volume[]): readonly ModeSet[] {
  const sets = new Map<string, ModeSet>();
  for (const { modes } of volumes) {
    const key = modes.join();
    if (!sets.has(key)) sets.set(key, { key, modes });
  }
  return [...sets.values()].sort((a, b) => a.modes.length - b.modes.length);
}

function shelve(groups: readonly Group[]): ReadonlyMap<string, readonly Group[]> {
  const shelves = new Map<string, Group[]>();
  for (const group of groups) {
    if (group.volume.claimRef !== undefined) continue;
    const shelf = shelves.get(group.volume.shelf);
    if (shelf === undefined) shelves.set(group.volume.shelf, [group]);
    else shelf.push(group);
  }
  for (const shelf of shelves.values()) {
    shelf.sort((a, b) => compare(a.volume.capacity, b.volume.capacity) || a.index - b.index);
  }
  return shelves;
}

const compare = (a: Quantity, b: Quantity): number => (a < b ? -1 : a > b ? 1 : 0);

function reservations(groups: readonly Group[]): ReadonlyMap<string, readonly Group[]> {
  const reserved = new Map<string, Group[]>();
  for (const group of groups) {
    const { claimRef } = group.volume;
    if (claimRef === undefined) continue;
    const key = `${claimRef.namespace}/${claimRef.name}`;
    reserved.set(key, [...(reserved.get(key) ?? []), group]);
  }
  return reserved;
}

const NONE: readonly Group[] = [];

/** Where on the shelf the volumes begin that are large enough. */
export function firstLargeEnough(shelf: readonly Group[], request: Quantity): number {
  let low = 0;
  let high = shelf.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shelf[middle]?.volume.capacity ?? request) < request) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The volumes whose reference names this claim and whose size and kind FindMatchingVolume accepts. */
export function reservedFor(groups: Groups, claim: Claim): readonly Group[] {
  const reserved = groups.reserved.get(claim.key);
  if (reserved === undefined) return NONE;
  return reserved.filter(
    ({ volume }) =>
      isReservedFor(volume, claim) &&
      volume.capacity >= claim.request &&
      volume.volumeMode === claim.volumeMode &&
      volume.attributesClass === claim.attributesClass,
  );
}
