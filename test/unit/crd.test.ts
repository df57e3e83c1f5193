import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { customKinds } from "../../server/src/schema/crd.ts";
import { read } from "../../server/src/yaml/read.ts";

const META = { $ref: "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta" };

const kindsOf = (text: string) => customKinds(read(text, "manifest").root);

const crd = (schema: string, rest = "") => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: tills.shop.example.com }
spec:
  group: shop.example.com
  names: { kind: Till, plural: tills }
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              ${schema.trim().split("\n").join("\n              ")}
${rest}`;

const specOf = (schema: string) => kindsOf(crd(schema))[0]?.schema.properties?.spec;

describe("a CustomResourceDefinition", () => {
  test("defines a kind for each served version", () => {
    const kinds = kindsOf(
      crd(
        "type: object",
        "    - { name: v1beta1, served: true, storage: false }\n    - { name: v1alpha1, served: false, storage: false }",
      ),
    );
    assert.deepEqual(
      kinds.map(({ group, version, kind, plural, namespaced }) => [group, version, kind, plural, namespaced]),
      [
        ["shop.example.com", "v1", "Till", "tills", true],
        ["shop.example.com", "v1beta1", "Till", "tills", true],
      ],
    );
  });

  test("gives objects their apiVersion, kind and metadata", () => {
    const [till] = kindsOf(crd("type: object"));
    assert.deepEqual(Object.keys(till?.schema.properties ?? {}), ["apiVersion", "kind", "spec", "metadata"]);
    assert.deepEqual(till?.schema.properties?.metadata, META);
    assert.equal(till?.schema["x-kubernetes-preserve-unknown-fields"], undefined);
  });

  test("without a schema lets any object pass", () => {
    const [, beta] = kindsOf(crd("type: object", "    - { name: v1beta1, served: true }"));
    assert.equal(beta?.schema["x-kubernetes-preserve-unknown-fields"], true);
    assert.deepEqual(beta?.schema.properties?.metadata, META);
  });

  test("may be cluster-scoped", () => {
    const [till] = kindsOf(crd("type: object").replace("scope: Namespaced", "scope: Cluster"));
    assert.equal(till?.namespaced, false);
  });

  test("half typed defines nothing and never throws", () => {
    const text = crd("type: object\nproperties:\n  size: { type: integer, minimum: one }");
    for (let length = 0; length <= text.length; length += 7) assert.ok(Array.isArray(kindsOf(text.slice(0, length))));
    assert.deepEqual(kindsOf("apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n"), []);
    assert.deepEqual(kindsOf("apiVersion: v1\nkind: CustomResourceDefinition\n"), []);
    assert.deepEqual(customKinds(null), []);
  });
});

describe("its schema", () => {
  test("keeps types, limits, defaults and descriptions", () => {
    assert.deepEqual(
      specOf(`
type: object
description: What it does.
required: [size]
properties:
  size: { type: integer, format: int32, minimum: 1, maximum: 9, default: 3 }
  mode: { type: string, enum: [Fast, Slow], nullable: true }
  names: { type: array, maxItems: 4, x-kubernetes-list-type: set, items: { type: string, pattern: "^a" } }
`),
      {
        type: "object",
        description: "What it does.",
        required: ["size"],
        properties: {
          size: { type: "integer", format: "int32", default: 3, minimum: 1, maximum: 9 },
          mode: { type: "string", nullable: true, enum: ["Fast", "Slow"] },
          names: {
            type: "array",
            "x-kubernetes-list-type": "set",
            maxItems: 4,
            items: { type: "string", pattern: "^a" },
          },
        },
      },
    );
  });

  test("knows int-or-string, maps and free objects", () => {
    const properties = specOf(`
type: object
properties:
  port: { x-kubernetes-int-or-string: true, anyOf: [{ type: integer }, { type: string }] }
  labels: { type: object, additionalProperties: { type: string } }
  values: { type: object, x-kubernetes-preserve-unknown-fields: true }
`)?.properties;
    assert.equal(properties?.port?.["x-kubernetes-int-or-string"], true);
    assert.deepEqual(properties?.labels?.additionalProperties, { type: "string" });
    assert.equal(properties?.values?.["x-kubernetes-preserve-unknown-fields"], true);
    assert.equal(properties?.values?.properties, undefined);
  });

  test("an object that names no fields has none, as the API server prunes them", () => {
    assert.deepEqual(specOf("type: object"), { type: "object", properties: {} });
  });

  test("an embedded resource brings apiVersion, kind and metadata", () => {
    assert.deepEqual(
      specOf("type: object\nx-kubernetes-embedded-resource: true\nx-kubernetes-preserve-unknown-fields: true"),
      {
        type: "object",
        "x-kubernetes-preserve-unknown-fields": true,
        "x-kubernetes-embedded-resource": true,
        properties: { apiVersion: { type: "string" }, kind: { type: "string" }, metadata: META },
        required: ["apiVersion", "kind"],
      },
    );
  });

  test("leaves out keywords of a wrong type", () => {
    assert.deepEqual(specOf("type: strnig\nminimum: one\nenum: [{ a: 1 }]\nrequired: yes\nitems: []"), {});
  });
});

describe("apiextensions.k8s.io/v1beta1", () => {
  const beta = (rest: string) => `apiVersion: apiextensions.k8s.io/v1beta1
kind: CustomResourceDefinition
spec:
  group: shop.example.com
  names: { kind: Till }
  version: v1
  validation: { openAPIV3Schema: { type: object, properties: { spec: { type: object, properties: { size: {} } } } } }
${rest}`;

  test("has one schema for every version and keeps unknown fields", () => {
    const [till] = kindsOf(beta(""));
    assert.equal(till?.version, "v1");
    assert.equal(till?.plural, "tills");
    assert.deepEqual(Object.keys(till?.schema.properties?.spec?.properties ?? {}), ["size"]);
    assert.equal(till?.schema["x-kubernetes-preserve-unknown-fields"], true);
  });

  test("prunes them when told to", () => {
    const [till] = kindsOf(beta("  preserveUnknownFields: false\n"));
    assert.equal(till?.schema["x-kubernetes-preserve-unknown-fields"], undefined);
  });
});
