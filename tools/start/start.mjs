// npm start: builds the extension and opens the examples with it, in the VS Code desktop or in an embedded one.
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { findDesktop, openDesktop } from "./desktop.mjs";
import { runEmbedded } from "./embedded.mjs";
import { readOptions, usage } from "./options.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
process.exit(await main(process.argv.slice(2)));

/**
 * @param {readonly string[]} commandLine
 * @returns {Promise<number>}   0 done, 1 something failed, 2 bad usage
 */
async function main(commandLine) {
  const options = readOptions(commandLine);
  if ("problem" in options) {
    console.error(`npm start: ${options.problem} (npm start -- --help lists the options)`);
    return 2;
  }
  if (options.help) {
    console.log(usage);
    return 0;
  }
  const opening = { root, folder: options.folder ?? resolve(root, "examples"), print: options.print };
  const desktop = options.server ? undefined : findDesktop();
  if (!build(options.print)) return 1;
  if (desktop !== undefined) return openDesktop(desktop, opening);
  return runEmbedded({ ...opening, port: options.port, latest: options.latest });
}

/**
 * Standard output belongs to the address when the address alone was asked for.
 * @param {boolean} silent
 */
function build(silent) {
  const output = silent ? "ignore" : "inherit";
  const { status } = spawnSync(process.execPath, ["tools/build.mjs"], {
    cwd: root,
    stdio: ["ignore", output, "inherit"],
  });
  return status === 0;
}
