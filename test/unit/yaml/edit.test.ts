import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits, type Edit } from "../../../server/src/base/span.ts";
import { YDocument } from "../../../server/src/yaml/document.ts";
import {
  insertEntry,
  insertItem,
  moveEntry,
  quoteIfNeeded,
  quoteScalar,
  removeEntry,
  removeItem,
  renameKey,
  setScalar,
  unquoteScalar,
} from "../../../server/src/yaml/edit.ts";
import {
  at,
  type Path,
  pairOf,
  type YMap,
  type YPair,
  type YScalar,
  type YSeq,
} from "../../../server/src/yaml/node.ts";

/** A document with the means to look into it; what is not there fails the test. */
class Sample extends YDocument {
  constructor(text: string) {
    super(text, "manifest");
  }

  map(...path: Path): YMap {
    const node = at(this.root, ...path);
    return node?.type === "map" ? node : assert.fail(`no map at ${path.join(".")}`);
  }

  seq(...path: Path): YSeq {
    const node = at(this.root, ...path);
    return node?.type === "seq" ? node : assert.fail(`no list at ${path.join(".")}`);
  }

  scalar(...path: Path): YScalar {
    const node = at(this.root, ...path);
    return node?.type === "scalar" ? node : assert.fail(`no scalar at ${path.join(".")}`);
  }

  pair(map: YMap, key: string): YPair {
    return pairOf(map, key) ?? assert.fail(`no ${key}`);
  }

  after(edits: readonly Edit[] | undefined): string {
    return applyEdits(this.text, edits ?? assert.fail("no edits"));
  }
}

test("a scalar gets another value in its own style", () => {
  const rows: readonly (readonly [string, string | number | boolean | null, string])[] = [
    ["a: b # c\n", "d", "a: d # c\n"],
    ["a: b\n", "yes", 'a: "yes"\n'],
    ["a: b\n", "1", 'a: "1"\n'],
    ["a: 70000\n", "65535", "a: 65535\n"],
    ["a: b\n", 7, "a: 7\n"],
    ["a: 'b'\n", "it's", "a: 'it''s'\n"],
    ["a: 'b'\n", "c\td", 'a: "c\\td"\n'],
    ['a: "b"\n', 'c"d', 'a: "c\\"d"\n'],
    ["a: b\n", "c: d", 'a: "c: d"\n'],
    ["a: b\n  c\n", "d", "a: d\n"],
    ["a: |\n    b\nc: d\n", "e\nf\n", "a: |\n    e\n    f\nc: d\n"],
    ["a: |-\n  b\nc: d\n", "e\n\nf", "a: |-\n  e\n\n  f\nc: d\n"],
    ["a: b\n", null, "a: null\n"],
  ];
  for (const [text, value, expected] of rows) {
    const doc = new Sample(text);
    assert.equal(doc.after(setScalar(doc, doc.scalar("a"), value)), expected);
  }
});

test("text is quoted when kubectl would read something else", () => {
  const rows = {
    web: "web",
    "1": '"1"',
    "0644": '"0644"',
    on: '"on"',
    "": '""',
    "a b": "a b",
    "a: b": '"a: b"',
    "- a": '"- a"',
    "-a": "-a",
    "*": '"*"',
    "a #b": '"a #b"',
    "a#b": "a#b",
    'say "x"': 'say "x"',
    '"x"': "'\"x\"'",
    "a\nb": '"a\\nb"',
    "{{ x }}": '"{{ x }}"',
    é: "é",
    "x, y": '"x, y"',
    "1:30": "1:30",
    null: '"null"',
    "---": '"---"',
  };
  for (const [value, expected] of Object.entries(rows)) assert.equal(quoteIfNeeded(value), expected);
});

test("quotes come and go", () => {
  const doc = new Sample("a: 1\nb: \"2\"\nc: 'd: e'\n");
  assert.equal(doc.after(quoteScalar(doc.scalar("a"))), 'a: "1"\nb: "2"\nc: \'d: e\'\n');
  assert.equal(doc.after(unquoteScalar(doc.scalar("b"))), "a: 1\nb: 2\nc: 'd: e'\n");
  assert.equal(unquoteScalar(doc.scalar("c")), undefined);
});

test("a key is renamed in its own style", () => {
  const doc = new Sample("'a': 1\nb: 2\n");
  assert.equal(doc.after(renameKey(doc, doc.pair(doc.map(), "a"), "c")), "'c': 1\nb: 2\n");
  assert.equal(doc.after(renameKey(doc, doc.pair(doc.map(), "b"), "on")), "'a': 1\n\"on\": 2\n");
  assert.deepEqual(renameKey(doc, doc.pair(doc.map(), "b"), "b"), []);
});

test("an entry is added with the indentation of its siblings", () => {
  const rows: readonly (readonly [string, Path, string, string, string])[] = [
    ["a: 1\n", [], "b", "2", "a: 1\nb: 2\n"],
    ["a: 1", [], "b", "2", "a: 1\nb: 2"],
    ["a: 1 # c\n\nd: 2\n", [], "b", "2", "a: 1 # c\n\nd: 2\nb: 2\n"],
    ["s:\n    a: 1\nt: 2\n", ["s"], "b", "2", "s:\n    a: 1\n    b: 2\nt: 2\n"],
    ["s:\r\n  a: 1\r\nt: 2\r\n", ["s"], "b", "2", "s:\r\n  a: 1\r\n  b: 2\r\nt: 2\r\n"],
    ["s:\n  a: 1\n", ["s"], "b", "\n  c: 2\n  d: 3", "s:\n  a: 1\n  b:\n    c: 2\n    d: 3\n"],
    ["- a: 1\n- b\n", [0], "c", "2", "- a: 1\n  c: 2\n- b\n"],
    ["s: {a: 1}\n", ["s"], "b", "2", "s: {a: 1, b: 2}\n"],
    ["s: {}\n", ["s"], "b", "2", "s: {b: 2}\n"],
    ["s: { a: 1 }\n", ["s"], "b", "\n  c: 2", "s: { a: 1, b: { c: 2 } }\n"],
    ['{\n  "a": 1\n}\n', [], "b", "on", '{\n  "a": 1,\n  "b": true\n}\n'],
    ["s:\n  b:\n  a: 1\n", ["s"], "b", "2", "s:\n  b: 2\n  a: 1\n"],
    ["s:\n  a: |\n    x\n\nt: 2\n", ["s"], "b", "2", "s:\n  a: |\n    x\n  b: 2\n\nt: 2\n"],
  ];
  for (const [text, path, key, value, expected] of rows) {
    const doc = new Sample(text);
    assert.equal(doc.after(insertEntry(doc, doc.map(...path), key, value)), expected, text);
  }
  const doc = new Sample("- a: 1\n  b: 2\n");
  const map = doc.map(0);
  assert.equal(doc.after(insertEntry(doc, map, "c", "3", "start")), "- c: 3\n  a: 1\n  b: 2\n");
  assert.equal(doc.after(insertEntry(doc, map, "c", "3", { after: doc.pair(map, "a") })), "- a: 1\n  c: 3\n  b: 2\n");
  assert.equal(doc.after(insertEntry(doc, map, "c", "3", { before: doc.pair(map, "b") })), "- a: 1\n  c: 3\n  b: 2\n");
});

test("an entry is removed with the lines that are its own", () => {
  const rows: readonly (readonly [string, Path, string, string])[] = [
    ["a: 1\nb: 2 # c\nd: 3\n", [], "b", "a: 1\nd: 3\n"],
    ["a: 1\nb:\n  c: 2\n  d: 3\n", [], "b", "a: 1\n"],
    ["a: 1\nb: 2", [], "b", "a: 1"],
    ["# top\na: 1\nb: 2\n", [], "a", "# top\nb: 2\n"],
    ["- a: 1\n  b: 2\n", [0], "a", "- b: 2\n"],
    ["- a: 1\n  b: 2\n", [0], "b", "- a: 1\n"],
    ["s:\n  a: 1\nt: 2\n", ["s"], "a", "s: {}\nt: 2\n"],
    ["s: # c\n  a: 1\nt: 2\n", ["s"], "a", "s: # c\n    {}\nt: 2\n"],
    ["- a: 1\n", [0], "a", "- {}\n"],
    ["a: 1\n", [], "a", "{}\n"],
    ["s: {a: 1, b: 2, c: 3}\n", ["s"], "b", "s: {a: 1, c: 3}\n"],
    ["s: {a: 1, b: 2}\n", ["s"], "b", "s: {a: 1}\n"],
    ["s: {a: 1}\n", ["s"], "a", "s: {}\n"],
  ];
  for (const [text, path, key, expected] of rows) {
    const doc = new Sample(text);
    const map = doc.map(...path);
    assert.equal(doc.after(removeEntry(doc, map, doc.pair(map, key))), expected, text);
  }
});

test("items are added and removed like entries", () => {
  const doc = new Sample("a:\n- b\n- c: 1\n  d: 2\ne: [f, g]\nh: []\n");
  assert.equal(
    doc.after(insertItem(doc, doc.seq("a"), "x: 1\n  y: 2")),
    "a:\n- b\n- c: 1\n  d: 2\n- x: 1\n  y: 2\ne: [f, g]\nh: []\n",
  );
  assert.equal(
    doc.after(insertItem(doc, doc.seq("a"), "x", "start")),
    "a:\n- x\n- b\n- c: 1\n  d: 2\ne: [f, g]\nh: []\n",
  );
  assert.equal(doc.after(insertItem(doc, doc.seq("e"), "x")), "a:\n- b\n- c: 1\n  d: 2\ne: [f, g, x]\nh: []\n");
  assert.equal(doc.after(insertItem(doc, doc.seq("h"), "x")), "a:\n- b\n- c: 1\n  d: 2\ne: [f, g]\nh: [x]\n");
  const [first, second] = doc.seq("a").items;
  assert.equal(doc.after(first && removeItem(doc, doc.seq("a"), first)), "a:\n- c: 1\n  d: 2\ne: [f, g]\nh: []\n");
  assert.equal(doc.after(second && removeItem(doc, doc.seq("a"), second)), "a:\n- b\ne: [f, g]\nh: []\n");
});

test("an entry moves to another map, and its lines with it", () => {
  const doc = new Sample("a:\n  b: 1\n  c:\n    d: 2\n    e: |\n      x\nf:\n    g: 3\n");
  const a = doc.map("a");
  assert.equal(
    doc.after(moveEntry(doc, a, doc.pair(a, "c"), doc.map("f"))),
    "a:\n  b: 1\nf:\n    g: 3\n    c:\n      d: 2\n      e: |\n        x\n",
  );
  assert.equal(
    doc.after(moveEntry(doc, a, doc.pair(a, "b"), doc.map("a", "c"))),
    "a:\n  c:\n    d: 2\n    e: |\n      x\n    b: 1\nf:\n    g: 3\n",
  );
  assert.equal(moveEntry(doc, doc.map(), doc.pair(doc.map(), "a"), doc.map("a", "c")), undefined);
  const up = new Sample("a:\n  b: 1\n  c: 2\n");
  assert.equal(up.after(moveEntry(up, up.map("a"), up.pair(up.map("a"), "c"), up.map())), "a:\n  b: 1\nc: 2\n");
});
