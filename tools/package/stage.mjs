// A folder with exactly what ships, for vsce to pack. It is an allow-list by nature, and it spares vsce a walk through
// the toolchains of the tests and benchmarks, which takes longer than the build.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BUILT } from "../build.mjs";
import { thirdPartyNotices } from "./notices.mjs";

const shipped = [
  "package.nls.json",
  "package.nls.vi.json",
  "README.md",
  "README.vi.md",
  "CHANGELOG.md",
  "LICENSE",
  ...BUILT.map((name) => `dist/${name}`),
  "media/icon.png",
];

/** What of the manifest concerns only those who work on the extension. */
const unshipped = new Set(["scripts", "dependencies", "devDependencies", "private"]);

/**
 * @param {string} root
 * @param {string} stage   made anew
 * @returns {string}   the stage
 */
export function stagePackage(root, stage) {
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(stage, { recursive: true });
  for (const path of shipped) cpSync(join(root, path), join(stage, path), { recursive: true });
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  for (const path of filesNamedIn(manifest))
    if (!existsSync(join(stage, path))) throw new Error(`package.json names ${path}, which is not packaged`);
  const kept = Object.fromEntries(Object.entries(manifest).filter(([name]) => !unshipped.has(name)));
  writeFileSync(join(stage, "package.json"), `${JSON.stringify(kept, undefined, 2)}\n`);
  writeFileSync(join(stage, "third-party-notices.txt"), thirdPartyNotices(root));
  writeFileSync(join(stage, ".vscodeignore"), "# Nothing: all that is here ships.\n");
  return stage;
}

/**
 * The files that VS Code will look for: what the manifest's values name as "./...".
 * @param {unknown} value
 * @returns {readonly string[]}
 */
function filesNamedIn(value) {
  if (typeof value === "string") return value.startsWith("./") ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(filesNamedIn) : [];
}
