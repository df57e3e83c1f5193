import type { FileId } from "../workspace/file.ts";
import type { Network } from "./network.ts";
import type { Session } from "./session.ts";

/** The way to the network, and news of it. The engine is loaded when somebody first asks, not with the server. */
export class NetworkFeed {
  readonly #session: Session;
  readonly #listeners: (() => void)[] = [];
  #loading: Promise<Network> | undefined;
  #loaded: Network | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Asking costs little: somebody did before. */
  get isRead(): boolean {
    return this.#loaded?.isRead ?? false;
  }

  network(): Promise<Network> {
    this.#loading ??= import("./network.ts").then((module) => {
      this.#loaded = new module.Network(this.#session);
      return this.#loaded;
    });
    return this.#loading;
  }

  /** Undefined: anything may have changed. */
  changed(file: FileId | undefined): void {
    if (this.#loaded?.changed(file)) for (const listener of this.#listeners) listener();
  }

  /** After each change of manifests that somebody has asked about. */
  onChanged(listener: () => void): void {
    this.#listeners.push(listener);
  }
}
