// A folder with exactly what ships, for vsce to pack. It is an allow-list by nature, and it spares vsce a walk through
// the toolchains of the tests and benchmarks, which takes longer than the build.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { thirdPartyNotices } from "./notices.mjs";

const shipped = [
  "package.nls.json",
  "package.nls.vi.json",
  "README.md",
  "README.vi.md",
  "CHANGELOG.md",
  "LICENSE",
  "dist/extension.cjs",
  "dist/server.js",
  "dist/cli.js",
  "dist/chunks",
  "dist/schemas",
  "dist/texts.json",
  "l10n",
  "syntaxes",
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
  const kept = Object.fromEntries(Object.entries(manifest).filter(([name]) => !unshipped.has(name)));
  writeFileSync(join(stage, "package.json"), `${JSON.stringify(kept, undefined, 2)}\n`);
  writeFileSync(join(stage, "third-party-notices.txt"), thirdPartyNotices(root));
  return stage;
}
