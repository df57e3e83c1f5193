import type { Localized } from "../../base/localized.ts";
import type { Labels } from "../../engines/network/input.ts";

/** What a picture shows, before anybody decides where. Ids are made of names, so that they outlive an edit. */
export interface Model {
  readonly boxes: readonly Box[];
  readonly links: readonly Link[];
  readonly namespaces: readonly NamespaceModel[];
  /** Those that hold in the whole cluster. */
  readonly policies: readonly PolicyModel[];
}

/** Where something is written: an object of the scene and a path in it. */
export interface Pointer {
  readonly origin: string;
  readonly path: readonly (string | number)[];
}

export type BoxKind =
  /** Everybody beyond the cluster, or a range of addresses there. */
  | "outside"
  /** Pods that a policy means all together. */
  | "group"
  | "balancer"
  | "gateway"
  | "ingress"
  | "route"
  | "service"
  | "workload"
  | "storage-class"
  | "persistent-volume"
  | "claim"
  /** A volume of a Pod. */
  | "mounted"
  /** A state in which an object can be, or something that happens to one. */
  | "state"
  /** What somebody refers to and nobody defines. */
  | "missing";

export interface Box {
  readonly id: string;
  readonly kind: BoxKind;
  /** Undefined for what is in no namespace. */
  readonly namespace: string | undefined;
  readonly name: string;
  /** What it is, in the words of manifests: `Deployment`, `Service · NodePort`. */
  readonly caption: string;
  /** Instead of name and caption, where it stands for something that has no name. */
  readonly words: { readonly name: Localized; readonly caption: Localized } | undefined;
  readonly rows: readonly Row[];
  readonly marks: readonly Mark[];
  readonly labels: Labels;
  readonly title: Localized;
  readonly at: Pointer | undefined;
  /** Where traffic to it comes from, for things at the edge of the picture. */
  readonly side: "source" | "target" | undefined;
}

export interface Row {
  readonly id: string;
  /** A port, a host with its path. */
  readonly text: string;
  readonly detail: string;
  readonly title: Localized;
  readonly at: Pointer | undefined;
  readonly state: "plain" | "undeclared" | "conflict";
}

/** A remark on a box: about one direction of its traffic, or about how it stands. */
export interface Mark {
  readonly id: string;
  readonly direction: "ingress" | "egress" | undefined;
  readonly state: "open" | "isolated" | "closed" | "node" | Standing;
  readonly policies: readonly string[];
  readonly text: Localized;
  readonly title: Localized;
  readonly at: Pointer | undefined;
}

/** How things stand with a claim, a volume or a Pod. */
export type Standing = "settled" | "waiting" | "stuck" | "unknown";

export type LinkKind =
  | "enters"
  | "routes"
  | "selects"
  | "allowed"
  | "denied"
  /** A policy of the cluster's administrators says no. */
  | "forbidden"
  | "dangling"
  /** A class makes a volume, or has one. */
  | "provides"
  | "bound"
  | "possible"
  | "impossible"
  | "mounts"
  /** From a state to another. */
  | "becomes"
  /** What happens to a volume, and whether its data are still there then. */
  | "keeps"
  | "loses"
  | "depends";

export interface Link {
  readonly id: string;
  readonly from: Port;
  readonly to: Port;
  readonly kind: LinkKind;
  readonly label: string;
  readonly title: Localized;
  readonly at: Pointer | undefined;
  /** Ids of policies that have a say. */
  readonly policies: readonly string[];
}

/** An end of a link: a row of a box, or its head. */
export interface Port {
  readonly box: string;
  readonly row: string | undefined;
}

export interface NamespaceModel {
  readonly name: string;
  readonly policies: readonly PolicyModel[];
}

export interface PolicyModel {
  readonly id: string;
  readonly name: string;
  readonly title: Localized;
  readonly at: Pointer;
}

/** Something is wrong with it: what filters call a problem. */
export const isProblem = ({ kind }: Link): boolean => kind === "denied" || kind === "dangling";
