import { isOpaque } from "../../schema/validate.ts";
import { textOf } from "../../yaml/node.ts";
import { isMergeKey } from "../../yaml/scalar.ts";
import { rename } from "../fixes.ts";
import { spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { keyFault, reformedKey } from "./forms.ts";
import { labelPlaces } from "./label-places.ts";

export default objectRule({
  id: "metadata/invalid-annotation",
  fields: ["annotations"],
  severity: "error",
  since: "0.1.0",
  docs: {
    title: { en: "Annotation that the API server refuses", vi: "Annotation mà API server từ chối" },
    why: {
      en: "Keys of annotations are made like those of labels: a domain and `/` may stand before a name of at most 63 characters. Values are free text, 256 KiB together.",
      vi: "Khóa của annotation viết như khóa của label: có thể có tên miền và `/` trước một tên tối đa 63 ký tự. Giá trị là văn bản tự do, tổng cộng 256 KiB.",
    },
    links: ["https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/"],
  },
  bad: [
    {
      title: { en: "A blank in the key", vi: "Có dấu cách trong khóa" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang
          annotations:
            ghi chu: Cấu hình của giỏ hàng #! @'ghi chu'
        data:
          MODE: prod
      `,
      fixed: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang
          annotations:
            ghi-chu: Cấu hình của giỏ hàng
        data:
          MODE: prod
      `,
    },
  ],
  good: [
    {
      title: { en: "Any text is a value", vi: "Giá trị là văn bản bất kỳ" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang
          annotations:
            cua-hang.vn/Ghi_chu: Cấu hình, bản 2 (thử)
        data:
          MODE: prod
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    // Every character of the file is one byte at least, and anchors may repeat them.
    const mayBeTooLarge = doc.text.length > MOST / 16;
    for (const { entries } of labelPlaces(resource).annotations) {
      let size = 0;
      for (const pair of entries) {
        const { key } = pair;
        if (isMergeKey(key) || isOpaque(key.text)) continue;
        if (mayBeTooLarge) size += Buffer.byteLength(key.text) + Buffer.byteLength(textOf(pair.value) ?? "");
        // The domain's letters may be large here: the server looks at the key in small ones.
        const fault = keyFault(key.text.toLowerCase());
        if (fault) {
          const meant = reformedKey(key.text);
          yield {
            span: spanOf(key),
            message: {
              en: `The annotation ${quoted(key.text)} ${fault.en}.`,
              vi: `Annotation ${quoted(key.text)} ${fault.vi}.`,
            },
            ...(meant === undefined ? {} : { fixes: () => [rename(doc, pair, meant)] }),
          };
        }
      }
      const first = entries[0]?.key;
      if (size > MOST && first)
        yield {
          span: spanOf(first),
          message: {
            en: `These annotations hold ${size} bytes together; 262144 are the most.`,
            vi: `Các annotation này có tổng cộng ${size} byte; tối đa là 262144.`,
          },
        };
    }
  },
});

const MOST = 262_144;
