// A headless Chromium with a profile of its own that can reach this machine and nothing else.
import { join } from "node:path";
import { chromiumEnvironment, chromiumExecutable } from "../toolchain/chromium.mjs";

/**
 * @param {string} temp   a private folder; the caller removes it
 * @returns {Promise<import("playwright-core").BrowserContext>}
 */
export async function openBrowser(temp) {
  // Loaded here because npm start uses the folder's other modules where there is no browser to drive.
  const { chromium } = await import("playwright-core");
  return chromium.launchPersistentContext(join(temp, "browser"), {
    executablePath: chromiumExecutable(),
    env: definedOnly(chromiumEnvironment(temp)),
    headless: true,
    viewport: { width: 1280, height: 800 },
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-dev-shm-usage",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ],
  });
}

/**
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Record<string, string>}
 */
function definedOnly(environment) {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
