import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { SchemaCursor } from "../../server/src/schema/cursor.ts";
import { Texts } from "../../server/src/schema/texts.ts";
import { parseApiVersion } from "../../server/src/schema/types.ts";
import { validate } from "../../server/src/schema/validate.ts";
import { YDocument } from "../../server/src/yaml/document.ts";
import { entriesOf, itemsOf, type YNode } from "../../server/src/yaml/node.ts";
import { compiledTexts } from "../../tools/texts/compile.mjs";
import { readTexts } from "../../tools/texts/read.mjs";
import { newest, schemas } from "../kit/schemas.ts";

interface Usage {
  readonly kinds: { readonly [kind: string]: number };
  readonly fields: { readonly [key: string]: number };
}

/** So many of the most used fields, one after another, are explained; the number may only rise. */
const LEAST_COVERED = 244;

/** Fields nobody needs to write, not deprecated either: their examples show what to write instead. */
const SHOW_THE_REPLACEMENT: ReadonlySet<string> = new Set([
  "io.k8s.api.core.v1.ServiceAccount#secrets",
  "io.k8s.api.core.v1.ObjectFieldSelector#apiVersion",
  "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionSpec#preserveUnknownFields",
]);

const { texts } = readTexts();
const explained = new Set(texts.flatMap((text) => [text.key, ...(text.also ?? [])]));

const gvkOf = (key: string) => {
  const slash = key.lastIndexOf("/");
  return { ...parseApiVersion(key.slice(0, slash)), kind: key.slice(slash + 1) };
};

test("every text explains something that exists", () => {
  const releases = schemas.versions.map((version) => schemas.forVersion(version));
  let [fields, kinds] = [0, 0];
  const exists = (key: string): boolean => {
    const [place = "", field] = key.split("#");
    if (field !== undefined) {
      fields++;
      return (
        place === "any" || releases.some((release) => Object.hasOwn(release.definition(place)?.properties ?? {}, field))
      );
    }
    kinds++;
    const gvk = gvkOf(place.split(":")[0] ?? "");
    // Kustomizations are read by kubectl and never reach the API server.
    return gvk.group === "kustomize.config.k8s.io" || releases.some((release) => release.kind(gvk) !== undefined);
  };
  const matched = texts.flatMap(({ matches = [] }) => matches.map(({ field }) => field));
  const places = [...explained, ...matched].filter((key) => !/^(concept|problem)\//.test(key));
  assert.deepEqual(
    places.filter((key) => !exists(key)),
    [],
  );
  assert.ok(fields > 500 && kinds > 40, `${fields} fields, ${kinds} kinds`);
});

test("a special place is a path of its kind", () => {
  const places = [...explained].filter((key) => key.includes(":"));
  const leads = (key: string): boolean => {
    const [kind = "", path = ""] = key.split(":");
    let cursor = newest.root(gvkOf(kind));
    for (const step of path.split(".")) cursor = (cursor?.type === "list" ? cursor.item() : cursor)?.child(step);
    return cursor !== undefined;
  };
  assert.deepEqual(
    places.filter((key) => !leads(key)),
    [],
  );
  assert.ok(places.length >= 20, `${places.length} places`);
});

test("the most used fields and all kinds seen are explained", (t) => {
  const usage: Usage = JSON.parse(readFileSync("schemas/docs/usage.json", "utf8"));
  const fields = Object.entries(usage.fields);
  const missing = fields.filter(([key]) => !explained.has(key));
  const gapless = fields.findIndex(([key]) => !explained.has(key));
  const uses = (of: typeof fields): number => of.reduce((sum, [, n]) => sum + n, 0);
  t.diagnostic(`${fields.length - missing.length} of ${fields.length} fields, the first ${gapless} without a gap`);
  t.diagnostic(`${((1 - uses(missing) / uses(fields)) * 100).toFixed(1)} % of uses`);
  t.diagnostic(
    `next: ${missing
      .slice(0, 5)
      .map(([key]) => key)
      .join(" ")}`,
  );
  assert.ok(gapless >= LEAST_COVERED, `no text for ${fields[gapless]?.[0]}`);
  const kinds = Object.keys(usage.kinds);
  assert.deepEqual(
    kinds.filter((kind) => !explained.has(kind)),
    [],
  );
  assert.ok(kinds.length >= 30, `${kinds.length} kinds`);
});

test("an example holds its field with a value that the API server takes", () => {
  const faults: string[] = [];
  let checked = 0;
  for (const { key, example, en } of texts) {
    const [definition = "", field] = key.split("#");
    if (example === undefined || field === undefined || definition === "any") continue;
    if (SHOW_THE_REPLACEMENT.has(key) || /\bdeprecated\b/.test(en.summary)) continue;
    const cursor = newest.cursor({ $ref: definition }, definition).child(field);
    const values = valuesOf(new YDocument(example, "manifest").root, field);
    checked++;
    if (!cursor || values.length === 0) faults.push(`${key}: ${cursor ? "not in its example" : "no such field"}`);
    else if (!values.some((value) => problemsOf(value, cursor) === ""))
      faults.push(`${key}: ${problemsOf(values[0], cursor)}`);
  }
  assert.deepEqual(faults, []);
  assert.ok(checked > 350, `${checked} examples`);
});

test("an example of a kind is part of an object that the API server takes", () => {
  const faults: string[] = [];
  let checked = 0;
  for (const { key, example } of texts) {
    if (example === undefined || /[#:]|^(concept|problem)\//.test(key) || key.startsWith("kustomize.")) continue;
    const cursor = newest.root(gvkOf(key)) ?? newest.root({ ...gvkOf(key), version: "v1" });
    checked++;
    const problems = cursor ? problemsOf(new YDocument(example, "manifest").root, cursor) : "no schema";
    if (problems !== "") faults.push(`${key}: ${problems}`);
  }
  assert.deepEqual(faults, []);
  assert.ok(checked >= 40, `${checked} examples`);
});

function problemsOf(value: YNode | null | undefined, cursor: SchemaCursor): string {
  if (!value) return "";
  const problems = validate(value, cursor, { partial: true });
  return problems.map(({ kind, path }) => `${kind} at ${path.join(".")}`).join(", ");
}

/** Every value that stands under a key of that name, outermost first. */
function valuesOf(node: YNode | null | undefined, field: string): readonly (YNode | null)[] {
  const children = [...entriesOf(node).map(({ value }) => value), ...itemsOf(node).map(({ value }) => value)];
  const own = entriesOf(node).filter(({ key }) => key.text === field);
  return [...own.map(({ value }) => value), ...children.flatMap((child) => valuesOf(child, field))];
}

test("a text is found by the most particular key that has one", () => {
  const prose = { summary: "s", detail: "d" };
  const entry = (title: string) => ({ title, en: prose, vi: prose });
  const entries = {
    "any#spec": entry("spec of any"),
    "Container#image": entry("image"),
    "EphemeralContainer#image": "Container#image",
    "apps/v1/Deployment": entry("Deployment"),
    "apps/v1/Deployment:spec.replicas": entry("replicas of Deployment"),
    "Spec#replicas": entry("replicas"),
    "concept/nat": entry("NAT"),
    "problem/pvc-pending": { ...entry("Pending"), title: { en: "Pending", vi: "Đang chờ" }, see: ["concept/nat"] },
  };
  const byValue = {
    "Container#image": [
      ["*calico/node*", "concept/nat"],
      ["a*b*c", "problem/pvc-pending"],
    ],
  } as const;
  const found = new Texts(JSON.stringify({ entries, byValue }));
  assert.equal(found.forField("Spec", "replicas")?.title.en, "replicas");
  assert.equal(
    found.forField("Spec", "replicas", "apps/v1/Deployment", "spec.replicas")?.title.en,
    "replicas of Deployment",
  );
  assert.equal(found.forField("EphemeralContainer", "image")?.key, "Container#image");
  assert.equal(found.forField("Deployment", "spec", "apps/v1/Deployment", "spec")?.title.vi, "spec of any");
  assert.equal(found.forField("PodTemplateSpec", "spec", "apps/v1/Deployment", "spec.template.spec"), undefined);
  assert.equal(found.forField("Object", "constructor"), undefined);
  assert.equal(found.forKind({ group: "apps", version: "v1", kind: "Deployment" })?.title.en, "Deployment");
  assert.equal(found.forKind({ group: "", version: "v1", kind: "Deployment" }), undefined);
  assert.equal(found.forConcept("nat")?.title.en, "NAT");
  assert.deepEqual(found.forConcept("pvc-pending")?.see, ["concept/nat"]);
  assert.equal(found.forConcept("pvc-pending")?.title.vi, "Đang chờ");
  assert.equal(found.forValue("Container#image", "docker.io/calico/node:v3")?.key, "concept/nat");
  assert.equal(found.forValue("Container#image", "a1b2c")?.key, "problem/pvc-pending");
  for (const image of ["calico/cni:v3", "abX", "xabc", "ac"])
    assert.equal(found.forValue("Container#image", image), undefined, image);
  assert.equal(found.forValue("toString", "x"), undefined);
});

test("the shipped texts are those of schemas/docs, one for every key", () => {
  const compiled = compiledTexts();
  const shipped = new Texts(JSON.stringify(compiled));
  const keys = Object.keys(compiled.entries);
  assert.deepEqual(
    keys.filter((key) => shipped.get(key) === undefined),
    [],
  );
  assert.equal(keys.length, explained.size);
  const values = Object.entries(compiled.byValue).flatMap(([field, patterns]) =>
    patterns.map(([, key]) => [field, key]),
  );
  assert.deepEqual(
    values.filter(([, key]) => key === undefined || shipped.get(key) === undefined),
    [],
  );
  assert.ok(values.length >= 10, `${values.length} values`);
});
