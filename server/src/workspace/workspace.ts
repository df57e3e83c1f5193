import type { Range } from "../base/lines.ts";
import { factsOf, type Reference } from "../model/facts.ts";
import { resourcesOf } from "../model/resource.ts";
import { Catalog } from "../schema/catalog.ts";
import { type CustomKind, customKinds } from "../schema/crd.ts";
import type { SchemaCursor } from "../schema/cursor.ts";
import type { SchemaStore } from "../schema/store.ts";
import type { YDocument } from "../yaml/document.ts";
import { YStream } from "../yaml/stream.ts";
import { type Classification, classifyFile, patchesOf } from "./classify.ts";
import {
  CONFIGURATION_FILE,
  CONFIGURATION_SCHEMA,
  type Configuration,
  NO_CONFIGURATION,
  readConfiguration,
} from "./configuration.ts";
import { type DocumentContext, documentContext } from "./context.ts";
import { baseName, type FileId, fileId, folderOf } from "./file.ts";
import { ResourceIndex } from "./index.ts";
import { viewOf } from "./index-view.ts";
import type { WorkspaceView } from "./view.ts";

/** Settings that change what is true of a manifest. The language is not one of them. */
export interface WorkspaceSettings {
  /** "1.34"; empty for the newest release that ships. */
  readonly kubernetesVersion: string;
  /** Namespace of objects that name none. */
  readonly namespace: string;
}

export interface Change {
  /** Undefined: the text replaces the whole file. */
  readonly range: Range | undefined;
  readonly text: string;
}

/** A file whose text is held, because an editor has it open or because it is being looked at. */
export interface TextFile extends Classification {
  readonly file: FileId;
  readonly stream: YStream;
}

/**
 * The one mutable thing of the core: which files there are, and what is known of them. Open files keep their documents;
 * closed ones leave only facts behind and are read again when somebody asks. Everything derived from a document is
 * cached by the document itself, so an edit costs what the edited document costs.
 */
export class Workspace {
  readonly index: ResourceIndex;
  readonly #store: SchemaStore;
  readonly #open = new Map<FileId, TextFile>();
  readonly #charts = new Set<string>();
  /** Kustomization file -> the patch files that it names. */
  readonly #patches = new Map<FileId, readonly string[]>();
  /** Folder -> its configuration file, read. */
  readonly #configurations = new Map<string, ReadConfiguration>();
  readonly #crds = new Map<FileId, readonly CustomKind[]>();
  readonly #catalogs = new Map<string, Catalog>();
  readonly #contexts = new WeakMap<YDocument, DocumentContext>();
  #settings: WorkspaceSettings = { kubernetesVersion: "", namespace: "default" };
  #folders: readonly string[] = [];
  #ownRevision = 0;
  readonly #counters = { documentsRead: 0, documentsChecked: 0 };

  constructor(store: SchemaStore) {
    this.#store = store;
    this.index = new ResourceIndex();
  }

  /** Releases whose schemas ship, oldest first. */
  get versions(): readonly string[] {
    return this.#store.versions;
  }

  /** Moves when something changes that findings in other files may depend on. */
  get revision(): number {
    return this.index.revision + this.#ownRevision;
  }

  /** What has been done so far: an edit costs one document, and tests insist on it. */
  get counters(): { readonly documentsRead: number; readonly documentsChecked: number } {
    return this.#counters;
  }

  configure(settings: WorkspaceSettings): void {
    this.#settings = settings;
    this.#forgetCatalogs();
  }

  /** URIs of the folders that are open, without a slash at their end. Files see only their own folder. */
  setFolders(folders: readonly string[]): void {
    this.#folders = folders;
    this.#ownRevision++;
  }

  open(file: FileId, text: string): TextFile {
    const held = this.#read(file, text);
    this.#open.set(file, held);
    this.#learn(held);
    return held;
  }

  edit(file: FileId, changes: readonly Change[]): TextFile | undefined {
    const before = this.#open.get(file);
    if (!before) return undefined;
    let { stream } = before;
    for (const { range, text } of changes) stream = range ? stream.edit(range, text) : stream.replace(text);
    const after = this.#again(before, stream, changes);
    this.#open.set(file, after);
    this.#counters.documentsRead += newDocuments(before.stream.docs, after.stream.docs);
    this.#learn(after);
    return after;
  }

  /** The editor let go of a file; `text` is what the disk holds now, undefined when it holds nothing. */
  close(file: FileId, text: string | undefined): void {
    this.#open.delete(file);
    if (text === undefined) this.remove(file);
    else this.load(file, text);
  }

  /** A file nobody has open: its facts are kept, its text is not. The answer may be looked at and dropped. */
  load(file: FileId, text: string): TextFile {
    const open = this.#open.get(file);
    if (open) return open;
    const read = this.#read(file, text);
    this.#learn(read);
    return read;
  }

  remove(file: FileId): void {
    this.#open.delete(file);
    this.index.remove(file);
    this.#charts.delete(folderOf(file));
    this.#patches.delete(file);
    if (this.#configurations.get(folderOf(file))?.file === file) this.#configurations.delete(folderOf(file));
    if (this.#crds.delete(file)) this.#forgetCatalogs();
  }

  /** Known before any file is read, so that the first template of a chart is read as one. */
  announce(files: Iterable<FileId>): void {
    for (const file of files) if (baseName(file) === "Chart.yaml") this.#charts.add(folderOf(file));
  }

  openFile(file: FileId): TextFile | undefined {
    return this.#open.get(file);
  }

  openFiles(): Iterable<TextFile> {
    return this.#open.values();
  }

  /** What is known outside the workspace for a file: the nearest configuration file above it. */
  configurationOf(file: FileId): Configuration {
    return this.#configurationAbove(file)?.configuration ?? NO_CONFIGURATION;
  }

  versionOf(file: FileId): string {
    return this.configurationOf(file).kubernetesVersion ?? this.#settings.kubernetesVersion;
  }

  catalogOf(file: FileId): Catalog {
    const version = this.versionOf(file);
    let catalog = this.#catalogs.get(version);
    if (!catalog) {
      catalog = new Catalog(this.#store.forVersion(version), [...this.#crds.values()].flat());
      this.#catalogs.set(version, catalog);
    }
    return catalog;
  }

  contextOf(held: TextFile, doc: YDocument): DocumentContext {
    const catalog = this.catalogOf(held.file);
    const role = this.#isPatch(held.file) ? "patch" : held.role;
    const known = this.#contexts.get(doc);
    if (known?.catalog === catalog && known.role === role) return known;
    const context = documentContext(doc, role, catalog, ownSchema(held, catalog));
    this.#contexts.set(doc, context);
    this.#counters.documentsChecked++;
    return context;
  }

  /** The workspace as this file sees it. */
  viewOf(file: FileId): WorkspaceView {
    const root = this.#rootOf(file);
    const found = this.#configurationAbove(file);
    return viewOf(this.index, file, {
      root,
      catalog: this.catalogOf(file),
      configuration: found?.configuration ?? NO_CONFIGURATION,
      defaultNamespace: this.#settings.namespace,
      declarations: { file: found?.file ?? fileId(`${root}/${CONFIGURATION_FILE}`), doc: found?.doc },
    });
  }

  /** Files that mention or select something nobody has seen: what is said of them may change with any other file. */
  filesWithLooseEnds(): ReadonlySet<FileId> {
    const files = new Set<FileId>();
    for (const { file, facts } of this.index.all())
      if (!files.has(file) && facts.references.some((reference) => this.#isLoose(reference))) files.add(file);
    return files;
  }

  #isLoose({ to, name, selector, row }: Reference): boolean {
    if (to === undefined || row.by === "makes") return false;
    if (name !== "") return this.index.named(to, name).length === 0;
    return selector !== undefined && this.index.podsMatching(selector).length === 0;
  }

  #rootOf(file: FileId): string {
    const holding = this.#folders.filter((folder) => file.startsWith(`${folder}/`));
    return (
      holding.reduce((longest, folder) => (folder.length > longest.length ? folder : longest), "") || folderOf(file)
    );
  }

  #configurationAbove(file: FileId): ReadConfiguration | undefined {
    for (let folder = folderOf(file); folder.includes("/"); folder = folderOf(folder)) {
      const found = this.#configurations.get(folder);
      if (found) return found;
    }
    return undefined;
  }

  #forgetCatalogs(): void {
    this.#catalogs.clear();
    this.#ownRevision++;
  }

  #read(file: FileId, text: string): TextFile {
    const { role, dialect } = this.#classify(file, text);
    const stream = YStream.of(text, dialect);
    this.#counters.documentsRead += stream.docs.length;
    return { file, stream, role, dialect };
  }

  /** Long files are not classified on every key: only where a `{` came, or in a template, can an edit change it. */
  #again(before: TextFile, stream: YStream, changes: readonly Change[]): TextFile {
    const mayChange =
      before.dialect === "template" ||
      stream.docs.length < FEW_DOCUMENTS ||
      changes.some(({ range, text }) => !range || text.includes("{"));
    if (!mayChange) return { ...before, stream };
    const { role, dialect } = this.#classify(before.file, stream.text);
    return {
      file: before.file,
      stream: dialect === before.dialect ? stream : YStream.of(stream.text, dialect),
      role,
      dialect,
    };
  }

  #classify(file: FileId, text: string): Classification {
    return classifyFile(
      { uri: file, text },
      { hasChart: (folder) => this.#charts.has(folder), isPatch: (uri) => this.#isPatch(uri) },
    );
  }

  #isPatch(uri: string): boolean {
    for (const patches of this.#patches.values()) if (patches.includes(uri)) return true;
    return false;
  }

  /** Takes from a file what others may ask about. */
  #learn({ file, stream, role }: TextFile): void {
    this.index.put(
      file,
      stream.docs.map((doc) => ({ facts: factsOf(doc) })),
    );
    this.announce([file]);
    this.#learnCustomKinds(file, stream);
    const doc = stream.docs[0];
    if (role === "kustomization" && doc) this.#patches.set(file, patchesOf(doc, file));
    if (role === "configuration" && doc) this.#learnConfiguration(file, doc);
  }

  #learnConfiguration(file: FileId, doc: YDocument): void {
    if (this.#configurations.get(folderOf(file))?.doc === doc) return;
    this.#configurations.set(folderOf(file), { file, doc, configuration: readConfiguration(doc.root) });
    this.#ownRevision++;
  }

  /** The schemas of all folders change with a CRD; most edits touch none, and then nothing is made again. */
  #learnCustomKinds(file: FileId, stream: YStream): void {
    const kinds = stream.docs.flatMap(customKindsOf);
    const before = this.#crds.get(file) ?? [];
    if (kinds.length === before.length && kinds.every((kind, index) => kind === before[index])) return;
    if (kinds.length === 0) this.#crds.delete(file);
    else this.#crds.set(file, kinds);
    this.#forgetCatalogs();
  }
}

interface ReadConfiguration {
  readonly file: FileId;
  readonly doc: YDocument;
  readonly configuration: Configuration;
}

const FEW_DOCUMENTS = 50;

/** How many documents an edit made: all but the equal ones at the start and at the end. */
function newDocuments(before: readonly YDocument[], after: readonly YDocument[]): number {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return after.length - start - end;
}

const kindsOfDocument = new WeakMap<YDocument, readonly CustomKind[]>();

function customKindsOf(doc: YDocument): readonly CustomKind[] {
  let kinds = kindsOfDocument.get(doc);
  if (!kinds) {
    kinds = resourcesOf(doc).flatMap(({ gvk, root }) =>
      gvk.kind === "CustomResourceDefinition" ? customKinds(root) : [],
    );
    kindsOfDocument.set(doc, kinds);
  }
  return kinds;
}

function ownSchema(held: TextFile, catalog: Catalog): SchemaCursor | undefined {
  return held.role === "configuration" ? catalog.cursor(CONFIGURATION_SCHEMA, "configuration") : undefined;
}
