import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import ignore, { type Ignore } from "ignore";
import { CONFIGURATION_FILE, excludedIn } from "../workspace/configuration.ts";

/** Files larger than this hold data, not manifests; a person who opens one still gets everything. */
const LARGEST = 8 * 1024 * 1024;

/** A file's text; undefined when it cannot be read, or is too large to be a manifest. */
export function readText(path: string): string | undefined {
  try {
    const bytes = readFileSync(path);
    return bytes.length > LARGEST ? undefined : bytes.toString("utf8");
  } catch {
    return undefined;
  }
}

export const mayHoldManifest = (name: string): boolean => /\.(?:ya?ml|json)$/i.test(name);

interface Rules {
  readonly folder: string;
  readonly ignores: Ignore;
}

/**
 * Paths of YAML and JSON files below `folder`, in name order, leaving out what `.gitignore` and configuration files,
 * `excluded` patterns (read like lines of a .gitignore) and common sense leave out. A generator, so that a long walk can be left.
 */
export function* manifestPaths(folder: string, excluded: readonly string[]): Generator<string> {
  yield* walk(folder, [{ folder, ignores: ignore().add([...ALWAYS_IGNORED, ...excluded]) }]);
}

const ALWAYS_IGNORED = [".git", "node_modules", ".terraform", ".venv"];

function* walk(folder: string, outer: readonly Rules[]): Generator<string> {
  const entries = list(folder);
  const textOf = (name: string): string | undefined =>
    entries.some((entry) => entry.name === name) ? readText(join(folder, name)) : undefined;
  const [ignored, configuration] = [textOf(".gitignore"), textOf(CONFIGURATION_FILE)];
  const own = [...(ignored === undefined ? [] : [ignored]), ...(configuration ? excludedIn(configuration) : [])];
  const rules = own.length === 0 ? outer : [...outer, { folder, ignores: ignore().add(own) }];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!isIgnored(`${path}${sep}`, rules)) yield* walk(path, rules);
    } else if (entry.isFile() && mayHoldManifest(entry.name) && !isIgnored(path, rules)) yield path;
  }
}

function list(folder: string): ReturnType<typeof readFolder> {
  try {
    return readFolder(folder);
  } catch {
    return [];
  }
}

const readFolder = (folder: string) =>
  readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));

function isIgnored(path: string, rules: readonly Rules[]): boolean {
  return rules.some(({ folder, ignores }) => {
    const inside = relative(folder, path) + (path.endsWith(sep) ? "/" : "");
    return ignores.ignores(sep === "/" ? inside : inside.replaceAll(sep, "/"));
  });
}
