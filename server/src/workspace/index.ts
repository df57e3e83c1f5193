import { exportsKey, type Reference, type ResourceFacts } from "../model/facts.ts";
import { type KindName, kindKey } from "../model/reference-row.ts";
import { POD } from "../model/reference-table.ts";
import { matches, type Selector } from "../model/selector.ts";
import { baseName, type FileId } from "./file.ts";
import { EntryBag } from "./index-bag.ts";
import { KindIndex } from "./index-kind.ts";
import { Scopes } from "./scopes.ts";
import type { Entry } from "./view.ts";

type DocumentFacts = readonly ResourceFacts[];

interface FileRecord {
  readonly documents: readonly DocumentFacts[];
  /** Beside `documents`. */
  readonly entries: readonly (readonly Entry[])[];
}

/**
 * All objects of the workspace and all mentions of them. Mutable: the Workspace owns it, and puts a file in again after
 * each edit. Documents whose facts are the same array are left alone, so an edit costs what its own document costs.
 */
export class ResourceIndex {
  readonly scopes = new Scopes();
  readonly #files = new Map<FileId, FileRecord>();
  readonly #kinds = new Map<string, KindIndex>();
  /** Objects that make Pods: all of them, and by each label. */
  readonly #pods = new EntryBag();
  /** Objects with selectors: by the first label that a selector asks for, or the empty string. */
  readonly #selectors = new EntryBag();
  #revision = 0;
  #resourceCount = 0;

  put(file: FileId, documents: readonly { readonly facts: DocumentFacts }[]): void {
    const before = this.#files.get(file) ?? NOTHING;
    const after = documents.map(({ facts }) => facts);
    if (baseName(file) === "Chart.yaml") this.scopes.setChart(file, "there");
    this.#files.set(file, this.#replace(file, before, after));
    this.#putKustomization(file, after);
  }

  remove(file: FileId): void {
    const before = this.#files.get(file);
    if (!before) return;
    this.#replace(file, before, []);
    this.#files.delete(file);
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
    let start = 0;
    while (start < old.length && start < documents.length && old[start] === documents[start]) start++;
    let end = 0;
    const most = Math.min(old.length, documents.length) - start;
    while (end < most && old[old.length - 1 - end] === documents[documents.length - 1 - end]) end++;
    const removed = before.entries.slice(start, old.length - end);
    const added = documents.slice(start, documents.length - end).map((facts) => entriesFor(file, facts));
    this.#bumpRevisions(removed.flat(), added.flat());
    this.#resourceCount += added.flat().length - removed.flat().length;
    for (const entry of removed.flat()) this.#delete(entry);
    for (const entry of added.flat()) this.#add(entry);
    const { entries } = before;
    return { documents, entries: [...entries.slice(0, start), ...added, ...entries.slice(old.length - end)] };
  }

  #bumpRevisions(removed: readonly Entry[], added: readonly Entry[]): void {
    const gone = new Map(removed.map(({ facts }) => [exportsKey(facts), facts]));
    const come = new Map(added.map(({ facts }) => [exportsKey(facts), facts]));
    for (const [key, facts] of gone) if (!come.has(key)) this.#bump(facts);
    for (const [key, facts] of come) if (!gone.has(key)) this.#bump(facts);
  }

  #bump(facts: ResourceFacts): void {
    this.#revision++;
    this.#kind(facts.gvk).revision++;
    if (facts.podLabels) this.#kind(POD).revision++;
    for (const made of madeBy(facts)) if (made.to) this.#kind(made.to).revision++;
  }

  #add(entry: Entry): void {
    const { facts } = entry;
    if (facts.name !== "") this.#kind(facts.gvk).add(facts.name, entry);
    for (const { to, name } of madeBy(facts)) if (to) this.#kind(to).add(name, entry);
    for (const key of podKeys(facts)) this.#pods.add(key, entry);
    for (const [kind, name] of mentionsOf(facts)) this.#kind(kind).mentions.add(name, entry);
    for (const key of selectorKeys(facts)) this.#selectors.add(key, entry);
  }

  #delete(entry: Entry): void {
    const { facts } = entry;
    if (facts.name !== "") this.#kind(facts.gvk).delete(facts.name, entry);
    for (const { to, name } of madeBy(facts)) if (to) this.#kind(to).delete(name, entry);
    for (const key of podKeys(facts)) this.#pods.delete(key, entry);
    for (const [kind, name] of mentionsOf(facts)) this.#kind(kind).mentions.delete(name, entry);
    for (const key of selectorKeys(facts)) this.#selectors.delete(key, entry);
  }

  #kind(kind: KindName): KindIndex {
    const key = kindKey(kind);
    let index = this.#kinds.get(key);
    if (!index) {
      index = new KindIndex();
      this.#kinds.set(key, index);
    }
    return index;
  }

  /** Grows whenever what one object tells others changes: an answer of the index may then be another one. */
  get revision(): number {
    return this.#revision + this.scopes.revision;
  }

  /** The same for the objects of one kind. `Pod` stands for all that make Pods. */
  revisionOf(kind: KindName): number {
    return (this.#kinds.get(kindKey(kind))?.revision ?? 0) + this.scopes.revision;
  }

  get fileCount(): number {
    return this.#files.size;
  }

  get resourceCount(): number {
    return this.#resourceCount;
  }

  /** Objects of that kind and name, in the order of files. Objects that others make count too. */
  named(kind: KindName, name: string): readonly Entry[] {
    return this.#kinds.get(kindKey(kind))?.objects.get(name) ?? NONE;
  }

  /** All objects of a kind, by name and file. */
  ofKind(kind: KindName): readonly Entry[] {
    return this.#kinds.get(kindKey(kind))?.sorted() ?? NONE;
  }

  /** All objects with a name, by kind, name and file: for lists of symbols. */
  *all(): Iterable<Entry> {
    for (const key of [...this.#kinds.keys()].sort())
      for (const entry of this.#kinds.get(key)?.sorted() ?? NONE) if (kindKey(entry.facts.gvk) === key) yield entry;
  }

  /** Names of existing objects that `name` may be a slip for. */
  typosOf(kind: KindName, name: string): readonly string[] {
    return this.#kinds.get(kindKey(kind))?.typosOf(name) ?? [];
  }

  /** Objects that mention an object of that kind and name. */
  mentioning(kind: KindName, name: string): readonly Entry[] {
    return this.#kinds.get(kindKey(kind))?.mentions.get(name) ?? NONE;
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

  /** Objects with a selector that may match these labels. */
  selecting(labels: readonly string[]): readonly Entry[] {
    return [...new Set(["", ...labels].flatMap((label) => this.#selectors.get(label)))];
  }

  entriesOf(file: FileId): readonly (readonly Entry[])[] {
    return this.#files.get(file)?.entries ?? [];
  }

  /** Number of the document that holds the entry, from 0. */
  documentOf(entry: Entry): number {
    return this.entriesOf(entry.file).findIndex((entries) => entries.includes(entry));
  }
}

const KUSTOMIZATION_FILES = ["kustomization.yaml", "kustomization.yml", "Kustomization"];
const NOTHING: FileRecord = { documents: [], entries: [] };
const NONE: readonly Entry[] = [];
/** Neither a label nor the empty string. */
const ALL = "*";

const entriesFor = (file: FileId, facts: DocumentFacts): readonly Entry[] =>
  facts.length === 0 ? NONE : facts.map((each) => ({ file, facts: each }));

const madeBy = (facts: ResourceFacts): readonly Reference[] => facts.references.filter(({ row }) => row.by === "makes");

const podKeys = (facts: ResourceFacts): readonly string[] => (facts.podLabels ? [ALL, ...facts.podLabels] : []);

function selectorKeys(facts: ResourceFacts): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { selector } of facts.references) if (selector) keys.add(selector.labels[0] ?? "");
  return keys;
}

/** Each object mentioned, once. */
function mentionsOf(facts: ResourceFacts): Iterable<readonly [KindName, string]> {
  const mentions = new Map<string, readonly [KindName, string]>();
  for (const { to, name } of facts.references)
    if (to && name !== "") mentions.set(`${kindKey(to)}/${name}`, [to, name]);
  return mentions.values();
}
