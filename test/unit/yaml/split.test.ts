import assert from "node:assert/strict";
import { test } from "node:test";
import { splitDocs } from "../../../server/src/yaml/split.ts";

test("a file is cut into its documents", () => {
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ["", [""]],
    ["a: 1\n", ["a: 1\n"]],
    ["a: 1\n---\nb: 2\n", ["a: 1\n", "---\nb: 2\n"]],
    ["---\na: 1\n---\nb: 2\n", ["---\na: 1\n", "---\nb: 2\n"]],
    ["# licence\n\n---\na: 1\n", ["# licence\n\n---\na: 1\n"]],
    ["%YAML 1.1\n---\na: 1\n...\n%YAML 1.2\n---\nb: 2\n", ["%YAML 1.1\n---\na: 1\n...\n", "%YAML 1.2\n---\nb: 2\n"]],
    ["---\n---\na: 1\n", ["---\n", "---\na: 1\n"]],
    ["a: 1\n---\n# nothing\n---\nb: 2", ["a: 1\n", "---\n# nothing\n", "---\nb: 2"]],
    ["a: 1\n--- # two\nb: 2\n", ["a: 1\n", "--- # two\nb: 2\n"]],
    ["a: 1\r\n---\r\nb: 2\r\n", ["a: 1\r\n", "---\r\nb: 2\r\n"]],
    ["a: |\n  ---\n  x\n----\nb: 2\n --- c\n", ["a: |\n  ---\n  x\n----\nb: 2\n --- c\n"]],
    ["a: 1\n...\nb: 2\n", ["a: 1\n...\n", "b: 2\n"]],
    ["a: 1\n...\n# the end\n", ["a: 1\n...\n# the end\n"]],
    ["\ufeff---\na: 1\n---\nb: 2\n", ["\ufeff---\na: 1\n", "---\nb: 2\n"]],
    ["---", ["---"]],
    ["a: 1\n---", ["a: 1\n", "---"]],
    ['{"a": 1}\n', ['{"a": 1}\n']],
    ['{"a": 1}\n{"b": [{"c": "}{"}]}\n', ['{"a": 1}\n', '{"b": [{"c": "}{"}]}\n']],
    ['{"a": 1}{"b": 2} {}', ['{"a": 1}', '{"b": 2} ', "{}"]],
    ['{"a": 1}\n{"b": 2\n', ['{"a": 1}\n{"b": 2\n']],
    ['{"a": 1}\n---\n{"b": 2}\n', ['{"a": 1}\n', '---\n{"b": 2}\n']],
    ["{{ if .x }}\n---\na: 1\n", ["{{ if .x }}\n", "---\na: 1\n"]],
  ];
  for (const [source, pieces] of rows) assert.deepEqual(splitDocs(source), pieces, JSON.stringify(source));
});
