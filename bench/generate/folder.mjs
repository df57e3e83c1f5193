import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { appFrom } from "./app.mjs";
import { randomFrom } from "./random.mjs";
import { kinds, withMistake } from "./stream.mjs";

const filesInApp = 10;
const documentsInApp = 14;

/**
 * A folder of so many thousand files, 1.4 documents in each: an application is a folder of ten files. One Deployment
 * holds the seeded error. Returns the files as `[relative path, text]` without touching the disk.
 *
 * @param {number} files
 */
export function folderOf(files, seed = 10_000) {
  const random = randomFrom(seed);
  const apps = files / filesInApp;
  const entries = [];
  let mistake = { path: "", line: 0, name: "" };
  for (let number = 0; number < apps; number++) {
    const app = appFrom(random, number);
    const isMarked = number === Math.floor(apps / 2);
    // Fourteen of the fifteen kinds: applications differ in which of the last two they have.
    const chosen = [...kinds.slice(0, documentsInApp - 1), kinds[documentsInApp - 1 + (number % 2)]];
    const texts = chosen.map((kind) => kind(app));
    if (isMarked) texts[0] = withMistake(texts[0], false);
    for (let file = 0; file < filesInApp; file++) {
      // Files 0 to 5 hold one document, 6 to 9 two.
      const own = file < 6 ? [texts[file]] : texts.slice(2 * file - 6, 2 * file - 4);
      entries.push([`${app.team}/${app.name}/${String(file).padStart(2, "0")}.yaml`, own.join("---\n")]);
    }
    if (isMarked) {
      const line = texts[0].split("\n").indexOf("  replicas: three");
      mistake = { path: `${app.team}/${app.name}/00.yaml`, line, name: app.name };
    }
  }
  return { entries, files, documents: apps * documentsInApp, mistake };
}

/** Writes the folder unless the same content lies there from an earlier run. */
export function writeFolder(root, folder) {
  const stamp = join(root, "..", `${folder.files}.stamp`);
  const hash = hashOf(folder.entries.map(([path, text]) => path + text));
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  rmSync(root, { recursive: true, force: true });
  for (const [path, text] of folder.entries) {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  writeFileSync(stamp, hash);
}

/** The first twelve hexadecimal digits of the SHA-256 of these texts. */
export function hashOf(texts) {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(text);
  return hash.digest("hex").slice(0, 12);
}
