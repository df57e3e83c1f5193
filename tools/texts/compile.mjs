// Compiles schemas/docs into the one file that the server loads: `node tools/texts/compile.mjs [dist/texts.json]`.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { readTexts } from "./read.mjs";

/** Writes the compiled texts. Throws when a text is malformed or mentions what is not there. */
export async function compileTexts(outFile) {
  mkdirSync(dirname(outFile), { recursive: true });
  writeFileSync(outFile, JSON.stringify(compiledTexts()));
}

/** The texts as `CompiledTexts` of server/src/schema/texts.ts. */
export function compiledTexts() {
  const { texts, links } = readTexts();
  const entries = {};
  const byValue = {};
  for (const { key, title, vi, en, example, docs, see, since, also = [], matches = [] } of texts) {
    entries[key] = { title: title.en === title.vi ? title.en : title, en, vi, example, docs: links[docs], see, since };
    for (const other of also) entries[other] = key;
    for (const { field, value } of matches) {
      byValue[field] ??= [];
      byValue[field].push([value, key]);
    }
  }
  return { entries, byValue };
}

if (process.argv[1]?.endsWith("compile.mjs")) await compileTexts(process.argv[2] ?? "dist/texts.json");
