import type { Diagnostic } from "vscode-languageserver";
import type { FileId } from "../workspace/file.ts";

/** How one file's diagnostics reach the editor. */
export interface Outlet {
  send(file: FileId, version: number | undefined, diagnostics: Diagnostic[]): void;
}

/** Remembers what was last sent for each file and sends only differences. */
export class Publisher {
  readonly #outlet: Outlet;
  readonly #sent = new Map<FileId, { readonly version: number | undefined; readonly body: string }>();

  constructor(outlet: Outlet) {
    this.#outlet = outlet;
  }

  /** An open file's version is sent even when nothing else changed: the editor then knows that it is up to date. */
  publish(file: FileId, version: number | undefined, diagnostics: Diagnostic[]): void {
    const body = diagnostics.length === 0 ? "" : JSON.stringify(diagnostics);
    const last = this.#sent.get(file);
    if (last ? last.body === body && last.version === version : body === "" && version === undefined) return;
    if (body === "" && version === undefined) this.#sent.delete(file);
    else this.#sent.set(file, { version, body });
    this.#outlet.send(file, version, diagnostics);
  }
}
