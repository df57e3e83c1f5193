// Records which English text each Vietnamese text was last compared with: `node tools/texts/pairs.mjs KEY...` after
// reading both again, or `--all`. Without arguments it lists the texts whose English has changed since.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { readTexts } from "./read.mjs";

const FILE = "schemas/docs/pairs.json";

export const readPairs = () => JSON.parse(readFileSync(FILE, "utf8"));

/** Short hash of what a text says in English. */
export function englishHash({ en }) {
  return createHash("sha256").update(`${en.summary}\n${en.detail}`).digest("hex").slice(0, 8);
}

if (process.argv[1]?.endsWith("pairs.mjs")) {
  const accepted = process.argv.slice(2);
  const { texts } = readTexts();
  const known = readPairs();
  const isAccepted = ({ key }) => accepted.includes("--all") || accepted.includes(key);
  const stale = texts.filter((text) => known[text.key] !== englishHash(text) && !isAccepted(text));
  for (const { key } of stale) console.log(`compare again: ${key}`);
  const pairs = texts.map((text) => [text.key, isAccepted(text) ? englishHash(text) : known[text.key]]);
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1))), null, 2)}\n`);
}
