import assert from "node:assert/strict";
import { test } from "node:test";
import type { Dialect } from "../../../server/src/yaml/document.ts";
import { read } from "../../../server/src/yaml/read.ts";
import { checkTree, sketch, sketchProblems } from "../../kit/yaml-tree.ts";

/** Text, its tree, its problems; as `sketch` and `sketchProblems` write them. */
type Row = readonly [text: string, tree: string, problems: string];

function check(rows: readonly Row[], dialect: Dialect = "manifest"): void {
  for (const [text, tree, problems] of rows) {
    const found = read(text, dialect);
    checkTree(found.root, found.problems, text);
    assert.equal(sketch(found.root), tree, text);
    assert.equal(sketchProblems(found.problems, text), problems, text);
  }
}

test("a key that is still being typed stands among its siblings", () => {
  check([
    ["kind: Pod\nmeta\nspec:\n  a: b\n", "{kind: Pod, meta? ~, spec: {a: b}}", 'missing-colon "meta"'],
    [
      "kind: Pod\nmetadata\n  name: x\nspec: y\n",
      "{kind: Pod, metadata? {name: x}, spec: y}",
      'missing-colon "metadata"',
    ],
    [
      "spec:\n  containers\n  - name: a\n    image: b\n",
      "{spec: {containers? [{name: a, image: b}]}}",
      'missing-colon "containers"',
    ],
    [
      "spec:\n  containers:\n  - name: a\n    im\n  - name: b\n",
      "{spec: {containers: [{name: a, im? ~}, {name: b}]}}",
      'missing-colon "im"',
    ],
    ["spec:\n  im\n", "{spec: im}", ""],
    ["spec:\n  im\n  foo: bar\n", "{spec: {im? ~, foo: bar}}", 'missing-colon "im"'],
    [
      "spec:\n  im\n  age\n  foo: bar\n",
      "{spec: {im? ~, age? ~, foo: bar}}",
      'missing-colon "im"; missing-colon "age"',
    ],
    ["spec:\n  containers:\n  - im\n    name: a\n", "{spec: {containers: [{im? ~, name: a}]}}", 'missing-colon "im"'],
    ["spec:\n  containers:\n  - im\n", "{spec: {containers: [im]}}", ""],
    [
      "kind: Pod\nmetadata:\n  name web\n  namespace: x\n",
      "{kind: Pod, metadata: {name? web, namespace: x}}",
      'missing-colon "name"',
    ],
    ["im\nkind: Pod\n", "{im? ~, kind: Pod}", 'missing-colon "im"'],
    [
      "spec: \n  selector\n    matchLabels:\n      a: b\n",
      "{spec: {selector? {matchLabels: {a: b}}}}",
      'missing-colon "selector"',
    ],
    ["a: b\nb: 'c'\n    im\n", '{a: b, b: "c"}', 'unexpected-text "im"'],
    ["a:\n    b: c\n  im\n", "{a: {b: c, im? ~}}", 'missing-colon "im"'],
  ]);
});

test("a blank that was forgotten behind a colon or a dash is put there in thought", () => {
  check([
    ["name:web\nkind:Pod\n", "{name: web, kind: Pod}", 'missing-space-after-colon ":"; missing-space-after-colon ":"'],
    [
      "metadata:\n  name:web\n  labels:\n    app:web\n    tier: x\n",
      "{metadata: {name: web, labels: {app: web, tier: x}}}",
      'missing-space-after-colon ":"; missing-space-after-colon ":"',
    ],
    ["url: http://a:80/b\nc: d:e\n", "{url: http://a:80/b, c: d:e}", ""],
    [
      "containers:\n-name: x\n image: y\nb: c\n",
      "{containers: [{name: x, image: y}], b: c}",
      'missing-space-after-dash "-"',
    ],
    [
      "containers:\n-name: x\n  image: y\nb: c\n",
      "{containers: [{name: x, image: y}], b: c}",
      'missing-space-after-dash "-"',
    ],
    [
      "containers:\n  -name: x\n   image: y\nb: c\n",
      "{containers: [{name: x, image: y}], b: c}",
      'missing-space-after-dash "-"',
    ],
    ["args:\n- a\n-b\n- -c\n", "{args: [a, b, -c]}", 'missing-space-after-dash "-"'],
    ["args:\n  - a\n  -b\nc: d\n", "{args: [a, b], c: d}", 'missing-space-after-dash "-"'],
    [
      "containers:\n- name: a\n -name: c\n",
      "{containers: [{name: a}, {name: c}]}",
      'bad-indentation "-"; missing-space-after-dash "-"',
    ],
    ['"a":b\nc: d\n', "{a: b, c: d}", 'missing-space-after-colon ":"'],
  ]);
});

test("a line whose column fits nothing goes to the nearest level of its kind", () => {
  check([
    [
      "spec:\n  containers:\n  - name: a\n   image: b\n   ports: c\n",
      "{spec: {containers: [{name: a, image: b, ports: c}]}}",
      'bad-indentation "image"',
    ],
    [
      "spec:\n  containers:\n  - name: a\n     image: b\n     ports: c\n",
      "{spec: {containers: [{name: a, image: b, ports: c}]}}",
      'nested-under-scalar "image"',
    ],
    [
      "spec:\n  containers:\n    - name: a\n    image: b\n    - name: c\n",
      "{spec: {containers: [{name: a, image: b}, {name: c}]}}",
      'bad-indentation "image"',
    ],
    [
      "- name: x\nimage: y\nport: 1\n- name: z\n",
      "[{name: x, image: y, port: 1}, {name: z}]",
      'bad-indentation "image"',
    ],
    [
      "spec:\n  containers:\n    - name: a\n      image: b\n     - name: c\n       image: d\n",
      "{spec: {containers: [{name: a, image: b}, {name: c, image: d}]}}",
      'bad-indentation "-"',
    ],
    [
      "spec:\n  containers:\n    - name: a\n      image: b\n   - name: c\n     image: d\nx: y\n",
      "{spec: {containers: [{name: a, image: b}, {name: c, image: d}]}, x: y}",
      'bad-indentation "-"',
    ],
    [
      "containers:\n  - name: a\n    image: x\n- name: b\n  image: y\nend: 1\n",
      "{containers: [{name: a, image: x}, {name: b, image: y}], end: 1}",
      'bad-indentation "-"',
    ],
    [
      "metadata:\n  labels:\n    app: web\n   tier: x\nspec: y\n",
      "{metadata: {labels: {app: web, tier: x}}, spec: y}",
      'bad-indentation "tier"',
    ],
    ["a:\n    b: 1\n  c: 2\nd: 3\n", "{a: {b: 1, c: 2}, d: 3}", 'bad-indentation "c"'],
    ["  a: b\nc: d\nd: e\n", "{a: b, c: d, d: e}", 'bad-indentation "c"'],
    [
      "env:\n- name: A\n  value: x\n  - name: B\n    value: y\n",
      "{env: [{name: A, value: x}, {name: B, value: y}]}",
      'bad-indentation "-"',
    ],
    ["a:\n  - b\n  c: d\n", "{a: [b], c: d}", 'bad-indentation "c"'],
    ["- a\nb: c\n", "[a, {b: c}]", 'bad-indentation "b"'],
    ["a:\n  b: c\n  - d\n", "{a: {b: [d]}}", 'bad-indentation "-"'],
    [
      "spec:\n  containers:\n    name: a\n    image: b\n  - name: c\nx: y\n",
      "{spec: {containers: {name: a, image: b}}, x: y}",
      'bad-indentation "-"',
    ],
  ]);
});

test("keys and lists below a scalar become its siblings and its value", () => {
  check([
    [
      "apiVersion: v1\n  kind: Pod\n  metadata:\n    name: x\nspec:\n  a: b\n",
      "{apiVersion: v1, kind: Pod, metadata: {name: x}, spec: {a: b}}",
      'nested-under-scalar "kind"',
    ],
    [
      "metadata:\nname: x\n  labels:\n    a: b\nspec: z\n",
      "{metadata: ~, name: x, labels: {a: b}, spec: z}",
      'nested-under-scalar "labels"',
    ],
    ["a:\n  b: 'c'\n    d: e\n    f: g\n  h: i\n", '{a: {b: "c", d: e, f: g, h: i}}', 'nested-under-scalar "d"'],
    ["a: b # c\n  d: e\n", "{a: b, d: e}", 'nested-under-scalar "d"'],
    ["args: foo\n  - a: b\n  - c\n", "{args: [{a: b}, c]}", 'nested-under-scalar "-"'],
    ["a: 'b'\n  - c: d\n    e: f\n", "{a: [{c: d, e: f}]}", 'bad-indentation "-"'],
    ["a: b\n  - c\n", "{a: b - c}", ""],
    [
      "description: this is\n  a note: with colon\nb: c\n",
      "{description: this is a note: with colon, b: c}",
      'mapping-in-value "a note: with colon"',
    ],
    ["d: e # f\n  g\nh: i\n", "{d: e, h: i}", 'unexpected-text "g"'],
    ["a: b\n\n  c\nd: e\n", '{a: "b\\nc", d: e}', ""],
  ]);
});

test("tabs count as steps of indentation, and are a problem where libyaml refuses them", () => {
  check([
    [
      "spec:\n\tcontainers:\n\t- name: a\n\t  image: b\n",
      "{spec: {containers: [{name: a, image: b}]}}",
      'tab-indentation "\\t"; tab-indentation "\\t"; tab-indentation "\\t  "',
    ],
    ["spec:\n  a: b\n\tc: d\n  e: f\n", "{spec: {a: b, c: d, e: f}}", 'tab-indentation "\\t"'],
    ["a:\n    b: c\n\td: e\n    f: g\n", "{a: {b: c, d: e, f: g}}", 'tab-indentation "\\t"'],
    [
      "a:\n\tb:\n\t\tc: d\n\te: f\ng: h\n",
      "{a: {b: {c: d}, e: f}, g: h}",
      'tab-indentation "\\t"; tab-indentation "\\t\\t"; tab-indentation "\\t"',
    ],
    ["a: b\n\t\nc: d\n", "{a: b, c: d}", 'tab-indentation "\\t"'],
    ["a: b\n  \t\nc: d\n", "{a: b, c: d}", ""],
    ['a:\tb\t# c\nd: "e"\t\n', '{a: b, d: "e"}', ""],
    ["-\ta\n- b\n", "[a, b]", 'tab-indentation "\\t"'],
    ["a: |\n\tb\nc: d\n", '{a: "b\\n", c: d}', 'tab-indentation "\\t"'],
    ["a: |\n  b\n\tc\nd: e\n", '{a: "b\\nc\\n", d: e}', 'tab-indentation "\\t"'],
    ["[\n\ta,\n\tb\n]\n", "[a, b]", ""],
  ]);
});

test("a problem about a column names it, the column meant and what stands in the way", () => {
  const text = "a: b\n  c: d\n";
  const { problems } = read(text, "manifest");
  assert.deepEqual(problems, [
    { start: 7, end: 8, code: "nested-under-scalar", args: ["2", "0"], related: { start: 3, end: 4 } },
  ]);
  assert.deepEqual(read("a:\n    b: c\n  d: e\n", "manifest").problems[0]?.args, ["2", "4"]);
});
