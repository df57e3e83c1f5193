import type { ResourceIndex } from "../workspace/index.ts";
import type { Location } from "./symbol-at.ts";

export interface WorkspaceSymbol extends Location {
  /** `Deployment web`, as one would ask kubectl for it. */
  readonly name: string;
  readonly kind: string;
  /** Empty when the manifest does not say. */
  readonly namespace: string;
}

/** With more than this the list is of no use, and the reader types another letter. */
const MOST = 500;

/**
 * Objects of the workspace whose kind, namespace and name hold the words of the query, each in any case and order;
 * those whose name begins with it come first.
 */
export function workspaceSymbols(index: ResourceIndex, query: string): readonly WorkspaceSymbol[] {
  const words = query
    .toLowerCase()
    .split(/[\s/]+/)
    .filter((word) => word !== "");
  const first: WorkspaceSymbol[] = [];
  const others: WorkspaceSymbol[] = [];
  for (const entry of index.all()) {
    const { gvk, name, namespace, nameSpan } = entry.facts;
    const text = `${gvk.kind} ${namespace ?? ""} ${name}`.toLowerCase();
    if (!words.every((word) => text.includes(word))) continue;
    const symbol: WorkspaceSymbol = {
      name: `${gvk.kind} ${name}`,
      kind: gvk.kind,
      namespace: namespace ?? "",
      file: entry.file,
      document: index.documentOf(entry),
      span: nameSpan,
    };
    (words.some((word) => name.startsWith(word)) ? first : others).push(symbol);
    if (first.length >= MOST) break;
  }
  return [...first, ...others].slice(0, MOST);
}
