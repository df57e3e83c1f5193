import { rename } from "../fixes.ts";
import { spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { entriesIn, isConfig } from "./secret.ts";

export default objectRule({
  id: "config/bad-key",
  severity: "error",
  since: "0.1.0",
  kinds: ["ConfigMap", "Secret"],
  docs: {
    title: { en: "Key of a ConfigMap or Secret of the wrong form", vi: "Khóa của ConfigMap hoặc Secret sai dạng" },
    why: {
      en: "Keys become names of files, so they may hold letters, digits, `-`, `_` and `.`, up to 253 of them, and no slash or space.",
      vi: "Khóa trở thành tên tệp nên chỉ gồm chữ, chữ số, `-`, `_` và `.`, tối đa 253 ký tự, không có dấu gạch chéo hay dấu cách.",
    },
    links: ["https://kubernetes.io/docs/concepts/configuration/configmap/"],
  },
  bad: [
    {
      title: { en: "A path as the key", vi: "Lấy đường dẫn làm khóa" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang
        data:
          conf/app.yaml: "mode: prod" #! @conf/app.yaml
      `,
      fixed: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang
        data:
          conf-app.yaml: "mode: prod"
      `,
    },
  ],
  good: [
    {
      title: { en: "The name of a file", vi: "Tên một tệp" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang
        data:
          app.yaml: "mode: prod"
          LOG_LEVEL: debug
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    if (!isConfig(resource)) return;
    for (const field of ["data", "binaryData", "stringData"])
      for (const pair of entriesIn(resource, field)) {
        const key = pair.key.text;
        if (FORM.test(key) && key.length <= 253 && !/^\.\.?$|^\.\./.test(key)) continue;
        const repaired = key.replace(/[^-._a-zA-Z0-9]+/g, "-").replace(/^[-.]+|-+$/g, "");
        yield {
          span: spanOf(pair.key),
          message: {
            en: `The key ${quoted(key)} may only hold letters, digits, \`-\`, \`_\` and \`.\`.`,
            vi: `Khóa ${quoted(key)} chỉ được gồm chữ, chữ số, \`-\`, \`_\` và \`.\`.`,
          },
          fixes: () => (FORM.test(repaired) ? [rename(doc, pair, repaired)] : []),
        };
      }
  },
});

/** IsConfigMapKey. */
const FORM = /^[-._a-zA-Z0-9]+$/;
