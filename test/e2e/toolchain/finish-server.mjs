// Completes an embedded VS Code server after `npm ci --ignore-scripts`: its own dependencies, and stand-ins for the
// native modules that would need a compiler or a download.
import { chmodSync, copyFileSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { npm } from "./npm.mjs";
import { e2eFolder } from "./releases.mjs";

/** @param {import("./releases.mjs").Release} release */
export function finishServer(release) {
  // Not `npm ci`: the shrinkwrap that code-server ships does not match its package.json.
  npm(release.server, ["install", "--omit=dev", "--ignore-scripts"]);
  const modules = join(release.server, "node_modules");
  // Without its watchdog the extension host never starts; without its logger the server only complains, but it does so
  // on every line.
  for (const name of ["native-watchdog", "@vscode/native-watchdog"])
    replace(join(modules, name), "native-watchdog.cjs");
  replace(join(modules, "@vscode/spdlog"), "spdlog.cjs");
  provideRipgrep(join(modules, "@vscode/ripgrep"));
}

/**
 * Puts one of our stand-ins in the place of a native module, if this release has that module.
 * @param {string} module
 * @param {string} standIn
 */
function replace(module, standIn) {
  if (existsSync(module)) copyFileSync(join(e2eFolder, "toolchain/stand-ins", standIn), join(module, "index.js"));
}

/**
 * Old releases download the ripgrep binary when they are installed; `workspace.findFiles` needs it.
 * @param {string} module
 */
function provideRipgrep(module) {
  if (!existsSync(module)) return;
  const binary = join(module, "bin/rg");
  mkdirSync(join(module, "bin"), { recursive: true });
  copyFileSync(join(e2eFolder, "node_modules/@vscode/ripgrep-linux-x64/bin/rg"), binary);
  chmodSync(binary, 0o755);
}
