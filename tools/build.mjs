// Builds what ships: dist/extension.cjs and dist/webview.js (client), dist/cli.js with dist/server/ (command line and
// server), dist/schemas, dist/texts.json. `--production` minifies; `--watch` is not offered: a build takes about a second
// once the schemas exist.
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { rolldown } from "rolldown";
import { buildSchemas } from "./schemas/build.mjs";
import { compileTexts } from "./texts/compile.mjs";
import { withoutExamples } from "./without-examples.mjs";

const production = process.argv.includes("--production");

/** What the build leaves in dist/, and all of it ships. */
export const BUILT = ["package.json", "extension.cjs", "webview.js", "cli.js", "server", "schemas", "texts.json"];

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

/** What runs inside a webview: the oldest VS Code that we promise has Chromium 132. */
const page = { platform: "browser", format: "iife", target: "chrome132" };

export async function buildBundles() {
  writeFileSync("dist/package.json", '{ "type": "commonjs" }\n');
  await Promise.all([
    build({ ...common, entryPoints: ["client/src/extension.ts"], outfile: "dist/extension.cjs", external: ["vscode"] }),
    build({ ...common, ...page, entryPoints: ["client/webview/main.ts"], outfile: "dist/webview.js" }),
    buildServer(),
  ]);
}

/**
 * CommonJS in chunks, so that a start reads only what it runs: Node loads it in half the time of ES modules, and esbuild
 * would make one file of it. What is imported dynamically is read when somebody asks for it.
 */
async function buildServer() {
  const bundle = await rolldown({
    input: { cli: "server/src/cli/start.ts" },
    platform: "node",
    transform: { target: common.target },
    plugins: [withoutExamples],
  });
  const { output } = await bundle.write({
    dir: "dist",
    format: "cjs",
    chunkFileNames: "server/[name].js",
    minify: production,
    sourcemap: !production,
    comments: false,
  });
  const written = new Set(output.map(({ fileName }) => basename(fileName)));
  for (const name of readdirSync("dist/server")) if (!written.has(name)) rmSync(join("dist/server", name));
}

/** What an earlier build left is not shipped, and no test passes by it. */
function clean() {
  const isKept = (name) => BUILT.includes(name.replace(/\.map$/, ""));
  for (const name of readdirSync("dist")) if (!isKept(name)) rmSync(join("dist", name), { recursive: true });
}

/** @returns {number}   bytes of the code of the command line and the server */
export function serverSize(dist) {
  const files = [join(dist, "cli.js"), ...readdirSync(join(dist, "server")).map((name) => join(dist, "server", name))];
  return files.filter((file) => file.endsWith(".js")).reduce((size, file) => size + statSync(file).size, 0);
}

if (process.argv[1]?.endsWith("build.mjs")) {
  mkdirSync("dist", { recursive: true });
  clean();
  await Promise.all([buildSchemas("dist/schemas"), compileTexts("dist/texts.json"), buildBundles()]);
  const sizes = ["extension.cjs", "webview.js", "texts.json"].map((file) => [file, statSync(`dist/${file}`).size]);
  for (const [name, size] of [...sizes, ["cli.js and server/", serverSize("dist")]])
    console.log(`dist/${name}  ${(size / 1024).toFixed(0)} KB`);
}
