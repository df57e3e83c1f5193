// Plants single mistakes in real manifests and counts what our checker makes of them. See README.md.
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
process.chdir(root);
const outfile = join(root, "out", "quality", `${process.pid}.mjs`);
mkdirSync(dirname(outfile), { recursive: true });
await build({
  entryPoints: ["bench/quality/main.ts"],
  outfile,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  sourcemap: "inline",
  logLevel: "warning",
  banner: { js: 'import { createRequire as $require } from "node:module"; const require = $require(import.meta.url);' },
});
const { main } = await import(pathToFileURL(outfile).href);
rmSync(outfile);
process.exitCode = await main(process.argv.slice(2), async (schemas) =>
  (await import("./peer.mjs")).startPeer(schemas),
);
