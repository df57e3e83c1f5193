import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { factsOf } from "../../server/src/model/facts.ts";
import { fileId } from "../../server/src/workspace/file.ts";
import { NameList } from "../../server/src/workspace/name-list.ts";
import { isTypo } from "../../server/src/workspace/typo.ts";
import { YDocument } from "../../server/src/yaml/document.ts";
import { nameOfEntry, SmallWorkspace } from "../kit/workspace.ts";

const service = (name: string, app: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: ${name} }\nspec: { selector: { app: ${app} }, ports: [{ port: 80, targetPort: http }] }\n`;
const pod = (name: string, app: string, config: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name}, labels: { app: ${app} } }\nspec: { containers: [{ name: c, envFrom: [{ configMapRef: { name: ${config} } }] }] }\n`;
const config = (name: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name} }\ndata: { a: b }\n`;

const factsIn = (manifest: string) => factsOf(new YDocument(manifest, "manifest"));

/** Everything that can be asked, as text. */
function answers(workspace: SmallWorkspace, paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => {
    const view = workspace.view(path);
    return workspace.documents(path).flatMap((doc, document) =>
      factsOf(doc).flatMap((facts) => [
        ...facts.references.map(
          (reference) => `${path} ${document} ${reference.name}: ${view.resolve(reference, facts).map(nameOfEntry)}`,
        ),
        ...view
          .ownEntries()
          .flat()
          .map((entry) => `${nameOfEntry(entry)} in ${view.documentOf(entry)} <- ${view.mentionsOf(entry).length}`),
        `similar: ${view.similar({ group: "", kind: "ConfigMap", name: "chung-config", namespace: undefined }, facts).map(nameOfEntry)}`,
      ]),
    );
  });
}

const PATHS = ["a/1.yaml", "a/2.yaml", "a/b/3.yaml", "dev/4.yaml", "prod/5.yaml", "dev/kustomization.yaml"];
const names = fc.constantFrom("web", "api", "chung-config", "chung-cofig", "kho");
const piece = fc.oneof(
  fc.tuple(names, names).map(([name, app]) => service(name, app)),
  fc.tuple(names, names, names).map(([name, app, from]) => pod(name, app, from)),
  names.map(config),
  fc.constantFrom(
    "resources: [4.yaml]\n",
    "resources: [../a/1.yaml, 4.yaml]\nnamespace: dev\n",
    "# nothing\n",
    "a: [\n",
  ),
);
const text = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join("---\n"));
const step = fc.record({ path: fc.constantFrom(...PATHS), text: fc.option(text, { nil: undefined }) });

test("an edited index answers what a fresh one answers", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) => {
      const edited = new SmallWorkspace({});
      const files = new Map<string, string>();
      for (const { path, text: content } of steps) {
        if (content === undefined) {
          edited.remove(path);
          files.delete(path);
        } else {
          edited.put(path, content);
          files.set(path, content);
        }
      }
      const fresh = new SmallWorkspace(Object.fromEntries(files));
      assert.deepEqual(answers(edited, PATHS), answers(fresh, PATHS));
      assert.equal(edited.index.resourceCount, fresh.index.resourceCount);
      assert.equal(edited.index.fileCount, fresh.index.fileCount);
    }),
    { numRuns: 150 },
  );
});

test("an edit that others cannot see leaves the revision alone", () => {
  const workspace = new SmallWorkspace({ "a.yaml": `${pod("web", "web", "chung")}---\n${config("chung")}` });
  const before = workspace.index.revision;
  workspace.put("a.yaml", `${pod("web", "web", "khac")}---\n${config("chung")}`);
  assert.equal(workspace.index.revision, before);
  workspace.put("a.yaml", `${pod("web", "api", "khac")}---\n${config("chung")}`);
  assert.ok(workspace.index.revision > before);
  const pods = workspace.index.revisionOf({ group: "", kind: "Pod" });
  workspace.put("a.yaml", `${pod("web", "api", "khac")}---\n${config("khac")}`);
  assert.equal(workspace.index.revisionOf({ group: "", kind: "Pod" }), pods);
});

test("documents that an edit did not touch keep their entries", () => {
  const workspace = new SmallWorkspace({});
  const documents = ["1", "2", "3"].map((name) => ({ facts: factsIn(config(name)) }));
  const [first, second, third] = documents;
  assert.ok(first && second && third);
  const file = fileId("file:///work/a.yaml");
  workspace.index.put(file, documents);
  const before = workspace.index.entriesOf(file);
  workspace.index.put(file, [first, { facts: factsIn(config("4")) }, second, third]);
  const after = workspace.index.entriesOf(file);
  assert.equal(after[0]?.[0], before[0]?.[0]);
  assert.equal(after[2]?.[0], before[1]?.[0]);
  assert.equal(after[3]?.[0], before[2]?.[0]);
  assert.deepEqual(
    workspace.index.ofKind({ group: "", kind: "ConfigMap" }).map(({ facts }) => facts.name),
    ["1", "2", "3", "4"],
  );
});

test("slips of the keyboard are told from families of names", () => {
  const slips = [
    ["gio-hang-cofig", "gio-hang-config"],
    ["mysql-pas", "mysql-pass"],
    ["web_config", "web-config"],
    ["Web-Config", "web-config"],
    ["webconfig", "web-config"],
    ["wbe", "web"],
    ["my-vpc", "my-pvc"],
    ["databse-credentials", "database-credentials"],
  ];
  const families = [
    ["db-1", "db-2"],
    ["web", "wed"],
    ["db-12", "db-21"],
    ["tls-a", "tls-b"],
    ["app-dev", "app-prod"],
    ["web-config", "api-config"],
    ["mysql", "mysql-config"],
    ["same", "same"],
  ];
  for (const [typed = "", wanted = ""] of slips) assert.equal(isTypo(typed, wanted), true, `${typed} ${wanted}`);
  for (const [typed = "", wanted = ""] of families) assert.equal(isTypo(typed, wanted), false, `${typed} ${wanted}`);
});

test("names that share a half are found as by looking at all of them", () => {
  const word = fc.stringMatching(/^[a-c]{1,4}(-[a-c]{1,4}){0,2}$/);
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { maxLength: 30 }),
      fc.array(word, { maxLength: 5 }),
      word,
      (all, extra, asked) => {
        const fresh = extra.filter((name, index) => !all.includes(name) && extra.indexOf(name) === index);
        const list = new NameList(all);
        for (const name of fresh) list.add(name);
        const gone = all.slice(0, 3);
        for (const name of gone) list.delete(name);
        const left = [...all.slice(3), ...fresh].sort();
        assert.deepEqual(list.sorted, left);
        const like = (names: readonly string[]) => names.filter((name) => isTypo(asked, name));
        assert.deepEqual(like(list.sharingHalf(asked)), like(left));
      },
    ),
    { numRuns: 500 },
  );
});
