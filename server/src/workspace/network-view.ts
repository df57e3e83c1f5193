import type { ResourceFacts } from "../model/facts.ts";
import { kindKey } from "../model/reference-row.ts";
import { POD } from "../model/reference-table.ts";
import { type Asking, type ClusterScope, clusterScopes, KeptByScope } from "./cluster-scope.ts";
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
import type { Entry } from "./view.ts";

/** Where none of these is, nobody is kept from anybody, and nothing is made. */
const DECIDE = [NETWORK_POLICY, ...ADMIN_POLICIES, GATEWAY, ...ROUTES];

const OTHERS = [...DECIDE, REFERENCE_GRANT, INGRESS, SERVICE, NAMESPACE];

const CONCERNED = [...OTHERS, POD];

/**
 * The clusters that a file may end in, as `storageClusters` sees them. Kept until something of the network changes.
 */
export function networkClusters(index: ResourceIndex, file: FileId, asking: Asking): readonly NetworkCluster[] {
  if (DECIDE.every((kind) => index.ofKind(kind).length === 0)) return [];
  const revision = CONCERNED.reduce((sum, kind) => sum + index.revisionOf(kind), 0);
  return clusterScopes(index, file, asking).map((scope) =>
    kept.of(index, revision, asking.configuration, scope.key, () => new NetworkCluster(gather(index, scope))),
  );
}

const kept = new KeptByScope<NetworkCluster>();

/** What makes Pods in the order of files, then the other kinds, each by name. */
function gather(index: ResourceIndex, scope: ClusterScope): readonly InCluster[] {
  const all = scope
    .files()
    .flatMap((file) => index.entriesOf(file).flat())
    .filter(({ facts }) => !facts.partial && isPlain(facts));
  const named = new Map<string, Entry[]>(OTHERS.map((kind) => [kindKey(kind), []]));
  for (const entry of all) if (entry.facts.name !== "") named.get(kindKey(entry.facts.gvk))?.push(entry);
  for (const entries of named.values())
    entries.sort((a, b) => (a.facts.name < b.facts.name ? -1 : Number(a.facts.name > b.facts.name)));
  const pods = all.filter(({ facts }) => facts.podLabels !== undefined);
  return [...pods, ...[...named.values()].flat()].map((entry, i) => {
    const namespace = scope.namespaceOf(entry);
    return { entry, namespace, part: networkPartOfFacts(entry.facts, String(i), namespace) };
  });
}

/** A template of Pods that nobody runs makes none. */
const isPlain = ({ gvk }: ResourceFacts): boolean => gvk.kind !== "PodTemplate";
