// The licences of what the package contains: the dependencies that are bundled, and the packages whose type
// declarations and schemas the shipped definitions are made from.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Licences that ask for no more than these notices. */
const allowed = new Set(["MIT", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "BlueOak-1.0.0"]);

/**
 * @typedef {object} Package
 * @property {string} name
 * @property {string} version
 * @property {string} license
 * @property {string} text
 */

/**
 * One section per licence text, with the packages that carry it. Throws when a package has a licence we do not ship.
 * @param {string} root
 * @returns {string}
 */
export function thirdPartyNotices(root) {
  /** @type {Map<string, Package[]>} */
  const byText = new Map();
  for (const shipped of shippedPackages(root)) {
    if (!allowed.has(shipped.license)) throw new Error(`${shipped.name} is licensed ${shipped.license}`);
    byText.set(shipped.text, [...(byText.get(shipped.text) ?? []), shipped]);
  }
  const sections = [...byText].map(([text, packages]) => {
    const names = packages.map(({ name, version, license }) => `${name} ${version} (${license})`).sort();
    return `${[...new Set(names)].join("\n")}\n\n${text}`;
  });
  const rule = `\n\n${"-".repeat(80)}\n\n`;
  return `Kubernetes Authoring contains parts of the following packages.${rule}${sections.join(rule)}\n`;
}

/**
 * @param {string} root
 * @returns {readonly Package[]}
 */
function shippedPackages(root) {
  const manifest = readManifest(root);
  const bundled = closure(Object.keys(manifest.dependencies ?? {}), root);
  const sources = Object.keys(manifest.devDependencies ?? {})
    .filter((name) => /^(@kubernetes-models\/|kubernetes-)/.test(name))
    .map((name) => find(name, root));
  return [...bundled, ...sources].map(readPackage).sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * The folders of these packages and of all that they depend on.
 * @param {readonly string[]} names
 * @param {string} from
 * @param {Set<string>} [seen]
 * @returns {Set<string>}
 */
function closure(names, from, seen = new Set()) {
  for (const name of names) {
    const folder = find(name, from);
    if (seen.has(folder)) continue;
    seen.add(folder);
    closure(Object.keys(readManifest(folder).dependencies ?? {}), folder, seen);
  }
  return seen;
}

/**
 * As Node resolves: the nearest node_modules that has the package.
 * @param {string} name
 * @param {string} from
 * @returns {string}
 */
function find(name, from) {
  const folder = join(from, "node_modules", name);
  if (existsSync(join(folder, "package.json"))) return folder;
  const parent = dirname(from);
  if (parent === from) throw new Error(`${name} is not installed; run npm ci`);
  return find(name, parent);
}

/**
 * @param {string} folder
 * @returns {Package}
 */
function readPackage(folder) {
  const { name, version, license } = readManifest(folder);
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  if (file === undefined) throw new Error(`${name} carries no licence text`);
  return { name, version, license, text: readFileSync(join(folder, file), "utf8").replace(/\r\n/g, "\n").trim() };
}

/**
 * @param {string} folder
 * @returns {{ name: string, version: string, license: string, dependencies?: object, devDependencies?: object }}
 */
function readManifest(folder) {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}
