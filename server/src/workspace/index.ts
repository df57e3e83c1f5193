import { sharedEnds } from "../base/sharing.ts";
import { exportsKey, type ResourceFacts } from "../model/facts.ts";
import type { KindName } from "../model/reference-row.ts";
import { POD } from "../model/reference-table.ts";
import { matches, type Selector } from "../model/selector.ts";
import { baseName, type FileId } from "./file.ts";
import { EntryBag } from "./index-bag.ts";
import { FolderTable } from "./index-folders.ts";
import { KindTable } from "./index-kind.ts";
import { Scopes } from "./scopes.ts";
import { isTypo } from "./typo.ts";
import type { Entry } from "./view.ts";

type DocumentFacts = readonly ResourceFacts[];

interface FileRecord {
  readonly documents: readonly DocumentFacts[];
  /** Of all documents, in order: each document has as many as it has facts. */
  readonly entries: readonly Entry[];
}

/**
 * All objects of the workspace and all mentions of them. Mutable: the Workspace owns it, and puts a file in again after
 * each edit. Documents whose facts are the same array are left alone, so an edit costs what its own document costs.
 */
export class ResourceIndex {
  readonly scopes = new Scopes();
  readonly #files = new Map<FileId, FileRecord>();
  readonly folders = new FolderTable();
  readonly #kinds = new KindTable();
  /** Objects that make Pods: all of them, and by each label. */
  readonly #pods = new EntryBag();
  /** Objects with selectors: by the first label that a selector asks for, or the empty string. */
  readonly #selectors = new EntryBag();
  /** Objects that decide about volumes and claims. */
  readonly #storage = new EntryBag();
  #storageRevision = 0;
  #revision = 0;
  #resourceCount = 0;
  #changed: ResourceFacts[] = [];

  put(file: FileId, documents: readonly { readonly facts: DocumentFacts }[]): void {
    const before = this.#files.get(file) ?? NOTHING;
    const after = documents.map(({ facts }) => facts);
    if (baseName(file) === "Chart.yaml") this.scopes.setChart(file, "there");
    this.#files.set(file, this.#replace(file, before, after));
    this.folders.add(file);
    this.#putKustomization(file, after);
  }

  remove(file: FileId): void {
    const before = this.#files.get(file);
    if (!before) return;
    this.#replace(file, before, []);
    this.#files.delete(file);
    this.folders.delete(file);
    if (baseName(file) === "Chart.yaml") this.scopes.setChart(file, "gone");
    this.#putKustomization(file, []);
  }

  /** Only a file of one of kustomize's own names is built; others of the kind belong to Flux or to nobody. */
  #putKustomization(file: FileId, documents: readonly DocumentFacts[]): void {
    if (!KUSTOMIZATION_FILES.includes(baseName(file))) return;
    const found = documents.flat().find(({ kustomization }) => kustomization)?.kustomization;
    this.scopes.setKustomization(file, found);
  }

  /** Equal documents at the start and end stay as they are; between them entries are taken out and put in. */
  #replace(file: FileId, before: FileRecord, documents: readonly DocumentFacts[]): FileRecord {
    const old = before.documents;
    const { start, end } = sharedEnds(old, documents);
    const from = sizeOf(old, 0, start);
    const to = from + sizeOf(old, start, old.length - end);
    const removed = before.entries.slice(from, to);
    const added = documents.slice(start, documents.length - end).flatMap((facts) => entriesFor(file, facts));
    this.#bumpRevisions(removed, added);
    this.#resourceCount += added.length - removed.length;
    for (const entry of removed) this.#delete(entry);
    for (const entry of added) this.#add(entry);
    const all = [...before.entries.slice(0, from), ...added, ...before.entries.slice(to)];
    return { documents, entries: all };
  }

  /** Only objects that others see changed count; when nothing takes the place of something, all do. */
  #bumpRevisions(removed: readonly Entry[], added: readonly Entry[]): void {
    if (removed.length === 0 || added.length === 0) {
      for (const { facts } of removed) this.#bump(facts);
      for (const { facts } of added) this.#bump(facts);
      return;
    }
    const gone = new Map(removed.map(({ facts }) => [exportsKey(facts), facts]));
    const come = new Map(added.map(({ facts }) => [exportsKey(facts), facts]));
    for (const [key, facts] of gone) if (!come.has(key)) this.#bump(facts);
    for (const [key, facts] of come) if (!gone.has(key)) this.#bump(facts);
  }

  #bump(facts: ResourceFacts): void {
    this.#revision++;
    this.#changed.push(facts);
    this.#kinds.make(facts.gvk).revision++;
    if (facts.podLabels) this.#kinds.make(POD).revision++;
    for (const { row, to } of facts.references) if (row.by === "makes" && to) this.#kinds.make(to).revision++;
  }

  #add(entry: Entry): void {
    const { facts } = entry;
    if (facts.name !== "") this.#kinds.make(facts.gvk).add(facts.name, entry);
    if (facts.storage) this.#moveStorage().add(ALL, entry);
    for (const { row, to, name, selector } of facts.references) {
      if (to && name !== "") {
        const kind = this.#kinds.make(to);
        if (row.by === "makes") kind.add(name, entry);
        kind.mentions.add(name, entry);
      }
      if (selector) this.#selectors.add(selector.labels[0] ?? "", entry);
    }
    if (!facts.podLabels) return;
    this.#pods.add(ALL, entry);
    for (const label of facts.podLabels) this.#pods.add(label, entry);
  }

  #delete(entry: Entry): void {
    const { facts } = entry;
    if (facts.name !== "") this.#kinds.make(facts.gvk).delete(facts.name, entry);
    if (facts.storage) this.#moveStorage().delete(ALL, entry);
    for (const { row, to, name, selector } of facts.references) {
      if (to && name !== "") {
        const kind = this.#kinds.make(to);
        if (row.by === "makes") kind.delete(name, entry);
        kind.mentions.delete(name, entry);
      }
      if (selector) this.#selectors.delete(selector.labels[0] ?? "", entry);
    }
    if (!facts.podLabels) return;
    this.#pods.delete(ALL, entry);
    for (const label of facts.podLabels) this.#pods.delete(label, entry);
  }

  #moveStorage(): EntryBag {
    this.#storageRevision++;
    return this.#storage;
  }

  /** Objects that others have seen come, go or change since this was last asked. */
  takeChanges(): readonly ResourceFacts[] {
    const changed = this.#changed;
    this.#changed = [];
    return changed;
  }

  /** Grows whenever what one object tells others changes: an answer of the index may then be another one. */
  get revision(): number {
    return this.#revision + this.scopes.revision;
  }

  /** The same for the objects of one kind. `Pod` stands for all that make Pods. */
  revisionOf(kind: KindName): number {
    return (this.#kinds.get(kind)?.revision ?? 0) + this.scopes.revision;
  }

  files(): Iterable<FileId> {
    return this.#files.keys();
  }

  get fileCount(): number {
    return this.#files.size;
  }

  get resourceCount(): number {
    return this.#resourceCount;
  }

  /** Objects of that kind and name, in the order of files. Objects that others make count too. */
  named(kind: KindName, name: string): readonly Entry[] {
    return this.#kinds.get(kind)?.objects.get(name) ?? NONE;
  }

  /** All objects of a kind, by name and file. */
  ofKind(kind: KindName): readonly Entry[] {
    return this.#kinds.get(kind)?.sorted() ?? NONE;
  }

  /** All objects with a name, by kind, name and file: for lists of symbols. */
  *all(): Iterable<Entry> {
    for (const [{ group, kind }, index] of this.#kinds.all())
      for (const entry of index.sorted())
        if (entry.facts.gvk.kind === kind && entry.facts.gvk.group === group) yield entry;
  }

  /** Names of existing objects that `name` may be a slip for. */
  typosOf(kind: KindName, name: string): readonly string[] {
    return this.#kinds.get(kind)?.typosOf(name) ?? [];
  }

  /** Objects that mention a name which `name` may be the right spelling of. */
  mentioningTyposOf(kind: KindName, name: string): readonly Entry[] {
    const mentions = this.#kinds.get(kind)?.mentions;
    if (!mentions) return NONE;
    return [...mentions.keys()].filter((written) => isTypo(written, name)).flatMap((written) => mentions.get(written));
  }

  /** Objects that mention an object of that kind and name. */
  mentioning(kind: KindName, name: string): readonly Entry[] {
    return this.#kinds.get(kind)?.mentions.get(name) ?? NONE;
  }

  /** Objects that make Pods which the selector matches, in the order of files. */
  podsMatching(selector: Selector): readonly Entry[] {
    const lists = selector.labels.map((label) => this.#pods.get(label));
    const fewest = lists.reduce((best, list) => (list.length < best.length ? list : best), this.#pods.get(ALL));
    return fewest.filter(({ facts }) => matches(selector, facts.podLabels ?? []));
  }

  pods(): readonly Entry[] {
    return this.#pods.get(ALL);
  }

  /** Objects that decide about volumes and claims, in the order of files. */
  storage(): readonly Entry[] {
    return this.#storage.get(ALL);
  }

  /** Grows whenever an object that decides about volumes and claims is read again. */
  get storageRevision(): number {
    return this.#storageRevision + this.scopes.revision;
  }

  /** Objects with a selector that may match these labels. */
  selecting(labels: readonly string[]): readonly Entry[] {
    return [...new Set(["", ...labels].flatMap((label) => this.#selectors.get(label)))];
  }

  /** What each document of a file says. */
  factsIn(file: FileId): readonly DocumentFacts[] {
    return (this.#files.get(file) ?? NOTHING).documents;
  }

  /** Of each document of a file. */
  entriesOf(file: FileId): readonly (readonly Entry[])[] {
    const { documents, entries } = this.#files.get(file) ?? NOTHING;
    let at = 0;
    return documents.map(({ length }) => {
      at += length;
      return entries.slice(at - length, at);
    });
  }

  /** Number of the document that holds the entry, from 0; -1 when the entry is of an earlier state of its file. */
  documentOf(entry: Entry): number {
    const { documents, entries } = this.#files.get(entry.file) ?? NOTHING;
    let left = entries.indexOf(entry);
    if (left < 0) return -1;
    return documents.findIndex(({ length }) => {
      left -= length;
      return left < 0;
    });
  }
}

const KUSTOMIZATION_FILES = ["kustomization.yaml", "kustomization.yml", "Kustomization"];
const NOTHING: FileRecord = { documents: [], entries: [] };
const NONE: readonly Entry[] = [];
/** Neither a label nor the empty string. */
const ALL = "*";

const entriesFor = (file: FileId, facts: DocumentFacts): readonly Entry[] =>
  facts.length === 0 ? NONE : facts.map((each) => ({ file, facts: each }));

const sizeOf = (documents: readonly DocumentFacts[], from: number, to: number): number => {
  let size = 0;
  for (let at = from; at < to; at++) size += documents[at]?.length ?? 0;
  return size;
};
