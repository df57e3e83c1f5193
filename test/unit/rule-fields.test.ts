import assert from "node:assert/strict";
import { test } from "node:test";
import { RULES } from "../../server/src/rules/index.ts";
import { keysOf } from "../../server/src/yaml/key-set.ts";
import { catalogFor } from "../kit/catalog.ts";
import { dedent, readMarks } from "../kit/marks.ts";
import { SmallWorkspace } from "../kit/workspace.ts";

test("a rule has nothing to say of a document that has none of its fields", () => {
  const rules = RULES.flatMap((rule) => (rule.reads === "object" && rule.fields ? [rule] : []));
  const texts = RULES.flatMap(({ bad, good }) => [...bad, ...good]).map(({ manifest }) => dedent(manifest));
  let asked = 0;
  for (const context of [...new Set(texts)].flatMap((text) => contextsOf(readMarks(text).text))) {
    const keys = keysOf(context.doc);
    for (const rule of rules.filter(({ fields }) => !fields?.some((field) => keys.has(field))))
      for (const subject of context.subjects) {
        if (!subject.resource || rule.kinds?.includes(subject.resource.gvk.kind) === false) continue;
        asked++;
        assert.deepEqual([...rule.check(subject.resource, subject, context)], [], `${rule.id}\n${context.doc.text}`);
      }
  }
  assert.ok(rules.length > 50 && asked > 10_000, `${rules.length} rules, asked ${asked} times`);
});

const contextsOf = (text: string) =>
  new SmallWorkspace({ "a.yaml": text }, undefined, catalogFor("")).contexts("a.yaml");
