import { dirname, posix } from "node:path";

/** Which server folders each server folder may import. The order is the flow of data. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  base: [],
  yaml: ["base"],
  schema: ["base", "yaml"],
  model: ["base", "yaml", "schema"],
  engines: ["base"],
  workspace: ["base", "yaml", "schema", "model", "engines"],
  rules: ["base", "yaml", "schema", "model", "workspace"],
  features: ["base", "yaml", "schema", "model", "engines", "workspace", "rules"],
  disk: ["base", "schema", "workspace"],
  protocol: [],
  lsp: ["base", "yaml", "schema", "model", "workspace", "rules", "features", "disk", "protocol"],
  cli: ["base", "yaml", "schema", "model", "workspace", "rules", "features", "disk", "lsp"],
};

/** Packages and built-in modules that only some folders may import. The build and the tests read YAML with `yaml`. */
const ONLY: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^yaml(\/|$)/, []],
  [/^ajv(\/|$)/, ["server/src/schema"]],
  [/^vscode-languageserver(\/|$|-)/, ["server/src/lsp"]],
  [/^vscode-languageclient(\/|$)/, ["client/src"]],
  [/^vscode$/, ["client/src"]],
  [/^(sarif|diff)$/, ["server/src/cli"]],
  [/^(node:|fs$|path$|child_process$)/, ["server/src/disk", "server/src/lsp", "server/src/cli"]],
];

/** The one lsp module that the command line may import: it starts the language server. */
const CLI_MAY_START = "server/src/lsp/start.ts";

const IMPORT =
  /^(?:import\s+(?:[^"';]*?\sfrom\s+)?|export\s+(?:type\s+)?[*{][^"';]*?\sfrom\s+)"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/gm;

/** Every import of the text: static, re-export and dynamic. */
export const importsOf = (text: string): readonly string[] =>
  [...text.matchAll(IMPORT)].flatMap((match) => match[1] ?? match[2] ?? []);

/** What is wrong with the imports of one file, `path` counted from the repository's root. */
export function layerViolations(path: string, text: string): readonly string[] {
  return importsOf(text).flatMap((specifier) => {
    const wrong = specifier.startsWith(".") ? wrongFolder(path, specifier) : wrongPackage(path, specifier);
    return wrong ? [`${path} imports ${specifier}: ${wrong}`] : [];
  });
}

function wrongFolder(path: string, specifier: string): string | undefined {
  const target = posix.normalize(posix.join(dirname(path), specifier));
  const from = layerOf(path);
  const to = layerOf(target);
  if (path.startsWith("client/")) {
    return target.startsWith("client/") || to === "protocol" ? undefined : "the client knows only the protocol";
  }
  if (from === undefined) return "a folder that is in no layer";
  if (from === "cli" && to === "lsp")
    return target === CLI_MAY_START ? undefined : `only ${CLI_MAY_START} may be started`;
  return from === to || (to !== undefined && LAYERS[from]?.includes(to)) ? undefined : `${from} may not know ${to}`;
}

function wrongPackage(path: string, specifier: string): string | undefined {
  const rule = ONLY.find(([pattern]) => pattern.test(specifier));
  if (!rule) return path.startsWith("server/") || path.startsWith("client/") ? allowedPackage(specifier) : undefined;
  return rule[1].some((folder) => path.startsWith(`${folder}/`)) ? undefined : `only ${rule[1].join(" and ")} may`;
}

/** A new runtime dependency is a decision: it is named here and in docs/architecture.md. */
const OTHER_PACKAGES = ["ignore"];

const allowedPackage = (specifier: string): string | undefined =>
  OTHER_PACKAGES.includes(specifier) ? undefined : "not a known runtime dependency";

const layerOf = (path: string): string | undefined => {
  const layer = /^server\/src\/([^/]+)\//.exec(path)?.[1];
  return layer !== undefined && layer in LAYERS ? layer : undefined;
};
