import { type FileId, folderOf } from "./file.ts";

/** Files by the folder they stand in. What is around a folder is found without a look at all the others. */
export class FolderTable {
  readonly #files = new Map<string, Set<FileId>>();
  #sorted: readonly string[] | undefined;

  add(file: FileId): void {
    const folder = folderOf(file);
    const files = this.#files.get(folder);
    if (files) files.add(file);
    else {
      this.#files.set(folder, new Set([file]));
      this.#sorted = undefined;
    }
  }

  delete(file: FileId): void {
    const folder = folderOf(file);
    const files = this.#files.get(folder);
    if (!files?.delete(file) || files.size > 0) return;
    this.#files.delete(folder);
    this.#sorted = undefined;
  }

  /** Files directly in the folder. */
  in(folder: string): Iterable<FileId> {
    return this.#files.get(folder) ?? [];
  }

  /** Files of the folder and of those in it, however deep. */
  *below(folder: string): Iterable<FileId> {
    yield* this.in(folder);
    this.#sorted ??= [...this.#files.keys()].sort();
    const prefix = `${folder}/`;
    for (let at = firstFrom(this.#sorted, prefix); this.#sorted[at]?.startsWith(prefix); at++)
      yield* this.in(this.#sorted[at] ?? "");
  }

  /** The same with the files directly in the folders that hold it. */
  *around(folder: string): Iterable<FileId> {
    for (let outer = folderOf(folder); outer !== ""; outer = folderOf(outer)) yield* this.in(outer);
    yield* this.below(folder);
  }
}

/** First position that is not before `text`. */
function firstFrom(sorted: readonly string[], text: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? "") < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
