import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { e2eFolder } from "./toolchain/releases.mjs";

/**
 * Checks and compiles the suite, a file for each test file, to a folder from which `mocha` resolves to the toolchain's.
 * @returns {Promise<string>}   the entry for VS Code
 */
export async function bundleSuite() {
  checkTypes();
  const source = join(e2eFolder, "suite");
  const outdir = join(e2eFolder, ".cache/suite");
  rmSync(outdir, { recursive: true, force: true });
  await build({
    entryPoints: readdirSync(source)
      .filter((file) => file === "index.ts" || file.endsWith(".test.ts"))
      .map((file) => join(source, file)),
    outdir,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    // The nearest package.json says "module".
    outExtension: { ".js": ".cjs" },
    sourcemap: "inline",
    logLevel: "warning",
    external: ["vscode", "mocha"],
  });
  return join(outdir, "index.cjs");
}

/** Here and not with the other types, because those of mocha come with the toolchain. */
function checkTypes() {
  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const { status } = spawnSync(process.execPath, [tsc, "--project", e2eFolder], { stdio: "inherit" });
  if (status !== 0) throw new Error("the end-to-end suite has type errors");
}
