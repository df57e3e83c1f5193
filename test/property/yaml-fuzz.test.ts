import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Dialect } from "../../server/src/yaml/document.ts";
import { read } from "../../server/src/yaml/read.ts";
import { splitDocs } from "../../server/src/yaml/split.ts";
import { SAMPLES } from "../kit/samples.ts";
import { checkTree } from "../kit/yaml-tree.ts";

const DIALECTS: readonly Dialect[] = ["manifest", "template"];

function check(text: string): void {
  for (const dialect of DIALECTS) {
    const { root, problems } = read(text, dialect);
    checkTree(root, problems, text);
    if (dialect === "template") assert.deepEqual(problems, []);
  }
}

/** Characters and words that mean something to YAML, so that random text is broken in interesting ways. */
const token = fc.constantFrom(
  ..."\n\n\n\n        ::--?#|>&*!\"'[]{},%@`\t\r~<",
  "a",
  "b: c",
  "- ",
  "key: ",
  "name: web",
  "\n  ",
  "\n    ",
  "\n- ",
  "\n  - ",
  ": ",
  "? ",
  "---",
  "...",
  "|-",
  ">+2",
  "<<: *a",
  "&a ",
  "*a",
  "!!int ",
  "!x ",
  "{{ ",
  " }}",
  "{{- if .x }}",
  "{{/* ",
  "*/}}",
  "\\",
  "\\u00",
  "\r\n",
  "é",
  "😀",
  "\u0001",
  "\ufeff",
  "# c",
  "-x: y",
  "a:b",
);

test("whatever the text, reading it gives a tree whose spans lie in it", () => {
  fc.assert(
    fc.property(fc.array(token, { maxLength: 60 }), (tokens) => check(tokens.join(""))),
    { numRuns: 2500 },
  );
});

test("manifests with pieces taken out, doubled or swapped are read", () => {
  const change = fc.record({ at: fc.nat(), length: fc.nat({ max: 12 }), text: fc.array(token, { maxLength: 3 }) });
  fc.assert(
    fc.property(fc.constantFrom(...SAMPLES), fc.array(change, { minLength: 1, maxLength: 4 }), (sample, changes) => {
      let text = sample;
      for (const { at, length, text: added } of changes) {
        const start = at % (text.length + 1);
        text = text.slice(0, start) + added.join("") + text.slice(start + length);
      }
      check(text);
      assert.equal(splitDocs(text).join(""), text);
    }),
    { numRuns: 800 },
  );
});

test("manifests cut off at any character are read", () => {
  let cuts = 0;
  for (const sample of SAMPLES) {
    for (let end = 0; end <= sample.length; end++) {
      check(sample.slice(0, end));
      cuts++;
    }
  }
  assert.ok(cuts > 1000, `${cuts}`);
});

/** Text that a careless reader goes over again and again, or sinks into. */
const HARD: readonly (readonly [string, (n: number) => string])[] = [
  ["brackets", (n) => "[".repeat(n)],
  ["braces with keys", (n) => "{a: ".repeat(n)],
  ["dashes", (n) => "- ".repeat(n)],
  ["question marks", (n) => "? ".repeat(n)],
  ["deep indentation", (n) => Array.from({ length: Math.min(n, 2000) }, (_, i) => `${" ".repeat(i)}a:\n`).join("")],
  ["open flows", (n) => "a: [b,\n".repeat(n)],
  ["open quotes", (n) => 'a: "b\n'.repeat(n)],
  ["open quotes in brackets", (n) => `[${'"b,\n'.repeat(n)}`],
  ["apostrophes", (n) => "'\n".repeat(n)],
  ["open actions", (n) => "a: {{ b\n".repeat(n)],
  ["open actions on one line", (n) => `a: ${"{{ ".repeat(n)}`],
  ["open actions in brackets", (n) => `a: [${"{{ ,".repeat(n)}`],
  ["open action strings", (n) => '{{ " `\n'.repeat(n)],
  ["action comments", (n) => "{{/* \n".repeat(n)],
  ["half keys", (n) => "abc\n".repeat(n)],
  ["folded text", (n) => `a: b\n${"  c\n".repeat(n)}`],
  ["blank lines", (n) => `a: b\n${" \n".repeat(n)}c`],
  ["tabs", (n) => `a:\n${"\t\n".repeat(n)}`],
  ["misfits", (n) => `a:\n    b: 1\n${"  c: 1\n      d: 2\n".repeat(n)}`],
  ["colons", (n) => "a: ".repeat(n)],
  ["anchors", (n) => `${"&a ".repeat(n)}b`],
  ["keys", (n) => Array.from({ length: n }, (_, i) => `k${i}: v\n`).join("")],
  ["equal keys", (n) => "k: v\n".repeat(n)],
  ["aliases", (n) => `a: &a [1]\n${Array.from({ length: n }, (_, i) => `k${i}: *a\n`).join("")}`],
  [
    "doubling aliases",
    (n) =>
      Array.from({ length: Math.min(n, 300) }, (_, i) => `a${i}: &a${i} [${i ? `*a${i - 1}, *a${i - 1}` : 1}]\n`).join(
        "",
      ),
  ],
  ["block scalars", (n) => "a: |\n x\n".repeat(n)],
  ["returns", (n) => "a: b\r".repeat(n)],
  ["dashes that stick", (n) => "a:\n-b: c\n".repeat(n)],
  ["documents", (n) => "---\n...\n".repeat(n)],
];

test("time grows no faster than the text", () => {
  const slow: string[] = [];
  for (const [name, make] of HARD) {
    const time = (size: number): number => {
      const text = make(size);
      const start = process.cpuUsage().user;
      check(text);
      splitDocs(text);
      return (process.cpuUsage().user - start) / 1000;
    };
    time(500);
    const small = Math.min(time(2000), time(2000));
    const large = Math.min(time(8000), time(8000));
    // Four times the text; sixteen times the time would be quadratic.
    if (large > 40 && large > 10 * small) slow.push(`${name}: ${small.toFixed(0)} ms, then ${large.toFixed(0)} ms`);
  }
  assert.deepEqual(slow, []);
});
