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

test("a quote that is not closed ends where the text around it goes on", () => {
  check([
    ['a: "b\nc: d\n', '{a: "b", c: d}', 'unclosed-quote "\\"b"'],
    ["a: 'b\n- c\n", "{a: [c]}", 'unclosed-quote "\'b"; bad-indentation "-"'],
    ['a: "b\n  c\n  d"\ne: f\n', '{a: "b c d", e: f}', ""],
    ['a: "b: c\n  d: e"\n', '{a: "b: c d: e"}', ""],
    ['- name: "a\n  image: b\n', '[{name: "a", image: b}]', 'unclosed-quote "\\"a"'],
    ['args: ["a", "b\nc: d\n', '{args: ["a", "b"], c: d}', 'unclosed-flow "["; unclosed-quote "\\"b"'],
    ['args: ["a, b]\nc: d\n', '{args: ["a", b], c: d}', 'unclosed-quote "\\"a"'],
    ['{\n  "a: 1,\n  "b": 2\n}\n', "{a: 1, b: 2}", 'unclosed-quote "\\"a"'],
    ['a:\n  "b: c\n  d: e\n', "{a: {b: c, d: e}}", 'unclosed-quote "\\"b"'],
    ['a: "\\q"\n', '{a: "\\\\q"}', 'bad-escape "\\\\q"'],
    ['a: "b" c\n', '{a: "b"}', 'unexpected-text "c"'],
    ['"foo\n', '"foo"', 'unclosed-quote "\\"foo"'],
  ]);
});

test("brackets that are not closed end where the block around them goes on", () => {
  check([
    ["a: [x, y\nb: c\n", "{a: [x, y], b: c}", 'unclosed-flow "["'],
    ["a: {b: c, d\ne: f\n", "{a: {b: c, d? ~}, e: f}", 'unclosed-flow "{"'],
    ["x: {a: b, c: [d}\ny: z\n", "{x: {a: b, c: [d]}, y: z}", 'unclosed-flow "["'],
    ["a: [b}\nc: d\n", "{a: [b], c: d}", 'unclosed-flow "["'],
    ['x: ["a" "b"]\n', '{x: ["a", "b"]}', 'missing-comma "\\""'],
    ['x: {"a": 1 "b": 2}\n', "{x: {a: 1, b: 2}}", 'missing-comma "\\""'],
    ['{\n  "a": 1\n  "b": 2\n}\n', "{a: 1, b: 2}", 'missing-comma "\\""'],
    ['{\n  "a": 1,\n  "b": {\n    "c": 2\n', "{a: 1, b: {c: 2}}", 'unclosed-flow "{"'],
    ["a: [b,, c,]\n", "{a: [b, c]}", 'unexpected-text ","'],
    ["a: {b: c: d}\n", "{a: {b: c}}", 'mapping-in-value "c: d"'],
    ["a: [b] c\n", "{a: [b]}", 'unexpected-text "c"'],
    ["a: {\nb: c\n}\nd: e\n", "{a: {b: c}, d: e}", ""],
    ["a: b\n}\nc: d\n", "{a: b, c: d}", 'unexpected-text "}"'],
  ]);
});

test("values that are not what they look like", () => {
  check([
    ["image: nginx: latest\n", "{image: nginx: latest}", 'mapping-in-value "nginx: latest"'],
    ["a: b: c # d\n", "{a: b: c}", 'mapping-in-value "b: c"'],
    ['a: "b": c\n', '{a: "b"}', 'mapping-in-value "\\"b\\": c"'],
    ["a: - b\n   - c\nd: e\n", "{a: [b, c], d: e}", 'list-in-value "-"'],
    [
      "a: @b\nc: `d\ne: %f\n",
      "{a: @b, c: `d, e: %f}",
      'reserved-character "@"; reserved-character "`"; reserved-character "%"',
    ],
    [
      "a: *.com\nb: [*]\nc: * * *\n",
      "{a: *.com, b: [*], c: * * *}",
      'reserved-character "*"; reserved-character "*"; reserved-character "*"',
    ],
    ["a: *b\nc: &c d\ne: *c\n", "{a: *b, c: d, e: *c}", 'unknown-alias "*b"'],
    ["a: !!int b\nc: !!int 1\nd: !x e\n", "{a: b, c: 1, d: e}", 'bad-tag "b"'],
    ["a: 1\na: 2\nb: {c: 1, c: 2}\n", "{a: 1, a: 2, b: {c: 1, c: 2}}", 'duplicate-key "a"; duplicate-key "c"'],
    ["<<: {a: b}\n", "{<<: {a: b}}", ""],
    ["<<: a\n", "{<<: a}", 'bad-merge "<<"'],
    ["? [a]\n: b\n", "{[a]: b}", 'complex-key "[a]"'],
    ["? a\n? b\n: c\n", "{a? ~, b: c}", ""],
    [": a\n", "{: a}", 'complex-key ":"'],
    ["a: |x\n  b\nc: >99\n  d\n", '{a: "b\\n", c: "d\\n"}', 'bad-block-header "x"; bad-block-header "9"'],
    ["%YAM 1\n---\na: b\n", "{a: b}", 'bad-directive "%YAM 1"'],
    ["a: \u0001b\n", "{a: \u0001b}", 'control-character "\\u0001"'],
    ["foo bar\n", "foo bar", ""],
    ["--- a: b\n", "{a: b}", ""],
    ["a: b\n---\nc: d\n", "{a: b}", ""],
    ["a: b\n...\nc: d\n", "{a: b}", ""],
  ]);
});

test("an unquoted template in a plain manifest is a problem; within text it is text", () => {
  check([
    [
      'a: {{ x }}\nb: "{{ x }}"\nc: http://{{ x }}/\n',
      '{a: {{ x }}, b: "{{ x }}", c: http://{{ x }}/}',
      'template-syntax "{{ x }}"',
    ],
    ["a: {{x}}:y\n", "{a: {{x}}:y}", 'template-syntax "{{x}}"'],
    ["a: [{{ x }}, b]\n", "{a: [{{ x }}, b]}", 'template-syntax "{{ x }}"'],
    ["{{ x }}: y\n", "{{{ x }}: y}", 'template-syntax "{{ x }}"'],
    ["{{- if x }}\na: b\n{{- end }}\n", "{a: b}", 'template-syntax "{{- if x }}"; template-syntax "{{- end }}"'],
    ["{% if x %}\na: b\n", "{a: b}", 'template-syntax "{% if x %}"'],
    ["a: ${X}\nb: $(Y)\n", "{a: ${X}, b: $(Y)}", ""],
    ["a: {{b: c}: d}\n", "{a: {{b: c}: d}}", 'complex-key "{b: c}"'],
  ]);
});

test("in a template actions are comments on lines of their own and text elsewhere, and nothing is a problem", () => {
  check(
    [
      ["{{- if .x }}\na: b\n{{- end }}\n", "{a: b}", ""],
      ['a: {{ .x }}\nb: {{ include "x" . | nindent 4 }}\n', '{a: {{ .x }}, b: {{ include "x" . | nindent 4 }}}', ""],
      ["a: {{ .x }}-{{ .y }}:z # c\n", "{a: {{ .x }}-{{ .y }}:z}", ""],
      ["{{ .x }}: y\n{{ .y }}z: w\n", "{{{ .x }}: y, {{ .y }}z: w}", ""],
      ["a:\n  {{- toYaml .x | nindent 2 }}\n  b: c\n", "{a: {b: c}}", ""],
      ["a:\n{{ toYaml .x | indent 2 }}\n  b: c\nd: e\n", "{a: {b: c}, d: e}", ""],
      ["- {{ .x }}\n- name: {{ .y }}\n", "[{{ .x }}, {name: {{ .y }}}]", ""],
      ["{{/* a\n  b: c\n*/}}\na: b\n", "{a: b}", ""],
      ["a: \"{{ include \"x\" . }}\"\nb: '{{ 'x' }}'\n", '{a: "{{ include \\"x\\" . }}", b: "{{ \'x\' }}"}', ""],
      ['a: {{ printf "%s: %s #" .x .y }}\n', '{a: {{ printf "%s: %s #" .x .y }}}', ""],
      ["a: |\n  b\n{{ .x | indent 2 }}\n  c\nd: e\n", '{a: "b\\nc\\n", d: e}', ""],
      ["a: |\n{{ .x | indent 2 }}\nb: c\n", '{a: "", b: c}', ""],
      ["a: {{ if .x\n  }}b{{ end }}\nc: d\n", '{a: "{{ if .x\\n  }}b{{ end }}", c: d}', ""],
      ["a: [{{ .x }}, {{ .y }}]\nb: { {{ .z }} }\n", "{a: [{{ .x }}, {{ .y }}], b: {{{ .z }}? ~}}", ""],
      ["{{ if .x }}a{{ else }}b{{ end }}: c\n", "{{{ if .x }}a{{ else }}b{{ end }}: c}", ""],
      ["a: 1\n{{ if .x }}\na: 2\n{{ end }}\n", "{a: 1, a: 2}", ""],
      ["a: {{ .x\nb: c\n", "{a: {{ .x, b: c}", ""],
      ["a: b {{- /* c: d */}}\ne: f\n", "{a: b {{- /* c: d */}}, e: f}", ""],
      ['image: "{{ .r }}:{{ .t | default .v }}"\n', '{image: "{{ .r }}:{{ .t | default .v }}"}', ""],
    ],
    "template",
  );
});

test("an unclosed bracket says which brackets are missing", () => {
  const { problems } = read("a: [b, {c: d\ne: f\n", "manifest");
  assert.deepEqual(
    problems.map(({ code, args }) => [code, ...args]),
    [["unclosed-flow", "}]"]],
  );
});

test("an equal key is shown with the first one", () => {
  const [problem] = read("a: 1\nb: 2\na: 3\n", "manifest").problems;
  assert.deepEqual(problem?.related, { start: 0, end: 1 });
  const many = Array.from({ length: 30 }, (_, i) => `k${i}: v\n`).join("");
  assert.deepEqual(
    read(`${many}k29: w\nk3: w\n`, "manifest").problems.map(({ args }) => args[0]),
    ["k29", "k3"],
  );
});

test("aliases may not expand past the decoder's budget", () => {
  const lines = Array.from(
    { length: 12 },
    (_, i) => `a${i}: &a${i} [${Array.from({ length: 9 }, () => (i === 0 ? "x" : `*a${i - 1}`)).join(", ")}]\n`,
  );
  assert.deepEqual(
    read(lines.join(""), "manifest").problems.map(({ code }) => code),
    ["alias-expansion"],
  );
  assert.deepEqual(read(lines.slice(0, 2).join(""), "manifest").problems, []);
});

test("nesting ends somewhere, and the rest of the text is still read", () => {
  const { root, problems } = read(`a: ${"[".repeat(600)}${"]".repeat(600)}\nb: c\n`, "manifest");
  assert.deepEqual(
    problems.map(({ code }) => code),
    ["too-deep"],
  );
  assert.equal(root?.type === "map" && root.entries[1]?.key.text, "b");
});
