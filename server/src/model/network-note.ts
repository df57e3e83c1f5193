import type { Gvk } from "../schema/types.ts";
import { at, textOf, type YMap } from "../yaml/node.ts";
import { plainOf } from "./plain.ts";
import { podTemplatePath } from "./pod-templates.ts";

/**
 * What decides about connections and stands neither in labels nor in ports. The `spec` of policies, Ingresses and the
 * like is kept as JSON text: thousands of them stay small.
 */
export type NetworkNote =
  | { readonly kind: "host-network" | "headless" | "external-name" }
  | { readonly kind: "spec"; readonly spec: string };

export function networkNoteOf(root: YMap, gvk: Gvk): NetworkNote | undefined {
  const template = podTemplatePath(gvk);
  if (template) return textOf(at(root, ...template, "spec", "hostNetwork")) === "true" ? HOST_NETWORK : undefined;
  const key = `${gvk.group}/${gvk.kind}`;
  if (key === "/Service") {
    if (textOf(at(root, "spec", "type")) === "ExternalName") return EXTERNAL_NAME;
    return textOf(at(root, "spec", "clusterIP")) === "None" ? HEADLESS : undefined;
  }
  if (!DECIDE.has(key)) return undefined;
  return { kind: "spec", spec: JSON.stringify(plainOf(at(root, "spec") ?? null), withoutBigInt) };
}

const HOST_NETWORK: NetworkNote = { kind: "host-network" };
const HEADLESS: NetworkNote = { kind: "headless" };
const EXTERNAL_NAME: NetworkNote = { kind: "external-name" };

const withoutBigInt = (_: string, value: unknown): unknown => (typeof value === "bigint" ? Number(value) : value);

const DECIDE: ReadonlySet<string> = new Set([
  "networking.k8s.io/Ingress",
  "networking.k8s.io/NetworkPolicy",
  "policy.networking.k8s.io/AdminNetworkPolicy",
  "policy.networking.k8s.io/BaselineAdminNetworkPolicy",
  "policy.networking.k8s.io/ClusterNetworkPolicy",
  "gateway.networking.k8s.io/Gateway",
  "gateway.networking.k8s.io/ReferenceGrant",
]);
