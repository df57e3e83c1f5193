import assert from "node:assert/strict";
import { test } from "node:test";
import { complete, resolveCompletion } from "../../server/src/features/completion/complete.ts";
import type { Completion } from "../../server/src/features/completion/completion.ts";
import { settled, stopsOf, writeEntries } from "../../server/src/features/completion/draft.ts";
import { KIND_SKELETONS } from "../../server/src/features/completion/kind-skeletons.ts";
import { styleAt } from "../../server/src/features/completion/style.ts";
import { parseApiVersion } from "../../server/src/schema/types.ts";
import { validate } from "../../server/src/schema/validate.ts";
import { type DocumentContext, documentContext, type FileRole } from "../../server/src/workspace/context.ts";
import { YDocument } from "../../server/src/yaml/document.ts";
import { newest, texts } from "../kit/schemas.ts";
import { accept, expand } from "../kit/snippet.ts";

const contextOf = (text: string, role: FileRole = "manifest"): DocumentContext =>
  documentContext(new YDocument(text, role === "template" ? "template" : "manifest"), role, newest);

function offers(marked: string): readonly Completion[] {
  const offset = marked.indexOf("$0");
  return complete(contextOf(marked.replace("$0", "")), offset);
}

const labels = (marked: string): readonly string[] => offers(marked).map(({ label }) => label);

test("every object of an empty file is valid as it is inserted", () => {
  const items = complete(contextOf(""), 0).filter(({ kind }) => kind === "snippet");
  const own = new Set(KIND_SKELETONS.map(({ kind }) => kind));
  const wrong = items.flatMap((item) => {
    const { text } = accept("", item);
    const context = contextOf(text);
    const [subject] = context.subjects;
    const problems = subject?.cursor ? validate(subject.root, subject.cursor, { partial: !own.has(item.label) }) : [];
    // What the reader has to fill in is absent still; what is written must be right.
    const mistakes = problems.filter(
      ({ kind }) => own.has(item.label) || kind === "unknown-field" || kind === "wrong-type",
    );
    const broken = context.doc.problems.map(({ code }) => code);
    return broken.length > 0 || mistakes.length > 0 || !subject?.cursor
      ? [`${item.label}: ${[...broken, ...mistakes.map(({ kind, path }) => `${kind} ${path.join(".")}`)].join(", ")}`]
      : [];
  });
  assert.deepEqual(wrong, []);
  assert.ok(items.length > 100, `only ${items.length} kinds`);
});

test("the same objects are valid in JSON", () => {
  const items = complete(contextOf(""), 0, { json: true }).filter(({ kind }) => kind === "snippet");
  const broken = items.filter((item) => {
    try {
      JSON.parse(accept("", item).text);
      return false;
    } catch {
      return true;
    }
  });
  assert.deepEqual(
    broken.map(({ label }) => label),
    [],
  );
  assert.ok(items.length > 100);
});

test("every skeleton is of a kind that the catalogue serves in that version", () => {
  const unknown = KIND_SKELETONS.filter(
    ({ apiVersion, kind }) => !newest.kind({ ...parseApiVersion(apiVersion), kind }),
  );
  assert.deepEqual(
    unknown.map(({ kind }) => kind),
    [],
  );
  assert.ok(KIND_SKELETONS.length >= 20);
});

test("keys that are there are not offered again", () => {
  const shown = labels("apiVersion: v1\nkind: Pod\nspec:\n  containers: []\n  $0\n  volumes: []\n");
  assert.ok(shown.includes("nodeSelector"));
  assert.ok(!shown.includes("containers") && !shown.includes("volumes"));
});

test("labels of one list differ", () => {
  for (const marked of ["$0", "kind: $0", "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - name: a\n    $0\n"]) {
    const shown = offers(marked).map(({ label, detail }) => `${label} ${detail.en}`);
    assert.equal(new Set(shown).size, shown.length, marked);
    assert.ok(shown.length > 10);
  }
});

test("references of other resources come first", () => {
  const text = "apiVersion: v1\nkind: Pod\nspec:\n  serviceAccountName: ";
  const reference = { ...offers("kind: $0")[0], label: "robot", kind: "reference" } as Completion;
  const paths: string[] = [];
  const items = complete(contextOf(text), text.length, {
    references: (place) => {
      paths.push(place.path.join("."));
      return [reference];
    },
  });
  assert.deepEqual(paths, ["spec.serviceAccountName"]);
  assert.equal(items[0]?.label, "robot");
});

test("documentation is there for what has some, and empty for what has none", () => {
  const [image] = offers("apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - im$0\n").filter(
    ({ label }) => label === "image",
  );
  assert.ok(image);
  assert.equal(resolveCompletion(image, texts)[0]?.kind, "title");
  const [yes] = offers("apiVersion: v1\nkind: Pod\nspec:\n  hostNetwork: $0\n");
  assert.ok(yes);
  assert.deepEqual(resolveCompletion(yes, texts), []);
});

test("the style of a document is that of its nearest list and map", () => {
  const text = "a:\n  b:\n  - 1\nc:\n    d:\n      - 2\n";
  const doc = new YDocument(text, "manifest");
  assert.deepEqual(styleAt(doc, 0), { step: 2, listIndent: 0 });
  assert.deepEqual(styleAt(doc, text.length), { step: 4, listIndent: 2 });
  assert.deepEqual(styleAt(new YDocument("", "manifest"), 0), { step: 2, listIndent: 0 });
});

test("drafts are written in block, flow and JSON", () => {
  const entries = [
    ["a", { kind: "text", snippet: "$1" }],
    [
      "b",
      {
        kind: "list",
        items: [
          {
            kind: "map",
            entries: [
              ["c", { kind: "bare", snippet: "1" }],
              ["d", { kind: "quoted", snippet: "x" }],
            ],
          },
        ],
      },
    ],
    ["e", { kind: "inside", snippet: "$2" }],
  ] as const;
  const layout = { column: 2, step: 2, listIndent: 2, lines: false } as const;
  const written = (form: "block" | "flow" | "json"): string => expand(writeEntries(entries, { ...layout, form })).text;
  assert.equal(written("block"), 'a: \n  b:\n    - c: 1\n      d: "x"\n  e:\n    ');
  assert.equal(written("flow"), 'a: , b: [{ c: 1, d: "x" }], e: {}');
  assert.equal(written("json"), '"a": "", "b": [{ "c": 1, "d": "x" }], "e": {}');
});

test("a lone empty tab stop becomes the end", () => {
  assert.equal(settled("name: $1"), "name: $0");
  assert.equal(settled("replicas: ${1:1}"), "replicas: ${1:1}");
  assert.equal(settled("a: $1\nb: $2"), "a: $1\nb: $2");
  assert.deepEqual([...stopsOf("\\$3 $1 ${2|a,b|} $1")], ["1", "2"]);
});

test("a template is completed around its actions", () => {
  const text = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Release.Name }}\n  ";
  const items = complete(contextOf(text, "template"), text.length);
  assert.ok(items.some(({ label }) => label === "namespace"));
  assert.ok(!items.some(({ label }) => label === "name"));
});

test("files with carriage returns are completed", () => {
  const text = "apiVersion: v1\r\nkind: Pod\r\nmetadata:\r\n  name: web\r\n  la\r\nspec:\r\n  containers: []\r\n";
  const items = complete(contextOf(text), text.indexOf("la\r") + 2);
  const item = items.find(({ label }) => label === "labels");
  assert.ok(item);
  assert.match(accept(text, item).text, /\r\n {2}labels:\n {4}\r\nspec/);
});
