import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Real manifests that may lie beside the repository; the tests that read them say so when they are absent. */
const ARCHIVE = "../shared/corpus/manifests.tar.gz";

/** The folder with the unpacked manifests; undefined when there are none. */
export function corpusFolder(): string | undefined {
  if (!existsSync(ARCHIVE)) return undefined;
  const folder = join(tmpdir(), `kubernetes-authoring-corpus-${statSync(ARCHIVE).mtimeMs}`);
  if (!existsSync(folder)) {
    const fresh = `${folder}.${process.pid}`;
    mkdirSync(fresh, { recursive: true });
    execFileSync("tar", ["xzf", ARCHIVE, "-C", fresh]);
    try {
      renameSync(fresh, folder);
    } catch {
      // Another test process was faster; its folder holds the same.
      return existsSync(folder) ? folder : fresh;
    }
  }
  return folder;
}

/** The manifests below a folder, small ones only, in a fixed order. */
export function manifestsBelow(folder: string, largest = 20_000): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(?:ya?ml|json)$/.test(path) && !path.includes("node_modules"))
    .sort()
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile() && statSync(path).size <= largest)
    .map((path) => readFileSync(path, "utf8"));
}
