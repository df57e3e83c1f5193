import type { Catalog } from "../../schema/catalog.ts";

/** Resource -> the groups that have it, as far as Kubernetes itself serves them. */
export function groupsOf(catalog: Catalog): ReadonlyMap<string, readonly string[]> {
  let groups = memo.get(catalog.release);
  if (!groups) {
    groups = readGroups(catalog);
    memo.set(catalog.release, groups);
  }
  return groups;
}

const memo = new WeakMap<object, ReadonlyMap<string, readonly string[]>>();

function readGroups(catalog: Catalog): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const { plural, group } of catalog.release.kinds()) {
    if (!catalog.release.isBuiltin(group)) continue;
    const known = groups.get(plural);
    if (!known) groups.set(plural, [group]);
    else if (!known.includes(group)) known.push(group);
  }
  return groups;
}

/** Resources by other spellings: the kind, the singular, the short name of kubectl. */
export function resourceMeant(catalog: Catalog, name: string): string | undefined {
  const lower = name.toLowerCase();
  const short = SHORT[lower];
  if (short !== undefined) return short;
  for (const { plural, kind, group } of catalog.release.kinds())
    if (catalog.release.isBuiltin(group) && (kind.toLowerCase() === lower || plural === lower)) return plural;
  return undefined;
}

const SHORT: Readonly<Record<string, string>> = {
  cm: "configmaps",
  deploy: "deployments",
  ds: "daemonsets",
  ing: "ingresses",
  netpol: "networkpolicies",
  no: "nodes",
  ns: "namespaces",
  po: "pods",
  pv: "persistentvolumes",
  pvc: "persistentvolumeclaims",
  rs: "replicasets",
  sa: "serviceaccounts",
  sts: "statefulsets",
  svc: "services",
};
