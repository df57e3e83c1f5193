import type { Localized } from "../../base/localized.ts";
import type { Obstacle } from "../../engines/binder/judge.ts";
import type { Manifest } from "../../engines/binder/manifest.ts";
import { type ClaimReport, candidatesOf, type PodReport, reportOf } from "../../engines/binder/report.ts";
import { type Outcome, settle } from "../../engines/binder/settle.ts";
import { manifestsOf } from "../../workspace/storage-world.ts";
import type { YDocument } from "../../yaml/document.ts";
import { claimVerdict, podVerdict } from "./verdict.ts";

/** What becomes of everything that was sent; the JSON that `bind --format json` prints. */
export interface BindReport {
  /** By `NAMESPACE/NAME`. */
  readonly claims: Readonly<Record<string, BoundClaim>>;
  readonly volumes: Readonly<Record<string, BoundVolume>>;
  readonly storageClasses: Readonly<Record<string, Said>>;
  /** By `NAMESPACE/NAME`; pods of workloads, whose names nobody knows yet, as `web-*1`. */
  readonly pods: Readonly<Record<string, BoundPod>>;
  /** By `KIND NAMESPACE/NAME` or `KIND NAME`: what the API server said. */
  readonly objects: Readonly<Record<string, Said>>;
}

export interface Said {
  readonly outcome: string;
  /** Paths that the API server's refusal names; only where it refused. */
  readonly fields?: readonly string[];
}

export interface BoundClaim extends Said {
  readonly volume?: string;
  readonly oneOf?: readonly string[];
  /** Null: no class at all, which is not the empty class. */
  readonly effectiveClass: string | null;
  readonly provisioner?: string;
  readonly reasons: readonly string[];
  readonly candidates: Readonly<Record<string, readonly Obstacle[]>>;
  /** How many volumes `candidates` leaves out, and `oneOf` with it, in a world too large to list. */
  readonly moreCandidates?: number;
  readonly message: Localized;
}

export interface BoundVolume extends Said {
  readonly phase?: string;
}

export interface BoundPod extends Said {
  readonly node?: string;
  readonly nodes?: readonly string[];
  readonly reasons: readonly string[];
  readonly message: Localized;
}

/**
 * Sends the documents in their order to a cluster of the release, empty or with what `before` says, and reports how it
 * settles.
 */
export function bind(
  documents: Iterable<YDocument>,
  before: Iterable<YDocument> | undefined,
  version: string,
): BindReport {
  const held = before === undefined ? undefined : read(before);
  return describe(settle(read(documents), held, version));
}

function read(documents: Iterable<YDocument>): readonly Manifest[] {
  const manifests: Manifest[] = [];
  for (const document of documents) manifests.push(...manifestsOf(document));
  return manifests;
}

/** Whether nothing is refused, and no claim or pod stays Pending. */
export function isSettled({ claims, pods, objects }: BindReport): boolean {
  return (
    Object.values(objects).every(({ outcome }) => outcome.endsWith("accepted")) &&
    Object.values(claims).every(({ outcome }) => GOOD.has(outcome)) &&
    Object.values(pods).every(({ outcome }) => GOOD.has(outcome))
  );
}

/** Outcomes of claims and pods that leave nothing to be done. */
export const GOOD: ReadonlySet<string> = new Set([
  "bound",
  "dynamic-provisioning",
  "waits-for-first-consumer",
  "scheduled",
  "schedulable-after-provisioning",
]);

/** Claims times volumes: more pairs than this are not listed. */
const MOST_PAIRS = 100_000;

function describe(outcome: Outcome): BindReport {
  const { claims, volumes, classes, pods } = reportOf(outcome);
  const known = outcome.world.volumes.length;
  const most = known * claims.size <= MOST_PAIRS ? known : Math.ceil(MOST_PAIRS / claims.size);
  return {
    claims: mapped(claims, (claim, key) => describeClaim(outcome, key, claim, most)),
    volumes: mapped(volumes, ({ phase, ...said }) => ({ ...say(said), ...(phase === undefined ? {} : { phase }) })),
    storageClasses: mapped(classes, say),
    pods: mapped(pods, describePod),
    objects: mapped(outcome.answers, say),
  };
}

function mapped<From, To>(map: ReadonlyMap<string, From>, to: (from: From, key: string) => To): Record<string, To> {
  return Object.fromEntries([...map].map(([key, value]) => [key, to(value, key)]));
}

const say = ({ outcome, fields }: { readonly outcome: string; readonly fields: readonly string[] }): Said =>
  outcome.endsWith("rejected") ? { outcome, fields } : { outcome };

function describeClaim({ world }: Outcome, key: string, report: ClaimReport, most: number): BoundClaim {
  const { outcome, volumes, effectiveClass, provisioner, reasons } = report;
  const [only] = volumes;
  const claim = outcome === "rejected" ? undefined : world.claimsByKey.get(key);
  const listed = claim === undefined ? [] : candidatesOf(world, claim, effectiveClass, most);
  const left = claim === undefined ? 0 : world.volumes.length - listed.length;
  return {
    ...say(report),
    ...(volumes.length === 1 && only !== undefined ? { volume: only } : {}),
    ...(volumes.length > 1 ? { oneOf: volumes.slice(0, most) } : {}),
    effectiveClass,
    ...(provisioner === undefined ? {} : { provisioner }),
    reasons,
    candidates: Object.fromEntries(listed),
    ...(left > 0 ? { moreCandidates: left } : {}),
    message: claimVerdict(report),
  };
}

function describePod(report: PodReport): BoundPod {
  const { nodes, reasons } = report;
  const [only] = nodes;
  return {
    ...say(report),
    ...(nodes.length === 1 && only !== undefined ? { node: only } : {}),
    ...(nodes.length > 1 ? { nodes } : {}),
    reasons,
    message: podVerdict(report),
  };
}
