import { isOpaque } from "../../schema/validate.ts";
import { isMergeKey } from "../../yaml/scalar.ts";
import { change, rename } from "../fixes.ts";
import { scalarAt, spanOf, textAt } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { formFault, keyFault, LABEL_VALUE, reformed, reformedKey } from "./forms.ts";
import { labelPlaces } from "./label-places.ts";

export default objectRule({
  id: "metadata/invalid-label",
  severity: "error",
  since: "0.1.0",
  docs: {
    title: { en: "Label that the API server refuses", vi: "Label mà API server từ chối" },
    why: {
      en: "Values of labels are at most 63 letters, digits, `-`, `_` and `.`; a key may have a domain and `/` before its name. Free text belongs into annotations. The same holds for selectors.",
      vi: "Giá trị label tối đa 63 ký tự gồm chữ, số, `-`, `_` và `.`; khóa có thể có tên miền và `/` đứng trước. Văn bản tự do nên để ở annotation. Selector cũng theo quy tắc này.",
    },
    links: ["https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/"],
  },
  bad: [
    {
      title: { en: "A blank in the value", vi: "Có dấu cách trong giá trị" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang
          labels:
            team: cua hang #! @'cua hang'
        data:
          MODE: prod
      `,
      fixed: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang
          labels:
            team: cua-hang
        data:
          MODE: prod
      `,
    },
    {
      title: { en: "Two slashes in the key", vi: "Có hai dấu gạch chéo trong khóa" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          selector:
            cua-hang.vn/web/app: gio-hang #! @cua-hang.vn/web/app
          ports:
            - port: 80
      `,
    },
  ],
  good: [
    {
      title: { en: "A domain before the key, and an empty value", vi: "Khóa có tên miền, và giá trị rỗng" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang
          labels:
            app.kubernetes.io/name: Gio_Hang.v2
            cua-hang.vn/noi-bo: ""
        data:
          MODE: prod
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    for (const { entries } of labelPlaces(resource).labels) {
      for (const pair of entries) {
        const { key } = pair;
        if (isMergeKey(key) || isOpaque(key.text)) continue;
        const fault = keyFault(key.text);
        if (fault) {
          const meant = reformedKey(key.text);
          yield {
            span: spanOf(key),
            message: { en: `The label ${quoted(key.text)} ${fault.en}.`, vi: `Label ${quoted(key.text)} ${fault.vi}.` },
            ...(meant === undefined ? {} : { fixes: () => [rename(doc, pair, meant)] }),
          };
          continue;
        }
        const value = scalarAt(pair.value);
        const text = textAt(pair.value);
        const wrong = text === undefined ? undefined : formFault(text, LABEL_VALUE);
        if (!value || text === undefined || !wrong) continue;
        const meant = reformed(text, LABEL_VALUE);
        yield {
          span: spanOf(value),
          message: {
            en: `The label value ${quoted(text)} ${wrong.en}.`,
            vi: `Giá trị label ${quoted(text)} ${wrong.vi}.`,
          },
          ...(meant === undefined ? {} : { fixes: () => [change(doc, value, meant)] }),
        };
      }
    }
  },
});
