import { type JsonMap, mapOf } from "../../base/json.ts";
import { amend } from "./amend.ts";
import { accept, type Held, type Result, refuse } from "./answer.ts";
import { isLimit, isOverLimit } from "./limits.ts";
import { isNamespaced, type Manifest, namespaceOf, objectKey, type Stored, standing } from "./manifest.ts";
import { defaultClass, nameOf, readStorageClass } from "./objects.ts";
import { withDefaultClass } from "./prepare.ts";
import type { Release } from "./release.ts";
import { DECODE, FORBIDDEN, faultsOf, isDecodable, prepare } from "./validate.ts";

/** What the API server said to one object. */
export interface Answer {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly json: JsonMap;
  readonly outcome: "accepted" | "rejected" | "update-accepted" | "update-rejected";
  readonly fields: readonly string[];
}

export interface Admitted {
  readonly objects: readonly Stored[];
  /** By object; the last word counts where an object was sent twice. */
  readonly answers: ReadonlyMap<string, Answer>;
}

/** Sends the manifests to the API server in their order, on top of what it holds. `era` is that of new objects. */
export function admit(
  manifests: readonly Manifest[],
  held: readonly Stored[],
  release: Release,
  era: Stored["era"],
): Admitted {
  const objects = new Map(held.map((object) => [objectKey(object.kind, object.namespace, object.name), object]));
  const answers = new Map<string, Answer>();
  const limited = namespacesWithLimits(manifests, held);
  const fallback = defaultClassAmong(manifests, held, release, era);
  for (const manifest of manifests) {
    const namespace = namespaceOf(manifest);
    const name = nameOf(manifest.json);
    const key = objectKey(manifest.kind, namespace, name);
    // A generated name is another each time.
    const old = name === "" ? undefined : objects.get(key);
    if (old !== undefined && isSame(old.sent, manifest.json)) continue;
    const result =
      old === undefined
        ? create(manifest, namespace, limited.has(namespace) ? objects : undefined, fallback, release)
        : change(manifest, old, objects, release);
    const word = old === undefined ? "" : "update-";
    const outcome = `${word}${result.fields === undefined ? "accepted" : "rejected"}` as const;
    const fields = result.fields ?? [];
    answers.set(key, { kind: manifest.kind, namespace, name, json: manifest.json, outcome, fields });
    if (result.fields !== undefined) continue;
    const { kind, json } = manifest;
    objects.set(key, { kind, namespace, name, json: result.json, sent: json, era: old?.era ?? era });
  }
  return { objects: [...objects.values()], answers };
}

function change(manifest: Manifest, old: Stored, objects: Held, release: Release): Result {
  switch (standing(manifest, release)) {
    case "foreign":
      return accept(manifest.json);
    case "not-served":
      return refuse([]);
    case "served":
      return amend(old, manifest.json, objects, release);
  }
}

const isSame = (a: JsonMap, b: JsonMap): boolean => text(a) === text(b);

const text = (json: JsonMap): string =>
  JSON.stringify(json, (_, value: unknown) => (typeof value === "bigint" ? `${value}n` : value));

function namespacesWithLimits(manifests: readonly Manifest[], held: readonly Stored[]): ReadonlySet<string> {
  const sent = manifests.flatMap((manifest) => (isLimit(manifest.kind) ? [namespaceOf(manifest)] : []));
  return new Set([...sent, ...held.flatMap(({ kind, namespace }) => (isLimit(kind) ? [namespace] : []))]);
}

function create(
  manifest: Manifest,
  namespace: string,
  limiting: Held | undefined,
  fallback: string | undefined,
  release: Release,
): Result {
  const { kind, json } = manifest;
  const place = standing(manifest, release);
  if (place === "foreign") return accept(json);
  if (place === "not-served") return refuse([]);
  if (!isDecodable(kind, json)) return refuse([DECODE]);
  const placed = {
    ...json,
    metadata: { ...mapOf(json.metadata), namespace: isNamespaced(kind) ? namespace : undefined },
  };
  const classed = kind === "PersistentVolumeClaim" ? withDefaultClass(placed, fallback) : placed;
  const prepared = prepare(kind, classed, undefined, release);
  const faults = faultsOf(kind, prepared, release);
  if (faults.length > 0) return refuse(faults);
  const isLimited = kind === "PersistentVolumeClaim" && limiting !== undefined;
  if (isLimited && isOverLimit(prepared, namespace, limiting)) return refuse([FORBIDDEN]);
  return accept(prepared);
}

/** Classes are there before claims, wherever they stand: the admission plugin's view of them lags behind anyway. */
function defaultClassAmong(
  manifests: readonly Manifest[],
  held: readonly Stored[],
  release: Release,
  era: number,
): string | undefined {
  const sent = manifests.filter((manifest) => {
    if (manifest.kind !== "StorageClass" || standing(manifest, release) !== "served") return false;
    if (held.some(({ kind, name }) => kind === "StorageClass" && name === nameOf(manifest.json))) return false;
    return isDecodable("StorageClass", manifest.json) && isSound(manifest.json, release);
  });
  const old = held.filter(({ kind }) => kind === "StorageClass");
  return defaultClass([
    ...sent.map(({ json }) => readStorageClass(json, era)),
    ...old.map((object) => readStorageClass(object.json, object.era)),
  ])?.name;
}

const isSound = (json: JsonMap, release: Release): boolean =>
  faultsOf("StorageClass", prepare("StorageClass", json, undefined, release), release).length === 0;
