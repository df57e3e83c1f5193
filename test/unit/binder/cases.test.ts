import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { checkCase, readStorageCases } from "../../kit/storage.ts";

const FOLDER = "test/cases/storage";

let checked = 0;

for (const file of readdirSync(FOLDER).sort()) {
  if (!file.endsWith(".txt")) continue;
  describe(file, () => {
    for (const each of readStorageCases(readFileSync(`${FOLDER}/${file}`, "utf8"))) {
      test(`${each.topic}: ${each.name}`, () => {
        checkCase(each);
        checked++;
      });
    }
  });
}

test("the cases are found", () => assert.ok(checked >= 450, `only ${checked} cases`));
