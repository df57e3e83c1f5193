// The embedded VS Code of the end-to-end tests, on 127.0.0.1, for a person with a browser.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { embeddedProblem, installToolchain } from "../../test/e2e/toolchain/install.mjs";
import { releases } from "../../test/e2e/toolchain/releases.mjs";
import { createTempFolder, removeFolder } from "../../test/e2e/vscode/processes.mjs";
import { startServer, workbenchAddress } from "../../test/e2e/vscode/server.mjs";

/**
 * Runs until it is interrupted, and then leaves nothing behind.
 * @param {{ root: string, folder: string, print: boolean, port: number | undefined, latest: boolean }} what
 * @returns {Promise<number>}
 */
export async function runEmbedded({ root, folder, print, port, latest }) {
  const problem = embeddedProblem();
  if (problem !== undefined) {
    console.error(`There is no VS Code on PATH, and ${problem}: install VS Code with its "code" command.`);
    return 1;
  }
  const release = latest ? releases.latest : releases.floor;
  const temp = createTempFolder();
  const ending = ended();
  let server;
  try {
    installToolchain({ embedded: release });
    server = await startServer({
      release,
      temp,
      data: join(temp, "server"),
      linked: root,
      ...(port === undefined ? {} : { port }),
      onExit: (code, output) => {
        console.error(`VS Code's server ended (${code})\n${output.slice(-2000)}`);
        ending.give(1);
      },
    });
    announce(workbenchAddress(server.address, { folder }), release.version, print);
    return await ending.code;
  } catch (error) {
    console.error(`npm start: ${/** @type {Error} */ (error).message}`);
    return 1;
  } finally {
    await server?.stop();
    removeFolder(temp);
  }
}

/**
 * @param {string} address
 * @param {string} version
 * @param {boolean} print
 */
function announce(address, version, print) {
  if (print) {
    console.log(address);
    return;
  }
  console.log(`\nVS Code ${version} with the extension: ${address}`);
  console.log("Open this address in a browser. Ctrl-C stops it.");
  openBrowser(address);
}

/**
 * A browser opens where there is a desktop to open it on; otherwise the printed address is all there is.
 * @param {string} address
 */
function openBrowser(address) {
  if (process.env.DISPLAY === undefined && process.env.WAYLAND_DISPLAY === undefined) return;
  const opener = spawn("xdg-open", [address], { stdio: "ignore", detached: true });
  opener.on("error", () => {});
  opener.unref();
}

function ended() {
  /** @type {(code: number) => void} */
  let give = () => {};
  /** @type {Promise<number>} */
  const code = new Promise((fulfil) => {
    give = fulfil;
  });
  // A person who stops it has got what they wanted.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => give(0));
  // npm that is told to stop goes without a word to us.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && give(0), 1000).unref();
  return { code, give };
}
