// The embedded VS Code: the server build inside the npm package code-server, started on 127.0.0.1.
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { endGroup, freePort, spawnGroup } from "./processes.mjs";
import { quietSettings } from "./settings.mjs";

/**
 * @typedef {object} ServerOptions
 * @property {import("../toolchain/releases.mjs").Release} release
 * @property {string} temp                              a private folder; the caller removes it
 * @property {string} data                              what the server writes: settings, extensions, logs
 * @property {number} [port]                            a free one when absent
 * @property {Readonly<Record<string, unknown>>} [settings]      user settings besides the quiet ones
 * @property {Readonly<Record<string, string>>} [environment]    reaches the extension host as well
 * @property {string} [vsix]                            a packaged extension to install first
 * @property {string} [linked]                          an extension's folder to treat as installed, changes included
 * @property {(code: number | null, output: string) => void} onExit   called when the server ends unasked
 */

/**
 * Starts the server and returns once it listens.
 * @param {ServerOptions} options
 */
export async function startServer(options) {
  const { release, temp, data } = options;
  const port = await freePort(options.port ?? 0);
  // Without a token any page that a person has open could drive this server, terminal included.
  const token = randomUUID();
  writeUserSettings(data, { ...quietSettings, ...options.settings });
  const environment = serverEnvironment(temp, options.environment ?? {});
  if (options.vsix !== undefined) installExtension(release, data, options.vsix, environment);
  if (options.linked !== undefined) linkExtension(data, options.linked);
  const server = spawnGroup(
    release.node,
    [
      join(release.server, "out/server-main.js"),
      ...["--host", "127.0.0.1", "--port", String(port), "--connection-token", token],
      ...["--accept-server-license-terms", "--telemetry-level", "off", "--disable-workspace-trust"],
      // From 1.139 on a built VS Code takes extensions under development only with this flag.
      "--enable-smoke-test-driver",
      ...["--server-data-dir", data],
    ],
    environment,
  );
  let stopping = false;
  let output = "";
  const stop = async () => {
    stopping = true;
    await endGroup(server);
  };
  await new Promise((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr])
      stream.on("data", (/** @type {Buffer} */ chunk) => {
        output += chunk;
        if (/agent started|Web UI available/.test(output)) resolve(undefined);
      });
    server.on("exit", (code) => {
      reject(new Error(`VS Code's server ended with ${code}:\n${output.slice(-2000)}`));
      if (!stopping) options.onExit(code, output);
    });
  });
  return { address: { port, token }, stop };
}

/**
 * The address that opens `folder`, with an extension under development and its suite if there are any.
 * @param {{ port: number, token: string }} server
 * @param {object} what
 * @param {string} what.folder
 * @param {string} [what.file]                       a file to open at once
 * @param {string} [what.extensionDevelopmentPath]
 * @param {string} [what.extensionTestsPath]
 */
export function workbenchAddress({ port, token }, { folder, file, extensionDevelopmentPath, extensionTestsPath }) {
  // VS Code compares hosts as text: localhost here and 127.0.0.1 there would not be the same machine.
  const remote = (/** @type {string} */ path) => `vscode-remote://127.0.0.1:${port}${path}`;
  const payload = [];
  if (extensionDevelopmentPath !== undefined)
    payload.push(["extensionDevelopmentPath", remote(extensionDevelopmentPath)]);
  if (extensionTestsPath !== undefined) payload.push(["extensionTestsPath", remote(extensionTestsPath)]);
  if (file !== undefined) payload.push(["openFile", remote(file)]);
  const query = new URLSearchParams({ tkn: token, folder });
  if (payload.length > 0) query.set("payload", JSON.stringify(payload));
  return `http://127.0.0.1:${port}/?${query}`;
}

/**
 * Nothing of the person's own VS Code is read or written, and the extension gallery has no address.
 * @param {string} temp
 * @param {Readonly<Record<string, string>>} environment
 */
function serverEnvironment(temp, environment) {
  return {
    ...process.env,
    ...environment,
    EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: "", itemUrl: "", resourceUrlTemplate: "" }),
    TMPDIR: temp,
    XDG_RUNTIME_DIR: temp,
  };
}

/**
 * @param {string} data
 * @param {Readonly<Record<string, unknown>>} settings
 */
function writeUserSettings(data, settings) {
  const user = join(data, "data/User");
  mkdirSync(user, { recursive: true });
  writeFileSync(join(user, "settings.json"), JSON.stringify(settings, undefined, 2));
}

/**
 * @param {import("../toolchain/releases.mjs").Release} release
 * @param {string} data
 * @param {string} vsix
 * @param {NodeJS.ProcessEnv} environment
 */
function installExtension(release, data, vsix, environment) {
  const { status, stdout, stderr } = spawnSync(
    release.node,
    [
      join(release.server, "out/server-main.js"),
      ...["--accept-server-license-terms", "--server-data-dir", data, "--install-extension", vsix],
    ],
    { env: environment, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`${vsix} could not be installed:\n${stdout}${stderr}`);
}

/**
 * @param {string} data
 * @param {string} folder
 */
function linkExtension(data, folder) {
  const { publisher, name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const installed = join(data, "extensions");
  mkdirSync(installed, { recursive: true });
  symlinkSync(folder, join(installed, `${publisher}.${name}-${version}`));
}
