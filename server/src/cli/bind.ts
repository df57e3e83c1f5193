import type { Localized } from "../base/localized.ts";
import type { Obstacle } from "../engines/binder/judge.ts";
import type { Manifest } from "../engines/binder/manifest.ts";
import { type ClaimReport, candidatesOf, type PodReport, type Report, reportOf } from "../engines/binder/report.ts";
import { type Outcome, settle } from "../engines/binder/settle.ts";
import { claimVerdict, podVerdict } from "../features/storage/verdict.ts";
import { manifestsOf } from "../workspace/storage-world.ts";
import { YStream } from "../yaml/stream.ts";
import type { BindArguments } from "./arguments.ts";
import { readSources } from "./sources.ts";

export interface Bound {
  readonly outcome: Outcome;
  readonly report: Report;
  /** Paths that could not be read, each as a sentence for people. */
  readonly unreadable: readonly string[];
}

/** Reads all paths as one cluster, and those of `--before` as what was there before. */
export function bind(given: BindArguments, standardInput: () => string): Bound {
  const unreadable: string[] = [];
  const read = (paths: readonly string[]): readonly Manifest[] =>
    paths
      .flatMap((path) => readSources(path, standardInput, unreadable))
      .flatMap(({ text }) => YStream.of(text, "manifest").docs.flatMap(manifestsOf));
  const before = given.before.length === 0 ? undefined : read(given.before);
  const outcome = settle(read(given.paths), before, given.kubernetesVersion);
  return { outcome, report: reportOf(outcome), unreadable };
}

/** Whether nothing is refused, and no claim or pod stays Pending. */
export function isSettled({ outcome, report }: Bound): boolean {
  const goes = ["bound", "dynamic-provisioning", "waits-for-first-consumer"];
  return (
    [...outcome.answers.values()].every((answer) => answer.outcome.endsWith("accepted")) &&
    [...report.claims.values()].every((claim) => goes.includes(claim.outcome)) &&
    [...report.pods.values()].every((pod) => pod.outcome.startsWith("sched"))
  );
}

/** What `bind --format json` prints. */
export interface BindReport {
  readonly claims: Readonly<Record<string, ReportedClaim>>;
  readonly volumes: Readonly<Record<string, ReportedVolume>>;
  readonly storageClasses: Readonly<Record<string, ReportedVolume>>;
  readonly pods: Readonly<Record<string, ReportedPod>>;
  readonly objects: Readonly<Record<string, { readonly outcome: string; readonly fields?: readonly string[] }>>;
}

interface ReportedClaim {
  readonly outcome: string;
  readonly volume?: string;
  readonly oneOf?: readonly string[];
  readonly effectiveClass: string | null;
  readonly provisioner?: string;
  readonly reasons: readonly string[];
  readonly fields?: readonly string[];
  readonly candidates: Readonly<Record<string, readonly Obstacle[]>>;
  /** How many volumes `candidates` leaves out, and `oneOf` with it, in a world too large to list. */
  readonly moreCandidates?: number;
  readonly message: Localized;
}

interface ReportedVolume {
  readonly outcome: string;
  readonly phase?: string;
  readonly fields?: readonly string[];
}

interface ReportedPod {
  readonly outcome: string;
  readonly node?: string;
  readonly nodes?: readonly string[];
  readonly reasons: readonly string[];
  readonly fields?: readonly string[];
  readonly message: Localized;
}

/** Claims times volumes: more pairs than this are not listed. */
const MOST_PAIRS = 100_000;

export function asJson({ outcome, report }: Bound): BindReport {
  const { world, answers } = outcome;
  const pairs = world.volumes.length * report.claims.size;
  const most = pairs <= MOST_PAIRS ? world.volumes.length : Math.ceil(MOST_PAIRS / report.claims.size);
  return {
    claims: mapped(report.claims, (claim, key) => reportClaim(outcome, key, claim, most)),
    volumes: mapped(report.volumes, ({ outcome: said, phase, fields }) => ({
      outcome: said,
      ...(phase === undefined ? {} : { phase }),
      ...(said === "rejected" ? { fields } : {}),
    })),
    storageClasses: mapped(report.classes, reportFields),
    pods: mapped(report.pods, reportPod),
    objects: mapped(answers, reportFields),
  };
}

function mapped<From, To>(map: ReadonlyMap<string, From>, to: (from: From, key: string) => To): Record<string, To> {
  return Object.fromEntries([...map].map(([key, value]) => [key, to(value, key)]));
}

const reportFields = ({ outcome, fields }: { readonly outcome: string; readonly fields: readonly string[] }) =>
  outcome.endsWith("rejected") ? { outcome, fields } : { outcome };

function reportClaim({ world }: Outcome, key: string, report: ClaimReport, most: number): ReportedClaim {
  const { outcome, volumes, effectiveClass, provisioner, reasons, fields } = report;
  const [only] = volumes;
  const claim = outcome === "rejected" ? undefined : world.claimsByKey.get(key);
  const listed = claim === undefined ? [] : candidatesOf(world, claim, effectiveClass, most);
  const left = claim === undefined ? 0 : world.volumes.length - listed.length;
  return {
    outcome,
    ...(volumes.length === 1 && only !== undefined ? { volume: only } : {}),
    ...(volumes.length > 1 ? { oneOf: volumes.slice(0, most) } : {}),
    effectiveClass,
    ...(provisioner === undefined ? {} : { provisioner }),
    reasons,
    ...(outcome === "rejected" ? { fields } : {}),
    candidates: Object.fromEntries(listed),
    ...(left > 0 ? { moreCandidates: left } : {}),
    message: claimVerdict(report),
  };
}

function reportPod(report: PodReport): ReportedPod {
  const { outcome, nodes, reasons, fields } = report;
  const [only] = nodes;
  return {
    outcome,
    ...(nodes.length === 1 && only !== undefined ? { node: only } : {}),
    ...(nodes.length > 1 ? { nodes } : {}),
    reasons,
    ...(outcome === "rejected" ? { fields } : {}),
    message: podVerdict(report),
  };
}
