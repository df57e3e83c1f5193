import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { e2eFolder } from "./toolchain/releases.mjs";

/**
 * Compiles the suite, a file for each test file, to a folder from which `mocha` resolves to the toolchain's.
 * @returns {Promise<string>}   the entry for VS Code
 */
export async function bundleSuite() {
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
