// Runs tests: `node tools/test.mjs [path or word ...]` bundles the matching test files to out/test and runs node --test.
// Without arguments: every *.test.ts under test/ except test/e2e. Exits non-zero when nothing matched. Files of one
// folder share a process, so that schemas are loaded and code is warmed up once.
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";

const filters = process.argv.slice(2);

/** Properties are tried on the same values everywhere, so that a run says something of the change. `SEED=…` tries others. */
const seed = Number(process.env.SEED ?? 20_261_126);

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

/** By the folder directly below test/. */
function folders() {
  const result = new Map();
  for (const file of files) {
    const [, folder = ""] = file.split(/[\\/]/);
    const name = folder.endsWith(".ts") ? "test" : folder;
    result.set(name, [...(result.get(name) ?? []), file]);
  }
  return result;
}

const outdir = join("out", "test", String(process.pid));
const groups = folders();
await build({
  entryPoints: [...groups.keys()].map((name) => ({ in: `group:${name}`, out: name })),
  outdir,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  splitting: true,
  platform: "node",
  target: "node20",
  format: "esm",
  sourcemap: "inline",
  logLevel: "warning",
  external: ["esbuild", "fast-check", "typescript"],
  banner: { js: 'import { createRequire as $require } from "node:module"; const require = $require(import.meta.url);' },
  plugins: [
    {
      name: "groups",
      setup({ onResolve, onLoad }) {
        onResolve({ filter: /^group:/ }, ({ path }) => ({ path, namespace: "group" }));
        onLoad({ filter: /.*/, namespace: "group" }, ({ path }) => ({
          contents: ["group-seed", ...groups.get(path.slice("group:".length)).map((file) => resolve(file))]
            .map((file) => `import ${JSON.stringify(file)};`)
            .join("\n"),
          resolveDir: process.cwd(),
        }));
        onResolve({ filter: /^group-seed$/ }, ({ path }) => ({ path, namespace: "seed" }));
        onLoad({ filter: /.*/, namespace: "seed" }, () => ({
          contents: `import fc from "fast-check"; fc.configureGlobal({ seed: ${seed}, includeErrorInReport: true });`,
          resolveDir: process.cwd(),
        }));
      },
    },
  ],
});
const compiled = [...groups.keys()].map((name) => join(outdir, `${name}.mjs`));
const args = ["--enable-source-maps", "--test", `--test-concurrency=${availableParallelism()}`, ...compiled];
const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
rmSync(outdir, { recursive: true, force: true });
process.exit(status ?? 1);
