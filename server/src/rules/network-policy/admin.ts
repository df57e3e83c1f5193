import type { Resource } from "../../model/resource.ts";
import { pairOf, type YMap } from "../../yaml/node.ts";
import { isA, mapAt, mapsIn } from "../given.ts";

export const ADMIN_KINDS = ["AdminNetworkPolicy", "BaselineAdminNetworkPolicy", "ClusterNetworkPolicy"] as const;

/** The spec of a policy of the whole cluster. */
export const adminSpecOf = (resource: Resource): YMap | undefined =>
  isA(resource, "policy.networking.k8s.io", ...ADMIN_KINDS) ? mapAt(resource.root, "spec") : undefined;

export interface AdminRuleMap {
  readonly map: YMap;
  readonly peers: "from" | "to";
}

export const adminRulesOf = (spec: YMap | undefined): readonly AdminRuleMap[] =>
  (["ingress", "egress"] as const).flatMap((direction) =>
    mapsIn(pairOf(spec, direction)?.value).map((map) => ({ map, peers: direction === "ingress" ? "from" : "to" })),
  );

/** For examples: `spec` without indentation of its own. */
export const adminPolicy = (kind: (typeof ADMIN_KINDS)[number], name: string, spec: readonly string[]): string =>
  `apiVersion: policy.networking.k8s.io/${kind === "ClusterNetworkPolicy" ? "v1alpha2" : "v1alpha1"}
kind: ${kind}
metadata:
  name: ${name}
spec:
${spec.map((line) => `  ${line}\n`).join("")}`;
