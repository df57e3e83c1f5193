#!/usr/bin/env node
// Stands where test-electron expects the VS Code desktop: takes its arguments, runs the suite in the embedded VS Code
// under a headless browser, and ends with the suite's exit code. So the same suite runs on both.
import { resolve } from "node:path";
import { format } from "node:util";
import { releaseNamed } from "./toolchain/releases.mjs";
import { openBrowser } from "./vscode/browser.mjs";
import { createTempFolder, removeFolder } from "./vscode/processes.mjs";
import { startServer, workbenchAddress } from "./vscode/server.mjs";

/** Exit codes of our own; the suite's are 0 and 1. */
const exitCodes = { usage: 64, serverEnded: 70, pageCrashed: 71, timedOut: 75, interrupted: 130 };

/** What the workbench says about itself rather than about the extension. */
const noise =
  /^(\[[A-Za-z: ]+\] |ChatSessionStore: |Updating additional builtin|Ignoring fetching|Creating a socket|Resolv(ing|ed) connection token|Creation of workbench contribution|Accessing a resource scoped|\[reconnection)/;

process.exit(await main(process.argv.slice(2)));

/**
 * @param {readonly string[]} commandLine
 * @returns {Promise<number>}
 */
async function main(commandLine) {
  const extensionDevelopmentPath = option(commandLine, "extensionDevelopmentPath");
  const extensionTestsPath = option(commandLine, "extensionTestsPath");
  const data = option(commandLine, "user-data-dir");
  const folder = commandLine.find((word) => !word.startsWith("-"));
  if (!extensionDevelopmentPath || !extensionTestsPath || !data || !folder) {
    console.error(
      "usage: shim.mjs --extensionDevelopmentPath=PATH --extensionTestsPath=PATH --user-data-dir=PATH FOLDER",
    );
    return exitCodes.usage;
  }
  const temp = createTempFolder();
  try {
    return await runSuite({ folder: resolve(folder), extensionDevelopmentPath, extensionTestsPath }, data, temp);
  } finally {
    removeFolder(temp);
  }
}

/**
 * @param {{ folder: string, extensionDevelopmentPath: string, extensionTestsPath: string }} what
 * @param {string} data
 * @param {string} temp
 */
async function runSuite(what, data, temp) {
  const ending = firstReason();
  const server = await startServer({
    release: releaseNamed(process.env.E2E_VSCODE),
    temp,
    data,
    onExit: (code, output) =>
      ending.give(exitCodes.serverEnded, `VS Code's server ended (${code})\n${output.slice(-2000)}`),
  });
  let browser;
  try {
    browser = await openBrowser(temp);
    const page = browser.pages()[0] ?? (await browser.newPage());
    page.on("crash", () => ending.give(exitCodes.pageCrashed, "the browser page crashed"));
    // VS Code calls these two, where they exist, when it runs a suite in a browser.
    await page.exposeFunction("codeAutomationLog", printLog);
    await page.exposeFunction("codeAutomationExit", (/** @type {number} */ code) => ending.give(code, undefined));
    await page.goto(workbenchAddress(server.address, what));
    return await ending.code;
  } finally {
    await browser?.close();
    await server.stop();
  }
}

/** The run ends for one reason, the first: the suite's own end, a crash, a signal or the time. */
function firstReason() {
  /** @type {(code: number) => void} */
  let resolveCode = () => {};
  /** @type {Promise<number>} */
  const code = new Promise((fulfil) => {
    resolveCode = fulfil;
  });
  const give = (/** @type {number} */ reason, /** @type {string | undefined} */ message) => {
    if (message !== undefined) console.error(`e2e: ${message}`);
    resolveCode(reason);
  };
  const limit = Number(process.env.E2E_TIMEOUT ?? 180_000);
  setTimeout(() => give(exitCodes.timedOut, `no end after ${limit / 1000} s`), limit).unref();
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => give(exitCodes.interrupted, undefined));
  return { code, give };
}

/**
 * @param {string} kind
 * @param {readonly unknown[]} words
 */
function printLog(kind, words) {
  const line = format(...words);
  if (process.env.E2E_VERBOSE === undefined && noise.test(line)) return;
  (kind === "error" ? process.stderr : process.stdout).write(`${line}\n`);
}

/**
 * @param {readonly string[]} commandLine
 * @param {string} name
 */
function option(commandLine, name) {
  return commandLine.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
}
