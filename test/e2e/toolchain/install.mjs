// Brings the toolchain to the state that the lock files describe, and does nothing when it is there already.
// It speaks on standard error: standard output belongs to what it is installed for.
// Install scripts stay off: they would compile native modules and download from places other than npm.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unpackChromium } from "./chromium.mjs";
import { finishServer } from "./finish-server.mjs";
import { npm } from "./npm.mjs";
import { e2eFolder, releases } from "./releases.mjs";

/**
 * Installs what the suite needs anywhere (mocha, test-electron), and the embedded VS Code with its browser if asked.
 * @param {object} wanted
 * @param {import("./releases.mjs").Release | undefined} wanted.embedded   the release to embed; none for the desktop
 */
export function installToolchain({ embedded }) {
  if (embedded === undefined) return installPackages(e2eFolder, ["--omit=optional"], () => {});
  requireLinux();
  // The floor's folder also holds the suite's packages and the browser, so that "latest" needs both.
  installPackages(e2eFolder, [], () => finishServer(releases.floor));
  if (embedded.packages !== e2eFolder) installPackages(embedded.packages, [], () => finishServer(embedded));
  unpackChromium();
}

/** Why the embedded VS Code cannot run on this machine, or undefined when it can. */
export function embeddedProblem() {
  const here = `${process.platform}-${process.arch}`;
  return here === "linux-x64" ? undefined : `the embedded VS Code runs on linux-x64 only, and this is ${here}`;
}

function requireLinux() {
  const problem = embeddedProblem();
  if (problem !== undefined) throw new Error(`${problem}; use E2E_BACKEND=desktop`);
}

/**
 * Runs `npm ci` in `folder` unless its stamp says that exactly this was installed.
 * @param {string} folder
 * @param {readonly string[]} options
 * @param {() => void} finish   what has to follow the installation before it counts as done
 */
function installPackages(folder, options, finish) {
  const stamp = join(folder, "node_modules/.toolchain-ready");
  const wanted = [fingerprint(folder), ...options].join(" ");
  const present = existsSync(stamp) ? readFileSync(stamp, "utf8") : "";
  // A complete installation also serves those who want less.
  if (present === wanted || present === fingerprint(folder)) return;
  const started = Date.now();
  console.error(`Installing the end-to-end toolchain from npm (once; about a minute) in ${folder}`);
  npm(folder, ["ci", "--ignore-scripts", ...options]);
  finish();
  writeFileSync(stamp, wanted);
  console.error(`Installed in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/**
 * Changes whenever the lock file or one of our own installation steps does.
 * @param {string} folder
 */
function fingerprint(folder) {
  const hash = createHash("sha256").update(readFileSync(join(folder, "package-lock.json")));
  for (const part of [join(e2eFolder, "toolchain"), join(e2eFolder, "toolchain/stand-ins")])
    for (const file of readdirSync(part, { withFileTypes: true }).sort((a, b) => a.name.localeCompare(b.name)))
      if (file.isFile()) hash.update(readFileSync(join(part, file.name)));
  return hash.digest("hex");
}
