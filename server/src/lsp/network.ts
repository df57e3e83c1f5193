import { type Subject, subjectOf } from "../features/diagram/build-model.ts";
import type { FileId } from "../workspace/file.ts";
import { NetworkFiles } from "../workspace/network-files.ts";
import { storageSites } from "../workspace/storage-sites.ts";
import type { Session } from "./session.ts";

/** The network of one editor's files, for whoever asks. Nothing is read or kept before somebody does. */
export class Network {
  readonly #session: Session;
  #files: Promise<NetworkFiles> | undefined;
  /** Files that changed since they were last read. */
  readonly #stale = new Set<FileId>();
  #subject: Subject | undefined;
  #version = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Grows with every change of the manifests. */
  get version(): number {
    return this.#version;
  }

  /** Somebody has asked before, so that asking again costs little. */
  get isRead(): boolean {
    return this.#files !== undefined;
  }

  /** Undefined: anything may have changed. False when nobody has asked yet, so that it makes no difference. */
  changed(file: FileId | undefined): boolean {
    if (!this.#files) return false;
    // What a file is for may depend on a kustomization: then all are looked at again.
    if (file === undefined || /\/kustomization\.ya?ml$/i.test(file)) this.#files = undefined;
    else this.#stale.add(file);
    this.#version++;
    this.#subject = undefined;
    return true;
  }

  /** The network as it is now: what changed is read again, the rest is remembered. */
  async current(): Promise<Subject> {
    while (!this.#subject) {
      const version = this.#version;
      this.#files ??= this.#everything();
      const files = await this.#files;
      for (const file of [...this.#stale]) {
        this.#stale.delete(file);
        const held = await this.#session.held(file);
        if (held) files.put(this.#session.workspace, held);
        else files.remove(file);
      }
      if (this.#version === version)
        this.#subject = subjectOf(files.snapshot(), () => storageSites(this.#session.workspace));
    }
    return this.#subject;
  }

  async #everything(): Promise<NetworkFiles> {
    const files = new NetworkFiles(this.#session.settings.namespace);
    for await (const held of this.#session.everyFile()) files.put(this.#session.workspace, held);
    return files;
  }
}
