import type { KindName } from "./reference-row.ts";
import { isBuiltInGroup, POD_TEMPLATES } from "./reference-table.ts";

/** Way to the template of an object's Pods; empty for a Pod, undefined for kinds that make none. */
export const podTemplatePath = ({ group, kind }: KindName): readonly string[] | undefined =>
  PATHS.get(`${group}/${kind}`);

/** `apps/Deployment|ReplicaSet` is `apps/Deployment` and `apps/ReplicaSet`. */
export function expandKinds(from: string): readonly string[] {
  const slash = from.indexOf("/");
  return from
    .slice(slash + 1)
    .split("|")
    .map((kind) => from.slice(0, slash + 1) + kind);
}

const PATHS: ReadonlyMap<string, readonly string[]> = new Map(
  POD_TEMPLATES.flatMap(([from, path]) =>
    expandKinds(from).map((kind) => [kind, path === "" ? [] : path.split(".")] as const),
  ),
);

/** Kinds of Kubernetes' own that are or make Pods, and their templates' paths; a kind has one in whatever group. */
export const POD_MAKERS: ReadonlyMap<string, readonly string[]> = new Map(
  [...PATHS].flatMap(([key, path]) => {
    const [group = "", kind = ""] = key.split("/");
    return isBuiltInGroup(group) ? [[kind, path] as const] : [];
  }),
);
