import assert from "node:assert/strict";
import { test } from "node:test";
import { Ajv } from "ajv";
import { present } from "../../server/src/base/never.ts";
import { applyEdits } from "../../server/src/base/span.ts";
import type { Schema } from "../../server/src/schema/types.ts";
import { validate } from "../../server/src/schema/validate.ts";
import {
  CONFIGURATION_SCHEMA,
  type Configuration,
  configurationText,
  knownOutside,
  NO_CONFIGURATION,
  readConfiguration,
  storageClassesOf,
} from "../../server/src/workspace/configuration.ts";
import { declareExternal } from "../../server/src/workspace/configuration-edit.ts";
import { PRESETS } from "../../server/src/workspace/configuration-presets.ts";
import { CONFIGURATION_TEXTS } from "../../server/src/workspace/configuration-texts.ts";
import { YDocument } from "../../server/src/yaml/document.ts";
import { toJson } from "../../server/src/yaml/scalar.ts";
import { readGlossary } from "../../tools/texts/glossary.mjs";
import { newest } from "../kit/schemas.ts";
import { englishFaults, vietnameseFaults } from "../kit/vietnamese.ts";

const FULL = `kubernetesVersion: "1.34"
preset: gke
defaultNamespace: cua-hang
namespaces: [cua-hang, kho]
storageClasses:
  - { name: nhanh, default: true, provisioner: pd.csi.storage.gke.io, volumeBindingMode: Immediate, allowVolumeExpansion: true, reclaimPolicy: Retain }
nodes:
  - { name: node-1, labels: { topology.kubernetes.io/zone: a } }
external:
  - { kind: Secret, name: registry, namespace: cua-hang, keys: [.dockerconfigjson] }
  - { kind: Secret, name: tls-* }
profile: strict
rules:
  reference/missing-target: warning
  "schema/*": off
exclude: ["vendor/**"]
`;

const read = (text: string): Configuration => readConfiguration(new YDocument(text, "manifest").root);

/** Disagreements with the schema, found by ajv and by our own walker. */
function judged(text: string): { readonly ajv: boolean; readonly walker: boolean } {
  const { root } = new YDocument(text, "manifest");
  const accepts = new Ajv({ strict: false, validateSchema: false }).compile(CONFIGURATION_SCHEMA);
  const problems = root ? validate(root, newest.cursor(CONFIGURATION_SCHEMA, "configuration"), { partial: false }) : [];
  return { ajv: accepts(toJson(root)) === true, walker: problems.length === 0 };
}

test("the schema accepts a file that uses everything", () => {
  assert.deepEqual(judged(FULL), { ajv: true, walker: true });
});

test("the schema refuses what is wrong", () => {
  const wrong = [
    "kubernetesVersion: 1.34\n",
    "preset: heroku\n",
    "profile: loose\n",
    "namespaces: kho\n",
    "storageClasses: [{ default: true }]\n",
    "external: [{ kind: Secret }]\n",
    "nodes: [{ name: a, labels: { x: [] } }]\n",
  ];
  for (const text of wrong) assert.deepEqual(judged(text), { ajv: false, walker: false }, text);
});

test("everything that is written is read", () => {
  assert.deepEqual(read(FULL), {
    kubernetesVersion: "1.34",
    preset: "gke",
    defaultNamespace: "cua-hang",
    namespaces: ["cua-hang", "kho"],
    storageClasses: [
      {
        name: "nhanh",
        isDefault: true,
        provisioner: "pd.csi.storage.gke.io",
        volumeBindingMode: "Immediate",
        allowVolumeExpansion: true,
        reclaimPolicy: "Retain",
      },
    ],
    nodes: [{ name: "node-1", labels: [["topology.kubernetes.io/zone", "a"]] }],
    external: [
      { kind: "Secret", name: "registry", namespace: "cua-hang", keys: [".dockerconfigjson"] },
      { kind: "Secret", name: "tls-*", namespace: undefined, keys: undefined },
    ],
    profile: "strict",
    rules: { "reference/missing-target": "warning", "schema/*": "off" },
    exclude: ["vendor/**"],
  });
});

test("broken files give what can be understood", () => {
  assert.deepEqual(read("preset: heroku\nexternal: 3\nnodes: [{}, a]\nprofile: loose\nrules: { x: loud }\n"), {
    ...NO_CONFIGURATION,
    external: [],
    nodes: [{ name: "a", labels: [] }],
  });
  for (const text of ["", "- a", "a", "external:\n  -", "rules: ["]) assert.ok(read(text));
});

const secret = (name: string, namespace?: string) => ({ group: "", kind: "Secret", name, namespace });

test("nothing is known until something is said", () => {
  assert.equal(knownOutside(NO_CONFIGURATION, secret("registry")), "unknown");
  const said = read(FULL);
  assert.equal(knownOutside(said, secret("registry", "cua-hang")), "yes");
  assert.equal(knownOutside(said, secret("registry", "kho")), "unknown");
  assert.equal(knownOutside(said, secret("tls-web", "kho")), "yes");
  const storage = (name: string) => ({ group: "storage.k8s.io", kind: "StorageClass", name, namespace: undefined });
  assert.equal(knownOutside(said, storage("nhanh")), "yes");
  assert.equal(knownOutside(said, storage("standard-rwo")), "yes");
  assert.equal(knownOutside(said, storage("gp2")), "no");
  assert.equal(knownOutside(read("preset: gke\n"), storage("gp2")), "unknown");
});

test("every cluster has some objects", () => {
  const exists = (kind: string, name: string, namespace?: string) =>
    knownOutside(NO_CONFIGURATION, { group: "", kind, name, namespace });
  assert.equal(exists("ServiceAccount", "default", "kho"), "yes");
  assert.equal(exists("ConfigMap", "kube-root-ca.crt", "kho"), "yes");
  assert.equal(exists("ClusterRole", "cluster-admin"), "yes");
  assert.equal(exists("ClusterRole", "my-role"), "unknown");
  assert.equal(exists("Namespace", "kube-system"), "yes");
});

test("a preset has at most one default StorageClass, and a listed class takes the place of its namesake", () => {
  for (const preset of PRESETS) {
    const classes = storageClassesOf(read(`preset: ${preset}\n`));
    assert.ok(classes.filter(({ isDefault }) => isDefault).length <= 1, preset);
    assert.equal(new Set(classes.map(({ name }) => name)).size, classes.length, preset);
  }
  const own = storageClassesOf(read("preset: kind\nstorageClasses: [{ name: standard, provisioner: mine }]\n"));
  assert.deepEqual(
    own.map(({ provisioner }) => provisioner),
    ["mine"],
  );
});

test("an object is declared in whatever list is there", () => {
  const target = { group: "", kind: "Secret", name: "on", namespace: "kho" };
  const cases = [
    ["preset: kind", 'preset: kind\nexternal:\n  - kind: Secret\n    name: "on"\n    namespace: kho\n'],
    ["external:\n", 'external:\n  - kind: Secret\n    name: "on"\n    namespace: kho\n'],
    ["external: []\n", 'external:\n  - kind: Secret\n    name: "on"\n    namespace: kho\n'],
    [
      "external:\n- kind: A\n  name: a # why\nrules: {}\n",
      'external:\n- kind: A\n  name: a # why\n- kind: Secret\n  name: "on"\n  namespace: kho\nrules: {}\n',
    ],
    [
      "external: [{ kind: A, name: a }]\n",
      'external: [{ kind: A, name: a }, { kind: Secret, name: "on", namespace: kho }]\n',
    ],
  ] as const;
  for (const [before, after] of cases) {
    const doc = new YDocument(before, "manifest");
    assert.equal(applyEdits(before, declareExternal(doc, target) ?? []), after);
    assert.equal(knownOutside(read(after), target), "yes", after);
  }
  assert.equal(declareExternal(new YDocument("- a\n", "manifest"), target), undefined);
});

function fieldsOf(schema: Schema, path: readonly string[]): readonly (readonly string[])[] {
  const inner = schema.items?.properties ? schema.items : schema;
  return Object.entries(inner.properties ?? {}).flatMap(([name, field]) => [
    [...path, name],
    ...fieldsOf(field, [...path, name]),
  ]);
}

test("every field has its text in both languages, and every text its field", () => {
  const fields = fieldsOf(CONFIGURATION_SCHEMA, []);
  assert.ok(fields.length > 15);
  for (const field of fields) assert.ok(configurationText(field), field.join("."));
  const known = new Set(["", "rules.*", ...fields.map((field) => field.join("."))]);
  assert.deepEqual(
    Object.keys(CONFIGURATION_TEXTS).filter((key) => !known.has(key)),
    [],
  );
  assert.equal(configurationText(["external", 3, "name"]), CONFIGURATION_TEXTS["external.name"]);
  assert.equal(configurationText(["rules", "reference/missing-key"]), CONFIGURATION_TEXTS["rules.*"]);
  assert.equal(present(CONFIGURATION_SCHEMA.properties?.preset, "preset").description, CONFIGURATION_TEXTS.preset?.en);
});

test("the texts are good English and Vietnamese with the same code in both", () => {
  const glossary = readGlossary();
  const code = (text: string) => [...text.matchAll(/`[^`]+`/g)].map(String).sort();
  for (const [key, { en, vi }] of Object.entries(CONFIGURATION_TEXTS)) {
    assert.deepEqual([...englishFaults(en), ...vietnameseFaults(vi, glossary)], [], key);
    assert.deepEqual(new Set(code(vi)), new Set(code(en)), key);
  }
});
