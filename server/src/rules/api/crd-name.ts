import { change } from "../fixes.ts";
import { isA, mapAt, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default objectRule({
  id: "api/crd-name",
  severity: "error",
  awaits: "object",
  since: "0.1.0",
  kinds: ["CustomResourceDefinition"],
  docs: {
    title: {
      en: "CustomResourceDefinition with another name than its kind's",
      vi: "Tên CustomResourceDefinition không khớp loại",
    },
    why: {
      en: "The name of a CustomResourceDefinition has to be its plural, a dot and its group, such as `orders.shop.example.com`. The plural is written in small letters.",
      vi: "Tên CustomResourceDefinition phải là dạng số nhiều, dấu chấm rồi đến nhóm, như `orders.shop.example.com`. Dạng số nhiều viết bằng chữ thường.",
    },
    links: ["https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/"],
  },
  bad: [
    {
      title: { en: "The singular in the name", vi: "Tên dùng số ít" },
      manifest: `
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: order.shop.example.com #! @order.shop.example.com
        spec:
          group: shop.example.com
          scope: Namespaced
          names: { kind: Order, plural: orders }
          versions:
            - name: v1
              served: true
              storage: true
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
      `,
    },
  ],
  good: [
    {
      title: { en: "Plural and group", vi: "Số nhiều và nhóm" },
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
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    if (!isA(resource, "apiextensions.k8s.io", "CustomResourceDefinition")) return;
    const spec = mapAt(resource.root, "spec");
    const name = scalarAt(resource.root, "metadata", "name");
    const group = scalarAt(spec, "group");
    const plural = scalarAt(spec, "names", "plural");
    if (!name || !group || !plural) return;
    const lower = plural.text.toLowerCase();
    if (plural.text !== lower)
      return yield {
        span: spanOf(plural),
        message: {
          en: `The plural ${quoted(plural.text)} has to be in small letters.`,
          vi: `Dạng số nhiều ${quoted(plural.text)} phải viết bằng chữ thường.`,
        },
        fixes: () => [change(doc, plural, lower)],
      };
    const wanted = `${plural.text}.${group.text}`;
    if (name.text === wanted) return;
    yield {
      span: spanOf(name),
      message: {
        en: `The name has to be ${quoted(wanted)}: the plural and the group.`,
        vi: `Tên phải là ${quoted(wanted)}: dạng số nhiều và nhóm.`,
      },
      fixes: () => [change(doc, name, wanted)],
    };
  },
});
