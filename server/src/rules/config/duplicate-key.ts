import { remove } from "../fixes.ts";
import { isA, mapAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { entriesIn, isConfig } from "./secret.ts";

export default objectRule({
  id: "config/duplicate-key",
  severity: "error",
  since: "0.1.0",
  kinds: ["ConfigMap", "Secret"],
  docs: {
    title: { en: "Key in two maps of one object", vi: "Khóa có trong hai map của một đối tượng" },
    why: {
      en: "A ConfigMap may not have a key both in `data` and `binaryData`. In a Secret the value in `stringData` silently replaces the one in `data`.",
      vi: "ConfigMap không được có cùng một khóa ở cả `data` và `binaryData`. Trong Secret, giá trị ở `stringData` âm thầm thay giá trị ở `data`.",
    },
    links: ["https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-object"],
  },
  bad: [
    {
      title: { en: "Text and binary under one key", vi: "Văn bản và nhị phân chung một khóa" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang
        data:
          logo: none
        binaryData:
          logo: bm9uZQ== #! @logo
          icon: bm9uZQ==
      `,
      fixed: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang
        data:
          logo: none
        binaryData:
          icon: bm9uZQ==
      `,
    },
  ],
  good: [
    {
      title: { en: "A key for each", vi: "Mỗi giá trị một khóa" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang
        data:
          logo: none
        binaryData:
          icon: bm9uZQ==
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    if (!isConfig(resource)) return;
    const isSecret = isA(resource, "", "Secret");
    const [first, second] = isSecret ? ["stringData", "data"] : ["data", "binaryData"];
    const map = second === undefined ? undefined : mapAt(resource.root, second);
    if (!map || first === undefined) return;
    const taken = new Set(entriesIn(resource, first).map(({ key }) => key.text));
    for (const pair of taken.size === 0 ? [] : entriesIn(resource, second ?? "")) {
      if (!taken.has(pair.key.text)) continue;
      yield {
        span: spanOf(pair.key),
        severity: isSecret ? "warning" : "error",
        message: isSecret
          ? {
              en: `The value of ${quoted(pair.key.text)} in \`stringData\` replaces this one.`,
              vi: `Giá trị của ${quoted(pair.key.text)} ở \`stringData\` thay thế giá trị này.`,
            }
          : {
              en: `The key ${quoted(pair.key.text)} stands in \`data\` already.`,
              vi: `Khóa ${quoted(pair.key.text)} đã có trong \`data\`.`,
            },
        fixes: () => [remove(doc, map, pair)],
      };
    }
  },
});
