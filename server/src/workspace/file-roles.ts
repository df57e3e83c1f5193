import type { YDocument } from "../yaml/document.ts";
import { type Classification, classifyFile, patchesOf } from "./classify.ts";
import { baseName, type FileId, folderOf } from "./file.ts";

/** What files say of each other's roles: charts make templates, kustomizations make patches. */
export class FileRoles {
  readonly #charts = new Set<string>();
  /** Kustomization file -> the patch files that it names. */
  readonly #patches = new Map<FileId, readonly string[]>();

  /** That these files exist. */
  announce(files: Iterable<FileId>): void {
    for (const file of files) if (baseName(file) === "Chart.yaml") this.#charts.add(folderOf(file));
  }

  putKustomization(file: FileId, doc: YDocument): void {
    this.#patches.set(file, patchesOf(doc, file));
  }

  remove(file: FileId): void {
    this.#charts.delete(folderOf(file));
    this.#patches.delete(file);
  }

  classify(file: FileId, text: string): Classification {
    return classifyFile(
      { uri: file, text },
      { hasChart: (folder) => this.#charts.has(folder), isPatch: (uri) => this.isPatch(uri) },
    );
  }

  isPatch(uri: string): boolean {
    for (const patches of this.#patches.values()) if (patches.includes(uri)) return true;
    return false;
  }
}
