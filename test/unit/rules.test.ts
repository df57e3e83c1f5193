import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { after, test } from "node:test";
import { applyEdits } from "../../server/src/base/span.ts";
import { RULES } from "../../server/src/rules/index.ts";
import type { Example, Rule } from "../../server/src/rules/rule.ts";
import { lintExample } from "../kit/examples.ts";
import { dedent, type Mark, readMarks } from "../kit/marks.ts";

const looked = { rules: 0, bad: 0, good: 0, fixed: 0 };

for (const rule of RULES) {
  looked.rules++;
  for (const example of rule.bad) test(`${rule.id} finds: ${example.title.en}`, () => checkBad(rule, example));
  for (const example of rule.good) test(`${rule.id} is silent: ${example.title.en}`, () => checkGood(rule, example));
}

function checkBad(rule: Rule, example: Example): void {
  looked.bad++;
  const { text, marks } = readMarks(dedent(example.manifest));
  const findings = lintExample(text, example, rule);
  const found = findings.map(
    ({ rule: id, span }) => `${id} ${JSON.stringify(text.slice(span.start, span.end))} @${span.start}`,
  );
  assert.deepEqual(
    found,
    marks.map((mark) => announced(rule, text, mark)),
  );
  for (const [index, { part }] of marks.entries()) {
    const { en = "", vi = "" } = findings[index]?.message ?? {};
    if (part !== undefined) assert.ok(en.includes(part) || vi.includes(part), `${part} is not part of ${en}`);
  }
  for (const { fixes, message } of findings) {
    const offered = fixes?.() ?? [];
    const preferred = offered.filter((fix) => fix.preferred);
    assert.ok(preferred.length <= 1 && (preferred.length === 0 || offered[0] === preferred[0]), message.en);
  }
  if (example.fixed === undefined) return;
  looked.fixed++;
  const after = applyEdits(text, findings[0]?.fixes?.()[0]?.edits ?? []);
  assert.equal(after, dedent(example.fixed));
  assert.deepEqual(lintExample(after, example, rule), []);
}

const announced = (rule: Rule, text: string, mark: Mark): string =>
  `${mark.rule ?? rule.id} ${JSON.stringify(text.slice(mark.start, mark.end))} @${mark.start}`;

function checkGood(rule: Rule, example: Example): void {
  looked.good++;
  const { text, marks } = readMarks(dedent(example.manifest));
  assert.deepEqual(marks, [], "a good example announces nothing");
  const findings = lintExample(text, example, rule);
  assert.deepEqual(
    findings.map(({ rule, message }) => `${rule}: ${message.en}`),
    [],
  );
}

test("every rule file is in the list, under its own name and in order", () => {
  const files = readdirSync("server/src/rules", { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => ruleFiles(name));
  assert.deepEqual(
    RULES.map(({ id }) => id),
    files.sort(),
  );
});

after(() => {
  assert.ok(looked.rules >= 40, `only ${looked.rules} rules`);
  assert.ok(looked.bad >= 60 && looked.good >= looked.rules && looked.fixed >= 40, JSON.stringify(looked));
});

/** Ids of the rules in a domain's folder. What rules share stands beside them and is no rule. */
function ruleFiles(domain: string): readonly string[] {
  return readdirSync(`server/src/rules/${domain}`)
    .filter((file) => file.endsWith(".ts"))
    .filter((file) => readFileSync(`server/src/rules/${domain}/${file}`, "utf8").includes("export default"))
    .map((file) => `${domain}/${file.slice(0, -".ts".length)}`);
}
