import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { WORDS } from "../../server/src/features/describe/words.ts";
import { isQuantity } from "../../server/src/schema/format.ts";
import {
  ANNOTATION_VALUES,
  ANNOTATIONS_OF_KIND,
  COMMON_ANNOTATIONS,
} from "../../server/src/schema/known/annotations.ts";
import { CORE_CHOICES } from "../../server/src/schema/known/choices-core.ts";
import { GROUP_CHOICES } from "../../server/src/schema/known/choices-groups.ts";
import type { FieldTable, Row } from "../../server/src/schema/known/known.ts";
import { LABEL_VALUES, LABELS_OF_KIND, NODE_LABELS, OBJECT_LABELS } from "../../server/src/schema/known/labels.ts";
import { OPEN_VALUES, QUANTITIES, QUOTA_NAMES, RESOURCE_NAMES } from "../../server/src/schema/known/values.ts";
import { readGlossary } from "../../tools/texts/glossary.mjs";
import { newest } from "../kit/schemas.ts";
import { englishFaults, vietnameseFaults } from "../kit/vietnamese.ts";

const FIELD_TABLES: readonly FieldTable[] = [CORE_CHOICES, GROUP_CHOICES, OPEN_VALUES];

const rows: readonly Row[] = [
  ...FIELD_TABLES.flatMap((table) => Object.values(table).flat()),
  ...[ANNOTATION_VALUES, ANNOTATIONS_OF_KIND, LABEL_VALUES, LABELS_OF_KIND, QUANTITIES].flatMap((table) =>
    Object.values(table).flat(),
  ),
  ...[COMMON_ANNOTATIONS, NODE_LABELS, OBJECT_LABELS, QUOTA_NAMES, RESOURCE_NAMES].flat(),
];

const glossary = readGlossary();

test("the texts of known values keep to both languages' rules", () => {
  const faults = rows.flatMap(([value, en, vi]) => [
    ...englishFaults(en).map((fault) => `${value}: ${en}: ${fault}`),
    ...vietnameseFaults(vi, glossary).map((fault) => `${value}: ${vi}: ${fault}`),
    ...(/\.$/.test(en) && /\.$/.test(vi) ? [] : [`${value}: no full stop`]),
    ...(en.length <= 110 && vi.length <= 110 ? [] : [`${value}: longer than a line`]),
    ...(codes(en) === codes(vi) ? [] : [`${value}: other code in ${vi}`]),
  ]);
  assert.deepEqual(faults, []);
  assert.ok(rows.length > 350, `only ${rows.length} rows`);
});

const codes = (text: string): string =>
  [...text.matchAll(/`[^`]*`/g)]
    .map(([code]) => code)
    .sort()
    .join(" ");

test("the small words keep to them as well", () => {
  const words = Object.values(WORDS);
  assert.deepEqual(
    words.flatMap(({ en, vi }) => [...englishFaults(en), ...vietnameseFaults(vi, glossary)]),
    [],
  );
  assert.ok(words.length >= 12);
});

/** The field that a table's key names, with its schema in the newest release. */
function fieldOf(key: string) {
  const [definition = "", name = ""] = key.split("#");
  const candidates = ["io.k8s.api.", "io.k8s.apimachinery.pkg.apis.", "io.k8s."].map((prefix) => prefix + definition);
  const owner = candidates.find((candidate) => newest.release.definition(candidate) !== undefined);
  return owner === undefined ? undefined : newest.cursor({ $ref: owner }, owner).child(name);
}

test("every known field exists", () => {
  const keys = FIELD_TABLES.flatMap((table) => Object.keys(table));
  assert.deepEqual(
    keys.filter((key) => fieldOf(key) === undefined),
    [],
  );
  assert.ok(keys.length > 100, `only ${keys.length} fields`);
});

test("what is said of an enum is said of values that it has", () => {
  let seen = 0;
  const strangers = FIELD_TABLES.flatMap((table) =>
    Object.entries(table).flatMap(([key, known]) => {
      const cursor = fieldOf(key);
      const item = cursor?.item();
      const allowed = cursor?.schema.enum ?? cursor?.site.enum ?? item?.schema.enum ?? item?.site.enum;
      if (!allowed) return [];
      seen++;
      return known.filter(([value]) => !allowed.includes(value)).map(([value]) => `${key}: ${value}`);
    }),
  );
  assert.deepEqual(strangers, []);
  assert.ok(seen > 50, `only ${seen} enums`);
});

test("common quantities are quantities", () => {
  const values = Object.values(QUANTITIES).flat();
  assert.deepEqual(
    values.filter(([value]) => !isQuantity(value)),
    [],
  );
  assert.ok(values.length > 20);
});

test("no table offers a value twice", () => {
  const lists = [...FIELD_TABLES.flatMap((table) => Object.entries(table)), ...Object.entries(ANNOTATIONS_OF_KIND)];
  const twice = lists.filter(([, list]) => new Set(list.map(([value]) => value)).size < list.length);
  assert.deepEqual(
    twice.map(([key]) => key),
    [],
  );
  assert.ok(lists.length > 100);
});

test("the glossary that judges them is there", () => {
  assert.match(readFileSync("schemas/docs/glossary.yaml", "utf8"), /banned/);
});
