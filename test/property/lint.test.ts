import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { applyEdits, type Edit } from "../../server/src/base/span.ts";
import { RULES } from "../../server/src/rules/index.ts";
import type { Finding } from "../../server/src/rules/rule.ts";
import { lintExample } from "../kit/examples.ts";
import { dedent, readMarks } from "../kit/marks.ts";

/** Valid manifests of many kinds, short ones only. */
const MANIFESTS = RULES.flatMap(({ good }) => good.map(({ manifest }) => readMarks(dedent(manifest)).text)).filter(
  (text) => text.length < 2_000,
);

type Damage = (text: string, at: number) => string;

const lineAround = (text: string, at: number): readonly [start: number, end: number] => {
  const start = text.lastIndexOf("\n", Math.max(0, at - 1)) + 1;
  const end = text.indexOf("\n", start);
  return [start, end < 0 ? text.length : end + 1];
};

/** What a hand that slips does to a text. */
const DAMAGES: readonly Damage[] = [
  (text, at) => text.slice(0, at) + text.slice(at + 1),
  (text, at) => text.slice(0, at) + (text[at + 1] ?? "") + (text[at] ?? "") + text.slice(at + 2),
  (text, at) => text.slice(0, at),
  (text, at) => `${text.slice(0, at)}${'"'}${text.slice(at)}`,
  (text, at) => `${text.slice(0, at)}: ${text.slice(at)}`,
  (text, at) => `${text.slice(0, at)}{{ x }}${text.slice(at)}`,
  (text, at) => `${text.slice(0, at)}\n${text.slice(at)}`,
  (text, at) => {
    const [start] = lineAround(text, at);
    return `${text.slice(0, start)} ${text.slice(start)}`;
  },
  (text, at) => {
    const [start] = lineAround(text, at);
    return `${text.slice(0, start)}\t${text.slice(start)}`;
  },
  (text, at) => {
    const [start, end] = lineAround(text, at);
    return text.slice(0, start) + text.slice(start, end).replace(/^ {1,2}/, "") + text.slice(end);
  },
  (text, at) => {
    const [start, end] = lineAround(text, at);
    return text.slice(0, start) + text.slice(end);
  },
  (text, at) => {
    const [start, end] = lineAround(text, at);
    return text.slice(0, end) + text.slice(start, end) + text.slice(end);
  },
  (text) => text.replaceAll("\n", "\r\n"),
];

const damaged = fc
  .tuple(
    fc.constantFrom(...MANIFESTS),
    fc.array(fc.tuple(fc.constantFrom(...DAMAGES), fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 3 }),
  )
  .map(([text, damages]) =>
    damages.reduce((damagedText, [damage, where]) => damage(damagedText, Math.floor(where * damagedText.length)), text),
  );

test("whatever a manifest has become, findings and fixes stay within it", () => {
  assert.ok(MANIFESTS.length > 40);
  let findings = 0;
  let fixes = 0;
  fc.assert(
    fc.property(damaged, (text) => {
      const found = lintExample(text);
      findings += found.length;
      for (const finding of found) fixes += checkFinding(finding, text);
    }),
    { numRuns: 250 },
  );
  assert.ok(findings > 100 && fixes > 100, `${findings} findings and ${fixes} fixes were looked at`);
});

/** Number of fixes looked at. */
function checkFinding({ span, fixes, rule }: Finding, text: string): number {
  assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length, `${rule} ${JSON.stringify(span)}`);
  assert.ok(!text.slice(span.start, span.end).includes("\n"), `${rule} spans lines`);
  const offered = fixes?.() ?? [];
  assert.ok(
    offered.slice(1).every(({ preferred }) => !preferred),
    `${rule} prefers a later fix`,
  );
  for (const { edits, title } of offered) {
    assert.ok(edits.length > 0, `${rule}: "${title.en}" changes nothing`);
    assert.ok(areApart(edits, text.length), `${rule}: "${title.en}" has edits that overlap`);
    lintExample(applyEdits(text, edits));
  }
  return offered.length;
}

function areApart(edits: readonly Edit[], length: number): boolean {
  const spans = edits.map(({ span }) => span).sort((a, b) => a.start - b.start || a.end - b.end);
  return spans.every(({ start, end }, index) => {
    const next = spans[index + 1];
    return start <= end && end <= (next?.start ?? length);
  });
}
