// Runs tests: `node tools/test.mjs [path or word ...]` bundles the matching test files to out/test and runs node --test.
// Without arguments: every *.test.ts under test/ except test/e2e. Exits non-zero when nothing matched.
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const filters = process.argv.slice(2);

/** All test files below `folder`, the e2e suite excepted: it runs inside VS Code. */
function testFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return path === join("test", "e2e") ? [] : testFiles(path);
    return entry.name.endsWith(".test.ts") ? [path] : [];
  });
}

const files = testFiles("test").filter((file) => filters.length === 0 || filters.some((word) => file.includes(word)));
if (files.length === 0) {
  console.error(`no test file matches ${filters.join(", ")}`);
  process.exit(2);
}

const outdir = join("out", "test", String(process.pid));
await build({
  entryPoints: files,
  outdir,
  outbase: "test",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  sourcemap: "inline",
  logLevel: "warning",
  external: ["esbuild", "fast-check", "typescript"],
  banner: { js: 'import { createRequire as $require } from "node:module"; const require = $require(import.meta.url);' },
});
const compiled = files.map((file) => join(outdir, file.slice("test/".length).replace(/\.ts$/, ".mjs")));
const { status } = spawnSync(process.execPath, ["--enable-source-maps", "--test", ...compiled], { stdio: "inherit" });
rmSync(outdir, { recursive: true, force: true });
process.exit(status ?? 1);
