import type { Json, JsonMap } from "../base/json.ts";
import { at, mapOf, optionalText } from "../base/json.ts";
import type { NetworkInput } from "../engines/network/input.ts";
import type { Resource } from "../model/resource.ts";
import { toJson } from "../yaml/scalar.ts";
import { gatewayOf, gatewayRouteOf, referenceGrantOf } from "./network-gateways.ts";
import { labelsOf } from "./network-json.ts";
import { podOf, podsOfWorkload, WORKLOADS } from "./network-pods.ts";
import { adminPolicyOf, networkPolicyOf } from "./network-policies.ts";
import { endpointSliceOf, endpointsOf, ingressOf, openShiftRouteOf, serviceOf } from "./network-services.ts";

/** What one object has to say about the network. Small, and independent of its document: it may be kept without it. */
export type NetworkPart = Partial<NetworkInput>;

/** One cluster. Where two manifests are of one object, the later one is what stays, as when both are applied. */
export function networkInput(parts: Iterable<NetworkPart>): NetworkInput {
  const all = [...parts];
  const joined = <K extends keyof NetworkInput>(key: K): NetworkInput[K][number][] => {
    const list: NetworkInput[K][number][] = [];
    for (const part of all) for (const each of part[key] ?? []) list.push(each);
    return list;
  };
  return {
    namespaces: lastOfEach(joined("namespaces")),
    pods: lastOfEach(joined("pods")),
    policies: lastOfEach(joined("policies")),
    adminPolicies: lastOfEach(joined("adminPolicies")),
    services: lastOfEach(joined("services")),
    slices: joined("slices"),
    entrances: lastOfEach(joined("entrances")),
    gateways: lastOfEach(joined("gateways")),
    routes: lastOfEach(joined("routes")),
    grants: joined("grants"),
  };
}

interface Identified {
  readonly kind?: string;
  readonly namespace?: string;
  readonly name: string;
  readonly podName?: string | undefined;
}

/** In the order in which they come first. Names that the API server completes are never the same twice. */
function lastOfEach<T extends Identified>(objects: readonly T[]): readonly T[] {
  const known = new Map<string, T>();
  for (const [index, object] of objects.entries()) {
    const { kind, namespace, name, podName } = object;
    const isComplete = /[^-]$/.test(podName ?? name);
    const own = `${isComplete ? "" : index}\u0000${podName ? "Pod" : kind}\u0000${namespace}\u0000${podName ?? name}`;
    known.set(own, object);
  }
  return known.size === objects.length ? objects : [...known.values()];
}

/**
 * Reads an object as kubectl would send it; undefined when it is none of the network's business. `origin` comes back in
 * every answer. `namespace` is the one that holds where the manifest names none.
 */
export function networkPartOf(resource: Resource, origin: string, namespace: string): NetworkPart | undefined {
  const lower = LOWERINGS[`${resource.gvk.group}/${resource.gvk.kind}`];
  if (!lower) return undefined;
  // The tree of an object is a map of JSON values, which is what `toJson` gives of it.
  const json = mapOf(toJson(resource.root) as Json);
  const generated = optionalText(at(json, "metadata", "generateName"));
  return lower(json, {
    origin,
    kind: resource.gvk.kind,
    namespace: resource.namespace || namespace,
    name: resource.name ?? generated ?? "",
  });
}

interface Named {
  readonly origin: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

type Lowering = (json: JsonMap, named: Named) => NetworkPart;

const workload: Lowering = (json, named) => ({ pods: [podsOfWorkload(json, named)] });
const networkPolicy: Lowering = (json, { origin, namespace, name }) => ({
  policies: [networkPolicyOf(json, { origin, namespace, name })],
});
const admin =
  (kind: "AdminNetworkPolicy" | "BaselineAdminNetworkPolicy" | "ClusterNetworkPolicy"): Lowering =>
  (json, { origin, name }) => ({ adminPolicies: [adminPolicyOf(json, { origin, kind, name })] });
const openShiftRoute: Lowering = (json, named) => ({ entrances: [openShiftRouteOf(json, withoutKind(named))] });
const gatewayRoute: Lowering = (json, named) => ({ routes: [gatewayRouteOf(json, named)] });

const GATEWAY = "gateway.networking.k8s.io";
const POLICY = "policy.networking.k8s.io";

/** By group and kind; which version an object is written in makes no difference to any of the fields we read. */
const LOWERINGS: Readonly<Record<string, Lowering | undefined>> = {
  "/Namespace": (json, { origin, name }) => ({
    namespaces: [{ origin, name, labels: labelsOf(at(json, "metadata", "labels")) }],
  }),
  "/Pod": (json, named) => ({ pods: [podOf(json, named)] }),
  ...Object.fromEntries(
    WORKLOADS.flatMap((kind) => ["", "apps", "batch", "extensions"].map((group) => [`${group}/${kind}`, workload])),
  ),
  "networking.k8s.io/NetworkPolicy": networkPolicy,
  "extensions/NetworkPolicy": networkPolicy,
  [`${POLICY}/AdminNetworkPolicy`]: admin("AdminNetworkPolicy"),
  [`${POLICY}/BaselineAdminNetworkPolicy`]: admin("BaselineAdminNetworkPolicy"),
  [`${POLICY}/ClusterNetworkPolicy`]: admin("ClusterNetworkPolicy"),
  "/Service": (json, named) => ({ services: [serviceOf(json, withoutKind(named))] }),
  "/Endpoints": (json, named) => ({ slices: endpointsOf(json, named) }),
  "discovery.k8s.io/EndpointSlice": (json, named) => ({ slices: [endpointSliceOf(json, named)] }),
  "networking.k8s.io/Ingress": (json, named) => ({ entrances: [ingressOf(json, withoutKind(named))] }),
  "route.openshift.io/Route": openShiftRoute,
  // Before it had a group of its own.
  "/Route": openShiftRoute,
  [`${GATEWAY}/Gateway`]: (json, named) => ({ gateways: [gatewayOf(json, withoutKind(named))] }),
  [`${GATEWAY}/HTTPRoute`]: gatewayRoute,
  [`${GATEWAY}/GRPCRoute`]: gatewayRoute,
  [`${GATEWAY}/TLSRoute`]: gatewayRoute,
  [`${GATEWAY}/TCPRoute`]: gatewayRoute,
  [`${GATEWAY}/UDPRoute`]: gatewayRoute,
  [`${GATEWAY}/ReferenceGrant`]: (json, named) => ({ grants: [referenceGrantOf(json, named)] }),
};

/** Without the kind, for values that have one of their own. */
function withoutKind({ origin, namespace, name }: Named): Omit<Named, "kind"> {
  return { origin, namespace, name };
}
