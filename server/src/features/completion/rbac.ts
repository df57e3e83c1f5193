import type { DocumentContext } from "../../workspace/context.ts";
import { at, deref, textOf, type YNode } from "../../yaml/node.ts";
import type { Offer } from "./offer.ts";
import type { ValuePlace } from "./place.ts";

/** API groups and resources of a rule come from the kinds that the catalogue knows. */
export function rbacValues(place: ValuePlace, context: DocumentContext): readonly Offer[] | undefined {
  const { cursor } = place;
  if (!cursor?.owner?.endsWith(".rbac.v1.PolicyRule")) return undefined;
  if (cursor.name === "apiGroups") return groups(context);
  if (cursor.name === "resources") return resources(context, chosenGroups(place, context));
  return undefined;
}

function groups(context: DocumentContext): readonly Offer[] {
  const names = [...new Set(context.catalog.kinds().map(({ group }) => group))];
  const core = { en: "The core group: Pods, Services, ConfigMaps…", vi: "Nhóm lõi (core): Pod, Service, ConfigMap…" };
  const all = { en: "Every group.", vi: "Mọi nhóm API." };
  return [
    { value: "", text: core, isString: true },
    ...names.filter((name) => name !== "").map((value) => ({ value, text: undefined, isString: true })),
    { value: "*", text: all, isString: true },
  ];
}

/** Parts of resources that rights are given on by themselves. */
const SUBRESOURCES: { readonly [plural: string]: readonly string[] } = {
  pods: ["log", "exec", "portforward", "status", "eviction"],
  deployments: ["scale", "status"],
  statefulsets: ["scale", "status"],
  replicasets: ["scale", "status"],
  nodes: ["metrics", "proxy", "status"],
  services: ["status", "proxy"],
  serviceaccounts: ["token"],
  ingresses: ["status"],
};

function resources(context: DocumentContext, groupNames: ReadonlySet<string>): readonly Offer[] {
  const kinds = context.catalog.kinds().filter(({ group }) => groupNames.size === 0 || groupNames.has(group));
  const plurals = [...new Set(kinds.map(({ plural }) => plural))];
  const parts = plurals.flatMap((plural) =>
    Object.hasOwn(SUBRESOURCES, plural) ? (SUBRESOURCES[plural] ?? []).map((part) => `${plural}/${part}`) : [],
  );
  return [...plurals, ...parts, "*"].map((value) => ({ value, text: undefined, isString: true }));
}

/** The `apiGroups` of the same rule; none when all groups count. */
function chosenGroups(place: ValuePlace, context: DocumentContext): ReadonlySet<string> {
  const root: YNode | null = place.subject?.root ?? context.doc.root;
  const list = deref(at(root, ...place.path.slice(0, place.path.lastIndexOf("resources")), "apiGroups"));
  const names = list?.type === "seq" ? list.items.map(({ value }) => textOf(value) ?? "") : [];
  return names.includes("*") ? new Set() : new Set(names);
}
