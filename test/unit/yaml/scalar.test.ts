import assert from "node:assert/strict";
import { test } from "node:test";
import { at, type YNode, type YScalar } from "../../../server/src/yaml/node.ts";
import { read } from "../../../server/src/yaml/read.ts";
import {
  integerValue,
  jsonKey,
  jsonValue,
  mergedEntries,
  scalarKind,
  toJson,
} from "../../../server/src/yaml/scalar.ts";

const rootOf = (text: string): YNode | null => read(text, "manifest").root;

function scalar(text: string): YScalar {
  const node = at(rootOf(`a: ${text}\n`), "a");
  return node?.type === "scalar" ? node : assert.fail(text);
}

test("plain scalars mean what goyaml.v2 makes of them", () => {
  const rows: readonly (readonly [string, ReturnType<typeof scalarKind>, unknown])[] = [
    ["~", "null", null],
    ["null", "null", null],
    ["NULL", "null", null],
    ["nULL", "string", "nULL"],
    ...["y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE"].map(
      (word) => [word, "boolean", true] as const,
    ),
    ...["n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE"].map(
      (word) => [word, "boolean", false] as const,
    ),
    ["yEs", "string", "yEs"],
    ["tRue", "string", "tRue"],
    ["0", "integer", 0],
    ["-0", "integer", 0],
    ["+12", "integer", 12],
    ["0644", "integer", 420],
    ["0o644", "integer", 420],
    ["-017", "integer", -15],
    ["0x1F", "integer", 31],
    ["0b101", "integer", 5],
    ["-0b11", "integer", -3],
    ["1_000", "integer", 1000],
    ["_1", "string", "_1"],
    ["08", "float", 8],
    ["0o8", "string", "0o8"],
    ["0x", "string", "0x"],
    ["1e3", "float", 1000],
    ["1.", "float", 1],
    [".5", "float", 0.5],
    ["+.5", "float", 0.5],
    [".5.", "string", ".5."],
    ["1.5e-3", "float", 0.0015],
    ["1_0.5", "float", 10.5],
    ["1.2.3", "string", "1.2.3"],
    ["1:30", "string", "1:30"],
    ["190:20:30", "string", "190:20:30"],
    ["2001-12-14", "string", "2001-12-14"],
    ["2001-12-14T21:59:43Z", "string", "2001-12-14T21:59:43Z"],
    ["9223372036854775807", "integer", 2 ** 63],
    ["18446744073709551616", "float", 2 ** 64],
    ["1e400", "string", "1e400"],
    [".inf", "float", Number.POSITIVE_INFINITY],
    ["-.INF", "float", Number.NEGATIVE_INFINITY],
    [".NaN", "float", Number.NaN],
    ["+.nan", "string", "+.nan"],
    ["100m", "string", "100m"],
    ["'1'", "string", "1"],
    ['"yes"', "string", "yes"],
    ["!!str 1", "string", "1"],
    ["!!int '1'", "integer", 1],
    ["!!float 1", "float", 1],
    ["!!bool 'yes'", "boolean", true],
    ["!!null ''", "null", null],
    ["!!binary aGk=", "string", "hi"],
    ["!<tag:yaml.org,2002:int> 7", "integer", 7],
    ["! '12'", "integer", 12],
    ["!Ref x", "string", "x"],
  ];
  for (const [text, kind, value] of rows) {
    assert.equal(scalarKind(scalar(text)), kind, text);
    assert.deepEqual(jsonValue(scalar(text)), value, text);
  }
});

test("whole numbers keep all their digits", () => {
  assert.equal(integerValue(scalar("9223372036854775807")), 9223372036854775807n);
  assert.equal(integerValue(scalar("-9223372036854775808")), -9223372036854775808n);
  assert.equal(integerValue(scalar("18446744073709551615")), 18446744073709551615n);
  assert.equal(integerValue(scalar("0xFFFFFFFFFFFFFFFFFF")), 0xffffffffffffffffffn);
  assert.equal(integerValue(scalar("1.0")), undefined);
});

test("keys are strings in JSON, written as sigs.k8s.io/yaml writes them", () => {
  const rows = {
    a: "a",
    "1": "1",
    "0x10": "16",
    yes: "true",
    off: "false",
    "1.50": "1.5",
    "1e3": "1000",
    "0.00001": "1e-05",
    "1e21": "1e+21",
    "123456.0": "123456",
    "1234567.0": "1.234567e+06",
    "3.14159265358979": "3.1415927",
    ".inf": ".inf",
    "-.5": "-0.5",
    "'1.50'": "1.50",
  };
  for (const [written, key] of Object.entries(rows)) {
    const root = rootOf(`${written}: x\n`);
    assert.equal(root?.type === "map" && root.entries[0] && jsonKey(root.entries[0].key), key, written);
  }
});

test("merge keys and aliases are resolved in the order of the document", () => {
  const text = `base: &base {a: 1, b: 2}
more: &more {b: 3, c: 4}
first: {<<: *base, b: own}
last: {b: own, <<: *base}
list: {<<: [*base, *more]}
nested: {<<: {<<: *more, d: 5}}
quoted: {"<<": x}
same: *base
`;
  assert.deepEqual(toJson(rootOf(text)), {
    base: { a: 1, b: 2 },
    more: { b: 3, c: 4 },
    first: { a: 1, b: "own" },
    last: { a: 1, b: 2 },
    list: { a: 1, b: 2, c: 4 },
    nested: { b: 3, c: 4, d: 5 },
    quoted: { "<<": "x" },
    same: { a: 1, b: 2 },
  });
  const plain = rootOf("a: 1\n");
  assert.ok(plain?.type === "map" && mergedEntries(plain) === plain.entries);
});

test("a tree that aliases make endless is cut, not followed", () => {
  const lines = Array.from({ length: 40 }, (_, i) => `a${i}: &a${i} [${i === 0 ? "x" : `*a${i - 1}, *a${i - 1}`}]\n`);
  const result = toJson(rootOf(lines.join("")));
  assert.ok(typeof result === "object" && result !== null && Object.keys(result).length === 40);
});
