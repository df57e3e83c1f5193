import type { Json } from "../base/json.ts";
import type { Labels as LabelMap, Pods, Service } from "../engines/network/input.ts";
import type { Offer, ResourceFacts } from "../model/facts.ts";
import { type KindName, kindKey } from "../model/reference-row.ts";
import { keyOfLabel, type Labels, valueOfLabel } from "../model/selector.ts";
import { gatewayOf, referenceGrantOf } from "./network-gateways.ts";
import { protocolOf } from "./network-json.ts";
import { adminPolicyOf, networkPolicyOf } from "./network-policies.ts";
import { ingressOf } from "./network-services.ts";
import type { NetworkPart } from "./network-world.ts";

export const NETWORK_POLICY: KindName = { group: "networking.k8s.io", kind: "NetworkPolicy" };
export const NAMESPACE: KindName = { group: "", kind: "Namespace" };
export const SERVICE: KindName = { group: "", kind: "Service" };
export const INGRESS: KindName = { group: "networking.k8s.io", kind: "Ingress" };

const GATEWAY_GROUP = "gateway.networking.k8s.io";
export const GATEWAY: KindName = { group: GATEWAY_GROUP, kind: "Gateway" };
export const ROUTES: readonly KindName[] = ["HTTPRoute", "GRPCRoute", "TCPRoute", "TLSRoute", "UDPRoute"].map(
  (kind) => ({
    group: GATEWAY_GROUP,
    kind,
  }),
);
export const REFERENCE_GRANT: KindName = { group: GATEWAY_GROUP, kind: "ReferenceGrant" };

const ADMIN = ["AdminNetworkPolicy", "BaselineAdminNetworkPolicy", "ClusterNetworkPolicy"] as const;
export const ADMIN_POLICIES: readonly KindName[] = ADMIN.map((kind) => ({
  group: "policy.networking.k8s.io",
  kind,
}));

/** What the facts of an object say of the network: less than its manifest, but of files that nobody has open too. */
export function networkPartOfFacts(facts: ResourceFacts, origin: string, namespace: string): NetworkPart {
  const named = { origin, namespace, name: facts.name };
  if (facts.podLabels) return { pods: [podsOf(facts, named)] };
  const spec = (): { readonly spec: Json } => ({ spec: specOf(facts) });
  const admin = ADMIN.find((kind) => kind === facts.gvk.kind);
  if (admin && facts.network)
    return { adminPolicies: [adminPolicyOf(spec(), { origin, kind: admin, name: facts.name })] };
  switch (kindKey(facts.gvk)) {
    case "/Namespace":
      return { namespaces: [{ origin, name: facts.name, labels: mapOfLabels(facts.labels) }] };
    case "/Service":
      return { services: [serviceOf(facts, named)] };
    case "networking.k8s.io/Ingress":
      return { entrances: [ingressOf(spec(), named)] };
    case "networking.k8s.io/NetworkPolicy":
      return { policies: [networkPolicyOf(spec(), named)] };
    case "gateway.networking.k8s.io/Gateway":
      return { gateways: [gatewayOf(spec(), named)] };
    case "gateway.networking.k8s.io/ReferenceGrant":
      return { grants: [referenceGrantOf(spec(), named)] };
    default:
      return {};
  }
}

interface Named {
  readonly origin: string;
  readonly namespace: string;
  readonly name: string;
}

function podsOf(facts: ResourceFacts, named: Named): Pods {
  return {
    ...named,
    kind: facts.gvk.kind,
    podName: facts.gvk.kind === "Pod" ? facts.name : undefined,
    labels: mapOfLabels(facts.podLabels ?? []),
    ports: facts.offers.flatMap((offer) => {
      const protocol = protocolOf(offer.details?.protocol);
      if (offer.part !== "container-port" || !protocol) return [];
      return [{ name: offer.name || undefined, protocol, number: offer.number, container: "", path: [] }];
    }),
    hostNetwork: facts.network?.kind === "host-network",
    addresses: [],
  };
}

function serviceOf(facts: ResourceFacts, named: Named): Service {
  const selector = facts.references.find(({ row }) => row.by === "selector")?.selector?.labels ?? [];
  return {
    ...named,
    type: facts.network?.kind === "external-name" ? "ExternalName" : "ClusterIP",
    headless: facts.network?.kind === "headless",
    externalName: undefined,
    selector: selector.length === 0 ? undefined : mapOfLabels(selector),
    ports: facts.offers.flatMap((offer) => {
      const protocol = protocolOf(offer.details?.protocol);
      if (offer.part !== "service-port" || !protocol) return [];
      return [
        { name: offer.name || undefined, protocol, port: offer.number, target: targetOf(offer), nodePort: undefined },
      ];
    }),
    externalTrafficPolicy: "Cluster",
    internalTrafficPolicy: "Cluster",
  };
}

/** Undefined: the same number. */
export function targetOf({ details }: Offer): number | string | undefined {
  const target = details?.target ?? "";
  return target === "" ? undefined : /^\d+$/.test(target) ? Number(target) : target;
}

/** The `spec` of a policy, an Ingress and the like; null where nothing of it was kept. */
export const specOf = ({ network }: ResourceFacts): Json =>
  network?.kind === "spec" ? JSON.parse(network.spec) : null;

export const mapOfLabels = (labels: Labels): LabelMap =>
  Object.fromEntries(labels.map((label) => [keyOfLabel(label), valueOfLabel(label)]));
