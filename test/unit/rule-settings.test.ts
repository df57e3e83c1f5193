import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ruleSettings } from "../kit/rule-settings.ts";

test("settings.json completes every rule by its name: `npm run generate` writes them into package.json", () => {
  const manifest = JSON.parse(readFileSync("package.json", "utf8"));
  const setting = manifest.contributes.configuration.properties["kubernetesAuthoring.rules"];
  assert.deepEqual(setting.propertyNames, ruleSettings());
});
