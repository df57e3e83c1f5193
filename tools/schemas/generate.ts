import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BuiltinRelease, builtinReleases } from "./builtin.ts";
import { readClientNode } from "./client-node.ts";
import { customKinds } from "./custom.ts";
import { readDeclarations } from "./declarations.ts";
import { kustomizeKinds } from "./kustomize.ts";
import { readOverlay } from "./overlay.ts";
import { createPack } from "./pack.ts";
import { withPrimitives } from "./primitives.ts";
import { withOwnedStatus } from "./status.ts";

/** Writes the schema files, as server/src/schema/types.ts describes them, from the packages under `root/node_modules`. */
export function generate(root: string, outDir: string): void {
  const modules = join(root, "node_modules");
  const declarations = readDeclarations(modelPackages(modules));
  const clients = releasePackages(modules).map(({ version, folder }) => ({
    version,
    client: readClientNode(folder, version),
  }));
  const overlay = readOverlay(join(root, "schemas", "overlay"));
  const builtin = createPack();
  const custom = createPack();
  const releases = builtinReleases(clients, declarations).map(({ version, definitions, kinds }): BuiltinRelease => {
    const complete = withPrimitives(withOwnedStatus(overlay.apply(definitions), kinds));
    return { version, definitions: complete, kinds };
  });
  // Newest first, so that the most used definitions stand at the top of the file.
  const tables = releases.map(({ version, definitions, kinds }) => [version, builtin.add(definitions, kinds)] as const);
  const [newest] = releases;
  if (newest === undefined) throw new Error("no kubernetes-1.x package is installed");
  const declared = customKinds(declarations, join(root, "schemas", "custom.yaml"), newest.definitions);
  const kustomize = kustomizeKinds(join(root, "schemas", "kustomize.yaml"));
  const definitions = new Map([...declared.definitions, ...kustomize.definitions]);
  const kinds = [...declared.kinds, ...kustomize.kinds];
  const customTable = custom.add(withOwnedStatus(overlay.apply(definitions), kinds), kinds);
  const unused = overlay.unused();
  if (unused.length > 0) throw new Error(`schemas/overlay: nothing to apply these to:\n${unused.join("\n")}`);

  mkdirSync(join(outDir, "releases"), { recursive: true });
  const write = (name: string, content: string): void => writeFileSync(join(outDir, name), content);
  write("index.json", JSON.stringify({ releases: tables.map(([version]) => version).toReversed() }));
  for (const [version, table] of tables) write(`releases/${version}.json`, JSON.stringify(table));
  write("definitions.ndjson", builtin.definitions());
  write("descriptions.ndjson", builtin.descriptions());
  write("custom-kinds.json", JSON.stringify(customTable.kinds));
  write("custom-names.json", JSON.stringify(customTable.definitions));
  write("custom-definitions.ndjson", custom.definitions());
  write("custom-descriptions.ndjson", custom.descriptions());
}

/** Package name -> folder, for every package of the kubernetes-models family that holds models. */
function modelPackages(modules: string): ReadonlyMap<string, string> {
  const scope = "@kubernetes-models";
  const names = readdirSync(join(modules, scope)).filter((name) => name !== "base" && name !== "validate");
  return new Map(
    ["kubernetes-models", ...names.map((name) => `${scope}/${name}`)].map((name) => [name, join(modules, name)]),
  );
}

/** The aliases `kubernetes-1.36`, `kubernetes-1.34`… of client-node, newest first. */
function releasePackages(modules: string): readonly { readonly version: string; readonly folder: string }[] {
  return readdirSync(modules)
    .flatMap((name) => /^kubernetes-(1\.(\d+))$/.exec(name) ?? [])
    .filter((part) => /^1\.\d+$/.test(part))
    .toSorted((a, b) => Number(b.slice(2)) - Number(a.slice(2)))
    .map((version) => ({ version, folder: join(modules, `kubernetes-${version}`) }));
}
