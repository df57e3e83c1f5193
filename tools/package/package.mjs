// npm run package: a production build and the .vsix of it, in out/; fails when either outgrows its budget.
import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { serverSize } from "../build.mjs";
import { stagePackage } from "./stage.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** In bytes. People on slow connections wait for the first, and every start of the server reads the second. */
const budgets = { package: 6_000_000, server: 2_000_000 };

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const vsix = join(root, `out/kubernetes-authoring-${version}.vsix`);

run(["tools/build.mjs", "--production"], root);
const stage = stagePackage(root, join(root, "out/package"));
// Everything is bundled, so that no dependency is packaged as such.
run([vsceCommand(), "package", "--no-dependencies", "--out", vsix], stage);

const withinBudget = [
  report("package", vsix.slice(root.length), statSync(vsix).size, budgets.package),
  report("server", "dist/cli.js and dist/server/", serverSize(join(root, "dist")), budgets.server),
];
process.exitCode = withinBudget.every(Boolean) ? 0 : 1;

/**
 * @param {string} name
 * @param {string} what
 * @param {number} size
 * @param {number} budget
 * @returns {boolean}   whether it fits
 */
function report(name, what, size, budget) {
  const fits = size <= budget;
  const line = `${name}: ${megabytes(size)} of ${megabytes(budget)} (${what})`;
  if (fits) console.log(line);
  else console.error(`${line}: over its budget`);
  return fits;
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}

/** vsce's own script, because a command from node_modules/.bin is a batch file on Windows. */
function vsceCommand() {
  const manifest = createRequire(import.meta.url).resolve("@vscode/vsce/package.json");
  return join(dirname(manifest), JSON.parse(readFileSync(manifest, "utf8")).bin.vsce);
}

/**
 * @param {readonly string[]} commandLine
 * @param {string} folder
 */
function run(commandLine, folder) {
  const { status } = spawnSync(process.execPath, [...commandLine], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (status !== 0) process.exit(status ?? 1);
}
