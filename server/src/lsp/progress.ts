import type { Connection, WorkDoneProgressServerReporter } from "vscode-languageserver";

/** Small folders are read before a progress bar would appear. */
const WORTH_SHOWING = 500;

/** Shows the reading of large folders where the editor shows such things. */
export class Progress {
  readonly #connection: Connection;
  readonly #supported: boolean;
  #reporter: Promise<WorkDoneProgressServerReporter> | undefined;

  constructor(connection: Connection, supported: boolean) {
    this.#connection = connection;
    this.#supported = supported;
  }

  report(done: number, of: number): void {
    if (!this.#supported || of < WORTH_SHOWING) return;
    this.#reporter ??= this.#begin();
    void this.#reporter.then((reporter) => reporter.report(Math.floor((100 * done) / of), `${done} / ${of}`));
    if (of - done < 100) this.#end();
  }

  async #begin(): Promise<WorkDoneProgressServerReporter> {
    const reporter = await this.#connection.window.createWorkDoneProgress();
    reporter.begin("Kubernetes", 0, undefined, false);
    return reporter;
  }

  #end(): void {
    void this.#reporter?.then((reporter) => reporter.done());
    this.#reporter = undefined;
  }
}
