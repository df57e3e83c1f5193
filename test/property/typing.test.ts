import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Diagnoser, type Located } from "../../server/src/features/diagnose.ts";
import { typedAt, withoutAwaited } from "../../server/src/features/typing.ts";
import { RULES } from "../../server/src/rules/index.ts";
import { fileId } from "../../server/src/workspace/file.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";
import { schemas } from "../kit/catalog.ts";
import { corpusFolder, manifestsBelow } from "../kit/corpus.ts";
import { dedent, readMarks } from "../kit/marks.ts";
import { Random } from "../kit/random.ts";
import { onFailure } from "../kit/rule-sets.ts";
import { SAMPLES } from "../kit/samples.ts";

/** `FULL=1` types every line of everything, in three steps each, which takes minutes: for whoever adds rules. */
const isFull = process.env.FULL === "1";
const SAMPLE = 300;

const FILE = fileId("file:///workspace/typed.yaml");

/** Long ones cost more than they tell. */
const LONGEST = 8_000;

/** Valid manifests: of every rule one that it has nothing to say about, and real ones. */
function texts(): readonly string[] {
  const examples = RULES.flatMap(({ good }) =>
    good.flatMap(({ manifest, kubernetes, schema }) => (kubernetes || schema ? [] : readMarks(dedent(manifest)).text)),
  );
  const folders = ["web-shop", "network-policies", "storage"].map((name) => join("examples", name));
  return [...SAMPLES, ...examples, ...folders.flatMap((folder) => manifestsBelow(folder)), ...clean()].filter(
    ({ length }) => length <= LONGEST,
  );
}

/** Real files that are known to be valid, where they lie beside the repository. */
function clean(): readonly string[] {
  const folder = corpusFolder();
  const list = folder && join(folder, "clean-files.txt");
  if (!folder || !list || !existsSync(list)) return [];
  const paths = readFileSync(list, "utf8").trim().split("\n");
  return paths.map((path) => readFileSync(join(folder, path), "utf8"));
}

/** Where typing may have come to: some way into each line, to its end, and behind its line break. */
function stops(text: string, random: Random): readonly number[] {
  const ends: number[] = [];
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    ends.push(start + 1 + random.below(Math.max(1, end - start)), end, end + 1);
    start = end + 1;
  }
  return [...new Set(ends)].filter((end) => end <= text.length);
}

interface Prefix {
  readonly whole: string;
  readonly end: number;
}

function prefixes(): readonly Prefix[] {
  const random = new Random(20_261_126);
  const all = texts().flatMap((whole) => stops(whole, random).map((end): Prefix => ({ whole, end })));
  if (isFull) return all;
  const chosen = new Set(random.shuffled(all).slice(0, SAMPLE));
  return all.filter((each) => chosen.has(each));
}

test("while a manifest is typed, and where it breaks off, nothing above the last line is called wrong", (context) => {
  const workspace = new Workspace(schemas);
  const diagnoser = new Diagnoser(workspace);
  const settings = { severities: {}, onFailure };
  const blamed: string[] = [];
  const times: number[] = [];
  const looked = prefixes();
  workspace.open(FILE, "");
  for (const { whole, end } of looked) {
    const text = whole.slice(0, end);
    const above = text.slice(0, text.lastIndexOf("\n", end - 2) + 1);
    const before = workspace.edit(FILE, [{ range: undefined, text: above }]) ?? assert.fail("the file is open");
    const changes = [{ range: undefined, text }];
    const started = performance.now();
    const held = workspace.edit(FILE, changes) ?? assert.fail("the file is open");
    const found = diagnoser.diagnose(held, settings, "edited");
    const caret = typedAt(before.stream, held.stream, changes);
    const whileTyping = caret === undefined ? found : withoutAwaited(held, found, caret);
    times.push(performance.now() - started);
    // What ends with its line may be all there is: only an editor knows that it goes on.
    const told: readonly Located[] = text.endsWith("\n") ? whileTyping : found;
    const last = text.split("\n").length - 1;
    for (const { index, finding } of told) {
      const { line } = held.stream.positionAt(index, finding.span.start);
      if (finding.severity === "error" && line < last) blamed.push(`${finding.rule} on line ${line + 1} of\n${text}`);
    }
  }
  assert.ok(blamed.length === 0, `${blamed.length} times:\n${blamed.slice(0, 12).join("\n\n")}`);
  assert.ok(looked.length >= SAMPLE);
  const slowest = times.toSorted((a, b) => a - b);
  const at = (share: number): string => `${(slowest[Math.ceil(share * slowest.length) - 1] ?? 0).toFixed(1)} ms`;
  context.diagnostic(`${looked.length} prefixes; p50 ${at(0.5)}, p95 ${at(0.95)}, slowest ${at(1)}`);
});
