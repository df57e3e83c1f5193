import type { Protocol } from "./ports.ts";

/** Whatever finds the object again for the caller; the engine hands it back and looks into it never. */
export type Origin = string;

export type Labels = Readonly<Record<string, string>>;

export interface LabelSelector {
  readonly matchLabels: Labels;
  readonly matchExpressions: readonly Requirement[];
}

export interface Requirement {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
}

export interface Namespace {
  readonly origin: Origin;
  readonly name: string;
  readonly labels: Labels;
}

/** A Pod, or the Pods a template makes. */
export interface Pods {
  readonly origin: Origin;
  readonly namespace: string;
  /** The workload that people know: the owner of a Pod, else the object itself. */
  readonly name: string;
  readonly kind: string;
  /** Name of the Pod itself, where it is one; EndpointSlices refer to it. */
  readonly podName: string | undefined;
  readonly labels: Labels;
  readonly ports: readonly ContainerPort[];
  readonly hostNetwork: boolean;
  /** Addresses that the manifest happens to show in its status. */
  readonly addresses: readonly string[];
}

export interface ContainerPort {
  readonly name: string | undefined;
  readonly protocol: Protocol;
  readonly number: number;
  readonly container: string;
  /** Where the port stands in the object. */
  readonly path: readonly (string | number)[];
}

export type Direction = "ingress" | "egress";

export interface NetworkPolicy {
  readonly origin: Origin;
  readonly namespace: string;
  readonly name: string;
  readonly subject: LabelSelector;
  /** Undefined where `policyTypes`, or their default, leave the direction alone: then nobody is isolated in it. */
  readonly ingress: readonly Rule[] | undefined;
  readonly egress: readonly Rule[] | undefined;
}

export interface Rule {
  /** In the order of `from` or `to`. */
  readonly peers: "everyone" | readonly PeerMatch[];
  readonly ports: "all" | readonly PortMatch[];
}

export type PeerMatch =
  /** Pods of the namespaces that match; `namespaces` undefined is the policy's own. */
  | { readonly kind: "pods"; readonly namespaces: LabelSelector | undefined; readonly pods: LabelSelector }
  /** Addresses outside the cluster; Pods are not meant (NetworkPolicy, `ipBlock`). */
  | { readonly kind: "block"; readonly cidr: string; readonly except: readonly string[] }
  /** Addresses whoever has them. `coversPods` when the API says that traffic between Pods is meant as well. */
  | { readonly kind: "networks"; readonly cidrs: readonly string[]; readonly coversPods: boolean }
  | { readonly kind: "nodes" }
  | { readonly kind: "domains" }
  /** Written so that nobody knows what is meant. */
  | { readonly kind: "unknown" };

export type PortMatch =
  | { readonly kind: "range"; readonly protocol: Protocol; readonly from: number; readonly to: number }
  /** `protocol` undefined: that of the container's port. */
  | { readonly kind: "name"; readonly protocol: Protocol | undefined; readonly name: string }
  | { readonly kind: "unknown" };

export type Tier = "admin" | "baseline";

export interface AdminPolicy {
  readonly origin: Origin;
  readonly kind: "AdminNetworkPolicy" | "BaselineAdminNetworkPolicy" | "ClusterNetworkPolicy";
  readonly name: string;
  readonly tier: Tier;
  readonly priority: number;
  /** Undefined when it cannot be read: then it selects nobody. */
  readonly subject: { readonly namespaces: LabelSelector; readonly pods: LabelSelector } | undefined;
  readonly ingress: readonly AdminRule[];
  readonly egress: readonly AdminRule[];
}

export interface AdminRule extends Rule {
  readonly action: "allow" | "deny" | "pass";
}

export interface Service {
  readonly origin: Origin;
  readonly namespace: string;
  readonly name: string;
  readonly type: "ClusterIP" | "NodePort" | "LoadBalancer" | "ExternalName";
  readonly headless: boolean;
  readonly externalName: string | undefined;
  /** Undefined when absent or empty: then Endpoints are made by somebody else. */
  readonly selector: Labels | undefined;
  readonly ports: readonly ServicePort[];
  readonly externalTrafficPolicy: "Cluster" | "Local";
  readonly internalTrafficPolicy: "Cluster" | "Local";
}

export interface ServicePort {
  readonly name: string | undefined;
  readonly protocol: Protocol;
  readonly port: number;
  /** Undefined when absent: the same number. */
  readonly target: number | string | undefined;
  readonly nodePort: number | undefined;
}

export interface EndpointSlice {
  readonly origin: Origin;
  readonly namespace: string;
  readonly service: string;
  readonly endpoints: readonly SliceEndpoint[];
  readonly ports: readonly SlicePort[];
}

export interface SliceEndpoint {
  readonly addresses: readonly string[];
  /** Name of the Pod it stands for. */
  readonly pod: string | undefined;
}

export interface SlicePort {
  readonly name: string | undefined;
  readonly protocol: Protocol;
  /** Undefined: all ports. */
  readonly port: number | undefined;
}

/** Ingress and OpenShift's Route: a controller that we do not see sends to Services of the same namespace. */
export interface Entrance {
  readonly origin: Origin;
  readonly kind: "Ingress" | "Route";
  readonly namespace: string;
  readonly name: string;
  readonly backends: readonly Backend[];
}

export interface Backend {
  readonly path: readonly (string | number)[];
  readonly namespace: string;
  readonly service: string;
  /** Number or name of a port of the Service; undefined where the kind allows that: every port. */
  readonly port: number | string | undefined;
}

export interface Gateway {
  readonly origin: Origin;
  readonly namespace: string;
  readonly name: string;
  readonly listeners: readonly Listener[];
}

export interface Listener {
  readonly name: string;
  readonly port: number;
  readonly protocol: string;
  /** Undefined or empty: every host. */
  readonly hostname: string | undefined;
  readonly namespaces: "All" | "Same" | "None" | LabelSelector;
  /** Undefined: those that the protocol allows. */
  readonly kinds: readonly string[] | undefined;
}

export interface GatewayRoute {
  readonly origin: Origin;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly hostnames: readonly string[];
  readonly parents: readonly ParentRef[];
  readonly backends: readonly RouteBackend[];
}

export interface ParentRef {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly section: string | undefined;
  readonly port: number | undefined;
}

export interface RouteBackend extends Backend {
  /** Group and kind of what it refers to; only Services lead to Pods. */
  readonly kind: string;
  readonly weight: number;
}

export interface ReferenceGrant {
  readonly origin: Origin;
  readonly namespace: string;
  readonly from: readonly { readonly kind: string; readonly namespace: string }[];
  readonly to: readonly { readonly kind: string; readonly name: string | undefined }[];
}

export interface NetworkInput {
  readonly namespaces: readonly Namespace[];
  readonly pods: readonly Pods[];
  readonly policies: readonly NetworkPolicy[];
  readonly adminPolicies: readonly AdminPolicy[];
  readonly services: readonly Service[];
  readonly slices: readonly EndpointSlice[];
  readonly entrances: readonly Entrance[];
  readonly gateways: readonly Gateway[];
  readonly routes: readonly GatewayRoute[];
  readonly grants: readonly ReferenceGrant[];
}
