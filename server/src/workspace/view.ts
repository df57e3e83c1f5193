import type { Edit } from "../base/span.ts";
import type { Reference, ResourceFacts } from "../model/facts.ts";
import type { KindName } from "../model/reference-row.ts";
import type { Selector } from "../model/selector.ts";
import type { Configuration } from "./configuration.ts";
import type { FileId } from "./file.ts";
import type { NetworkCluster } from "./network-cluster.ts";
import type { StorageCluster } from "./storage-cluster.ts";

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

/** One place that mentions an object. */
export interface Mention {
  readonly entry: Entry;
  readonly reference: Reference;
}

/**
 * The workspace as one file sees it: what belongs together with that file comes first, and objects of other overlays,
 * charts and environments do not exist. `from` is always an object of that file, the one that asks.
 */
export interface WorkspaceView {
  readonly file: FileId;
  readonly configuration: Configuration;
  /** The objects meant, all from the nearest scope that has any. */
  find(target: Target, from: ResourceFacts): readonly Entry[];
  /** The objects a reference leads to: for a selector those selected, for a key or port those that should hold it. */
  resolve(reference: Reference, from: ResourceFacts): readonly Entry[];
  /** Objects that make Pods which `selector` selects, from the nearest scope that has any. */
  podsMatching(selector: Selector, namespace: string | undefined, from: ResourceFacts): readonly Entry[];
  /** Objects that surely belong together with this file and whose name `target` may be a slip for. */
  similar(target: Target, from: ResourceFacts): readonly Entry[];
  /** Objects that make Pods in the asker's namespace and surely belong together with this file. */
  relatedPods(from: ResourceFacts): readonly Entry[];
  /**
   * Every object of a kind that may be meant in the asker's namespace, best scope first; where `isMeant` is given, only those
   * that it takes. Objects that others make come with their makers.
   */
  visible(kind: KindName, from: ResourceFacts, isMeant?: (facts: ResourceFacts) => boolean): readonly Entry[];
  /** The same for every object that makes Pods. */
  visiblePods(from: ResourceFacts): readonly Entry[];
  /** Objects of a kind in files of the same folder that may be meant in the asker's namespace, by name. */
  beside(kind: KindName, from: ResourceFacts): readonly Entry[];
  /** Whether a patch changes the object, so that its own file does not tell all of it. */
  isPatched(entry: Entry): boolean;
  /** Whether an object that no file holds exists all the same. */
  knownOutside(target: Target, from: ResourceFacts): "yes" | "no" | "unknown";
  /** Keys of an object that the configuration declares; undefined when it says nothing of them. */
  keysOutside(target: Target, from: ResourceFacts): readonly string[] | undefined;
  /** The edit of the configuration file that declares an object to exist outside. */
  declareOutside(target: Target, from: ResourceFacts): OutsideEdit | undefined;
  /** Every place of the workspace that means this object. */
  mentionsOf(entry: Entry): readonly Mention[];
  /** Every mention of an object that no file holds, as far as this file can tell that the same one is meant. */
  mentionsOfMissing(target: Target, from: ResourceFacts): readonly Mention[];
  /** The kustomization file of a folder, given as URI. */
  kustomizationIn(folder: string): FileId | undefined;
  /** The clusters that this file may end in, with what becomes of claims there; none where nothing is about storage. */
  storage(): readonly StorageCluster[];
  /** The same for connections; none where no policy and no Gateway decides about any. */
  network(): readonly NetworkCluster[];
  /** The objects of this file, by document. */
  ownEntries(): readonly (readonly Entry[])[];
  /** Number of the document, within the entry's own file, that holds it. */
  documentOf(entry: Entry): number;
}

/** Edits of a file other than the one looked at; offsets count from that file's start. */
export interface OutsideEdit {
  readonly file: FileId;
  readonly create: boolean;
  readonly edits: readonly Edit[];
}
