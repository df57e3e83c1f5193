import type { Range } from "../base/lines.ts";
import { mapChanged, sharedEnds } from "../base/sharing.ts";
import { factsAfter } from "../model/facts.ts";
import { Catalog } from "../schema/catalog.ts";
import type { SchemaCursor } from "../schema/cursor.ts";
import type { SchemaStore } from "../schema/store.ts";
import { YDocument } from "../yaml/document.ts";
import { nearLine } from "../yaml/near-line.ts";
import { YStream } from "../yaml/stream.ts";
import type { Classification } from "./classify.ts";
import { CONFIGURATION_SCHEMA, type Configuration } from "./configuration.ts";
import { type ConfigurationFile, Configurations } from "./configurations.ts";
import { type DocumentContext, documentContext, type FileRole } from "./context.ts";
import { CustomKinds } from "./custom-kinds.ts";
import { type FileId, folderOf } from "./file.ts";
import { FileRoles } from "./file-roles.ts";
import { ResourceIndex } from "./index.ts";
import { viewOf } from "./index-view.ts";
import { askersOf, hasLooseEnd } from "./loose-ends.ts";
import { isSameUse, NamedSchemas, type SchemaSetting } from "./named-schemas.ts";
import type { Entry, WorkspaceView } from "./view.ts";

/** Settings that change what is true of a manifest. The language is not one of them. */
export interface WorkspaceSettings {
  /** "1.34"; empty for the newest release that ships. */
  readonly kubernetesVersion: string;
  /** The same for files whose configuration names another release as well. */
  readonly forcedVersion?: string;
  /** Namespace of objects that name none. */
  readonly namespace: string;
  readonly schemas?: SchemaSetting;
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
  readonly #index = new ResourceIndex();
  readonly #store: SchemaStore;
  /** JSON Schemas that people name; whoever reads files puts them in. */
  readonly namedSchemas = new NamedSchemas();
  readonly #open = new Map<FileId, TextFile>();
  /** Edited files with long documents: they are read when somebody asks what they hold, not while a key goes down. */
  readonly #unlearned = new Map<FileId, TextFile>();
  readonly #roles = new FileRoles();
  readonly #configurations = new Configurations();
  readonly #customKinds = new CustomKinds();
  readonly #catalogs = new Map<string, Catalog>();
  readonly #contexts = new WeakMap<YDocument, DocumentContext>();
  readonly #fileContexts = new Map<FileId, FileContexts>();
  #settings: WorkspaceSettings = { kubernetesVersion: "", namespace: "default" };
  #folders: readonly string[] = [];
  #ownRevision = 0;
  #kindsRevision = 0;
  readonly #counters = { documentsRead: 0, documentsChecked: 0 };

  constructor(store: SchemaStore) {
    this.#store = store;
  }

  get index(): ResourceIndex {
    this.#catchUp();
    return this.#index;
  }

  /** Releases whose schemas ship, oldest first. */
  get versions(): readonly string[] {
    return this.#store.versions;
  }

  /** Moves when something changes that findings in other files may depend on. */
  get revision(): number {
    // What the index learns may move our own revision.
    const { revision } = this.index;
    return revision + this.#ownRevision;
  }

  /** The part of it that concerns every file: settings, folders, configuration, schemas, scopes. */
  get ownRevision(): number {
    const { scopes } = this.index;
    return scopes.revision + this.#ownRevision;
  }

  /** Moves when the schemas of kinds may have changed. */
  get kindsRevision(): number {
    return this.#kindsRevision;
  }

  /** What has been done so far: an edit costs one document, and tests insist on it. */
  get counters(): { readonly documentsRead: number; readonly documentsChecked: number } {
    return this.#counters;
  }

  configure(settings: WorkspaceSettings): void {
    this.#settings = settings;
    this.namedSchemas.configure(settings.schemas ?? {});
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
    if (after.role === "manifest" && after.stream.docs.some(isLong)) this.#unlearned.set(file, after);
    else this.#learn(after);
    return after;
  }

  /** The editor let go of a file; `text` is what the disk holds now, undefined when it holds nothing. */
  close(file: FileId, text: string | undefined): void {
    this.#open.delete(file);
    this.#unlearned.delete(file);
    this.#fileContexts.delete(file);
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
    this.#unlearned.delete(file);
    this.#index.remove(file);
    this.#roles.remove(file);
    if (this.#configurations.remove(file)) this.#ownRevision++;
    if (this.#customKinds.remove(file)) this.#forgetCatalogs();
  }

  /** Known before any file is read, so that the first template of a chart is read as one. */
  announce(files: Iterable<FileId>): void {
    this.#roles.announce(files);
  }

  openFile(file: FileId): TextFile | undefined {
    return this.#open.get(file);
  }

  openFiles(): Iterable<TextFile> {
    return this.#open.values();
  }

  /** What is known outside the workspace for a file: the nearest configuration file above it. */
  configurationOf(file: FileId): Configuration {
    return this.#configurations.of(file);
  }

  /** The file that holds it, or would. */
  configurationFileOf(file: FileId): ConfigurationFile {
    return this.#configurations.fileOf(file, this.#rootOf(file));
  }

  versionOf(file: FileId): string {
    const { forcedVersion, kubernetesVersion } = this.#settings;
    return forcedVersion ?? this.configurationOf(file).kubernetesVersion ?? kubernetesVersion;
  }

  catalogOf(file: FileId): Catalog {
    const version = this.versionOf(file);
    let catalog = this.#catalogs.get(version);
    if (!catalog) {
      const release = this.#store.forVersion(version);
      const custom = this.#customKinds.all();
      catalog = custom.length === 0 ? Catalog.plain(release) : new Catalog(release, custom);
      this.#catalogs.set(version, catalog);
    }
    return catalog;
  }

  /** The contexts of all documents of a file. What an edit left alone is taken over from before it. */
  contextsOf(held: TextFile): readonly DocumentContext[] {
    const catalog = this.catalogOf(held.file);
    const role = this.#roleOf(held);
    const { docs } = held.stream;
    const before = this.#fileContexts.get(held.file);
    const make = (doc: YDocument): DocumentContext => this.#contextIn(held, doc, role, catalog);
    const { revision } = this.namedSchemas;
    const same = before?.catalog === catalog && before.role === role && before.named === revision;
    const contexts = same ? mapChanged(before.docs, before.contexts, docs, make) : docs.map(make);
    if (this.#open.has(held.file))
      this.#fileContexts.set(held.file, { catalog, role, named: revision, docs, contexts });
    return contexts;
  }

  /** The schema of a file that holds no Kubernetes objects, such as our configuration; undefined for all others. */
  schemaOf(held: TextFile): SchemaCursor | undefined {
    return ownSchema(held, this.catalogOf(held.file));
  }

  /** Whether a setting names a JSON Schema for the file. */
  hasNamedSchema(file: FileId): boolean {
    return this.namedSchemas.isFor(file, this.#rootOf(file));
  }

  /** The context of one document of a file. */
  contextOf(held: TextFile, doc: YDocument): DocumentContext {
    const role = this.#roleOf(held);
    return this.#contextIn(held, doc, role, this.catalogOf(held.file));
  }

  /**
   * The same for an answer about one place: of a long document that has not been read since it was edited, only what is
   * near the offset or around it. Offsets there count from `base`.
   */
  contextNear(
    held: TextFile,
    doc: YDocument,
    offset: number,
  ): { readonly context: DocumentContext; readonly base: number } {
    if (!isLong(doc) || doc.text.startsWith("{")) return { context: this.contextOf(held, doc), base: 0 };
    const start = doc.text.lastIndexOf("\n", offset - 1) + 1;
    const end = doc.text.indexOf("\n", offset);
    const { text, base } = nearLine(doc.text, start, end < 0 ? doc.text.length : end + 1);
    const catalog = this.catalogOf(held.file);
    const near = new YDocument(text, doc.dialect);
    return { context: documentContext(near, held.role, catalog, ownSchema(held, catalog)), base };
  }

  #contextIn(held: TextFile, doc: YDocument, role: FileRole, catalog: Catalog): DocumentContext {
    const known = this.#contexts.get(doc);
    const named = this.namedSchemas.useIn(held.file, doc, role, () => this.#rootOf(held.file));
    if (known?.role === role && speaksTheSame(known, catalog) && isSameUse(known.named, named)) return known;
    const context = documentContext(doc, role, catalog, ownSchema(held, catalog), named);
    this.#contexts.set(doc, context);
    this.#counters.documentsChecked++;
    return context;
  }

  /** The workspace as this file sees it. */
  viewOf(file: FileId): WorkspaceView {
    return viewOf(this.index, file, {
      root: this.#rootOf(file),
      catalog: this.catalogOf(file),
      configuration: this.configurationOf(file),
      defaultNamespace: this.#settings.namespace,
      declarations: this.configurationFileOf(file),
    });
  }

  /** Objects to which what changed since this was last asked may mean something. */
  takeAskers(): readonly Entry[] {
    const configured = this.#configurations.count > 0;
    return askersOf(this.index, this.index.takeChanges(), (facts) =>
      configured ? facts.references.length > 0 : hasLooseEnd(this.index, facts),
    );
  }

  /** Files with objects of kinds that some CustomResourceDefinition of the workspace defines. */
  filesOfCustomKinds(): ReadonlySet<FileId> {
    const groups = new Set(this.#customKinds.all().map(({ group }) => group));
    const files = new Set<FileId>();
    for (const { file, facts } of this.index.all()) if (groups.has(facts.gvk.group)) files.add(file);
    return files;
  }

  #rootOf(file: FileId): string {
    const holding = this.#folders.filter((folder) => file.startsWith(`${folder}/`));
    return (
      holding.reduce((longest, folder) => (folder.length > longest.length ? folder : longest), "") || folderOf(file)
    );
  }

  #forgetCatalogs(): void {
    this.#catalogs.clear();
    this.#ownRevision++;
    this.#kindsRevision++;
  }

  #read(file: FileId, text: string): TextFile {
    const { role, dialect } = this.#roles.classify(file, text);
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
    const { role, dialect } = this.#roles.classify(before.file, stream.text);
    return {
      file: before.file,
      stream: dialect === before.dialect ? stream : YStream.of(stream.text, dialect),
      role,
      dialect,
    };
  }

  #roleOf({ file, role }: TextFile): FileRole {
    return this.#roles.isPatch(file) ? "patch" : role;
  }

  #catchUp(): void {
    if (this.#unlearned.size === 0) return;
    const files = [...this.#unlearned.values()];
    this.#unlearned.clear();
    for (const held of files) this.#learn(held);
  }

  /** Takes from a file what others may ask about. */
  #learn({ file, stream, role }: TextFile): void {
    const before = this.#index.factsIn(file);
    const isLike = before.length === stream.docs.length;
    this.#index.put(
      file,
      stream.docs.map((doc, i) => ({ facts: factsAfter(doc, isLike ? before[i] : undefined) })),
    );
    this.announce([file]);
    if (this.#customKinds.put(file, stream.docs)) this.#forgetCatalogs();
    const doc = stream.docs[0];
    if (role === "kustomization" && doc) this.#roles.putKustomization(file, doc);
    if (role === "configuration" && doc && this.#configurations.put(file, doc)) this.#ownRevision++;
  }
}

const FEW_DOCUMENTS = 50;

/** Reading it takes longer than an answer may, and nothing needs it before the answer. */
const isLong = (doc: YDocument): boolean => doc.text.length > 60_000 && !doc.isRead;

interface FileContexts {
  readonly catalog: Catalog;
  readonly role: FileRole;
  /** Revision of the named schemas. */
  readonly named: number;
  readonly docs: readonly YDocument[];
  readonly contexts: readonly DocumentContext[];
}

/** How many documents an edit made. */
function newDocuments(before: readonly YDocument[], after: readonly YDocument[]): number {
  const { start, end } = sharedEnds(before, after);
  return after.length - start - end;
}

/** A new catalogue changes nothing for a document whose kinds all have the schema that they had. */
const speaksTheSame = (context: DocumentContext, catalog: Catalog): boolean =>
  context.catalog === catalog ||
  (context.catalog.release === catalog.release &&
    context.subjects.length > 0 &&
    context.subjects.every(({ cursor, resource }) => cursor && resource && catalog.root(resource.gvk) === cursor));

function ownSchema(held: TextFile, catalog: Catalog): SchemaCursor | undefined {
  return held.role === "configuration" ? catalog.cursor(CONFIGURATION_SCHEMA, "configuration") : undefined;
}
