// Makes dist/schemas from the npm packages and schemas/overlay: `buildSchemas(outDir)`. Nothing is done when neither the
// packages nor our sources have changed since; `node tools/schemas/build.mjs [--force]` builds dist/schemas alone.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

export async function buildSchemas(outDir) {
  const stampFile = join(outDir, ".stamp");
  const stamp = inputHash();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  // Below the repository so that the bundle finds typescript, which would take longer to bundle than to use.
  const bundle = join("out", `schemas-${process.pid}.mjs`);
  mkdirSync("out", { recursive: true });
  await build({
    entryPoints: ["tools/schemas/generate.ts"],
    outfile: bundle,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    external: ["typescript", "yaml"],
    logLevel: "warning",
  });
  try {
    const { generate } = await import(pathToFileURL(bundle).href);
    // Made beside the old files and then put in their place: a server that is running never sees half of them.
    const fresh = `${outDir}.${process.pid}`;
    generate(process.cwd(), fresh);
    writeFileSync(join(fresh, ".stamp"), stamp);
    rmSync(outDir, { recursive: true, force: true });
    renameSync(fresh, outDir);
  } finally {
    rmSync(bundle);
  }
}

/** Everything the result depends on: our sources, and the packages by name and version. */
function inputHash() {
  const hash = createHash("sha256");
  for (const folder of ["tools/schemas", "schemas", "schemas/overlay"]) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isFile()) hash.update(entry.name).update(readFileSync(join(folder, entry.name)));
    }
  }
  const modules = readdirSync("node_modules").filter((name) => name.startsWith("kubernetes-"));
  const models = readdirSync("node_modules/@kubernetes-models").map((name) => join("@kubernetes-models", name));
  for (const name of [...modules, ...models]) {
    const { version } = JSON.parse(readFileSync(join("node_modules", name, "package.json"), "utf8"));
    hash.update(`${name}@${version}`);
  }
  return hash.digest("hex");
}

if (process.argv[1]?.endsWith(join("schemas", "build.mjs"))) {
  if (process.argv.includes("--force")) rmSync("dist/schemas", { recursive: true, force: true });
  await buildSchemas("dist/schemas");
}
