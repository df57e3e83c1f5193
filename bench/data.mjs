import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { hugeDefinition } from "./generate/definition.mjs";
import { folderOf, hashOf, writeFolder } from "./generate/folder.mjs";
import { streamOf } from "./generate/stream.mjs";

const sizes = [1, 10, 100, 1000];
const nameOf = (documents) => (documents === 1 ? "1 document" : `${documents} documents`);
export const hugeName = "810 KB document";
export const brokenSuffix = ", broken";

/**
 * All inputs of a run, made when asked for and the same in every run.
 *
 * @param {string} cache folder to write in
 * @param {boolean} quick only the smallest and the largest files
 */
export function inputs(cache, quick) {
  const makers = new Map();
  for (const halfTyped of [false, true]) {
    const suffix = halfTyped ? brokenSuffix : "";
    for (const size of quick ? [1, 1000] : sizes)
      makers.set(nameOf(size) + suffix, () => streamOf(size, { halfTyped }));
    makers.set(hugeName + suffix, () => hugeDefinition({ halfTyped }));
  }
  const made = new Map();
  const file = (name) => {
    if (!made.has(name)) made.set(name, makers.get(name)());
    return made.get(name);
  };
  let folder;
  return {
    fileNames: [...makers.keys()],
    file,
    /** Written to the disk at the first call. */
    folder() {
      if (folder === undefined) {
        const { entries, ...rest } = folderOf(10_000);
        const root = join(cache, "folder-10000");
        mkdirSync(cache, { recursive: true });
        writeFolder(root, { entries, ...rest });
        const bytes = entries.reduce((sum, [, text]) => sum + text.length, 0);
        folder = { ...rest, folder: root, bytes, hash: hashOf(entries.map(([path, text]) => path + text)) };
      }
      return folder;
    },
    /** Sizes and hashes of what was made so far. */
    described: () => [
      ...[...made].map(([name, { text, documents }]) => ({
        name,
        documents,
        bytes: text.length,
        hash: hashOf([text]),
      })),
      ...(folder === undefined
        ? []
        : [{ name: "10000 files", documents: folder.documents, bytes: folder.bytes, hash: folder.hash }]),
    ],
  };
}
