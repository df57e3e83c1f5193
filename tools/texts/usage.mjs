// Counts how often each field and kind stands in a folder of manifests: `node tools/texts/usage.mjs FOLDER` writes
// schemas/docs/usage.json, which says what to explain next. Needs dist/schemas.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";

/** Fields seen less often say more of the folder than of Kubernetes. */
const LEAST = 3;
/** Root fields with one meaning in every kind share one text. */
const SHARED = new Set(["apiVersion", "kind", "metadata", "spec", "status"]);

const release = JSON.parse(readFileSync("dist/schemas/index.json", "utf8")).releases.at(-1);
const table = JSON.parse(readFileSync(`dist/schemas/releases/${release}.json`, "utf8"));
const lines = readFileSync("dist/schemas/definitions.ndjson", "utf8").split("\n");
const kinds = new Map(table.kinds.map((kind) => [keyOf(kind), kind.definition]));
const fields = new Map();
const objects = new Map();

function keyOf({ group, version, kind }) {
  return `${group ? `${group}/` : ""}${version}/${kind}`;
}

function count(counts, key) {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function countObject(object) {
  if (object === null || typeof object !== "object") return;
  if (object.kind === "List" && Array.isArray(object.items)) {
    for (const item of object.items) countObject(item);
    return;
  }
  const key = `${object.apiVersion}/${object.kind}`;
  if (!kinds.has(key)) return;
  count(objects, key);
  countFields({ $ref: kinds.get(key) }, object, true);
}

function countFields(schema, value, isRoot) {
  if (schema === undefined || value === null || typeof value !== "object") return;
  const name = schema.$ref;
  const content = name === undefined ? schema : JSON.parse(lines[table.definitions[name]?.[0]] ?? "{}");
  if (Array.isArray(value)) {
    for (const item of value) countFields(content.items, item, false);
    return;
  }
  for (const [field, child] of Object.entries(value)) {
    const own = content.properties?.[field];
    if (own && name) count(fields, `${isRoot && SHARED.has(field) ? "any" : name}#${field}`);
    countFields(
      own ?? (typeof content.additionalProperties === "object" ? content.additionalProperties : undefined),
      child,
      false,
    );
  }
}

function* manifests(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* manifests(path);
    else if (/\.(ya?ml|json)$/.test(entry.name)) yield readFileSync(path, "utf8");
  }
}

const sorted = (counts, least) =>
  Object.fromEntries([...counts].filter(([, n]) => n >= least).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)));

for (const text of manifests(process.argv[2] ?? "."))
  for (const document of parseAllDocuments(text, { logLevel: "silent" }))
    if (document.errors.length === 0) countObject(document.toJS({ maxAliasCount: 100 }));

const total = [...objects.values()].reduce((sum, n) => sum + n, 0);
const usage = { kubernetes: release, objects: total, kinds: sorted(objects, 1), fields: sorted(fields, LEAST) };
writeFileSync("schemas/docs/usage.json", `${JSON.stringify(usage, null, 2)}\n`);
console.log(`${total} objects, ${fields.size} fields`);
