import type { Bilingual, DiagramPath, TextPosition, TextRange } from "./messages.ts";

/** Client to server: everybody of whom one may ask who reaches whom. */
export const REACH_ENDS = "kubernetesAuthoring/reachEnds";

/** Client to server: whether one end can call another on a port, and why. */
export const CAN_REACH = "kubernetesAuthoring/canReach";

/** Client to server: what changes between the files as they are and as they were. */
export const REACH_CHANGES = "kubernetesAuthoring/reachChanges";

/** Client to server: policies that allow what the manifests mean to be connected, as the text of a new file. */
export const LEAST_PRIVILEGE = "kubernetesAuthoring/leastPrivilege";

export interface ReachEndsParams {
  /** A place in an object: which end is that of? */
  readonly at: { readonly uri: string; readonly position: TextPosition } | null;
}

export interface ReachEnds {
  readonly ends: readonly ReachEnd[];
  /** The end at the place that was asked about. */
  readonly here: string | null;
  readonly namespaces: readonly string[];
}

export interface ReachEnd {
  /** `namespace/name[Kind]`, or an address. */
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  /** Ports on which it may be called; what stands behind each is for people. */
  readonly ports: readonly { readonly id: string; readonly detail: string }[];
}

export interface CanReachParams {
  readonly from: string;
  readonly to: string;
  /** `TCP/5432`. */
  readonly port: string;
}

export interface CanReach {
  /** Undefined where the question cannot be answered; the title says why. */
  readonly isAllowed: boolean | undefined;
  readonly title: Bilingual;
  readonly reasons: readonly CanReachReason[];
  /** What the Path view is asked for. */
  readonly path: DiagramPath;
  /** What would allow it, where policies can. */
  readonly fix: Bilingual | null;
}

export interface CanReachReason {
  readonly kind: "side" | "policy" | "near-miss" | "note";
  readonly text: Bilingual;
  readonly uri: string | null;
  readonly range: TextRange | null;
}

export interface ReachChangesParams {
  /** How files read before; null where there was none. All others are as they are. */
  readonly before: readonly { readonly uri: string; readonly text: string | null }[];
}

export interface ReachChanges {
  readonly changes: number;
  readonly summary: Bilingual;
  /** In the notation of diffs, a line for each pair. */
  readonly text: string;
}

export interface LeastPrivilegeParams {
  /** Null: all of them. */
  readonly namespaces: readonly string[] | null;
}

export interface LeastPrivilege {
  readonly text: string;
  readonly policies: number;
}
