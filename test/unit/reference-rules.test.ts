import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { after, test } from "node:test";
import type { Localized } from "../../server/src/base/localized.ts";
import { applyEdits } from "../../server/src/base/span.ts";
import { REFERENCE_RULES } from "../../server/src/rules/reference/rules.ts";
import type { Example, WorkspaceRule } from "../../server/src/rules/rule.ts";
import { readConfiguration } from "../../server/src/workspace/configuration.ts";
import { readGlossary } from "../../tools/texts/glossary.mjs";
import { dedent, readMarks } from "../kit/marks.ts";
import { englishFaults, vietnameseFaults } from "../kit/vietnamese.ts";
import { documentsOf, SmallWorkspace } from "../kit/workspace.ts";

for (const rule of REFERENCE_RULES) {
  for (const example of rule.bad) test(`${rule.id} finds: ${example.title.en}`, () => checkBad(rule, example));
  for (const example of rule.good)
    test(`${rule.id} is silent: ${example.title.en}`, () => {
      assert.deepEqual(
        lintText(dedent(example.manifest)).map(({ text }) => text),
        [],
      );
    });
}

/** Messages and titles of fixes that the examples brought about. */
const said: Localized[] = [];

after(() => {
  const written = REFERENCE_RULES.flatMap(({ docs, bad, good }) => [
    docs.title,
    docs.why,
    ...[...bad, ...good].map(({ title }) => title),
  ]);
  assert.ok(said.length > 15 && written.length > 30);
  const glossary = readGlossary();
  const code = (text: string): readonly string[] => [...text.matchAll(/`[^`]+`/g)].map(String).sort();
  for (const { en, vi } of [...said, ...written]) {
    assert.deepEqual([...englishFaults(en), ...vietnameseFaults(vi, glossary)], [], `${en} / ${vi}`);
    assert.deepEqual(code(vi), code(en), en);
  }
  for (const { en, vi } of said) assert.ok(Math.max(en.length, vi.length) <= 150, `${en} / ${vi}`);
});

interface Found {
  readonly text: string;
  readonly fix: () => string | undefined;
}

/** Findings of a text of several documents, with offsets in the text as a whole. */
function lintText(text: string): readonly Found[] {
  const workspace = new SmallWorkspace({ "example.yaml": text });
  const starts = [0];
  for (const doc of documentsOf(text)) starts.push((starts.at(-1) ?? 0) + doc.text.length);
  return workspace.lint("example.yaml").map(({ document, finding }) => {
    const start = starts[document] ?? 0;
    const at = { start: finding.span.start + start, end: finding.span.end + start };
    said.push(finding.message, ...(finding.fixes?.() ?? []).map(({ title }) => title));
    return {
      text: `${finding.rule} ${JSON.stringify(text.slice(at.start, at.end))} @${at.start}`,
      fix() {
        const edits = finding.fixes?.()[0]?.edits ?? [];
        return applyEdits(
          text,
          edits.map(({ span, text: to }) => ({ span: { start: span.start + start, end: span.end + start }, text: to })),
        );
      },
    };
  });
}

function checkBad(rule: WorkspaceRule, example: Example): void {
  const { text, marks } = readMarks(dedent(example.manifest));
  const found = lintText(text);
  assert.deepEqual(
    found.map((each) => each.text),
    marks.map((mark) => `${mark.rule ?? rule.id} ${JSON.stringify(text.slice(mark.start, mark.end))} @${mark.start}`),
  );
  if (example.fixed === undefined) return;
  const fixed = dedent(example.fixed);
  assert.equal(found[0]?.fix(), fixed);
  assert.deepEqual(
    lintText(fixed).map((each) => each.text),
    [],
  );
}

test("every rule file is in the list, under its own name and in order", () => {
  const files = readdirSync("server/src/rules/reference")
    .filter((file) => readFileSync(`server/src/rules/reference/${file}`, "utf8").includes("export default"))
    .map((file) => `reference/${file.replace(/\.ts$/, "")}`);
  assert.deepEqual(
    REFERENCE_RULES.map(({ id }) => id),
    files.sort(),
  );
});

const POD = (secret: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec:\n  containers: [{ name: web, image: nginx }]\n  imagePullSecrets: [{ name: ${secret} }]\n`;
const SECRET = (name: string): string => `apiVersion: v1\nkind: Secret\nmetadata: { name: ${name} }\n`;

const severities = (workspace: SmallWorkspace, path: string): readonly string[] =>
  workspace.lint(path).map(({ finding }) => `${finding.severity} ${finding.rule}`);

test("what is not here is a hint, a slip of the keyboard a warning, and what exists outside is nothing", () => {
  assert.deepEqual(severities(new SmallWorkspace({ "a.yaml": POD("registry") }), "a.yaml"), [
    "hint reference/missing-target",
  ]);
  const near = { "a.yaml": POD("regitsry"), "b.yaml": SECRET("registry") };
  assert.deepEqual(severities(new SmallWorkspace(near), "a.yaml"), ["warning reference/missing-target"]);
  const [declaration] = documentsOf("external: [{ kind: Secret, name: regist* }]\n");
  const known = readConfiguration(declaration?.root ?? null);
  assert.deepEqual(severities(new SmallWorkspace({ "a.yaml": POD("registry") }, known), "a.yaml"), []);
});

test("a near miss in another environment is none", () => {
  const apart = { "overlays/dev/a.yaml": POD("regitsry"), "overlays/prod/b.yaml": SECRET("registry") };
  assert.deepEqual(severities(new SmallWorkspace(apart), "overlays/dev/a.yaml"), ["hint reference/missing-target"]);
});

test("names that come in families are no slips", () => {
  for (const [asked, present] of [
    ["db-1", "db-2"],
    ["tls-a", "tls-b"],
    ["web", "wed"],
    ["registry-dev", "registry-prod"],
  ] as const)
    assert.deepEqual(
      severities(new SmallWorkspace({ "a.yaml": POD(asked), "b.yaml": SECRET(present) }), "a.yaml"),
      ["hint reference/missing-target"],
      asked,
    );
});

test("a plural is suggested, but may be another object", () => {
  const [found] = new SmallWorkspace({ "a.yaml": POD("cart"), "b.yaml": SECRET("carts") }).lint("a.yaml");
  assert.equal(found?.finding.severity, "hint");
  assert.equal(found?.finding.fixes?.()[0]?.title.en, "Change `cart` to `carts`");
});

test("a listed StorageClass set is complete: any other class is missing for certain", () => {
  const claim =
    "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: a }\nspec: { storageClassName: nhanh }\n";
  const [text] = documentsOf("storageClasses: [{ name: cham }]\n");
  const configured = new SmallWorkspace({ "a.yaml": claim }, readConfiguration(text?.root ?? null));
  assert.deepEqual(severities(configured, "a.yaml"), ["warning reference/missing-target"]);
  assert.deepEqual(severities(new SmallWorkspace({ "a.yaml": claim }), "a.yaml"), ["hint reference/missing-target"]);
});

test("an object can be declared to exist outside", () => {
  const workspace = new SmallWorkspace({ "a.yaml": POD("registry") });
  const fixes = workspace.lint("a.yaml")[0]?.finding.fixes?.() ?? [];
  const [edit] = fixes.at(-1)?.elsewhere ?? [];
  assert.equal(edit?.create, true);
  assert.equal(applyEdits("", edit?.edits ?? []), "external:\n  - kind: Secret\n    name: registry\n");
});

test("patches of a kustomization speak for the object they change", () => {
  const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: nginx, volumeMounts: [{ name: extra, mountPath: /x }] }]
`;
  const patched = {
    "kustomization.yaml": "resources: [web.yaml]\npatches: [{ path: extra.yaml }]\n",
    "web.yaml": deployment,
    "extra.yaml": "apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\n",
  };
  assert.deepEqual(severities(new SmallWorkspace(patched), "web.yaml"), []);
  assert.deepEqual(severities(new SmallWorkspace({ "web.yaml": deployment }), "web.yaml"), [
    "error reference/missing-volume",
  ]);
});
