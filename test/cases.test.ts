import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { after, test } from "node:test";
import { type Question, readCases, rewrite } from "./kit/cases.ts";
import { findingsOf, QUESTIONS } from "./kit/questions.ts";
import { openScene, type Scene, type SceneFile } from "./kit/scene.ts";

const ROOT = "test/cases";
const isUpdate = process.env.UPDATE === "1";

const paths = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".md"))
  .map((path) => `${ROOT}/${path.replaceAll("\\", "/")}`)
  .sort();

let asked = 0;

for (const path of paths) {
  const markdown = readFileSync(path, "utf8");
  const answers = new Map<Question, string>();
  for (const example of readCases(markdown)) {
    test(`${path}: ${example.name}`, () => {
      const scene = openScene(example);
      const marked = scene.files.filter(({ marks }) => marks.length > 0);
      assert.ok(example.questions.length + marked.length > 0, "the case asks nothing");
      if (marked.length > 0) for (const file of scene.files) marksHold(scene, file);
      for (const question of example.questions) {
        const answer = QUESTIONS[question.name];
        assert.ok(answer, `nobody can answer "${question.name}"`);
        const actual = answer(scene, question.argument);
        asked++;
        if (isUpdate) answers.set(question, actual);
        else assert.equal(actual, question.answer, `${question.name} ${question.argument}`);
      }
    });
  }
  if (isUpdate) after(() => writeFileSync(path, rewrite(markdown, answers)));
}

/** Marks and findings match one to one, in every file of a case that has marks at all; UPDATE writes none. */
function marksHold(scene: Scene, file: SceneFile): void {
  const found = findingsOf(scene, file).map(({ index, finding }) => {
    const start = file.held.stream.starts[index] ?? 0;
    return `${finding.rule} ${JSON.stringify(file.text.slice(start + finding.span.start, start + finding.span.end))}`;
  });
  const marks = file.marks.map(({ rule, start, end }) => `${rule} ${JSON.stringify(file.text.slice(start, end))}`);
  assert.deepEqual(found, marks, file.name);
  asked++;
}

test("the case files are found and asked", () => {
  assert.ok(paths.length >= 8, `only ${paths.length} case files`);
  assert.ok(asked >= 60, `only ${asked} questions`);
});
