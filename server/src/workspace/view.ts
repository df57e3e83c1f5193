import type { Reference, ResourceFacts } from "../model/facts.ts";
import type { KindName } from "../model/reference-row.ts";
import type { Selector } from "../model/selector.ts";
import type { Configuration } from "./configuration.ts";
import type { FileId } from "./file.ts";

/** One object of the workspace, and the file it stands in. */
export interface Entry {
  readonly file: FileId;
  readonly facts: ResourceFacts;
}

/** An object somebody means. */
export interface Target extends KindName {
  readonly name: string;
  /** Undefined: that of the object which asks. */
  readonly namespace: string | undefined;
}

/**
 * The workspace as one file sees it: what belongs together with that file comes first, and objects of other overlays,
 * charts and environments do not exist.
 */
export interface WorkspaceView {
  readonly file: FileId;
  readonly configuration: Configuration;
  /** The objects meant, all from the nearest scope that has any. */
  find(target: Target, from: ResourceFacts): readonly Entry[];
  /** The objects a reference means. For a selector those selected, for a key or port those that should hold it. */
  resolve(reference: Reference, from: ResourceFacts): readonly Entry[];
  /** Objects that make Pods which `selector` selects, from the nearest scope that has any. */
  podsMatching(selector: Selector, namespace: string | undefined, from: ResourceFacts): readonly Entry[];
  /** Objects that surely belong together with this file, in identity order. */
  related(kind: KindName, from: ResourceFacts): readonly Entry[];
  /** Objects that make Pods and surely belong together with this file. */
  relatedPods(from: ResourceFacts): readonly Entry[];
  /** Every object that may be meant from here, best scope first. */
  visible(kind: KindName): readonly Entry[];
  /** Known to exist although no file of the workspace holds it. */
  knownOutside(target: Target, from: ResourceFacts): boolean;
}
