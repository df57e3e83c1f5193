import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { importsOf, layerViolations } from "./kit/layers.ts";

/** Paths of all files below `folder` with one of these endings, from the repository's root, with `/`. */
function filesBelow(folder: string, ...endings: readonly string[]): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name).replaceAll("\\", "/");
    if (entry.isDirectory())
      return entry.name === "node_modules" || entry.name.startsWith(".") ? [] : filesBelow(path, ...endings);
    return endings.some((ending) => entry.name.endsWith(ending)) ? [path] : [];
  });
}

const sources = [...filesBelow("server/src", ".ts"), ...filesBelow("client/src", ".ts")];
const read = (path: string): string => readFileSync(path, "utf8");

test("imports keep to the layers", () => {
  let seen = 0;
  const violations = sources.flatMap((path) => {
    const text = read(path);
    seen += importsOf(text).length;
    return layerViolations(path, text);
  });
  assert.deepEqual(violations, []);
  assert.ok(sources.length > 60 && seen > 200, `only ${sources.length} files and ${seen} imports were looked at`);
});

test("a planted violation of each kind is caught", () => {
  const planted: readonly (readonly [string, string])[] = [
    ["server/src/base/span.ts", 'import { at } from "../yaml/node.ts";'],
    ["server/src/model/resource.ts", 'import type { Workspace } from "../workspace/workspace.ts";'],
    ["server/src/features/hover.ts", 'import { Hover } from "vscode-languageserver";'],
    ["server/src/rules/rule.ts", 'export { parse } from "yaml";'],
    ["server/src/schema/store.ts", 'import { readFileSync } from "node:fs";'],
    ["server/src/features/hover.ts", 'const lazy = await import("ajv");'],
    ["server/src/cli/main.ts", 'import { publish } from "../lsp/publish.ts";'],
    ["client/src/server.ts", 'import { hover } from "../../server/src/features/hover.ts";'],
    ["server/src/lsp/start.ts", 'import * as vscode from "vscode";'],
    ["server/src/workspace/file.ts", 'import lodash from "lodash";'],
  ];
  for (const [path, text] of planted) assert.equal(layerViolations(path, text).length, 1, `${path}: ${text}`);
});

/** Lines a file may have. A file that needs more holds more than one idea. */
const LINE_BUDGET = 400;

test("no file outgrows one idea", () => {
  const tooLong = [...sources, ...filesBelow("test", ".ts"), ...filesBelow("tools", ".mjs", ".ts")].flatMap((path) => {
    const lines = read(path).split("\n").length;
    return lines > LINE_BUDGET ? [`${path}: ${lines} lines`] : [];
  });
  assert.deepEqual(tooLong, []);
});

test("modules hold no mutable state", () => {
  const stateful = sources.flatMap((path) => {
    const text = read(path);
    const state = /^(?:export )?(?:let\b|const \w+(?::[^=]+)? = new (?:Map|Set)\(\))/m.exec(text);
    return state ? [`${path}: ${state[0]}`] : [];
  });
  assert.deepEqual(stateful, []);
});

test("the manifest's words exist in both languages, and all of them are used", () => {
  const manifest = read("package.json");
  const used = new Set([...manifest.matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]));
  const en = JSON.parse(read("package.nls.json")) as Record<string, string>;
  const vi = JSON.parse(read("package.nls.vi.json")) as Record<string, string>;
  assert.ok(used.size > 10);
  assert.deepEqual(Object.keys(en).sort(), [...used].sort());
  assert.deepEqual(Object.keys(vi).sort(), [...used].sort());
  for (const [key, text] of Object.entries(vi)) {
    assert.equal(text, text.normalize("NFC"), key);
    const tokens = (words: string): readonly string[] => [...words.matchAll(/`[^`]+`/g)].map(String).sort();
    assert.deepEqual(tokens(text), tokens(en[key] ?? ""), key);
  }
});

test("nothing reaches the network or starts a process", () => {
  const forbidden =
    /\bfrom "(node:)?(http|https|net|tls|dgram|child_process|worker_threads)"|\bfetch\(|XMLHttpRequest|WebSocket/;
  const offenders = sources.filter((path) => forbidden.test(read(path)));
  assert.ok(sources.length > 60);
  assert.deepEqual(offenders, []);
});
