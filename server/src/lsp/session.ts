import type { LanguageChoice } from "../base/localized.ts";
import type { Home } from "../disk/home.ts";
import { typedAt } from "../features/typing.ts";
import type { ServerSettings } from "../protocol/messages.ts";
import { CONFIGURATION_FILE } from "../workspace/configuration.ts";
import { baseName, type FileId } from "../workspace/file.ts";
import type { SchemaLanguage } from "../workspace/named-schemas.ts";
import { type Change, type TextFile, Workspace } from "../workspace/workspace.ts";
import { Checks } from "./checks.ts";
import type { Pending } from "./pending.ts";
import { type Outlet, Publisher } from "./publish.ts";
import { type Files, scan } from "./scan.ts";
import { SchemaFeed } from "./schema-feed.ts";
import { languagesOf } from "./settings.ts";

/** What the session needs of the outside, so that tests can give it an in-memory one. */
export interface Surroundings extends Outlet {
  readonly home: Home;
  readonly files: Files;
  readonly pending: Pending;
  readonly locale: string | undefined;
  /** Languages in which another extension reads the JSON Schemas that documents name. */
  readonly schemaReaders: readonly SchemaLanguage[];
  log(line: string): void;
  progress(done: number, of: number): void;
  /** The folders have been read; their closed files are checked next. */
  indexed(): void;
  statusChanged(): void;
  /** A file was opened, edited, closed or written; undefined when that may be so of any. */
  fileChanged(file: FileId | undefined): void;
}

/** While somebody types in a configuration file, the folders are left alone for so long. */
const REREAD_AFTER_MS = 400;

/** One editor's conversation: its folders, open files and settings. */
export class Session {
  readonly workspace: Workspace;
  readonly checks: Checks;
  readonly #around: Surroundings;
  readonly #schemas: SchemaFeed;
  readonly #versions = new Map<FileId, number>();
  #settings: ServerSettings;
  #folders: readonly string[] = [];
  #scanning = 0;
  #rereading: NodeJS.Timeout | undefined;

  constructor(around: Surroundings, settings: ServerSettings) {
    this.#around = around;
    this.#settings = settings;
    this.workspace = new Workspace(around.home.store());
    this.workspace.configure(settings);
    this.workspace.namedSchemas.leaveToOthers(around.schemaReaders);
    this.#schemas = new SchemaFeed({
      schemas: this.workspace.namedSchemas,
      pending: around.pending,
      read: (file) => this.workspace.openFile(file)?.stream.text ?? around.files.read(file),
      recheck: (file) => this.checks.soon(file),
      onFailure: (error) => this.#log("", error),
    });
    const onFailure = (rule: string, error: unknown): void => this.#log(`${rule}: `, error);
    this.checks = new Checks({
      workspace: this.workspace,
      publisher: new Publisher(around),
      pending: around.pending,
      languages: () => this.languages,
      settings: () => ({ profile: this.#settings.profile, severities: this.#settings.rules, onFailure }),
      versionOf: (file) => this.#versions.get(file),
      held: (file) => this.held(file),
      checked: () => this.#schemas.readWanted(),
    });
  }

  get languages(): LanguageChoice {
    return languagesOf(this.#settings, this.#around.locale);
  }

  get settings(): ServerSettings {
    return this.#settings;
  }

  get folders(): readonly string[] {
    return this.#folders;
  }

  /** A file as text, whether somebody has it open or not. */
  async held(file: FileId): Promise<TextFile | undefined> {
    const open = this.workspace.openFile(file);
    if (open) return open;
    const text = await this.#around.files.read(file);
    return text === undefined ? undefined : this.workspace.load(file, text);
  }

  /** The files of the folders that may hold manifests, and whatever else is open, each as text. */
  async *everyFile(): AsyncGenerator<TextFile> {
    const files = new Set([...this.workspace.openFiles()].map(({ file }) => file));
    for (const folder of this.#folders) for (const file of await this.#around.files.list(folder)) files.add(file);
    for (const file of files) {
      const held = await this.held(file);
      if (held) yield held;
      // Keystrokes go before.
      await new Promise<void>((resume) => setImmediate(resume));
    }
  }

  open(file: FileId, version: number, text: string): void {
    this.#versions.set(file, version);
    this.#minding(file, () => this.workspace.open(file, text));
    this.checks.soon(file);
  }

  edit(file: FileId, version: number, changes: readonly Change[]): void {
    this.#versions.set(file, version);
    const before = this.workspace.openFile(file)?.stream;
    this.#minding(file, () => this.workspace.edit(file, changes));
    const after = this.workspace.openFile(file)?.stream;
    this.checks.edited(file, before && after && typedAt(before, after, changes));
  }

  saved(file: FileId): void {
    this.checks.settled(file);
  }

  async close(file: FileId): Promise<void> {
    this.#versions.delete(file);
    this.checks.settled(file);
    await this.#work(async () => {
      const text = await this.#around.files.read(file);
      this.#minding(file, () => this.workspace.close(file, text));
      this.checks.soon(file);
    });
  }

  /** Something outside the editor wrote or removed files. */
  async changedOnDisk(files: readonly FileId[]): Promise<void> {
    await this.#work(async () => {
      for (const file of files) {
        if (this.workspace.openFile(file)) continue;
        const text = await this.#around.files.read(file);
        this.#minding(file, () => (text === undefined ? this.workspace.remove(file) : this.workspace.load(file, text)));
        this.checks.soon(file);
      }
    });
  }

  /** Settings decide what is true of every file, open or not. */
  async configure(settings: ServerSettings): Promise<void> {
    this.#settings = settings;
    this.workspace.configure(settings);
    this.#schemas.settingsChanged();
    await this.readFolders(this.#folders);
  }

  /** Reads the folders in the background; a second call leaves the first. */
  async readFolders(folders: readonly string[]): Promise<void> {
    this.#folders = folders;
    this.workspace.setFolders(folders);
    this.checks.startOver();
    const turn = ++this.#scanning;
    await this.#work(async () => {
      const finished = await scan(this.workspace, folders, this.#around.files, {
        file: (held) => this.checks.wasRead(held),
        progress: (done, of) => this.#around.progress(done, of),
        isStale: () => turn !== this.#scanning,
      });
      if (!finished) return;
      this.#around.indexed();
      this.checks.allLater(0);
      this.#around.fileChanged(undefined);
      this.#around.statusChanged();
    });
  }

  /** Does something to a file. Where that changes what is asked of others, they are read again when all is quiet. */
  #minding(file: FileId, act: () => void): void {
    if (baseName(file) !== CONFIGURATION_FILE) {
      act();
      this.#schemas.changed(file);
      return this.#around.fileChanged(file);
    }
    const before = this.#asked(file);
    act();
    if (this.#asked(file) === before) return;
    if (this.#rereading === undefined) this.#around.pending.begin();
    clearTimeout(this.#rereading);
    this.#rereading = setTimeout(() => {
      this.#rereading = undefined;
      void this.readFolders(this.#folders).finally(() => this.#around.pending.end());
    }, REREAD_AFTER_MS);
  }

  /** What a configuration file says that findings in closed files depend on. */
  #asked(file: FileId): string {
    const { profile, rules, kubernetesVersion } = this.workspace.configurationOf(file);
    return JSON.stringify([profile, rules, kubernetesVersion]);
  }

  stop(): void {
    this.#scanning++;
    clearTimeout(this.#rereading);
    this.#schemas.stop();
    this.checks.stop();
  }

  async #work(run: () => Promise<void>): Promise<void> {
    this.#around.pending.begin();
    try {
      await run();
    } catch (error) {
      this.#log("", error);
    } finally {
      this.#around.pending.end();
    }
  }

  #log(before: string, error: unknown): void {
    this.#around.log(before + (error instanceof Error ? (error.stack ?? error.message) : String(error)));
  }
}
