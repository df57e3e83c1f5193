import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parseAllDocuments } from "yaml";
import { glossaryPage, readGlossary } from "../../tools/texts/glossary.mjs";
import { readTexts, type SourceText } from "../../tools/texts/read.mjs";
import { fingerprint, readReviewed, upstreamDescriptions } from "../../tools/texts/reviewed.mjs";
import { englishFaults, vietnameseFaults } from "../kit/vietnamese.ts";

const { texts, links } = readTexts();
const glossary = readGlossary();

/** The number of texts may only rise. */
const LEAST_TEXTS = 498;
/** Fails with every fault of every text, and proves that texts were looked at. */
function everyText(faultsOf: (text: SourceText) => readonly string[]): void {
  const faults = texts.flatMap((text) => faultsOf(text).map((fault) => `${text.key}: ${fault}`));
  assert.deepEqual(faults, []);
  assert.ok(texts.length >= LEAST_TEXTS, `${texts.length} texts`);
}

/** Placeholders that a reader of either language finds in their own. */
const TRANSLATED = new Map([
  ["`nhóm/phiên-bản`", "`group/version`"],
  ["`registry/tên:tag`", "`registry/name:tag`"],
]);

/** Lines that text takes in a hover of 110 columns. */
const linesOf = (text: string): number =>
  text
    .trimEnd()
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 110)), 0);

const proseOf = (text: SourceText, language: "en" | "vi"): string =>
  `${text[language].summary} ${text[language].detail}`;

test("every text is complete in both languages", () => {
  everyText((text) =>
    (["en", "vi"] as const).flatMap((language) => [
      ...(text.title[language].trim() === "" ? [`no ${language} title`] : []),
      ...(/[.…]$/.test(text[language].summary) ? [] : [`the ${language} summary is not a sentence`]),
      ...(/[.…]$/.test(text[language].detail) ? [] : [`the ${language} detail does not end`]),
    ]),
  );
});

test("a text fits a hover", () => {
  everyText((text) =>
    (["en", "vi"] as const).flatMap((language) => {
      const { summary, detail } = text[language];
      const sentences = (
        proseOf(text, language)
          .replace(/`[^`]*`/g, "x")
          .match(/[.…](?=\s|$)/g) ?? []
      ).length;
      return [
        ...(summary.length > 150 ? [`${language} summary of ${summary.length} characters`] : []),
        ...(detail.length > 570 ? [`${language} detail of ${detail.length} characters`] : []),
        ...(linesOf(summary) + linesOf(detail) + linesOf(text.example ?? "") > 14 ? [`too tall in ${language}`] : []),
        ...(sentences < 2 || sentences > 6 ? [`${sentences} sentences in ${language}`] : []),
        ...((text.example ?? "").trimEnd().split("\n").length > 8 ? ["example of more than 8 lines"] : []),
      ];
    }),
  );
});

test("Vietnamese and English read as written by a person", () => {
  everyText((text) => [...vietnameseFaults(proseOf(text, "vi"), glossary), ...englishFaults(proseOf(text, "en"))]);
});

test("the language rules catch what they are for", () => {
  const caught = ["vùng chứa", "các Pods", "xoá Pod", "tuỳ chọn", "hai  dấu cách", "dấu , phẩy", "một `lỗi"];
  for (const text of caught) assert.notDeepEqual(vietnameseFaults(text, glossary), [], text);
  for (const text of ["the behaviour", "it doesn't"]) assert.notDeepEqual(englishFaults(text), [], text);
  assert.deepEqual(vietnameseFaults("Xóa Pod, tùy loại volume; quý trọng `các Pods`.", glossary), []);
});

test("both languages name the same code", () => {
  const tokens = (prose: string): readonly string[] =>
    [...new Set((prose.match(/`[^`]+`/g) ?? []).map((token) => TRANSLATED.get(token) ?? token))].sort();
  let seen = 0;
  everyText((text) => {
    const [en, vi] = [tokens(proseOf(text, "en")), tokens(proseOf(text, "vi"))];
    seen += en.length;
    const lacks = (from: readonly string[], other: readonly string[]) => from.filter((token) => !other.includes(token));
    return [...lacks(en, vi).map((token) => `vi lacks ${token}`), ...lacks(vi, en).map((token) => `en lacks ${token}`)];
  });
  assert.ok(seen > 100, `${seen} code spans`);
});

test("examples are YAML", () => {
  let examples = 0;
  everyText(({ example }) => {
    if (example === undefined) return [];
    examples++;
    return parseAllDocuments(example).flatMap((document) => document.errors.map((error) => error.message));
  });
  assert.ok(examples >= 43, `${examples} examples`);
});

test("every page is linked by key, and no key is idle", () => {
  const used = new Set(texts.map((text) => text.docs));
  const keys = Object.keys(links);
  assert.deepEqual(
    keys.filter((key) => !used.has(key)),
    [],
  );
  assert.deepEqual(
    Object.entries(links).filter(([, url]) => !/^https:\/\/[a-z.-]+\/[\w./#-]*$/.test(url)),
    [],
  );
  assert.deepEqual(
    texts.filter((text) => /https?:\/\/(?!web\.)/.test(proseOf(text, "en") + proseOf(text, "vi"))),
    [],
  );
  assert.ok(keys.length >= 30, `${keys.length} links`);
});

test("no text is older than what it was compared with", () => {
  const reviewed = readReviewed();
  const upstream = upstreamDescriptions();
  everyText((text) => {
    const [english, description] = fingerprint(text, upstream);
    const [knownEnglish, knownDescription] = reviewed[text.key] ?? [];
    return [
      ...(english === knownEnglish ? [] : ["the English has changed; compare the Vietnamese"]),
      ...(description === knownDescription
        ? []
        : ["Kubernetes describes it in other words now; is the text still true?"]),
    ];
  });
  const keys = new Set(texts.map((text) => text.key));
  assert.deepEqual(
    Object.keys(reviewed).filter((key) => !keys.has(key)),
    [],
  );
});

test("the glossary page says what the glossary says", () => {
  assert.equal(readFileSync("docs/glossary-vi.md", "utf8"), glossaryPage(glossary));
  const terms = glossary.areas.flatMap((area) => area.terms);
  assert.ok(terms.length >= 120, `${terms.length} terms`);
  assert.deepEqual(vietnameseFaults(terms.map((term) => term.vi).join(" · "), { ...glossary, banned: [] }), []);
});
