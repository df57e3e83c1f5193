import assert from "node:assert/strict";
import { after, test } from "node:test";
import fc from "fast-check";
import type { SchemaCursor } from "../../server/src/schema/cursor.ts";
import type { SchemaProblem } from "../../server/src/schema/problem.ts";
import { apiVersionOf, type KindEntry } from "../../server/src/schema/types.ts";
import { validate } from "../../server/src/schema/validate.ts";
import { documentContext } from "../../server/src/workspace/context.ts";
import { YDocument } from "../../server/src/yaml/document.ts";
import { toJson } from "../../server/src/yaml/scalar.ts";
import { splitDocs } from "../../server/src/yaml/split.ts";
import { corpusFolder, manifestsBelow } from "../kit/corpus.ts";
import { grow, type Json, mutate, withoutNulls } from "../kit/generated-objects.ts";
import { JsonSchemas } from "../kit/json-schema.ts";
import { Random } from "../kit/random.ts";
import { newest } from "../kit/schemas.ts";

/**
 * Our walker and ajv say the same of the structure of an object: unknown and missing fields, types, enums and bounds.
 * What differs on purpose is levelled before: null is absent, and see `convert` for what else Kubernetes means.
 */
const { release } = newest;
const oracle = new JsonSchemas(release);
const counts = { compared: 0, refused: 0, kinds: new Set<string>() };

function compare(entry: KindEntry, object: Json): void {
  const cursor = newest.root(entry);
  const { root, problems } = new YDocument(JSON.stringify(object), "manifest");
  assert.ok(cursor && root && problems.length === 0);
  const ours = [
    ...validate(root, cursor, { partial: false }).filter((problem) => isStructural(problem) && !isCount(problem)),
    // Null counts as an entry of a map to us, and the object that ajv sees has none: counts are compared without.
    ...countProblems(withoutNulls(object), cursor),
  ];
  const check = oracle.validator(entry.definition);
  const accepted = check(withoutNulls(object));
  counts.compared++;
  counts.kinds.add(`${apiVersionOf(entry)}/${entry.kind}`);
  if (!accepted) counts.refused++;
  if (accepted === (ours.length === 0)) return;
  const said = ours.map(({ kind, path }) => `${kind} at ${path.join(".")}`).join("; ") || "nothing";
  const expected = check.errors?.map((error) => `${error.instancePath} ${error.message}`).join("; ") ?? "nothing";
  assert.fail(`${entry.kind}: we say ${said}, ajv says ${expected} of ${JSON.stringify(object)}`);
}

/** Formats are checked by tables of their own; an unknown field is one even when it is null. */
function isStructural(problem: SchemaProblem): boolean {
  if (problem.kind !== "unknown-field") return problem.kind !== "bad-format" || problem.format === "pattern";
  const { value } = problem.pair;
  return value?.type !== "scalar" || value.text !== "null";
}

const isCount = (problem: SchemaProblem): boolean => problem.kind === "out-of-range" && problem.bound === "count";

function countProblems(object: Json, cursor: SchemaCursor): readonly SchemaProblem[] {
  const { root } = new YDocument(JSON.stringify(object), "manifest");
  return root ? validate(root, cursor, { partial: false }).filter(isCount) : [];
}

function mutated(object: Json, random: Random): Json {
  const copy = structuredClone(object);
  for (let count = random.below(3); count > 0; count--) mutate(copy, random);
  return copy;
}

test("objects grown from the schema of any kind", () => {
  // ajv compiles each kind for some 20 ms: a run takes a tenth of them, which one its seed says.
  const start = (fc.readConfigureGlobal().seed ?? 0) % 10;
  const entries = newest.kinds().filter((_, index) => index % 10 === start);
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = new Random(seed);
      const entry = random.pick(entries);
      compare(entry, mutated(grow({ $ref: entry.definition }, release, random), random));
    }),
    { numRuns: 250 },
  );
});

/** Objects of known kinds, written by people. What a template or a pipeline fills in later is no structure yet. */
function writtenObjects(): readonly (readonly [KindEntry, Json])[] {
  const texts = [...manifestsBelow("examples"), ...manifestsBelow(corpusFolder() ?? "")];
  return texts
    .flatMap((text) => splitDocs(text))
    .filter((text) => !/\{\{|\$\{/.test(text))
    .flatMap((text) => {
      const doc = new YDocument(text, "manifest");
      if (doc.problems.length > 0) return [];
      return documentContext(doc, "manifest", newest).subjects.flatMap(({ root, resource, cursor }) => {
        const entry = resource && cursor && newest.kind(resource.gvk);
        // JSON has been read from the document, so it is JSON.
        return entry ? [[entry, toJson(root) as Json] as const] : [];
      });
    });
}

test("objects that people wrote, with mistakes put in", () => {
  const written = writtenObjects();
  assert.ok(written.length >= 40, `${written.length} objects`);
  for (const [entry, object] of written) compare(entry, object);
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = new Random(seed);
      const [entry, object] = random.pick(written);
      compare(entry, mutated(object, random));
    }),
    { numRuns: 250 },
  );
});

after(() => {
  const { compared, refused, kinds } = counts;
  console.log(`${compared} comparisons, ${refused} refused by both, ${kinds.size} kinds`);
  assert.ok(compared >= 540 && kinds.size >= 30);
  assert.ok(refused > compared / 12 && refused < (compared * 4) / 5, `${refused} of ${compared} refused`);
});
