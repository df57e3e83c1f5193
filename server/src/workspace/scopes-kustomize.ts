import type { Kustomization } from "../model/kustomization.ts";
import { folderOf, resolvePath } from "./file.ts";

/** One kustomization file in its place among the others. */
export interface KustomizeNode {
  readonly folder: string;
  readonly namespace: string | undefined;
  /** URIs of the files it lists, those of patches included. */
  readonly files: ReadonlySet<string>;
  readonly children: readonly KustomizeNode[];
  /** Itself and everything below. */
  readonly closure: ReadonlySet<KustomizeNode>;
  /** Itself and everything that includes it, smallest closure first. */
  readonly includers: readonly KustomizeNode[];
}

export interface KustomizeGraph {
  /** Kustomizations that list the file, or that stand in its folder. */
  ownersOf(file: string): readonly KustomizeNode[];
  isPatch(file: string): boolean;
}

/** Links kustomization files by the folders and files that they list. A cycle, which kustomize refuses, is cut. */
export function kustomizeGraph(files: ReadonlyMap<string, Kustomization>): KustomizeGraph {
  const nodes = new Map<string, Growing>();
  const patches = new Set<string>();
  for (const [file, { namespace }] of files) nodes.set(folderOf(file), growing(folderOf(file), namespace));
  for (const [file, kustomization] of files) {
    const node = nodes.get(folderOf(file));
    if (!node) continue;
    for (const path of kustomization.includes) {
      const uri = resolvePath(node.folder, path);
      const child = nodes.get(uri);
      if (child) node.children.push(child);
      else node.files.add(uri);
    }
    for (const path of kustomization.patches) {
      const uri = resolvePath(node.folder, path);
      node.files.add(uri);
      patches.add(uri);
    }
  }
  for (const node of nodes.values()) grow(node, node);
  for (const node of nodes.values()) for (const member of node.closure) member.includers.push(node);
  for (const node of nodes.values())
    node.includers.sort((a, b) => a.closure.size - b.closure.size || (a.folder < b.folder ? -1 : 1));
  const listed = ownersByFile(nodes.values());
  return {
    ownersOf(file) {
      const owners = listed.get(file) ?? [];
      const beside = nodes.get(folderOf(file));
      return beside && !owners.includes(beside) ? [...owners, beside] : owners;
    },
    isPatch: (file) => patches.has(file),
  };
}

interface Growing extends KustomizeNode {
  readonly files: Set<string>;
  readonly children: Growing[];
  readonly closure: Set<Growing>;
  readonly includers: Growing[];
}

const growing = (folder: string, namespace: string | undefined): Growing => ({
  folder,
  namespace,
  files: new Set(),
  children: [],
  closure: new Set(),
  includers: [],
});

function grow(root: Growing, node: Growing): void {
  if (root.closure.has(node)) return;
  root.closure.add(node);
  for (const child of node.children) grow(root, child);
}

function ownersByFile(nodes: Iterable<KustomizeNode>): ReadonlyMap<string, readonly KustomizeNode[]> {
  const owners = new Map<string, KustomizeNode[]>();
  for (const node of nodes)
    for (const file of node.files) {
      const known = owners.get(file);
      if (known) known.push(node);
      else owners.set(file, [node]);
    }
  return owners;
}

/**
 * The namespace that building `top` gives to objects of `owner`: the outermost kustomization that sets one wins.
 */
export function namespaceUnder(top: KustomizeNode, owner: KustomizeNode): string | undefined {
  if (top.namespace !== undefined || top === owner) return top.namespace;
  for (const child of top.children) {
    const namespace = child.closure.has(owner) ? namespaceUnder(child, owner) : undefined;
    if (namespace !== undefined) return namespace;
  }
  return undefined;
}
