import type { Diagnostic } from "vscode-languageserver";
import type { LanguageChoice } from "../base/localized.ts";
import type { Home } from "../disk/home.ts";
import { type DiagnoseSettings, diagnose } from "../features/diagnose.ts";
import type { ServerSettings } from "../protocol/messages.ts";
import type { FileId } from "../workspace/file.ts";
import { type Change, type TextFile, Workspace } from "../workspace/workspace.ts";
import { toDiagnostic } from "./findings.ts";
import type { Pending } from "./pending.ts";
import { type Outlet, Publisher } from "./publish.ts";
import { type Files, scan } from "./scan.ts";
import { languagesOf } from "./settings.ts";
import { inSlices } from "./slices.ts";

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

/** Files that others may have changed the meaning of are looked at again after this pause, not on every key. */
const DEPENDENTS_AFTER_MS = 200;

/** One editor's conversation: its open files, settings and what it has been told. */
export class Session {
  readonly workspace: Workspace;
  readonly #around: Surroundings;
  readonly #publisher: Publisher;
  readonly #versions = new Map<FileId, number>();
  readonly #due = new Set<FileId>();
  #settings: ServerSettings;
  #folders: readonly string[] = [];
  #flush: NodeJS.Immediate | undefined;
  #later: NodeJS.Timeout | undefined;
  #revision = 0;
  #scanning = 0;

  constructor(around: Surroundings, settings: ServerSettings) {
    this.#around = around;
    this.#publisher = new Publisher(around);
    this.#settings = settings;
    this.workspace = new Workspace(around.home.store());
    this.workspace.configure(settings);
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
    this.#check(file);
  }

  edit(file: FileId, version: number, changes: readonly Change[]): void {
    this.#versions.set(file, version);
    this.workspace.edit(file, changes);
    this.#check(file);
  }

  async close(file: FileId): Promise<void> {
    this.#versions.delete(file);
    await this.#work(async () => {
      this.workspace.close(file, await this.#around.files.read(file));
      this.#check(file);
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
        this.#check(file);
      }
    });
  }

  configure(settings: ServerSettings): void {
    this.#settings = settings;
    this.workspace.configure(settings);
    this.#checkLater(0);
    this.#around.statusChanged();
  }

  /** Reads the folders in the background; a second call leaves the first. */
  async readFolders(folders: readonly string[]): Promise<void> {
    this.#folders = folders;
    this.workspace.setFolders(folders);
    const turn = ++this.#scanning;
    const isStale = (): boolean => turn !== this.#scanning;
    await this.#work(async () => {
      const finished = await scan(this.workspace, folders, this.#around.files, {
        file: (held) => this.#publish(held),
        progress: (done, of) => this.#around.progress(done, of),
        isStale,
      });
      if (!finished) return;
      this.#checkLater(0);
      this.#around.statusChanged();
    });
  }

  stop(): void {
    this.#scanning++;
    clearTimeout(this.#later);
    if (this.#flush) clearImmediate(this.#flush);
  }

  diagnoseSettings(): DiagnoseSettings {
    return {
      severities: this.#settings.rules,
      onFailure: (rule, error) => this.#around.log(`${rule}: ${error instanceof Error ? error.stack : String(error)}`),
    };
  }

  /** The file itself at the end of this turn, so that a burst of messages is one check; those that depend on it later. */
  #check(file: FileId): void {
    this.#due.add(file);
    if (this.#flush) return;
    this.#around.pending.begin();
    this.#flush = setImmediate(() => {
      this.#flush = undefined;
      const due = [...this.#due];
      this.#due.clear();
      for (const each of due) this.#publishFile(each);
      if (this.workspace.revision !== this.#revision) this.#checkLater(DEPENDENTS_AFTER_MS);
      this.#around.pending.end();
    });
  }

  #checkLater(after: number): void {
    if (this.#later === undefined) this.#around.pending.begin();
    clearTimeout(this.#later);
    this.#later = setTimeout(() => {
      this.#later = undefined;
      void this.#checkOthers().finally(() => this.#around.pending.end());
    }, after);
  }

  /** Open files, then closed ones whose findings may have come or gone with what changed. */
  async #checkOthers(): Promise<void> {
    this.#revision = this.workspace.revision;
    const revision = this.#revision;
    const closed = new Set([...this.#publisher.shown(), ...this.workspace.filesWithLooseEnds()]);
    const publish = function* (this: Session): Generator<void> {
      for (const held of [...this.workspace.openFiles()]) {
        closed.delete(held.file);
        this.#publish(held);
        yield;
      }
    };
    await inSlices(publish.call(this), () => this.workspace.revision !== revision);
    for (const file of closed) {
      if (this.workspace.revision !== revision) return;
      const held = await this.held(file);
      if (held) this.#publish(held);
      else this.#publisher.publish(file, undefined, []);
    }
  }

  #publishFile(file: FileId): void {
    const open = this.workspace.openFile(file);
    if (open) this.#publish(open);
    else
      void this.held(file).then((held) => (held ? this.#publish(held) : this.#publisher.publish(file, undefined, [])));
  }

  #publish(held: TextFile, extent: "edited" | "all" = "all"): void {
    const { languages } = this;
    const located = diagnose(this.workspace, held, this.diagnoseSettings(), extent);
    const diagnostics = located.map((each): Diagnostic => toDiagnostic(held, each, languages));
    this.#publisher.publish(held.file, this.#versions.get(held.file), diagnostics);
  }

  async #work(run: () => Promise<void>): Promise<void> {
    this.#around.pending.begin();
    try {
      await run();
    } catch (error) {
      this.#around.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    } finally {
      this.#around.pending.end();
    }
  }
}
