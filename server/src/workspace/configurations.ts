import type { YDocument } from "../yaml/document.ts";
import { CONFIGURATION_FILE, type Configuration, NO_CONFIGURATION, readConfiguration } from "./configuration.ts";
import { type FileId, fileId, folderOf } from "./file.ts";

/** A configuration file; without a document it does not exist yet. */
export interface ConfigurationFile {
  readonly file: FileId;
  readonly doc: YDocument | undefined;
}

/** The configuration files of a workspace. Each speaks for the folder it lies in and all below. */
export class Configurations {
  readonly #byFolder = new Map<string, ConfigurationFile & { readonly configuration: Configuration }>();

  get count(): number {
    return this.#byFolder.size;
  }

  /** False when nothing has changed. */
  put(file: FileId, doc: YDocument): boolean {
    const folder = folderOf(file);
    if (this.#byFolder.get(folder)?.doc === doc) return false;
    this.#byFolder.set(folder, { file, doc, configuration: readConfiguration(doc.root) });
    return true;
  }

  remove(file: FileId): boolean {
    const folder = folderOf(file);
    return this.#byFolder.get(folder)?.file === file && this.#byFolder.delete(folder);
  }

  /** What the nearest one above a file says. */
  of(file: FileId): Configuration {
    return this.#above(file)?.configuration ?? NO_CONFIGURATION;
  }

  /** The nearest one above a file, else the one that would lie in `root`. */
  fileOf(file: FileId, root: string): ConfigurationFile {
    return this.#above(file) ?? { file: fileId(`${root}/${CONFIGURATION_FILE}`), doc: undefined };
  }

  #above(file: FileId) {
    for (let folder = folderOf(file); folder.includes("/"); folder = folderOf(folder)) {
      const found = this.#byFolder.get(folder);
      if (found) return found;
    }
    return undefined;
  }
}
