import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { answerTo, readFactCases } from "./facts.ts";

const FOLDER = "test/cases/network";

for (const file of readdirSync(FOLDER)) {
  const path = `${FOLDER}/${file}`;
  const text = readFileSync(path, "utf8");
  const cases = readFactCases(text);
  if (process.env.UPDATE === "1") writeFileSync(path, rewritten(text));
  for (const { name, facts, questions } of cases) {
    test(`${file}: ${name}`, () => {
      assert.notEqual(questions.length, 0, "asks nothing");
      for (const { text: question, answer } of questions) assert.deepEqual(answerTo(facts, question), answer, question);
    });
  }
}

/** The same text with the answers that are given now; read what changes as if somebody else had made it. */
function rewritten(text: string): string {
  const [head = "", ...parts] = text.split(/^# /m);
  const again = parts.map((part) => {
    const [found] = readFactCases(`# ${part}`);
    const facts = part.split(/^\? /m)[0] ?? "";
    const questions = (found?.questions ?? []).map(({ text: question }) =>
      [`? ${question}`, ...answerTo(found?.facts ?? [], question)].join("\n"),
    );
    return `# ${facts}${questions.join("\n")}\n\n`;
  });
  return `${head}${again.join("")}`.trimEnd().concat("\n");
}
