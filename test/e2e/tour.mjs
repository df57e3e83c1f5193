// npm run test:tour: packages the extension, installs the .vsix into a clean VS Code and uses it as a person would.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { installToolchain } from "./toolchain/install.mjs";
import { e2eFolder, releaseNamed } from "./toolchain/releases.mjs";
import { stops } from "./tour/stops.mjs";
import { openBrowser } from "./vscode/browser.mjs";
import { createTempFolder, removeFolder } from "./vscode/processes.mjs";
import { startServer, workbenchAddress } from "./vscode/server.mjs";

const usage = `Usage: node test/e2e/tour.mjs [--screenshots] [--vsix FILE]
  --screenshots   go round in the dark, light and high contrast themes instead of the dark one alone
  --vsix FILE     tour this package instead of making one
E2E_VSCODE=latest tours the newest VS Code instead of the oldest that the extension supports.`;

const themes = {
  dark: "Default Dark Modern",
  light: "Default Light Modern",
  "high-contrast": "Default High Contrast",
};

const root = resolve(e2eFolder, "../..");
const screenshots = join(root, "out/screenshots");

process.exitCode = await main().catch((error) => {
  console.error(`tour: ${process.env.E2E_VERBOSE === undefined ? error.message : error.stack}`);
  return 1;
});

async function main() {
  const { values } = parseArgs({
    options: { help: { type: "boolean" }, screenshots: { type: "boolean", default: false }, vsix: { type: "string" } },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const release = releaseNamed(process.env.E2E_VSCODE);
  const vsix = values.vsix === undefined ? packageExtension() : resolve(values.vsix);
  installToolchain({ embedded: release });
  mkdirSync(screenshots, { recursive: true });
  console.log(`Tour of ${vsix} in VS Code ${release.version} (${release.name})`);
  let passed = 0;
  let failed = 0;
  for (const [name, theme] of Object.entries(themes)) {
    if (name !== "dark" && !values.screenshots) continue;
    const done = await goRound({
      release,
      vsix,
      name: release.name === "floor" ? name : `${release.name}-${name}`,
      theme,
    });
    passed += done;
    failed += stops.length - done;
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

/**
 * One tour in a server, profile and browser of its own.
 * @param {object} what
 * @param {import("./toolchain/releases.mjs").Release} what.release
 * @param {string} what.vsix
 * @param {string} what.name    what the screenshots' file names start with
 * @param {string} what.theme
 * @returns {Promise<number>}   at how many stops all was as it should be
 */
async function goRound({ release, vsix, name, theme }) {
  const temp = createTempFolder();
  const folder = join(temp, "workspace");
  cpSync(join(e2eFolder, "tour/workspace"), folder, { recursive: true });
  let server;
  let browser;
  try {
    const onExit = (/** @type {number | null} */ code) => console.error(`VS Code's server ended (${code})`);
    const settings = { "workbench.colorTheme": theme, "window.autoDetectColorScheme": false };
    server = await startServer({ release, temp, data: join(temp, "server"), vsix, settings, onExit });
    browser = await openBrowser(temp);
    const page = browser.pages()[0] ?? (await browser.newPage());
    page.setDefaultTimeout(30_000);
    await page.goto(workbenchAddress(server.address, { folder }));
    return await visitStops(page, name);
  } finally {
    await browser?.close();
    await server?.stop();
    removeFolder(temp);
  }
}

/**
 * A stop builds on the ones before it, so that the first failure ends the tour.
 * @param {import("playwright-core").Page} page
 * @param {string} theme
 */
async function visitStops(page, theme) {
  let done = 0;
  for (const { name, visit } of stops) {
    const started = Date.now();
    try {
      await visit(page, () => page.screenshot({ path: join(screenshots, `${theme}-${name}.png`) }));
    } catch (error) {
      const picture = join(screenshots, `${theme}-${name}-failed.png`);
      await page.screenshot({ path: picture });
      console.error(`  ✖ ${theme} ${name}: ${/** @type {Error} */ (error).message}\n    what was there: ${picture}`);
      return done;
    }
    done += 1;
    console.log(`  ✔ ${theme} ${name} (${Date.now() - started} ms)`);
  }
  return done;
}

/** @returns {string} */
function packageExtension() {
  const { status } = spawnSync(process.execPath, ["tools/package/package.mjs"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (status !== 0) throw new Error("the extension could not be packaged; the reason stands above");
  const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return join(root, `out/${name}-${version}.vsix`);
}
