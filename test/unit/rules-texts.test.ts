import assert from "node:assert/strict";
import { test } from "node:test";
import { LANGUAGES, type Localized } from "../../server/src/base/localized.ts";
import { RULES } from "../../server/src/rules/index.ts";
import { readGlossary } from "../../tools/texts/glossary.mjs";
import { lintExample } from "../kit/examples.ts";
import { dedent, readMarks } from "../kit/marks.ts";
import { englishFaults, vietnameseFaults } from "../kit/vietnamese.ts";

/** Texts of the rules themselves, and those that their examples bring about. */
interface Spoken {
  readonly where: string;
  readonly text: Localized;
  /** Characters that the longest language may have. */
  readonly most: number;
}

const WRITTEN: readonly Spoken[] = RULES.flatMap(({ id, docs, bad, good }) => [
  { where: `${id} title`, text: docs.title, most: 70 },
  { where: `${id} why`, text: docs.why, most: 320 },
  ...[...bad, ...good].map(({ title }) => ({ where: `${id} example`, text: title, most: 80 })),
]);

const SAID: readonly Spoken[] = RULES.flatMap((owner) =>
  owner.bad.flatMap((example) =>
    lintExample(readMarks(dedent(example.manifest)).text, example, owner).flatMap(
      ({ rule, message, related, fixes }) => [
        { where: `${rule} message`, text: message, most: 150 },
        ...(related ?? []).map((place) => ({ where: `${rule} related`, text: place.message, most: 80 })),
        ...(fixes?.() ?? []).map(({ title }) => ({ where: `${rule} fix`, text: title, most: 90 })),
      ],
    ),
  ),
);

const TEXTS = [...WRITTEN, ...SAID];

test("both languages are written to the standard", () => {
  const glossary = readGlossary();
  const faults = TEXTS.flatMap(({ where, text }) =>
    [...vietnameseFaults(text.vi, glossary), ...englishFaults(text.en)].map((fault) => `${where}: ${fault}`),
  );
  assert.ok(TEXTS.length > 300, `only ${TEXTS.length} texts`);
  assert.deepEqual(faults, []);
});

test("both languages name the same things", () => {
  const tokens = (text: string): readonly string[] => [...text.matchAll(/`[^`]+`/g)].map(String).sort();
  const unequal = TEXTS.filter(({ text }) => String(tokens(text.en)) !== String(tokens(text.vi)));
  assert.deepEqual(
    unequal.map(({ where, text }) => `${where}: ${text.en} / ${text.vi}`),
    [],
  );
});

test("texts are short, and sentences end", () => {
  const faults = TEXTS.flatMap(({ where, text, most }) =>
    LANGUAGES.flatMap((language) => {
      const sentence = text[language];
      const long = sentence.length > most ? [`${where}: ${sentence.length} characters in ${language}`] : [];
      const open = / (message|why)$/.test(where) && !/[.?]$/.test(sentence) ? [`${where}: no end in ${language}`] : [];
      const closed = / (title|fix|example)$/.test(where) && /[.:]$/.test(sentence) ? [`${where}: an end`] : [];
      return [...long, ...open, ...closed];
    }),
  );
  assert.deepEqual(faults, []);
});
