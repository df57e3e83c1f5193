// Records what each text was last compared with: its English (for the Vietnamese) and the description that Kubernetes
// gives (for both). `node tools/texts/reviewed.mjs` lists the texts to read again, `… KEY...` accepts them after reading,
// `… --all` accepts every one. Needs dist/schemas.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { readTexts } from "./read.mjs";

const FILE = "schemas/docs/reviewed.json";

/** Key -> [hash of the English text, hash of the upstream description]. */
export const readReviewed = () => JSON.parse(readFileSync(FILE, "utf8"));

/** What `text` should be recorded with. */
export function fingerprint({ key, en }, upstream) {
  return [hash(`${en.summary}\n${en.detail}`), hash(upstream(key).replace(/\s+/g, " "))];
}

const hash = (text) => createHash("sha256").update(text).digest("hex").slice(0, 8);

/** Looks descriptions of the newest release up by the key of a text; empty where Kubernetes describes nothing. */
export function upstreamDescriptions() {
  const read = (name) => readFileSync(`dist/schemas/${name}`, "utf8");
  const newest = JSON.parse(read("index.json")).releases.at(-1);
  const { kinds, definitions } = JSON.parse(read(`releases/${newest}.json`));
  const lines = read("descriptions.ndjson").split("\n");
  const names = new Map(
    kinds.map((kind) => [`${kind.group ? `${kind.group}/` : ""}${kind.version}/${kind.kind}`, kind.definition]),
  );
  return (key) => {
    const [place, field = ""] = key.split("#");
    const line = definitions[names.get(place) ?? place]?.[1] ?? -1;
    return line < 0 ? "" : (JSON.parse(lines[line])[field] ?? "");
  };
}

if (process.argv[1]?.endsWith("reviewed.mjs")) {
  const accepted = process.argv.slice(2);
  const known = readReviewed();
  const upstream = upstreamDescriptions();
  const record = ({ key, ...text }) => {
    const now = fingerprint({ key, ...text }, upstream);
    if (accepted.includes("--all") || accepted.includes(key) || String(known[key]) === String(now)) return [key, now];
    console.log(`read again: ${key}`);
    return [key, known[key]];
  };
  const records = readTexts()
    .texts.map(record)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = records.map(([key, hashes]) => `  ${JSON.stringify(key)}: ${JSON.stringify(hashes)}`);
  writeFileSync(FILE, `{\n${lines.join(",\n")}\n}\n`);
}
