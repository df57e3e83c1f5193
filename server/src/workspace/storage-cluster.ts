import { judge, type Obstacle } from "../engines/binder/judge.ts";
import { isLimit } from "../engines/binder/limits.ts";
import { type Manifest, objectKey } from "../engines/binder/manifest.ts";
import { type Claim, readVolume, type StorageClass, type Volume } from "../engines/binder/objects.ts";
import type { ClaimReport, PodReport, Report } from "../engines/binder/report.ts";
import { reportOf } from "../engines/binder/report.ts";
import { settle } from "../engines/binder/settle.ts";
import { FORBIDDEN } from "../engines/binder/validate.ts";
import type { World } from "../engines/binder/world.ts";
import type { ResourceFacts } from "../model/facts.ts";
import type { Entry } from "./view.ts";

export type { Obstacle } from "../engines/binder/judge.ts";
export type { Claim, StorageClass, Volume } from "../engines/binder/objects.ts";
export { NO_PROVISIONER } from "../engines/binder/objects.ts";
export type { ClaimReport, PodReport } from "../engines/binder/report.ts";
export type { PodReason } from "../engines/binder/state.ts";

/** One object as it is sent to the cluster, and where it stands; undefined for what the configuration alone knows. */
export interface Sent {
  readonly manifest: Manifest;
  readonly entry: Entry | undefined;
  /** Empty for objects of the cluster. */
  readonly namespace: string;
  readonly name: string;
}

/** What stands in no manifest, but decides all the same. */
export interface Surroundings {
  readonly version: string;
  /** Whether a claim without a class is given one. */
  readonly defaultClass: "yes" | "no" | "unknown";
  /** Whether a StorageClass that is not among the objects exists. */
  classExists(name: string): "yes" | "no" | "unknown";
  /** Volumes of other projects, which may be of the same cluster. Looked for when somebody asks. */
  strangers(): readonly Entry[];
}

/** Whether anything that no file shows could turn the answer round. */
export type Certainty = "sure" | "likely" | "unknown";

/** The objects of one cluster as far as files show it, and how they settle. A value; nothing in it changes. */
export class StorageCluster {
  readonly world: World;
  readonly report: Report;
  readonly surroundings: Surroundings;
  /** Everything that was sent, of which the API server may have refused some. */
  readonly sent: readonly Sent[];
  readonly #entries = new Map<string, Entry>();
  readonly #keys = new Map<ResourceFacts, Sent>();
  readonly #repeated = new Set<string>();

  constructor(sent: readonly Sent[], surroundings: Surroundings) {
    const manifests: Manifest[] = [];
    for (const each of sent) {
      const { manifest, entry, namespace, name } = each;
      const key = objectKey(manifest.kind, namespace, name);
      if (entry) this.#keys.set(entry.facts, each);
      // Variants of one object stand beside each other; which of them is applied nobody can tell.
      if (name !== "" && this.#entries.has(key)) this.#repeated.add(key);
      else manifests.push(manifest);
      if (entry && !this.#entries.has(key)) this.#entries.set(key, entry);
    }
    const outcome = settle(manifests, undefined, surroundings.version);
    this.world = outcome.world;
    this.report = reportOf(outcome);
    this.surroundings = surroundings;
    this.sent = sent;
  }

  /** Undefined for objects of which several variants are here, and for those that are not here. */
  #keyOf(facts: ResourceFacts): Sent | undefined {
    const sent = this.#keys.get(facts);
    if (!sent || sent.name === "") return undefined;
    return this.#repeated.has(objectKey(sent.manifest.kind, sent.namespace, sent.name)) ? undefined : sent;
  }

  /** The claim as the cluster sees it; undefined when the API server refuses it. */
  claimOf(facts: ResourceFacts): Claim | undefined {
    const sent = this.#keyOf(facts);
    return sent?.manifest.kind === "PersistentVolumeClaim"
      ? this.world.claimsByKey.get(`${sent.namespace}/${sent.name}`)
      : undefined;
  }

  /** Limits that keep a claim out, which the API server refuses for that reason alone; undefined for all others. */
  limitsAgainst(facts: ResourceFacts): readonly Entry[] | undefined {
    const own = this.#keyOf(facts);
    const report = own && this.report.claims.get(`${own.namespace}/${own.name}`);
    if (!own || report?.fields[0] !== FORBIDDEN) return undefined;
    return this.sent.flatMap(({ manifest, entry, namespace }) =>
      entry && namespace === own.namespace && isLimit(manifest.kind) ? [entry] : [],
    );
  }

  volumeOf(facts: ResourceFacts): Volume | undefined {
    const sent = this.#keyOf(facts);
    return sent?.manifest.kind === "PersistentVolume" ? this.volume(sent.name) : undefined;
  }

  volume(name: string): Volume | undefined {
    return this.world.groups.byVolume.get(name)?.members.find((each) => each.name === name);
  }

  /** Pods that an object is or makes, by `NAMESPACE/NAME`. */
  podsOf(facts: ResourceFacts): readonly (readonly [key: string, report: PodReport])[] {
    const sent = this.#keyOf(facts);
    if (!sent) return [];
    const { kind } = sent.manifest;
    const own = `${sent.namespace}/${sent.name}`;
    return this.world.pods.flatMap(({ key }) => {
      const isOwn =
        kind === "Pod"
          ? key === own
          : key.startsWith(`${own}-`) && (kind === "StatefulSet" ? /^-\d+$/ : /^-\*\d+$/).test(key.slice(own.length));
      const report = this.report.pods.get(key);
      return isOwn && report ? [[key, report] as const] : [];
    });
  }

  namespaceOf(facts: ResourceFacts): string {
    return this.#keys.get(facts)?.namespace ?? "";
  }

  /** Where an object stands; undefined when no file holds it. */
  entry(kind: string, namespace: string, name: string): Entry | undefined {
    return this.#entries.get(objectKey(kind, namespace, name));
  }

  isRepeated(kind: string, namespace: string, name: string): boolean {
    return this.#repeated.has(objectKey(kind, namespace, name));
  }

  classOf(claim: Claim): StorageClass | undefined {
    return this.world.classes.get(this.report.claims.get(claim.key)?.effectiveClass ?? claim.className);
  }

  /** What rules each volume out for the claim, before anything is bound. */
  obstacles(claim: Claim): ReadonlyMap<Volume, readonly Obstacle[]> {
    return new Map(this.world.volumes.map((volume) => [volume, this.between(claim, volume)]));
  }

  /** What rules one volume out for the claim. */
  between(claim: Claim, volume: Volume): readonly Obstacle[] {
    const className = this.report.claims.get(claim.key)?.effectiveClass ?? claim.className;
    return judge(className === claim.className ? claim : { ...claim, className }, volume);
  }

  /** The same as if neither named the other: what is left uncompared where both do. */
  differences(claim: Claim, volume: Volume): readonly Obstacle[] {
    const className = this.report.claims.get(claim.key)?.effectiveClass ?? claim.className;
    return judge({ ...claim, className, volumeName: "", bindCompleted: false }, { ...volume, claimRef: undefined });
  }

  /** How far the verdict on a claim can be trusted. */
  certaintyOf(claim: Claim, report: ClaimReport): Certainty {
    const { surroundings } = this;
    if (claim.faults.length > 0) return "sure";
    const isStuck = report.outcome === "pending" || report.outcome === "lost";
    if (!isStuck) return "sure";
    if (report.reasons.includes("VOLUME_CLAIMED_BY_OTHER") || report.reasons.includes("MISBOUND")) return "sure";
    if (report.effectiveClass === null && surroundings.defaultClass === "unknown") return "unknown";
    const { effectiveClass } = report;
    if (effectiveClass !== null && effectiveClass !== "" && !this.world.classes.has(effectiveClass)) {
      const exists = surroundings.classExists(effectiveClass);
      if (exists !== "no" && !report.reasons.includes("VOLUME_MISMATCH")) return "unknown";
    }
    const isServed = surroundings.strangers().some(({ facts }) => {
      if (facts.storage?.kind !== "PersistentVolume") return false;
      return judge({ ...claim, className: effectiveClass ?? "" }, readVolume(facts.storage.json)).length === 0;
    });
    if (isServed) return "unknown";
    return report.reasons.includes("VOLUME_MISMATCH") ? "sure" : "likely";
  }
}
