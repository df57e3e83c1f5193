import type { LanguageChoice } from "../base/localized.ts";
import type { Home } from "../disk/home.ts";
import type { ServerSettings } from "../protocol/messages.ts";
import type { FileId } from "../workspace/file.ts";
import { type Change, type TextFile, Workspace } from "../workspace/workspace.ts";
import { Checks } from "./checks.ts";
import type { Pending } from "./pending.ts";
import { type Outlet, Publisher } from "./publish.ts";
import { type Files, scan } from "./scan.ts";
import { languagesOf } from "./settings.ts";

/** What the session needs of the outside, so that tests can give it an in-memory one. */
export interface Surroundings extends Outlet {
  readonly home: Home;
  readonly files: Files;
  readonly pending: Pending;
  readonly locale: string | undefined;
  log(line: string): void;
  progress(done: number, of: number): void;
  statusChanged(): void;
}

/** One editor's conversation: its folders, open files and settings. */
export class Session {
  readonly workspace: Workspace;
  readonly checks: Checks;
  readonly #around: Surroundings;
  readonly #versions = new Map<FileId, number>();
  #settings: ServerSettings;
  #folders: readonly string[] = [];
  #scanning = 0;

  constructor(around: Surroundings, settings: ServerSettings) {
    this.#around = around;
    this.#settings = settings;
    this.workspace = new Workspace(around.home.store());
    this.workspace.configure(settings);
    const onFailure = (rule: string, error: unknown): void => this.#log(`${rule}: `, error);
    this.checks = new Checks({
      workspace: this.workspace,
      publisher: new Publisher(around),
      pending: around.pending,
      languages: () => this.languages,
      settings: () => ({ profile: this.#settings.profile, severities: this.#settings.rules, onFailure }),
      versionOf: (file) => this.#versions.get(file),
      held: (file) => this.held(file),
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

  open(file: FileId, version: number, text: string): void {
    this.#versions.set(file, version);
    this.workspace.open(file, text);
    this.checks.soon(file);
  }

  edit(file: FileId, version: number, changes: readonly Change[]): void {
    this.#versions.set(file, version);
    this.workspace.edit(file, changes);
    this.checks.soon(file);
  }

  async close(file: FileId): Promise<void> {
    this.#versions.delete(file);
    await this.#work(async () => {
      this.workspace.close(file, await this.#around.files.read(file));
      this.checks.soon(file);
    });
  }

  /** Something outside the editor wrote or removed files. */
  async changedOnDisk(files: readonly FileId[]): Promise<void> {
    await this.#work(async () => {
      for (const file of files) {
        if (this.workspace.openFile(file)) continue;
        const text = await this.#around.files.read(file);
        if (text === undefined) this.workspace.remove(file);
        else this.workspace.load(file, text);
        this.checks.soon(file);
      }
    });
  }

  /** Settings decide what is true of every file, open or not. */
  async configure(settings: ServerSettings): Promise<void> {
    this.#settings = settings;
    this.workspace.configure(settings);
    await this.readFolders(this.#folders);
  }

  /** Reads the folders in the background; a second call leaves the first. */
  async readFolders(folders: readonly string[]): Promise<void> {
    this.#folders = folders;
    this.workspace.setFolders(folders);
    const turn = ++this.#scanning;
    await this.#work(async () => {
      const finished = await scan(this.workspace, folders, this.#around.files, {
        file: (held) => this.checks.firstLook(held),
        progress: (done, of) => this.#around.progress(done, of),
        isStale: () => turn !== this.#scanning,
      });
      if (!finished) return;
      this.checks.allLater(0);
      this.#around.statusChanged();
    });
  }

  stop(): void {
    this.#scanning++;
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
