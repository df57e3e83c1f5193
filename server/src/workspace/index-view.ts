import type { Reference, ResourceFacts } from "../model/facts.ts";
import { ANY_NAMESPACE, type KindName, kindKey } from "../model/reference-row.ts";
import { POD } from "../model/reference-table.ts";
import { isEmpty, matches, type Selector } from "../model/selector.ts";
import type { Catalog } from "../schema/catalog.ts";
import type { YDocument } from "../yaml/document.ts";
import { type Configuration, declared, knownOutside } from "./configuration.ts";
import { declareExternal } from "./configuration-edit.ts";
import { type FileId, fileId } from "./file.ts";
import type { ResourceIndex } from "./index.ts";
import { startOf } from "./index-bag.ts";
import type { NetworkCluster } from "./network-cluster.ts";
import { networkClusters } from "./network-view.ts";
import { belongTogether, closeness, keptApart, ownerIn, type Place } from "./scopes.ts";
import { type KustomizeNode, namespaceUnder } from "./scopes-kustomize.ts";
import type { StorageCluster } from "./storage-cluster.ts";
import { storageClusters } from "./storage-view.ts";
import type { Entry, Mention, OutsideEdit, Target, WorkspaceView } from "./view.ts";

/** What a view asks of the schemas: which kinds have namespaces, and of which release they are. */
export type KindCatalog = Pick<Catalog, "kindsNamed" | "release">;

/** What holds for all files below one workspace folder. */
export interface ViewContext {
  /** URI of the folder, without a slash at its end. Files elsewhere are not seen. */
  readonly root: string;
  readonly catalog: KindCatalog;
  readonly configuration: Configuration;
  /** Namespace of objects that name none, when the configuration says nothing. */
  readonly defaultNamespace: string;
  /** The configuration file to declare things in, and what it holds now. */
  readonly declarations: { readonly file: FileId; readonly doc: YDocument | undefined };
}

export const viewOf = (index: ResourceIndex, file: FileId, context: ViewContext): WorkspaceView =>
  new FileView(index, file, context);

/** How well an object's namespace answers the one asked for. `perhaps`: one of the two is left to `kubectl -n`. */
type Fit = "yes" | "perhaps" | "no";

type FitsIn = (entry: Entry, build: KustomizeNode | undefined) => Fit;

class FileView implements WorkspaceView {
  readonly file: FileId;
  readonly configuration: Configuration;
  readonly #index: ResourceIndex;
  readonly #context: ViewContext;
  readonly #here: Place;

  constructor(index: ResourceIndex, file: FileId, context: ViewContext) {
    this.file = file;
    this.configuration = context.configuration;
    this.#index = index;
    this.#context = context;
    this.#here = index.scopes.place(file);
  }

  find(target: Target, from: ResourceFacts): readonly Entry[] {
    return this.#nearest(this.#index.named(target, target.name), this.#fits(target, target.namespace, from));
  }

  resolve(reference: Reference, from: ResourceFacts): readonly Entry[] {
    const { row, to, name, selector, namespace } = reference;
    if (!to || row.by === "makes") return [];
    if (row.by === "kind") return this.#bringers(to, name, from.gvk.group);
    if (name !== "") return this.find({ group: to.group, kind: to.kind, name, namespace }, from);
    if (!selector || (isEmpty(selector) && !("empty" in row && row.empty === "all"))) return [];
    if (kindKey(to) === kindKey(POD)) return this.podsMatching(selector, namespace, from);
    const matching = this.#index.ofKind(to).filter(({ facts }) => matches(selector, facts.labels));
    return this.#nearest(matching, this.#fits(to, namespace, from));
  }

  /** CustomResourceDefinitions are named `plural.group`. */
  #bringers(crd: KindName, kind: string, group: string): readonly Entry[] {
    const bringers = this.#index
      .ofKind(crd)
      .filter(
        ({ facts: { name, offers } }) =>
          name.slice(name.indexOf(".") + 1) === group &&
          offers.some((offer) => offer.part === "kind" && offer.name === kind),
      );
    return this.#nearest(bringers, () => "yes");
  }

  podsMatching(selector: Selector, namespace: string | undefined, from: ResourceFacts): readonly Entry[] {
    return this.#nearest(this.#index.podsMatching(selector), this.#fits(POD, namespace, from));
  }

  similar(target: Target, from: ResourceFacts): readonly Entry[] {
    const names = this.#index.typosOf(target, target.name);
    const fits = this.#fits(target, target.namespace, from);
    return names
      .flatMap((name) => this.#index.named(target, name))
      .filter((entry) => this.#isRelated(entry) && fits(entry, this.#sharedBuild(entry)) !== "no");
  }

  relatedPods(from: ResourceFacts): readonly Entry[] {
    const fits = this.#fits(POD, undefined, from);
    return this.#index
      .pods()
      .filter((entry) => this.#isRelated(entry) && fits(entry, this.#sharedBuild(entry)) !== "no");
  }

  visible(kind: KindName, from: ResourceFacts, isMeant?: (facts: ResourceFacts) => boolean): readonly Entry[] {
    const all = this.#index.ofKind(kind);
    const entries = isMeant ? all.filter(({ facts }) => isMeant(facts)) : all;
    return entries.length === 0 ? [] : this.#reachable(entries, this.#fits(kind, undefined, from));
  }

  visiblePods(from: ResourceFacts): readonly Entry[] {
    return this.#reachable(this.#index.pods(), this.#fits(POD, undefined, from));
  }

  beside(kind: KindName, from: ResourceFacts): readonly Entry[] {
    const { folder } = this.#here;
    const entries = this.#index.ofKind(kind).filter(({ file }) => file.slice(0, file.lastIndexOf("/")) === folder);
    return entries.length === 0 ? [] : this.#reachable(entries, this.#fits(kind, undefined, from));
  }

  #reachable(entries: readonly Entry[], fits: FitsIn): readonly Entry[] {
    return entries
      .filter((entry) => this.#isUsable(entry) && !keptApart(this.#here, this.#place(entry)))
      .filter((entry) => fits(entry, this.#sharedBuild(entry)) !== "no")
      .map((entry) => ({ entry, rank: this.#rank(this.#place(entry)) }))
      .sort((a, b) => b.rank - a.rank)
      .map(({ entry }) => entry);
  }

  #sharedBuild(entry: Entry): KustomizeNode | undefined {
    const place = this.#place(entry);
    return this.#here.builds.find((build) => ownerIn(build, place));
  }

  isPatched({ file, facts }: Entry): boolean {
    const place = this.#index.scopes.place(file);
    return this.#index
      .named(facts.gvk, facts.name)
      .some((other) => this.#place(other).isPatch && belongTogether(place, this.#place(other)));
  }

  knownOutside(target: Target, from: ResourceFacts): "yes" | "no" | "unknown" {
    return knownOutside(this.configuration, this.#qualified(target, from));
  }

  keysOutside(target: Target, from: ResourceFacts): readonly string[] | undefined {
    return declared(this.configuration, this.#qualified(target, from))?.keys;
  }

  declareOutside(target: Target, from: ResourceFacts): OutsideEdit | undefined {
    const { file, doc } = this.#context.declarations;
    const namespace = this.#isNamespaced(target) ? (target.namespace ?? this.#ownNamespace(from)) : undefined;
    const edits = declareExternal(doc, { ...target, namespace });
    return edits && { file, create: doc === undefined, edits };
  }

  mentionsOf(entry: Entry): readonly Mention[] {
    const { facts } = entry;
    const kinds = facts.offers.flatMap(({ part, name }) => (part === "kind" ? [name] : []));
    const candidates = new Set([
      ...[facts.name, ...kinds].flatMap((name) => this.#index.mentioning(facts.gvk, name)),
      ...(facts.podLabels ? this.#index.selecting(facts.podLabels) : []),
      ...this.#index.selecting(facts.labels),
    ]);
    return [...candidates].flatMap((candidate) => {
      const view = candidate.file === this.file ? this : viewOf(this.#index, candidate.file, this.#context);
      return candidate.facts.references
        .filter((reference) => view.resolve(reference, candidate.facts).includes(entry))
        .map((reference) => ({ entry: candidate, reference }));
    });
  }

  mentionsOfMissing(target: Target, from: ResourceFacts): readonly Mention[] {
    const mine = target.namespace ?? this.#ownNamespace(from);
    return this.#index.mentioning(target, target.name).flatMap((entry) => {
      const place = this.#place(entry);
      if (keptApart(this.#here, place) || !this.#isInside(entry.file)) return [];
      return entry.facts.references
        .filter(({ to, name, namespace }) => {
          if (!to || kindKey(to) !== kindKey(target) || name !== target.name) return false;
          const theirs = namespace ?? place.owners[0]?.namespace ?? entry.facts.namespace;
          return mine === undefined || theirs === undefined || mine === theirs || !this.#isNamespaced(target);
        })
        .map((reference) => ({ entry, reference }));
    });
  }

  kustomizationIn(folder: string): FileId | undefined {
    const file = this.#index.scopes.kustomizationIn(folder);
    return file === undefined ? undefined : fileId(file);
  }

  storage(): readonly StorageCluster[] {
    const { root, catalog, configuration, defaultNamespace } = this.#context;
    return storageClusters(this.#index, this.file, {
      root,
      version: catalog.release.version,
      configuration,
      defaultNamespace,
    });
  }

  network(): readonly NetworkCluster[] {
    const { root, configuration, defaultNamespace } = this.#context;
    return networkClusters(this.#index, this.file, { root, configuration, defaultNamespace });
  }

  ownEntries(): readonly (readonly Entry[])[] {
    return this.#index.entriesOf(this.file);
  }

  documentOf(entry: Entry): number {
    return this.#index.documentOf(entry);
  }

  #place(entry: Entry): Place {
    return this.#index.scopes.place(entry.file);
  }

  /** A patch holds a piece of an object that stands elsewhere: it is never what somebody means. */
  #isUsable(entry: Entry): boolean {
    return this.#isInside(entry.file) && !this.#place(entry).isPatch;
  }

  #isInside(file: string): boolean {
    return file === this.file || file.startsWith(`${this.#context.root}/`);
  }

  #isRelated(entry: Entry): boolean {
    return (
      this.#isUsable(entry) &&
      belongTogether(this.#here, this.#place(entry)) &&
      !keptApart(this.#here, this.#place(entry))
    );
  }

  /** The candidates of the nearest scope that has any; see {@link Scopes} for the order. */
  #nearest(candidates: readonly Entry[], fits: FitsIn): readonly Entry[] {
    if (candidates.length === 0) return candidates;
    const here = this.#here;
    for (const build of here.builds) {
      const hits = this.#best(candidates, (entry) => (ownerIn(build, this.#place(entry)) ? fits(entry, build) : "no"));
      if (hits.length > 0) return hits;
    }
    const beside = this.#best(inFolder(candidates, here.folder), (entry) => fits(entry, undefined));
    if (beside.length > 0) return beside;
    const reachable = this.#best(candidates, (entry) =>
      keptApart(here, this.#place(entry)) ? "no" : fits(entry, undefined),
    );
    const ranks = reachable.map((entry) => this.#rank(this.#place(entry)));
    const top = Math.max(...ranks);
    return reachable.filter((_, index) => ranks[index] === top);
  }

  /** Those that fit for certain; if there are none, those that may. Objects of one file come in its order. */
  #best(candidates: readonly Entry[], fit: (entry: Entry) => Fit): readonly Entry[] {
    const certain: Entry[] = [];
    const possible: Entry[] = [];
    for (const entry of candidates) {
      if (!this.#isUsable(entry)) continue;
      const answer = fit(entry);
      if (answer === "yes") certain.push(entry);
      else if (answer === "perhaps") possible.push(entry);
    }
    const best = certain.length > 0 ? certain : possible;
    if (best.length < 2) return best;
    return best.sort((a, b) =>
      a.file === b.file ? this.documentOf(a) - this.documentOf(b) : a.file < b.file ? -1 : 1,
    );
  }

  #rank(place: Place): number {
    return (belongTogether(this.#here, place) ? 1000 : 0) + closeness(this.#here.folder, place.folder);
  }

  #fits(kind: KindName, wanted: string | undefined, from: ResourceFacts): FitsIn {
    if (wanted === ANY_NAMESPACE || !this.#isNamespaced(kind)) return () => "yes";
    return (entry, build) => {
      const set = build && this.#setBy(build, this.#place(entry));
      // One build gives all its objects the same namespace, and follows it in what they mention.
      if (set !== undefined) return "yes";
      const mine = wanted ?? this.#ownNamespace(from);
      const theirs = this.#place(entry).owners[0]?.namespace ?? entry.facts.namespace;
      const otherwise = this.configuration.defaultNamespace ?? this.#context.defaultNamespace;
      if ((mine ?? otherwise) === (theirs ?? otherwise)) return "yes";
      return mine === undefined || theirs === undefined ? "perhaps" : "no";
    };
  }

  #setBy(build: KustomizeNode, place: Place): string | undefined {
    const owner = ownerIn(build, place);
    return owner && namespaceUnder(build, owner);
  }

  #ownNamespace(from: ResourceFacts): string | undefined {
    return this.#here.owners[0]?.namespace ?? from.namespace;
  }

  #qualified(target: Target, from: ResourceFacts): Target {
    const { group, kind, name, namespace } = target;
    return { group, kind, name, namespace: namespace ?? this.#ownNamespace(from) };
  }

  /** Kinds nobody knows are taken for namespaced: then namespaces are compared as written. */
  #isNamespaced(kind: KindName): boolean {
    return isNamespaced(this.#context.catalog, kind);
  }
}

const scopesOfKinds = new WeakMap<KindCatalog, Map<string, boolean>>();

function isNamespaced(catalog: KindCatalog, kind: KindName): boolean {
  let known = scopesOfKinds.get(catalog);
  if (!known) {
    known = new Map();
    scopesOfKinds.set(catalog, known);
  }
  const key = kindKey(kind);
  let answer = known.get(key);
  if (answer === undefined) {
    answer = catalog.kindsNamed(kind.kind).find(({ group }) => group === kind.group)?.namespaced ?? true;
    known.set(key, answer);
  }
  return answer;
}

/** The entries of files directly in a folder, of a list in the order of files. */
function inFolder(entries: readonly Entry[], folder: string): readonly Entry[] {
  const prefix = `${folder}/`;
  const found: Entry[] = [];
  for (let at = startOf(entries, prefix); entries[at]?.file.startsWith(prefix); at++) {
    const entry = entries[at];
    if (entry && !entry.file.includes("/", prefix.length)) found.push(entry);
  }
  return found;
}
