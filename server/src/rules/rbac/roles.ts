import type { Resource } from "../../model/resource.ts";
import { deref, itemsOf, pairOf, type YMap, type YScalar } from "../../yaml/node.ts";
import { isA, isGiven, mapsIn, textsIn } from "../given.ts";

const GROUP = "rbac.authorization.k8s.io";

export const isRole = (resource: Resource): boolean => isA(resource, GROUP, "Role", "ClusterRole");

export const isBinding = (resource: Resource): boolean => isA(resource, GROUP, "RoleBinding", "ClusterRoleBinding");

export const rulesOf = (resource: Resource): readonly YMap[] =>
  isRole(resource) ? mapsIn(pairOf(resource.root, "rules")?.value) : [];

export const subjectsOf = (resource: Resource): readonly YMap[] =>
  isBinding(resource) ? mapsIn(pairOf(resource.root, "subjects")?.value) : [];

/** Texts of a list of a rule; the empty string, which names the core group, among them. */
export const listed = (rule: YMap, field: string): readonly YScalar[] => {
  const list = pairOf(rule, field)?.value;
  const empty = itemsOf(list).flatMap(({ value }) => {
    const node = deref(value);
    return node?.type === "scalar" && node.text === "" && node.style !== "plain" ? [node] : [];
  });
  return [...textsIn(list), ...empty];
};

/** True when the field holds a list with nothing in it, or is not there. */
export function isWithout(rule: YMap, field: string): boolean {
  const pair = pairOf(rule, field);
  const list = deref(pair?.value);
  return list?.type === "seq" ? list.items.length === 0 : !isGiven(pair?.value);
}
