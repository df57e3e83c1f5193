// Builds what ships: dist/extension.cjs (client), dist/cli.js and dist/main.js (command line and server), dist/schemas, dist/texts.json.
// `--production` minifies; `--watch` is not offered: a build takes about a second once the schemas exist.
import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { buildSchemas } from "./schemas/build.mjs";
import { compileTexts } from "./texts/compile.mjs";
import { withoutExamples } from "./without-examples.mjs";

const production = process.argv.includes("--production");

/** Options every bundle shares. Source maps stay out of production bundles: they would double the package. */
const common = {
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  minify: production,
  sourcemap: production ? false : "linked",
  logLevel: "warning",
  legalComments: "none",
};

/** What starts the program asks for a compile cache first, so the program itself is a file of its own. */
const mainApart = {
  name: "main-apart",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/main\.ts$/ }, () => ({ path: "./main.js", external: true }));
  },
};

/** What runs inside a webview: the oldest VS Code that we promise has Chromium 132. */
const page = { platform: "browser", format: "iife", target: "chrome132" };

export async function buildBundles() {
  // One file of CommonJS loads in half the time of ES modules in chunks; what is imported dynamically runs when asked for.
  writeFileSync("dist/package.json", '{ "type": "commonjs" }\n');
  await Promise.all([
    build({ ...common, entryPoints: ["client/src/extension.ts"], outfile: "dist/extension.cjs", external: ["vscode"] }),
    build({ ...common, ...page, entryPoints: ["client/webview/main.ts"], outfile: "dist/webview.js" }),
    build({ ...common, entryPoints: ["server/src/cli/start.ts"], outfile: "dist/cli.js", plugins: [mainApart] }),
    build({ ...common, entryPoints: ["server/src/cli/main.ts"], outfile: "dist/main.js", plugins: [withoutExamples] }),
  ]);
}

if (process.argv[1]?.endsWith("build.mjs")) {
  mkdirSync("dist", { recursive: true });
  await Promise.all([buildSchemas("dist/schemas"), compileTexts("dist/texts.json"), buildBundles()]);
  for (const file of ["extension.cjs", "webview.js", "cli.js", "main.js", "texts.json"])
    console.log(`dist/${file}  ${(statSync(`dist/${file}`).size / 1024).toFixed(0)} KB`);
}
