import type { Diagnostic } from "vscode-languageserver";
import type { LanguageChoice } from "../base/localized.ts";
import { Diagnoser, type DiagnoseSettings, type Extent, type Located } from "../features/diagnose.ts";
import type { OnFailure } from "../features/lint.ts";
import { isShared } from "../features/lint-workspace.ts";
import type { RuleSet } from "../features/rule-set.ts";
import { withoutAwaited } from "../features/typing.ts";
import type { FileId } from "../workspace/file.ts";
import type { TextFile, Workspace } from "../workspace/workspace.ts";
import { toDiagnostic } from "./findings.ts";
import type { Pending } from "./pending.ts";
import type { Publisher } from "./publish.ts";
import { inSlices, slices, turns } from "./slices.ts";

/** What checking needs to know of its session. */
export interface Checking {
  readonly workspace: Workspace;
  readonly publisher: Publisher;
  readonly pending: Pending;
  languages(): LanguageChoice;
  settings(): DiagnoseSettings;
  /** The editor's version of an open file. */
  versionOf(file: FileId): number | undefined;
  /** A file as text, open or not. */
  held(file: FileId): Promise<TextFile | undefined>;
  /** A file was looked at, and may have named schemas that nobody has read. */
  checked(): void;
}

/** Files that others may have changed the meaning of are looked at again after this pause, not on every key. */
const DEPENDENTS_AFTER_MS = 200;

/** An editor asks for completions along with the edit that they are about: that answer is waited for, checks are not. */
const REQUESTS_FIRST_MS = 2;

/** Files of common workspaces are kept from their reading to their check; of larger ones the rest are read again. */
const KEPT_FILES = 1_000;

/** Turns of the event loop in which the protocol library gets an answer out of the door. */
const TURNS_OF_AN_ANSWER = 5;

/** Decides which files are looked at when, and tells the editor what was found. */
export class Checks {
  readonly #around: Checking;
  readonly #diagnoser: Diagnoser;
  readonly #due = new Set<FileId>();
  /** Closed files that are to be looked at, some of them as they were read. */
  readonly #unchecked = new Map<FileId, TextFile | undefined>();
  /** Closed files that show something which other files decide. */
  readonly #shared = new Set<FileId>();
  #flush: NodeJS.Timeout | undefined;
  #later: NodeJS.Timeout | undefined;
  #typing: { readonly file: FileId; readonly caret: number } | undefined;
  /** State of the workspace that every file has been looked at in. */
  #revision = 0;
  #kindsRevision = 0;
  #ownRevision = -1;

  constructor(around: Checking) {
    this.#around = around;
    this.#diagnoser = new Diagnoser(around.workspace);
  }

  /** The rules that a file is checked by. */
  rulesFor(file: FileId): RuleSet {
    return this.#diagnoser.rulesFor(file, this.#around.settings());
  }

  get onFailure(): OnFailure {
    return this.#around.settings().onFailure;
  }

  diagnose(held: TextFile, extent: Extent): readonly Located[] {
    return this.#diagnoser.diagnose(held, this.#around.settings(), extent);
  }

  /** The file at the end of this turn, so that a burst of messages is one check; those that depend on it later. */
  soon(file: FileId): void {
    this.#due.add(file);
    if (this.#flush) return;
    this.#around.pending.begin();
    this.#flush = setTimeout(async () => {
      await turns(TURNS_OF_AN_ANSWER);
      this.#flush = undefined;
      void this.#checkDue().finally(() => this.#around.pending.end());
    }, REQUESTS_FIRST_MS);
  }

  /** The same after an edit. While somebody types there, what they may be about to write is not missed. */
  edited(file: FileId, caret: number | undefined): void {
    if (this.#typing && this.#typing.file !== file) this.soon(this.#typing.file);
    this.#typing = caret === undefined ? undefined : { file, caret };
    this.soon(file);
  }

  /** The file is as its author wants it, for now. */
  settled(file: FileId): void {
    if (this.#typing?.file !== file) return;
    this.#typing = undefined;
    this.soon(file);
  }

  /** Everything that is open, and whatever of the closed files other files decide. */
  allLater(after: number): void {
    if (this.#later === undefined) this.#around.pending.begin();
    clearTimeout(this.#later);
    this.#later = setTimeout(() => {
      this.#later = undefined;
      void this.#checkOthers().finally(() => this.#around.pending.end());
    }, after);
  }

  /** The folders are read anew: what was to be looked at is read again, or is theirs no more. */
  startOver(): void {
    this.#unchecked.clear();
  }

  /** A closed file that was read: it is looked at when all have been, for then it is known what there is to refer to. */
  wasRead(held: TextFile): void {
    this.#unchecked.set(held.file, this.#unchecked.size < KEPT_FILES ? held : undefined);
  }

  stop(): void {
    clearTimeout(this.#later);
    clearTimeout(this.#flush);
  }

  async #checkDue(): Promise<void> {
    const due = [...this.#due];
    this.#due.clear();
    for (const file of due) {
      const open = this.#around.workspace.openFile(file);
      if (open) this.#publish(open, "edited");
      else await this.#checkClosed(file, undefined);
    }
    if (this.#around.workspace.revision !== this.#revision) this.allLater(DEPENDENTS_AFTER_MS);
  }

  async #checkOthers(): Promise<void> {
    const { workspace } = this.#around;
    const { revision } = workspace;
    const isStale = (): boolean => workspace.revision !== revision;
    const askers = workspace.takeAskers();
    const extent: Extent =
      workspace.ownRevision === this.#ownRevision ? new Set(askers.map(({ facts }) => facts)) : "all";
    this.#ownRevision = workspace.ownRevision;
    this.#revision = revision;
    for (const file of [...this.#shared, ...askers.map(({ file }) => file), ...this.#filesOfChangedKinds()])
      this.#unchecked.set(file, this.#unchecked.get(file));
    const open = function* (this: Checks): Generator<void> {
      for (const held of [...workspace.openFiles()]) {
        this.#publish(held, extent);
        yield;
      }
    };
    await inSlices(open.call(this), isStale);
    const breathe = slices();
    for (const [file, kept] of this.#unchecked) {
      await breathe();
      if (isStale()) return;
      await this.#checkClosed(file, kept);
    }
  }

  /** Where definitions of custom kinds changed, what is said of their objects may have changed. */
  #filesOfChangedKinds(): ReadonlySet<FileId> {
    const { workspace } = this.#around;
    if (workspace.kindsRevision === this.#kindsRevision) return new Set();
    this.#kindsRevision = workspace.kindsRevision;
    return workspace.filesOfCustomKinds();
  }

  /** Of an open file somebody else takes care. */
  async #checkClosed(file: FileId, kept: TextFile | undefined): Promise<void> {
    this.#unchecked.delete(file);
    if (this.#around.workspace.openFile(file)) return;
    const held = kept ?? (await this.#around.held(file));
    if (held) this.#publish(held, "all");
    else this.#around.publisher.publish(file, undefined, []);
  }

  #publish(held: TextFile, extent: Extent): void {
    const { workspace, publisher } = this.#around;
    const { file } = held;
    const isOpen = workspace.openFile(file) !== undefined;
    // Hints show in an open editor only; of ten thousand closed files nobody sees any.
    const found = this.diagnose(held, extent).filter(({ finding }) => isOpen || finding.severity !== "hint");
    const located = this.#typing?.file === file ? withoutAwaited(held, found, this.#typing.caret) : found;
    if (!isOpen && located.some(({ finding }) => isShared(finding))) this.#shared.add(file);
    else this.#shared.delete(file);
    const languages = this.#around.languages();
    const diagnostics = located.map((each): Diagnostic => toDiagnostic(workspace, held, each, languages));
    publisher.publish(file, this.#around.versionOf(file), diagnostics);
    this.#around.checked();
  }
}
