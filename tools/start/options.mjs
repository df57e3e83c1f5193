import { statSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";

export const usage = `Usage: npm start -- [options]

Builds the extension and opens examples/ with it: in the VS Code desktop when the command "code" is found,
otherwise in an embedded VS Code that a browser shows (Linux x64).

  --folder PATH   open this folder instead of examples/
  --server        use the embedded VS Code even where the desktop is installed
  --port N        port of the embedded VS Code on 127.0.0.1 (default: a free one)
  --latest        the newest embedded VS Code that the tests know, instead of the oldest that the extension supports
  --print         print the address (or the desktop's command) alone, and open nothing
  --help          show this text`;

/**
 * @typedef {object} Options
 * @property {boolean} help
 * @property {boolean} print
 * @property {boolean} server
 * @property {boolean} latest
 * @property {string | undefined} folder   absolute
 * @property {number | undefined} port
 */

/**
 * @param {readonly string[]} commandLine
 * @returns {Options | { problem: string }}
 */
export function readOptions(commandLine) {
  const parsed = parse(commandLine);
  if ("problem" in parsed) return parsed;
  const { help, print, server, latest } = parsed;
  const port = parsed.port === undefined ? undefined : Number(parsed.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 1 && port <= 65535))
    return { problem: `--port must be a number from 1 to 65535, not "${parsed.port}"` };
  const folder = parsed.folder === undefined ? undefined : resolve(parsed.folder);
  if (folder !== undefined && !statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    return { problem: `--folder: there is no folder "${parsed.folder}"` };
  // Only the embedded VS Code has a port and a choice of release.
  return { help, print, latest, folder, port, server: server || latest || port !== undefined };
}

/** @param {readonly string[]} commandLine */
function parse(commandLine) {
  try {
    const { values } = parseArgs({
      args: [...commandLine],
      options: {
        help: { type: "boolean", default: false },
        print: { type: "boolean", default: false },
        server: { type: "boolean", default: false },
        latest: { type: "boolean", default: false },
        folder: { type: "string" },
        port: { type: "string" },
      },
    });
    return values;
  } catch (error) {
    // parseArgs explains the mistake in its first sentence and how to escape it in the others.
    return { problem: /** @type {Error} */ (error).message.split(". ")[0] ?? "bad usage" };
  }
}
