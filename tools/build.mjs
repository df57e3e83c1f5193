// Builds what ships: dist/extension.cjs (client), dist/server.cjs, dist/cli.js, dist/schemas and dist/texts.json.
// `--production` minifies; `--watch` is not offered: a build takes about a second once the schemas exist.
import { mkdirSync, rmSync, statSync } from "node:fs";
import { build } from "esbuild";
import { buildSchemas } from "./schemas/build.mjs";
import { compileTexts } from "./texts/compile.mjs";

const production = process.argv.includes("--production");

/** Options every bundle shares. Source maps stay out of production bundles: they would double the package. */
const common = {
  bundle: true,
  platform: "node",
  target: "node20",
  minify: production,
  sourcemap: production ? false : "linked",
  logLevel: "warning",
  legalComments: "none",
};

export async function buildBundles() {
  for (const old of ["dist/extension.cjs", "dist/chunks"]) rmSync(old, { recursive: true, force: true });
  await Promise.all([
    build({
      ...common,
      entryPoints: ["client/src/extension.ts"],
      outfile: "dist/extension.cjs",
      format: "cjs",
      external: ["vscode"],
    }),
    build({
      ...common,
      entryPoints: { cli: "server/src/cli/main.ts", server: "server/src/lsp/main.ts" },
      outdir: "dist",
      chunkNames: "chunks/[name]-[hash]",
      format: "esm",
      splitting: true,
      // vscode-languageserver and ajv are CommonJS inside: they ask for `require`.
      banner: {
        js: 'import { createRequire as $require } from "node:module"; const require = $require(import.meta.url);',
      },
    }),
  ]);
}

if (process.argv[1]?.endsWith("build.mjs")) {
  mkdirSync("dist", { recursive: true });
  await Promise.all([buildSchemas("dist/schemas"), compileTexts("dist/texts.json"), buildBundles()]);
  for (const file of ["extension.cjs", "server.js", "cli.js", "texts.json"])
    console.log(`dist/${file}  ${(statSync(`dist/${file}`).size / 1024).toFixed(0)} KB`);
}
