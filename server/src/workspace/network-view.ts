import type { ResourceFacts } from "../model/facts.ts";
import { POD } from "../model/reference-table.ts";
import type { Configuration } from "./configuration.ts";
import type { FileId } from "./file.ts";
import type { ResourceIndex } from "./index.ts";
import { type InCluster, NetworkCluster } from "./network-cluster.ts";
import {
  ADMIN_POLICIES,
  GATEWAY,
  INGRESS,
  NAMESPACE,
  NETWORK_POLICY,
  networkPartOfFacts,
  REFERENCE_GRANT,
  ROUTES,
  SERVICE,
} from "./network-facts.ts";
import { belongTogether, keptApart, ownerIn } from "./scopes.ts";
import { type KustomizeNode, namespaceUnder } from "./scopes-kustomize.ts";
import type { Entry } from "./view.ts";

interface Asking {
  readonly root: string;
  readonly configuration: Configuration;
  readonly defaultNamespace: string;
}

/** Where none of these is, nobody is kept from anybody, and nothing is made. */
const DECIDE = [NETWORK_POLICY, ...ADMIN_POLICIES, GATEWAY, ...ROUTES];

const CONCERNED = [...DECIDE, REFERENCE_GRANT, INGRESS, SERVICE, NAMESPACE, POD];

/** Of more builds than this only the first are looked at. */
const MOST_BUILDS = 3;

/**
 * The clusters that a file may end in, as `storageClusters` sees them: one for each outermost kustomize build that holds
 * it, else that of the files it belongs together with. Kept until something of the network changes.
 */
export function networkClusters(index: ResourceIndex, file: FileId, asking: Asking): readonly NetworkCluster[] {
  if (DECIDE.every((kind) => index.ofKind(kind).length === 0)) return [];
  const { builds, chart, folder, owners } = index.scopes.place(file);
  const outermost = builds.filter(({ includers }) => includers.length === 1).slice(0, MOST_BUILDS);
  return (outermost.length === 0 ? [undefined] : outermost).map((build) => {
    const scope = build ? ["build", build.folder] : ["folder", chart, folder, owners.length];
    const { root, configuration, defaultNamespace } = asking;
    const key = JSON.stringify([root, configuration.defaultNamespace ?? defaultNamespace, ...scope]);
    return remember(index, key, () => new NetworkCluster(gather(index, file, build, asking)));
  });
}

interface Kept {
  readonly revision: number;
  readonly clusters: Map<string, NetworkCluster>;
}

const memo = new WeakMap<ResourceIndex, Kept>();

function remember(index: ResourceIndex, key: string, make: () => NetworkCluster): NetworkCluster {
  const revision = CONCERNED.reduce((sum, kind) => sum + index.revisionOf(kind), 0);
  let kept = memo.get(index);
  if (kept?.revision !== revision) {
    kept = { revision, clusters: new Map() };
    memo.set(index, kept);
  }
  const known = kept.clusters.get(key) ?? make();
  kept.clusters.set(key, known);
  return known;
}

function gather(
  index: ResourceIndex,
  file: FileId,
  build: KustomizeNode | undefined,
  { root, configuration, defaultNamespace }: Asking,
): readonly InCluster[] {
  const here = index.scopes.place(file);
  const isIn = (entry: Entry): boolean => {
    const place = index.scopes.place(entry.file);
    if (place.isPatch || entry.facts.partial || keptApart(here, place)) return false;
    if (entry.file !== file && !entry.file.startsWith(`${root}/`)) return false;
    return build ? ownerIn(build, place) !== undefined : belongTogether(here, place);
  };
  const namespaceOf = (entry: Entry): string => {
    const place = index.scopes.place(entry.file);
    const owner = build && ownerIn(build, place);
    const given = build && owner ? namespaceUnder(build, owner) : place.owners[0]?.namespace;
    return given ?? entry.facts.namespace ?? configuration.defaultNamespace ?? defaultNamespace;
  };
  const kinds = CONCERNED.filter((kind) => kind !== POD);
  const entries = [...index.pods(), ...kinds.flatMap((kind) => index.ofKind(kind))].filter(
    (entry) => isIn(entry) && isPlain(entry.facts),
  );
  return entries.map((entry, i) => {
    const namespace = namespaceOf(entry);
    return { entry, namespace, part: networkPartOfFacts(entry.facts, String(i), namespace) };
  });
}

/** A template of Pods that nobody runs makes none. */
const isPlain = ({ gvk }: ResourceFacts): boolean => gvk.kind !== "PodTemplate";
