import type {
  Gateway,
  GatewayRoute,
  Labels,
  Listener,
  NetworkInput,
  ParentRef,
  ReferenceGrant,
  RouteBackend,
} from "./input.ts";
import { selects } from "./selector.ts";

export interface Admission {
  readonly isAdmitted: boolean;
  readonly parents: readonly ParentAnswer[];
  /** Those that lead somewhere: Services, with a weight, within reach. */
  readonly backends: readonly RouteBackend[];
  /** Refused for want of a ReferenceGrant in their namespace. */
  readonly ungranted: readonly RouteBackend[];
  readonly notes: readonly "unseen-gateway"[];
}

/** In the words of Gateway API's conditions, where it has one. */
export type ParentAnswer =
  | { readonly kind: "attached"; readonly gateway: Gateway; readonly listeners: readonly Listener[] }
  | { readonly kind: "unseen" }
  /** A Service as parent: traffic inside the cluster, of which nothing comes in. */
  | { readonly kind: "mesh" }
  | { readonly kind: "refused"; readonly gateway: Gateway; readonly reason: Refusal };

export type Refusal = "NoMatchingParent" | "NotAllowedByListeners" | "NoMatchingListenerHostname";

/** gateway-api apis/v1: does a route hang on some listener, and may it send where it wants to. */
export function admission(input: NetworkInput, route: GatewayRoute): Admission {
  const parents = route.parents.map((parent) => answerOf(input, route, parent));
  const isUnseen = parents.some(({ kind }) => kind === "unseen");
  const isAttached = parents.some(({ kind }) => kind === "attached");
  const weighted = route.backends.filter(({ kind, weight }) => kind === "Service" && weight > 0);
  return {
    isAdmitted: isAttached || isUnseen,
    parents,
    backends: weighted.filter((backend) => isGranted(input, route, backend)),
    ungranted: weighted.filter((backend) => !isGranted(input, route, backend)),
    notes: isAttached || !isUnseen ? [] : ["unseen-gateway"],
  };
}

/** A Gateway that no manifest shows is taken to admit the route: its owner had it in mind. */
function answerOf(input: NetworkInput, route: GatewayRoute, parent: ParentRef): ParentAnswer {
  if (parent.kind === "Service") return { kind: "mesh" };
  if (parent.kind !== "Gateway") return { kind: "unseen" };
  const gateway = input.gateways.find(({ namespace, name }) => namespace === parent.namespace && name === parent.name);
  if (!gateway) return { kind: "unseen" };
  const referred = gateway.listeners.filter(
    ({ name, port }) => name === (parent.section ?? name) && port === (parent.port ?? port),
  );
  if (referred.length === 0) return { kind: "refused", gateway, reason: "NoMatchingParent" };
  const allowed = referred.filter((listener) => allows(input, gateway, listener, route));
  if (allowed.length === 0) return { kind: "refused", gateway, reason: "NotAllowedByListeners" };
  const listeners = allowed.filter(({ hostname }) => meet(hostname, route.hostnames));
  if (listeners.length === 0) return { kind: "refused", gateway, reason: "NoMatchingListenerHostname" };
  return { kind: "attached", gateway, listeners };
}

function allows(input: NetworkInput, gateway: Gateway, listener: Listener, route: GatewayRoute): boolean {
  const kinds = listener.kinds ?? KINDS[listener.protocol] ?? [route.kind];
  if (!kinds.includes(route.kind)) return false;
  switch (listener.namespaces) {
    case "All":
      return true;
    case "None":
      return false;
    case "Same":
      return route.namespace === gateway.namespace;
    default:
      return selects(listener.namespaces, labelsOf(input, route.namespace));
  }
}

/** Listener.protocol in apis/v1: which routes a listener takes when `allowedRoutes.kinds` does not say. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  HTTP: ["HTTPRoute", "GRPCRoute"],
  HTTPS: ["HTTPRoute", "GRPCRoute"],
  TLS: ["TLSRoute", "TCPRoute"],
  TCP: ["TCPRoute"],
  UDP: ["UDPRoute"],
};

function labelsOf(input: NetworkInput, name: string): Labels {
  const written = input.namespaces.find((each) => each.name === name)?.labels ?? {};
  return { ...written, "kubernetes.io/metadata.name": name };
}

/** Absent on either side means every host. */
function meet(listener: string | undefined, hosts: readonly string[]): boolean {
  if (listener === undefined || listener === "" || hosts.length === 0) return true;
  return hosts.some((host) => isWithin(host, listener) || isWithin(listener, host));
}

/** `*.example.com` stands for one or more labels before the suffix, and for itself. */
function isWithin(host: string, pattern: string): boolean {
  const [name, suffix] = [host.toLowerCase(), pattern.toLowerCase()];
  return suffix.startsWith("*.") ? name === suffix || name.endsWith(suffix.slice(1)) : name === suffix;
}

const isGranted = ({ grants }: NetworkInput, route: GatewayRoute, { namespace, service }: RouteBackend): boolean =>
  isGrantedTo(grants, route, { kind: "Service", namespace, name: service });

/** A reference into another namespace needs that namespace's consent. */
export function isGrantedTo(
  grants: readonly ReferenceGrant[],
  from: { readonly kind: string; readonly namespace: string },
  to: { readonly kind: string; readonly namespace: string; readonly name: string },
): boolean {
  if (to.namespace === from.namespace) return true;
  return grants.some(
    (grant) =>
      grant.namespace === to.namespace &&
      grant.from.some(({ kind, namespace }) => kind === from.kind && namespace === from.namespace) &&
      grant.to.some(({ kind, name }) => kind === to.kind && (name ?? to.name) === to.name),
  );
}
