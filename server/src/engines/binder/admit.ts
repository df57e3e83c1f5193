import { type JsonMap, mapOf } from "../../base/json.ts";
import { Memo } from "../../base/memo.ts";
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
    const creation = creationOf(manifest, fallback, release, era);
    const { key, name, namespace } = creation;
    // A generated name is another each time.
    const old = name === "" ? undefined : objects.get(key);
    if (old !== undefined && isSame(old.sent, manifest.json)) continue;
    const { answer, stored } =
      old === undefined
        ? limited.has(namespace)
          ? withinLimits(manifest, creation, objects)
          : creation
        : word(manifest, creation, change(manifest, old, objects, release), "update-", old.era);
    answers.set(key, answer);
    if (stored !== undefined) objects.set(key, stored);
  }
  return { objects: [...objects.values()], answers };
}

interface Address {
  readonly key: string;
  readonly namespace: string;
  readonly name: string;
}

interface Word {
  readonly answer: Answer;
  /** What the API server then holds; undefined where it refuses. */
  readonly stored: Stored | undefined;
}

/** What becomes of an object that is not there yet, limits of its namespace aside. */
interface Creation extends Address, Word {
  readonly fallback: string | undefined;
  readonly release: Release;
  readonly era: Stored["era"];
}

const creations = new Memo<Manifest, { latest: Creation | undefined }>();

/** A manifest that is sent again to a cluster of the same kind becomes the same object: what is known of that stays true. */
function creationOf(manifest: Manifest, fallback: string | undefined, release: Release, era: Stored["era"]): Creation {
  const known = creations.of(manifest, () => ({ latest: undefined }));
  const { latest } = known;
  if (latest && latest.fallback === fallback && latest.release === release && latest.era === era) return latest;
  const namespace = latest?.namespace ?? namespaceOf(manifest);
  const name = latest?.name ?? nameOf(manifest.json);
  const address = { key: latest?.key ?? objectKey(manifest.kind, namespace, name), namespace, name };
  const result = create(manifest, namespace, fallback, release);
  const creation = { ...address, ...word(manifest, address, result, "", era), fallback, release, era };
  known.latest = creation;
  return creation;
}

function word(
  { kind, json }: Manifest,
  { namespace, name }: Address,
  result: Result,
  prefix: "" | "update-",
  era: Stored["era"],
): Word {
  if (result.fields !== undefined) {
    const { fields } = result;
    return { answer: { kind, namespace, name, json, outcome: `${prefix}rejected`, fields }, stored: undefined };
  }
  return {
    answer: { kind, namespace, name, json, outcome: `${prefix}accepted`, fields: [] },
    stored: { kind, namespace, name, json: result.json, sent: json, era },
  };
}

function withinLimits(manifest: Manifest, creation: Creation, objects: Held): Word {
  const { answer, stored, namespace, release } = creation;
  if (stored?.kind !== "PersistentVolumeClaim" || standing(manifest, release) === "foreign") return creation;
  if (!isOverLimit(stored.json, namespace, objects)) return creation;
  return { answer: { ...answer, outcome: "rejected", fields: [FORBIDDEN] }, stored: undefined };
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

function create(manifest: Manifest, namespace: string, fallback: string | undefined, release: Release): Result {
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
  return faults.length > 0 ? refuse(faults) : accept(prepared);
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
