import type { Span } from "../base/span.ts";
import type { Gvk } from "../schema/types.ts";
import type { KindName, Part, ReferenceRow } from "./reference-row.ts";
import type { Kustomization } from "./kustomization.ts";
import type { Labels, Selector } from "./selector.ts";

/** Something of an object that others may name. The span is that of its name, or of its number when it has no name. */
export interface Offer extends Span {
  readonly part: Part;
  /** Empty for a port that has only a number. */
  readonly name: string;
  /** 0 when it has none. */
  readonly number: number;
}

/** One mention of another object or of a part of one. The span is the mention's. */
export interface Reference extends Span {
  readonly row: ReferenceRow;
  /** Kind of the object meant; undefined for parts of the same object. */
  readonly to: KindName | undefined;
  /** Name of the object meant; empty when a selector or a local name stands for it. */
  readonly name: string;
  /** Key, port or local name; empty when the object as a whole is meant. */
  readonly part: string;
  /** Namespace as written beside the name; undefined when it is the object's own. */
  readonly namespace: string | undefined;
  readonly selector: Selector | undefined;
  /** The manifest says that the target may be missing. */
  readonly optional: boolean;
}

/** What one object tells others and asks of them: all that is kept of a file nobody has open. Spans count from its document's start. */
export interface ResourceFacts {
  readonly gvk: Gvk;
  /** Empty when the object has no name of its own, such as one with `generateName`. */
  readonly name: string;
  /** The name's place, or that of the object's first key. */
  readonly nameSpan: Span;
  /** As written; undefined when the manifest does not say. */
  readonly namespace: string | undefined;
  readonly labels: Labels;
  /** Labels of its Pods; undefined for objects that make none. */
  readonly podLabels: Labels | undefined;
  readonly offers: readonly Offer[];
  readonly references: readonly Reference[];
  /** A template or placeholder hides part of what the object offers: absence proves nothing. */
  readonly partial: boolean;
  readonly kustomization: Kustomization | undefined;
}
