import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { rulePages } from "../kit/rule-pages.ts";

test("the pages of docs/rules say what the rules say: `npm run generate` writes them", () => {
  const pages = rulePages();
  assert.ok(pages.size > 80, `only ${pages.size} pages`);
  for (const [path, text] of pages) {
    const written = readFileSync(join("docs/rules", path), "utf8");
    assert.equal(written.replaceAll("\r\n", "\n"), text, path);
  }
});

test("docs/rules holds nothing else", () => {
  const files = readdirSync("docs/rules", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => path.replaceAll("\\", "/"));
  assert.deepEqual(files.sort(), [...rulePages().keys()].sort());
});
