// The headless Chromium inside the npm package @sparticuz/chromium, unpacked once into a versioned cache folder.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { e2eFolder } from "./releases.mjs";

/** Unpacks the browser unless this version is there. */
export function unpackChromium() {
  const target = chromiumFolder();
  if (existsSync(target)) return;
  const partial = `${target}.part-${process.pid}`;
  mkdirSync(partial, { recursive: true });
  // A process of its own, because the package unpacks into the temp folder, reuses whatever "chromium" lies there, and
  // changes its own environment. The AWS name makes it unpack the shared libraries (nss, nspr, expat) as well.
  const { status } = spawnSync(
    process.execPath,
    ["--input-type=module", "--eval", 'import c from "@sparticuz/chromium"; await c.executablePath();'],
    {
      cwd: e2eFolder,
      stdio: "inherit",
      env: { ...process.env, TMPDIR: partial, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" },
    },
  );
  if (status !== 0) {
    rmSync(partial, { recursive: true, force: true });
    throw new Error("the headless browser could not be unpacked");
  }
  renameSync(partial, target);
}

/** @returns {string} */
export function chromiumExecutable() {
  return join(chromiumFolder(), "chromium");
}

/**
 * The environment Chromium needs: its own libraries, and fonts that exist on any machine.
 * Its own fonts.conf names a folder in the temp folder; with no font at all the editor never paints.
 * @param {string} temp   a private folder for the font cache
 * @returns {NodeJS.ProcessEnv}
 */
export function chromiumEnvironment(temp) {
  const configuration = join(temp, "fonts.conf");
  const fonts = ["/usr/share/fonts", join(chromiumFolder(), "fonts/fonts")];
  writeFileSync(
    configuration,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${fonts.map((folder) => `  <dir>${folder}</dir>`).join("\n")}
  <alias binding="same">
    <family>monospace</family>
    <prefer><family>DejaVu Sans Mono</family></prefer>
  </alias>
  <cachedir>${join(temp, "fonts")}</cachedir>
</fontconfig>
`,
  );
  return {
    ...process.env,
    LD_LIBRARY_PATH: join(chromiumFolder(), "al2023/lib"),
    FONTCONFIG_FILE: configuration,
  };
}

function chromiumFolder() {
  const manifest = join(e2eFolder, "node_modules/@sparticuz/chromium/package.json");
  const { version } = JSON.parse(readFileSync(manifest, "utf8"));
  return join(e2eFolder, ".cache", `chromium-${version}`);
}
