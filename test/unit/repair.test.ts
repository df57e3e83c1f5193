import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits } from "../../server/src/base/span.ts";
import { fixAll, isSafe } from "../../server/src/features/fix-all.ts";
import { lintDocument } from "../../server/src/features/lint.ts";
import { RuleSet } from "../../server/src/features/rule-set.ts";
import type { Finding } from "../../server/src/rules/rule.ts";
import { type DocumentContext, documentContext } from "../../server/src/workspace/context.ts";
import { YDocument } from "../../server/src/yaml/document.ts";
import { splitDocs } from "../../server/src/yaml/split.ts";
import { catalogFor } from "../kit/catalog.ts";

const onFailure = (rule: string, error: unknown): never => {
  throw new Error(`${rule} failed`, { cause: error });
};
const rules = new RuleSet();
const catalog = catalogFor("");

const contextsOf = (text: string): readonly DocumentContext[] =>
  splitDocs(text).map((part) => documentContext(new YDocument(part, "manifest"), "manifest", catalog));

const only = (text: string): DocumentContext => {
  const [context, ...more] = contextsOf(text);
  assert.ok(context && more.length === 0, "one document");
  return context;
};

const errorsOf = (context: DocumentContext): readonly Finding[] =>
  lintDocument(context, rules, onFailure).filter(({ severity }) => severity === "error");

const GOOD = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels:
    app: web
spec:
  replicas: 2
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: nginx:1.27
          args:
            - --port=80
            - --verbose
          ports:
            - name: http
              containerPort: 80
          env:
            - name: MODE
              value: "on"
        - name: side
          image: busybox:1.36
      volumes:
        - name: data
          emptyDir: {}
`;

/** What people make of the good manifest: text to be found in it, and what stands there instead; the rule that says so. */
const SLIPS: readonly (readonly [good: string, bad: string, rule: string])[] = [
  ["  name: web\n  labels", "   name: web\n  labels", "yaml/bad-indentation"],
  ["  replicas: 2\n", "   replicas: 2\n", "yaml/bad-indentation"],
  ["  labels:\n    app: web\nspec", " labels:\n    app: web\nspec", "yaml/bad-indentation"],
  ["          image: nginx:1.27\n", "         image: nginx:1.27\n", "yaml/list-item-field-indent"],
  ["          image: nginx:1.27\n", "            image: nginx:1.27\n", "yaml/nested-under-scalar"],
  ["          image: busybox:1.36\n", "        image: busybox:1.36\n", "yaml/list-item-field-indent"],
  [
    "      volumes:\n        - name: data\n          emptyDir: {}\n",
    "          volumes:\n            - name: data\n              emptyDir: {}\n",
    "yaml/bad-indentation",
  ],
  [
    "        - name: side\n          image: busybox",
    "      - name: side\n        image: busybox",
    "yaml/bad-indentation",
  ],
  ["        - name: side\n", "          name: side\n", "yaml/missing-dash"],
  ["          image: busybox", "        - image: busybox", "yaml/needless-dash"],
  ["            - name: http\n", "              name: http\n", "yaml/missing-dash"],
  ["    metadata:\n      labels:\n        app: web\n", "    labels:\n      app: web\n", "schema/missing-level"],
  ["          ports:\n", "", "schema/missing-level"],
  [
    "  selector:\n    matchLabels:\n      app: web\n",
    "  selector:\n    selector:\n      matchLabels:\n        app: web\n",
    "schema/repeated-level",
  ],
  ["kind: Deployment\n", "kind = Deployment\n", "yaml/wrong-separator"],
  ["kind: Deployment\n", "kind: Deployment\n}\n", "yaml/stray-sign"],
  ["  replicas: 2\n", "  // two of them\n  replicas: 2\n", "yaml/slash-comment"],
  ["  replicas: 2\n", "\u00a0\u00a0replicas: 2\n", "yaml/odd-space"],
  ['              value: "on"\n', "              value: \"on'\n", "yaml/unclosed-quote"],
  ["            - --verbose\n", "            - note: see below\n", "schema/wrong-type"],
  [
    "          args:\n            - --port=80\n            - --verbose\n",
    "          args: --port=80, --verbose\n",
    "schema/wrong-type",
  ],
];

/** Where the good text is not what the repair gives back. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ["  // two of them\n  replicas: 2\n", "  # two of them\n  replicas: 2\n"],
  ["            - note: see below\n", '            - "note: see below"\n'],
]);

for (const [good, bad, rule] of SLIPS) {
  test(`${rule} repairs ${JSON.stringify(bad)}`, () => {
    assert.ok(GOOD.includes(good), "the slip fits");
    const context = only(GOOD.replace(good, bad));
    const [finding, ...more] = errorsOf(context);
    assert.ok(finding, "a finding");
    assert.deepEqual([finding.rule, ...more.map((each) => each.rule)], [rule]);
    const fix = finding.fixes?.()[0];
    assert.ok(fix?.preferred && fix.safe, "a preferred, safe fix");
    assert.ok(fix.title.vi !== fix.title.en && finding.message.vi !== finding.message.en, "both languages");
    assert.equal(applyEdits(context.doc.text, fix.edits), GOOD.replace(good, MEANT.get(bad) ?? good));
  });
}

test("nothing is wrong with the good manifest", () => {
  assert.deepEqual(errorsOf(only(GOOD)), []);
});

const BEGINNERS = `apiVersion: v1
  kind: Pod
  metadata:
    name: node-js-pod
  spec:
    containers:
      - name: node-js-pod
      image: bitnami/apache:latest
      ports:
      - containerPort: 80
`;

const MEANT_POD = `apiVersion: v1
kind: Pod
metadata:
  name: node-js-pod
spec:
  containers:
    - name: node-js-pod
      image: bitnami/apache:latest
      ports:
      - containerPort: 80
`;

test("a beginner's Pod becomes the Pod that was meant, one quick fix after the other", () => {
  let text = BEGINNERS;
  for (let step = 0; step < 5; step++) {
    const [finding] = errorsOf(only(text));
    if (!finding) break;
    const fix = finding.fixes?.()[0];
    assert.ok(fix?.preferred, finding.message.en);
    text = applyEdits(text, fix.edits);
  }
  assert.equal(text, MEANT_POD);
});

test("a beginner's Pod becomes the Pod that was meant with one fix-all", () => {
  const { documents, applied } = fixAll(contextsOf(BEGINNERS), { rules, onFailure, takes: isSafe });
  assert.equal(documents.join(""), MEANT_POD);
  for (const { message, title } of applied) assert.ok(message.vi && title.vi && message.vi !== message.en);
});

test("two objects that run together are separated before anything else is said", () => {
  const text = GOOD + GOOD.replace("name: web\n  labels", "name: web2\n  labels");
  const [finding, ...more] = errorsOf(only(text));
  assert.deepEqual([finding?.rule, ...more.map((each) => each.rule)], ["yaml/missing-separator"]);
  const fixed = applyEdits(text, finding?.fixes?.()[0]?.edits ?? []);
  assert.deepEqual(contextsOf(fixed).flatMap(errorsOf), []);
});

test("two mistakes are told apart, and each keeps its own repair", () => {
  const text = GOOD.replace("  replicas: 2", "   replicas: 2").replace(
    "        - name: side\n",
    "          name: side\n",
  );
  const { documents } = fixAll(contextsOf(text), { rules, onFailure, takes: isSafe });
  assert.equal(documents.join(""), GOOD);
});

test("independent mistakes of meaning survive the repair of a broken line", () => {
  const text = GOOD.replace("  replicas: 2", "   replicas: 2").replace("containerPort: 80\n", "containerPort: http\n");
  assert.deepEqual(
    errorsOf(only(text)).map(({ rule }) => rule),
    ["yaml/bad-indentation", "schema/wrong-type"],
  );
});

test("a half-typed line accuses no line above it", () => {
  for (const typed of ["  selector:\n    matchL", "  selector:\n    matchLabels:\n      app", "  template:\n    sp"]) {
    const text = `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n${typed}`;
    const lines = text.split("\n").length;
    const repairs = lintDocument(only(text), rules, onFailure).filter(({ rule }) => rule.startsWith("yaml/"));
    for (const { rule, span } of repairs) assert.equal(text.slice(0, span.start).split("\n").length, lines, rule);
  }
});

test("one search looks at a piece of a long document alone", () => {
  const items = Array.from({ length: 4000 }, (_, index) => `    - name: V${index}\n      value: "${index}"\n`).join("");
  const long = `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n  - name: web\n    image: nginx\n    env:\n${items}`;
  const context = only(long.replace('      value: "2000"\n', '     value: "2000"\n'));
  const [finding] = errorsOf(context);
  assert.equal(finding?.rule, "yaml/list-item-field-indent");
  assert.equal(applyEdits(context.doc.text, finding.fixes?.()[0]?.edits ?? []), long);
});
