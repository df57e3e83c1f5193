// Writes docs/rules from the rules themselves and removes pages of rules that are gone. The pages show what the rules say
// of their examples, so this runs the linter: it needs dist/schemas. The names of the rules go into package.json, where
// the editor's settings are completed from.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const bundle = join("out", `rules-${process.pid}.mjs`);
await build({
  stdin: {
    contents: 'export * from "./test/kit/rule-pages.ts"; export * from "./test/kit/rule-settings.ts";',
    resolveDir: ".",
  },
  outfile: bundle,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  logLevel: "warning",
  banner: { js: 'import { createRequire as $require } from "node:module"; const require = $require(import.meta.url);' },
});
try {
  const { rulePages, ruleSettings } = await import(pathToFileURL(bundle).href);
  const pages = rulePages();
  for (const language of ["en", "vi"]) rmSync(join("docs/rules", language), { recursive: true, force: true });
  for (const [path, text] of pages) {
    const file = join("docs/rules", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  console.log(`docs/rules  ${pages.size} pages`);
  const manifest = JSON.parse(readFileSync("package.json", "utf8"));
  const names = ruleSettings();
  manifest.contributes.configuration.properties["kubernetesAuthoring.rules"].propertyNames = names;
  writeFileSync("package.json", `${JSON.stringify(manifest, undefined, 2)}\n`);
  console.log(`package.json  ${names.enum.length} names of rules`);
} finally {
  rmSync(bundle);
}
