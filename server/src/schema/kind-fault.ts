import { editDistance } from "../base/nearest.ts";
import type { Catalog } from "./catalog.ts";
import { isAtLeast, retirementOf } from "./lifecycle.ts";
import { suggestKinds } from "./suggest.ts";
import { apiVersionOf, type Gvk, type KindEntry, parseApiVersion } from "./types.ts";

/** Why nobody here serves an object's `apiVersion` and `kind`. */
export type KindFault =
  /** The two values stand in each other's place. */
  | { readonly fault: "swapped" }
  /** Kubernetes gave the version up, `since` that release; `successor` is what the chosen release serves instead. */
  | { readonly fault: "removed"; readonly since: string | undefined; readonly successor: KindEntry | undefined }
  /** A release after the chosen one brought it. */
  | { readonly fault: "newer"; readonly since: string }
  /** The kind is right and belongs to other API versions; the likeliest first. */
  | { readonly fault: "elsewhere"; readonly entries: readonly KindEntry[] }
  /** Kinds that the misspelt one may stand for; the likeliest first. */
  | { readonly fault: "misspelt"; readonly entries: readonly KindEntry[] }
  | { readonly fault: "unknown" };

/**
 * Undefined when the pair is served, or when it may well be: a custom resource that nobody told us about is no fault.
 * Both values are given, as written.
 */
export function kindFault(catalog: Catalog, apiVersion: string, kind: string): KindFault | undefined {
  const known = memo.get(catalog) ?? new Map<string, KindFault | undefined>();
  memo.set(catalog, known);
  const key = `${apiVersion} ${kind}`;
  if (!known.has(key)) known.set(key, findFault(catalog, apiVersion, kind));
  return known.get(key);
}

/** Several rules ask the same of every object. */
const memo = new WeakMap<Catalog, Map<string, KindFault | undefined>>();

function findFault(catalog: Catalog, apiVersion: string, kind: string): KindFault | undefined {
  const gvk = { ...parseApiVersion(apiVersion), kind };
  if (catalog.kind(gvk) || NOT_SERVED.has(`${apiVersion}/${kind}`) || apiVersion === KUSTOMIZE_PLUGIN) return undefined;
  if (API_VERSION.test(kind) && catalog.kindsNamed(apiVersion).length > 0) return { fault: "swapped" };
  const ended = removal(catalog, gvk);
  if (ended) return ended;
  const { release } = catalog;
  const builtin = release.isBuiltin(gvk.group);
  const since = builtin || gvk.group.endsWith(".k8s.io") ? release.serving(gvk)[0] : undefined;
  if (since !== undefined) return { fault: "newer", since };
  if (!builtin && isForeign(catalog, gvk.group, kind)) return undefined;
  const entries = byNearness(catalog.kindsNamed(kind), apiVersion);
  if (entries.length > 0) return { fault: "elsewhere", entries };
  const meant = suggestKinds(catalog, kind, apiVersion);
  if (meant.length > 0) return { fault: "misspelt", entries: meant };
  return { fault: "unknown" };
}

const API_VERSION = /^(?:[a-z0-9.-]+\/)?v\d+(?:(?:alpha|beta)\d+)?$/;

/** Files of Kubernetes' own tools that look like objects of the core group: kubeconfig, the old scheduler policy. */
const NOT_SERVED: ReadonlySet<string> = new Set(["v1/Config", "v1/Policy"]);

/** What kustomize's built-in generators and transformers say in place of an API version. */
const KUSTOMIZE_PLUGIN = "builtin";

/** What became of a retired version. One that an older release of ours served, and the chosen one does not, counts too. */
function removal(catalog: Catalog, gvk: Gvk): KindFault | undefined {
  const { version } = catalog.release;
  const known = retirementOf(gvk);
  if (known && !isAtLeast(version, known.removed)) return undefined;
  const last = known ? undefined : catalog.release.serving(gvk).at(-1);
  if (!known && (last === undefined || isAtLeast(last, version))) return undefined;
  const group = known ? known.successor : gvk.group;
  const successor = catalog.kindsNamed(gvk.kind).find((entry) => entry.group === group);
  return { fault: "removed", since: known?.removed, successor };
}

/**
 * Whether the group belongs to somebody else: it has a domain of its own that is no slip of the pen for a group that
 * serves this very kind.
 */
function isForeign(catalog: Catalog, group: string, kind: string): boolean {
  if (!group.includes(".")) return false;
  const near = catalog
    .kindsNamed(kind)
    .some((entry) => entry.group.includes(".") && editDistance(group, entry.group, 2) <= 2);
  return !near;
}

/** Entries whose group or version the manifest has already nearly right come first. */
function byNearness(entries: readonly KindEntry[], apiVersion: string): readonly KindEntry[] {
  const { group } = parseApiVersion(apiVersion);
  const cost = (entry: KindEntry): number =>
    entry.group === group || editDistance(apiVersionOf(entry), apiVersion, 2) <= 2 ? 0 : 1;
  return [...entries].sort((a, b) => cost(a) - cost(b));
}
