import { pairOf, type YMap } from "../../yaml/node.ts";
import { change } from "../fixes.ts";
import { isA, lacks, mapAt, mapsIn, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default objectRule({
  id: "api/crd-versions",
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  kinds: ["CustomResourceDefinition"],
  docs: {
    title: {
      en: "Versions of a CustomResourceDefinition in conflict",
      vi: "Các phiên bản của CustomResourceDefinition mâu thuẫn",
    },
    why: {
      en: "Exactly one version is the one that objects are stored in, each name occurs once, and each version brings its own schema.",
      vi: "Đúng một phiên bản được dùng để lưu trữ, mỗi tên chỉ xuất hiện một lần và phiên bản nào cũng có schema riêng.",
    },
    links: [
      "https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/",
    ],
  },
  bad: [
    {
      title: { en: "Two versions to store in", vi: "Hai phiên bản lưu trữ" },
      manifest: `
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: orders.shop.example.com
        spec:
          group: shop.example.com
          scope: Namespaced
          names: { kind: Order, plural: orders }
          versions:
            - name: v1
              served: true
              storage: true
              schema: { openAPIV3Schema: { type: object } }
            - name: v1beta1
              served: true
              storage: true #! @true
              schema: { openAPIV3Schema: { type: object } }
      `,
      fixed: `
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: orders.shop.example.com
        spec:
          group: shop.example.com
          scope: Namespaced
          names: { kind: Order, plural: orders }
          versions:
            - name: v1
              served: true
              storage: true
              schema: { openAPIV3Schema: { type: object } }
            - name: v1beta1
              served: true
              storage: false
              schema: { openAPIV3Schema: { type: object } }
      `,
    },
    {
      title: { en: "No schema", vi: "Không có schema" },
      manifest: `
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: orders.shop.example.com
        spec:
          group: shop.example.com
          scope: Namespaced
          names: { kind: Order, plural: orders }
          versions:
            - name: v1 #! @v1
              served: true
              storage: true
      `,
    },
  ],
  good: [
    {
      title: { en: "An old version and a stored one", vi: "Một bản cũ và một bản lưu trữ" },
      manifest: `
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: orders.shop.example.com
        spec:
          group: shop.example.com
          scope: Namespaced
          names: { kind: Order, plural: orders }
          versions:
            - name: v1
              served: true
              storage: true
              schema: { openAPIV3Schema: { type: object } }
            - name: v1beta1
              served: true
              storage: false
              schema: { openAPIV3Schema: { type: object } }
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    if (!isA(resource, "apiextensions.k8s.io", "CustomResourceDefinition") || resource.gvk.version !== "v1") return;
    const versions = mapsIn(pairOf(mapAt(resource.root, "spec"), "versions")?.value);
    const stored = versions.filter((version) => scalarAt(version, "storage")?.text === "true");
    const isKnown = versions.every((version) => scalarAt(version, "storage"));
    const [, second] = stored;
    const storage = scalarAt(second, "storage");
    if (storage)
      yield {
        span: spanOf(storage),
        message: {
          en: "Another version is stored already; exactly one may be.",
          vi: "Đã có phiên bản khác được lưu trữ; chỉ đúng một phiên bản được như vậy.",
        },
        fixes: () => [change(doc, storage, false)],
      };
    const first = scalarAt(versions[0], "storage");
    if (versions.length > 0 && stored.length === 0 && isKnown && first)
      yield {
        span: spanOf(first),
        message: {
          en: "One version has to be stored: `storage: true`.",
          vi: "Phải có một phiên bản được lưu trữ: `storage: true`.",
        },
        fixes: () => [change(doc, first, true)],
      };
    const seen = new Set<string>();
    for (const version of versions) {
      const name = scalarAt(version, "name");
      if (!name) continue;
      if (seen.has(name.text))
        yield {
          span: spanOf(name),
          message: {
            en: `The version ${quoted(name.text)} is listed twice.`,
            vi: `Phiên bản ${quoted(name.text)} bị ghi hai lần.`,
          },
        };
      else if (isWithoutSchema(version))
        yield {
          span: spanOf(name),
          message: {
            en: `The version ${quoted(name.text)} needs \`schema.openAPIV3Schema\`.`,
            vi: `Phiên bản ${quoted(name.text)} cần có \`schema.openAPIV3Schema\`.`,
          },
        };
      seen.add(name.text);
    }
  },
});

const FIELDS = [
  "name",
  "served",
  "storage",
  "deprecated",
  "deprecationWarning",
  "schema",
  "subresources",
  "additionalPrinterColumns",
  "selectableFields",
];

/** A field that is none explains what seems to be missing. */
function isWithoutSchema(version: YMap): boolean {
  if (version.entries.some(({ key }) => !FIELDS.includes(key.text))) return false;
  const schema = mapAt(version, "schema");
  return schema ? lacks(schema, "openAPIV3Schema") && schema.entries.length === 0 : lacks(version, "schema");
}
