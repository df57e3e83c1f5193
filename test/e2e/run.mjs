// npm run test:e2e: the suite in a real VS Code.
//   E2E_BACKEND=server    (default on Linux) the embedded VS Code from npm, under a headless browser
//   E2E_BACKEND=desktop   (default elsewhere) the VS Code desktop, which test-electron downloads; on Linux it needs a display
//   E2E_VSCODE=floor      (default) the oldest VS Code we promise;  E2E_VSCODE=latest   the newest we test with
import { cpSync, existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { bundleSuite } from "./bundle-suite.mjs";
import { errorsInLogs } from "./logs.mjs";
import { backendNamed } from "./toolchain/backend.mjs";
import { installToolchain } from "./toolchain/install.mjs";
import { e2eFolder, releaseNamed } from "./toolchain/releases.mjs";
import { createTempFolder, removeFolder } from "./vscode/processes.mjs";

/** The suite's end was reported, but it left no account: the extension host died. */
const noResults = 72;

const root = resolve(e2eFolder, "../..");
process.exitCode = await main().catch((error) => {
  console.error(`e2e: ${process.env.E2E_VERBOSE === undefined ? error.message : error.stack}`);
  return 1;
});

async function main() {
  const release = releaseNamed(process.env.E2E_VSCODE);
  const backend = backendNamed(process.env.E2E_BACKEND);
  if (!existsSync(join(root, "dist/extension.cjs"))) throw new Error("dist/ is missing; run npm run build first");
  installToolchain({ embedded: backend === "server" ? release : undefined });
  const suite = await bundleSuite();
  console.log(`End-to-end suite in VS Code ${release.version} (${release.name}), backend ${backend}`);
  const temp = createTempFolder();
  try {
    const workspace = join(temp, "workspace");
    cpSync(join(e2eFolder, "workspace"), workspace, { recursive: true });
    const results = join(temp, "results.json");
    const user = join(temp, "user");
    const code = await runInVSCode({ backend, release, suite, workspace, results, user });
    return verdict(code, results, errorsInLogs(user));
  } finally {
    removeFolder(temp);
  }
}

/**
 * @param {object} what
 * @param {"server" | "desktop"} what.backend
 * @param {import("./toolchain/releases.mjs").Release} what.release
 * @param {string} what.suite
 * @param {string} what.workspace
 * @param {string} what.results
 * @param {string} what.user   where VS Code writes settings and logs
 * @returns {Promise<number>}
 */
async function runInVSCode({ backend, release, suite, workspace, results, user }) {
  const { runTests, TestRunFailedError } = await import("@vscode/test-electron");
  try {
    return await runTests({
      ...(backend === "server" ? { vscodeExecutablePath: join(e2eFolder, "shim.mjs") } : { version: release.version }),
      extensionDevelopmentPath: root,
      extensionTestsPath: suite,
      launchArgs: [workspace, `--user-data-dir=${user}`, `--extensions-dir=${join(user, "extensions")}`],
      extensionTestsEnv: { E2E_RESULTS: results },
    });
  } catch (error) {
    if (error instanceof TestRunFailedError) return error.code ?? 1;
    throw error;
  }
}

/**
 * Passes only with exit code 0, an account of the run, no failure in it, at least one pass and clean logs: VS Code also
 * reports success when its extension host dies.
 * @param {number} code
 * @param {string} file
 * @param {readonly string[]} errors
 */
function verdict(code, file, errors) {
  for (const error of errors) console.error(`e2e: logged: ${error.trim()}`);
  if (!existsSync(file)) {
    console.error(`e2e: the suite left no results; VS Code ended with ${code}`);
    return code === 0 ? noResults : code;
  }
  const { passed, failed } = JSON.parse(readFileSync(file, "utf8"));
  const faults = failed.length + errors.length;
  if (faults === 0 && code !== 0) console.error(`e2e: VS Code ended with ${code} after its tests had passed`);
  console.log(`\n${passed} passed, ${faults === 0 && code !== 0 ? 1 : faults} failed`);
  if (code !== 0) return code;
  return faults > 0 || passed === 0 ? 1 : 0;
}
