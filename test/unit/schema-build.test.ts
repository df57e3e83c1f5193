import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe, test } from "node:test";
import type { Schema } from "../../server/src/schema/types.ts";
import { builtinReleases } from "../../tools/schemas/builtin.ts";
import { readClientNode } from "../../tools/schemas/client-node.ts";
import { customKinds } from "../../tools/schemas/custom.ts";
import { readDeclarations } from "../../tools/schemas/declarations.ts";
import { byStability, officialName } from "../../tools/schemas/names.ts";
import { readOverlay } from "../../tools/schemas/overlay.ts";
import { createPack } from "../../tools/schemas/pack.ts";
import { withLimits } from "../../tools/schemas/validators.ts";

const folder = mkdtempSync(join(tmpdir(), "schema-build-"));
after(() => rmSync(folder, { recursive: true }));

/** Writes files below a fresh folder and returns it. */
function written(name: string, files: Readonly<Record<string, string>>): string {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return join(folder, name);
}

/** A model file of client-node, in the shape its generator writes. */
function model(release: string, name: string, fields: Readonly<Record<string, readonly [string, string, string]>>) {
  const map = Object.entries(fields).map(([field, [type, format]]) => {
    return { name: field.replace("?", ""), baseName: field.replace("?", ""), type, format };
  });
  const lines = Object.entries(fields).map(([field, [type, , text]]) => {
    const comment = text === "" ? "" : `    /**\n    * ${text}\n    */\n`;
    return `${comment}    '${field.replace("?", "")}'${field.endsWith("?") ? "?" : ""}: ${type};\n`;
  });
  return {
    [`${name}.js`]: `/**\n * OpenAPI spec version: v${release}.0\n */\nexport class ${name} {\n}\n${name}.attributeTypeMap = ${JSON.stringify(map, null, 4)};\n//# sourceMappingURL`,
    [`${name}.d.ts`]: `/**\n* About ${name}.\n*/\nexport declare class ${name} {\n${lines.join("")}    static readonly discriminator: string | undefined;\n}\n`,
  };
}

const API = {
  "AppsV1Api.js": `    async createNamespacedWidget(namespace, body) {
        const localVarPath = '/apis/apps/v1/namespaces/{namespace}/widgets'
            .replace();
    }
    async createNamespacedWidgetScale(namespace, body) {
        const localVarPath = '/apis/apps/v1/namespaces/{namespace}/widgets/{name}/scale'
    }
`,
  "AppsV1Api.d.ts": `    createNamespacedWidget(namespace: string, body: V1Widget): Promise<X>;
    createNamespacedWidgetScale(name: string, body: V1Scale): Promise<X>;
`,
};

function clientNode(release: string, models: Readonly<Record<string, string>>): string {
  const inModels = Object.entries(models).map(([name, text]) => [`dist/gen/models/${name}`, text]);
  const inApis = Object.entries(API).map(([name, text]) => [`dist/gen/apis/${name}`, text]);
  return written(`client-${release}`, Object.fromEntries([...inModels, ...inApis]));
}

describe("reading client-node", () => {
  const client = readClientNode(
    clientNode("1.36", {
      ...model("1.36", "V1Widget", {
        "metadata?": ["V1ObjectMeta", "", ""],
        size: ["number", "int32", "The widget\\'s size, not its *_/ weight."],
        "labels?": ["{ [key: string]: string; }", "", "Free text."],
      }),
      ...model("1.30", "V1Forgotten", { size: ["number", "int32", ""] }),
    }),
    "1.36",
  );

  test("gives types, formats, required and the unescaped text of each field", () => {
    const fields = client.models.get("V1Widget")?.fields;
    assert.deepEqual(fields?.get("size"), {
      type: "number",
      format: "int32",
      required: true,
      description: "The widget's size, not its */ weight.",
    });
    assert.equal(fields?.get("metadata")?.required, false);
    assert.equal(fields?.get("labels")?.type, "{ [key: string]: string; }");
  });

  test("leaves out what the package keeps from earlier releases", () => {
    assert.deepEqual([...client.models.keys()], ["V1Widget"]);
  });

  test("finds the collections, not the subresources", () => {
    assert.deepEqual(client.resources, [
      { group: "apps", version: "v1", plural: "widgets", namespaced: true, model: "V1Widget" },
    ]);
  });

  test("refuses a model whose declaration and map disagree", () => {
    const broken = model("1.36", "V1Odd", { size: ["number", "int32", ""] });
    const root = written("odd", {
      "dist/gen/models/V1Odd.js": broken["V1Odd.js"] ?? "",
      "dist/gen/models/V1Odd.d.ts": "export declare class V1Odd {\n}\n",
      "dist/gen/apis/none.js": "",
    });
    assert.throws(() => readClientNode(root, "1.36"), /V1Odd declares 0 fields but maps 1/);
  });
});

const WIDGET = `import { IIoK8sApimachineryPkgApiResourceQuantity } from "@kubernetes-models/apimachinery/api/resource/Quantity";
import { IIoK8sApiAppsV1Base } from "./Base.js";
/**
 * About widgets,
 * in two lines.
 */
export interface IWidget extends TypeMeta, IIoK8sApiAppsV1Base {
    "apiVersion": "apps/v1";
    "kind": "Widget";
    /**
     * How it runs @every day.
     */
    "mode"?: "Fast" | "Slow";
    "size": IIoK8sApimachineryPkgApiResourceQuantity;
    "port"?: number | string;
    "sizes"?: {
        [key: string]: IIoK8sApimachineryPkgApiResourceQuantity;
    };
}
export type { IWidget as IIoK8sApiAppsV1Widget, Widget as IoK8sApiAppsV1Widget };
`;

function models(): ReadonlyMap<string, string> {
  const main = written("node_modules/kubernetes-models", {
    "apps/v1/Widget.d.ts": WIDGET,
    "apps/v1/Base.d.ts": `export interface IBase {\n    "shared"?: boolean;\n}\nexport type { IBase as IIoK8sApiAppsV1Base };\n`,
  });
  const machinery = written("node_modules/@kubernetes-models/apimachinery", {
    "api/resource/Quantity.d.ts": `export type IQuantity = number | string;
export type Quantity = IQuantity;
export type { IQuantity as IIoK8sApimachineryPkgApiResourceQuantity, Quantity as IoK8sApimachineryPkgApiResourceQuantity };
`,
  });
  return new Map([
    ["kubernetes-models", main],
    ["@kubernetes-models/apimachinery", machinery],
  ]);
}

describe("reading kubernetes-models", () => {
  const declarations = readDeclarations(models());
  const widget = [...declarations.values()].find(({ symbol }) => symbol === "IoK8sApiAppsV1Widget");

  test("gives enums, maps, int-or-strings, required and what an interface inherits", () => {
    const { mode, port, sizes, shared } = widget?.schema.properties ?? {};
    assert.deepEqual(mode, { type: "string", enum: ["Fast", "Slow"], description: "How it runs @every day." });
    assert.deepEqual(port, { "x-kubernetes-int-or-string": true });
    assert.equal(typeof sizes?.additionalProperties, "object");
    assert.deepEqual(shared, { type: "boolean" });
    assert.deepEqual(widget?.schema.required, ["apiVersion", "kind", "size"]);
    assert.equal(widget?.description, "About widgets,\nin two lines.");
    assert.deepEqual(widget?.object, { apiVersion: "apps/v1", kind: "Widget" });
  });

  test("refers to declarations that exist", () => {
    const key = widget?.schema.properties?.size?.$ref ?? "";
    assert.equal(declarations.get(key)?.symbol, "IoK8sApimachineryPkgApiResourceQuantity");
  });
});

describe("putting a release together", () => {
  const newer = clientNode("1.36", {
    ...model("1.36", "V1Widget", {
      size: ["string", "", "Its size."],
      "mode?": ["string", "", "How it runs @every day."],
      "count?": ["number", "int64", ""],
    }),
  });
  const older = clientNode("1.28", {
    ...model("1.28", "V1Widget", {
      "size?": ["string", "", "An older text."],
      "mode?": ["Array<string>", "", "Another shape then."],
      "count?": ["number", "", ""],
    }),
  });
  const [release, before] = builtinReleases(
    [
      { version: "1.36", client: readClientNode(newer, "1.36") },
      { version: "1.28", client: readClientNode(older, "1.28") },
    ],
    readDeclarations(models()),
  );
  const field = (of: typeof release, name: string): Schema | undefined =>
    of?.definitions.get("io.k8s.api.apps.v1.Widget")?.schema.properties?.[name];

  test("takes quantities and enums from kubernetes-models", () => {
    assert.equal(field(release, "size")?.$ref, "io.k8s.apimachinery.pkg.api.resource.Quantity");
    assert.deepEqual(field(release, "mode")?.enum, ["Fast", "Slow"]);
  });

  test("an older release keeps its own properties, texts and required", () => {
    const own = before?.definitions.get("io.k8s.api.apps.v1.Widget");
    assert.equal(own?.schema.required, undefined);
    assert.equal(field(before, "size")?.description, "An older text.");
    assert.equal(field(before, "size")?.$ref, "io.k8s.apimachinery.pkg.api.resource.Quantity");
  });

  test("an older release learns formats from the newer one, and nothing from a field of another shape", () => {
    assert.deepEqual(field(before, "count"), { type: "integer", format: "int64" });
    assert.deepEqual(field(before, "mode"), {
      type: "array",
      items: { type: "string" },
      description: "Another shape then.",
    });
  });

  test("kinds carry their official definition, scope and plural", () => {
    assert.deepEqual(release?.kinds, [
      {
        group: "apps",
        version: "v1",
        kind: "Widget",
        definition: "io.k8s.api.apps.v1.Widget",
        namespaced: true,
        plural: "widgets",
      },
    ]);
  });
});

test("official names come from the packages' symbols", () => {
  assert.equal(officialName("IoK8sApiCoreV1PodSpec"), "io.k8s.api.core.v1.PodSpec");
  assert.equal(
    officialName("IoK8sApimachineryPkgApisMetaV1ObjectMeta"),
    "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta",
  );
  assert.equal(
    officialName("IoK8sApiextensionsApiserverPkgApisApiextensionsV1JSON"),
    "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSON",
  );
  assert.equal(officialName("IoK8sSigsGatewayApiApisV1ObjectName"), undefined);
});

test("stable API versions come before beta and alpha ones", () => {
  const versions = ["v1alpha1", "v1", "v1beta2", "v2", "v1beta1", "v2beta1"].toSorted(byStability);
  assert.deepEqual(versions, ["v2", "v1", "v2beta1", "v1beta2", "v1beta1", "v1alpha1"]);
});

describe("the overlay", () => {
  const definitions = new Map([
    [
      "io.k8s.api.apps.v1.Widget",
      {
        schema: { type: "object", required: ["mode"], properties: { size: {}, mode: {}, parts: {} } } as const,
        description: "",
      },
    ],
  ]);
  const widget = (files: Readonly<Record<string, string>>): { schema?: Schema; unused: readonly string[] } => {
    const overlay = readOverlay(written(`overlay-${Object.keys(files).join("-")}`, files));
    const schema = overlay.apply(definitions).get("io.k8s.api.apps.v1.Widget")?.schema;
    return { ...(schema && { schema }), unused: overlay.unused() };
  };

  test("adds each kind of fact to its field", () => {
    const { schema, unused } = widget({
      "defaults.yaml": "io.k8s.api.apps.v1: { Widget: { size: 3 } }",
      "immutable.yaml": "io.k8s.api.apps.v1: { Widget: [size] }",
      "lists.yaml": "io.k8s.api.apps.v1: { Widget: { parts: name port } }",
      "ranges.yaml": "io.k8s.api.apps.v1: { Widget: { size: [0, 9] } }",
      "required.yaml": "io.k8s.api.apps.v1: { Widget: { size: true, mode: false } }",
      "values.yaml": "io.k8s.api.apps.v1: { Widget: { mode: [Fast, Slow] } }",
    });
    assert.deepEqual(schema?.properties, {
      size: { default: 3, "x-immutable": true, minimum: 0, maximum: 9 },
      mode: { enum: ["Fast", "Slow"] },
      parts: { "x-kubernetes-list-type": "map", "x-kubernetes-list-map-keys": ["name", "port"] },
    });
    assert.deepEqual(schema?.required, ["size"]);
    assert.deepEqual(unused, []);
  });

  test("reports facts about fields that do not exist", () => {
    const { unused } = widget({ "defaults.yaml": "io.k8s.api.apps.v1: { Widget: { sise: 3 } }" });
    assert.deepEqual(unused, ["defaults.yaml: io.k8s.api.apps.v1.Widget sise"]);
  });

  test("refuses a file that holds no known kind of fact", () => {
    assert.throws(() => widget({ "colours.yaml": "" }), /no such kind of fact/);
  });
});

test("limits come from the compiled validators", () => {
  const script = `export const validate=validate0;function validate1(data,{x}){if(1){let e={keyword:"type",params:{type:"integer"}};if(data<1){e={keyword:"minimum",params:{comparison:">=",limit:1}}}}}function validate3(data,{x}){let e={keyword:"pattern",params:{pattern:"^\\\\d+$"}}}function validate2(data,{x}){validate3(data[i0],{})}function validate0(data,{x}){void 0!==data.port&&(validate1(data.port,{})),void 0!==data["all-names"]&&(validate2(data["all-names"],{}))}`;
  const declared: Schema = {
    type: "object",
    properties: { port: { type: "number" }, "all-names": { type: "array", items: { type: "string" } } },
  };
  assert.deepEqual(withLimits(declared, script).properties, {
    port: { type: "integer", minimum: 1 },
    "all-names": { type: "array", items: { type: "string", pattern: "^\\d+$" } },
  });
  assert.deepEqual(withLimits(declared, ""), declared);
});

describe("custom kinds", () => {
  const packages = new Map([
    ...models(),
    [
      "@kubernetes-models/shop",
      written("node_modules/@kubernetes-models/shop", {
        "shop.example.com/v1/Till.d.ts": `import { IIoK8sApiAppsV1Widget } from "kubernetes-models/apps/v1/Widget";
import { IShopName } from "./Name.js";
export interface ITill extends TypeMeta {
    "apiVersion": "shop.example.com/v1";
    "kind": "Till";
    "spec": {
        /**
         * What it shows.
         */
        "widget"?: IIoK8sApiAppsV1Widget;
        "name"?: IShopName;
        "anything"?: {};
    };
}
`,
        "shop.example.com/v1/Name.d.ts": `export type IName = string;\nexport type { IName as IShopName };\n`,
      }),
    ],
  ]);
  const facts = written("facts", {
    "custom.yaml": "cluster-scoped: [shop.example.com/Till]\ninternal: []\nrelaxed: {}\n",
  });
  const builtin = new Map([["io.k8s.api.apps.v1.Widget", { schema: { type: "object" } as const, description: "" }]]);
  const { definitions, kinds } = customKinds(readDeclarations(packages), join(facts, "custom.yaml"), builtin);

  test("are named by group, version and kind, with their scope", () => {
    assert.deepEqual(
      kinds.map(({ definition, namespaced, plural }) => [definition, namespaced, plural]),
      [["shop.example.com.v1.Till", false, "tills"]],
    );
  });

  test("objects written in place become definitions; aliases stay inline; free objects are open", () => {
    const till = definitions.get("shop.example.com.v1.Till")?.schema;
    assert.equal(till?.properties?.spec?.$ref, "shop.example.com.v1.Till.spec");
    assert.deepEqual(definitions.get("shop.example.com.v1.Till.spec")?.schema.properties, {
      widget: { $ref: "io.k8s.api.apps.v1.Widget", description: "What it shows." },
      name: { type: "string" },
      anything: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
    });
  });
});

test("a pack writes equal definitions once, without descriptions, in ASCII", () => {
  const pack = createPack();
  const definition = (text: string) => ({
    schema: { type: "object", properties: { b: { type: "string", description: text }, a: {} } } as const,
    description: "",
  });
  const first = pack.add(new Map([["one", definition("á")]]), []);
  const second = pack.add(
    new Map([
      ["one", definition("á")],
      ["two", definition("b")],
    ]),
    [],
  );
  assert.deepEqual(first.definitions, { one: [0, 0] });
  assert.deepEqual(second.definitions, { one: [0, 0], two: [0, 1] });
  assert.equal(pack.definitions(), '{"type":"object","properties":{"a":{},"b":{"type":"string"}}}');
  assert.equal(pack.descriptions(), '{"b":"\\u00e1"}\n{"b":"b"}');
});
