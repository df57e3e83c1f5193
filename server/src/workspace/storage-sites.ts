import { folderOf } from "./file.ts";
import type { Sent, StorageCluster } from "./storage-cluster.ts";
import type { Workspace } from "./workspace.ts";

/** One cluster as far as files show it. */
export interface StorageSite {
  readonly cluster: StorageCluster;
  /** The folder that holds all of its files. */
  readonly folder: string;
}

/** The clusters that what is about storage may end in: each once, and none that is a part of another. */
export function storageSites(workspace: Workspace): readonly StorageSite[] {
  const clusters = new Set<StorageCluster>();
  const files = new Set(workspace.index.storage().map(({ file }) => file));
  for (const file of files) for (const cluster of workspace.viewOf(file).storage()) clusters.add(cluster);
  const held = [...clusters].map((cluster) => ({ cluster, keys: new Set(cluster.sent.flatMap(keyOf)) }));
  const kept: typeof held = [];
  for (const each of held.sort((a, b) => b.keys.size - a.keys.size)) {
    const isPart = kept.some(({ keys }) => [...each.keys].every((key) => keys.has(key)));
    if (!isPart && each.keys.size > 0) kept.push(each);
  }
  return kept
    .map(({ cluster }) => ({ cluster, folder: commonFolder(cluster) }))
    .sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

/** What only the configuration knows makes no cluster another. */
const keyOf = ({ entry, namespace, name, manifest }: Sent): readonly string[] =>
  entry ? [JSON.stringify([entry.file, manifest.kind, namespace, name])] : [];

function commonFolder({ sent }: StorageCluster): string {
  const folders = new Set(sent.flatMap(({ entry }) => (entry ? [folderOf(entry.file)] : [])));
  const [first = [], ...others] = [...folders].map((folder) => folder.split("/"));
  const length = first.findIndex((part, i) => others.some((other) => other[i] !== part));
  return (length < 0 ? first : first.slice(0, length)).join("/");
}
