import { quoteLike } from "../../yaml/quote.ts";
import { type Draft, objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { freeTexts } from "./text/free-text.ts";

export default objectRule({
  id: "yaml/comment-in-value",
  severity: "warning",
  since: "0.1.0",
  docs: {
    title: { en: "Text cut off by a number sign", vi: "Văn bản bị dấu thăng cắt mất" },
    why: {
      en: "In text without quotes a `#` behind a space begins a comment: the rest of the line is gone. Nobody writes `#ff0000` or `#12` to comment on a value.",
      vi: "Trong văn bản không có dấu nháy, dấu `#` đứng sau dấu cách mở đầu chú thích nên phần còn lại của dòng bị bỏ. Không ai viết `#ff0000` hay `#12` để chú thích cho một giá trị.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "A color", vi: "Mã màu" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          THEME: dark #ff0000 #! @'dark #ff0000'
      `,
      fixed: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          THEME: "dark #ff0000"
      `,
    },
  ],
  good: [
    {
      title: { en: "A comment, and a color in quotes", vi: "Chú thích, và mã màu trong dấu nháy" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          MODE: dark # or light
          THEME: "dark #ff0000"
      `,
    },
  ],
  *check(_resource, { root }, { doc }): Iterable<Draft> {
    if (!doc.text.includes(" #") || !/\S #[^\s#!]/.test(doc.text)) return;
    for (const { scalar } of freeTexts(root)) {
      if (scalar.style !== "plain" || scalar.end === scalar.start) continue;
      const rest = /^ #[^\s#!][^\r\n]*/.exec(doc.text.slice(scalar.end, scalar.end + 200))?.[0];
      if (rest === undefined) continue;
      const span = { start: scalar.start, end: scalar.end + rest.trimEnd().length };
      const lost = quoted(rest.trim());
      yield {
        span,
        message: {
          en: `${lost} is a comment here and not part of the value; put the whole text in quotes.`,
          vi: `${lost} ở đây là chú thích, không thuộc giá trị; đặt cả văn bản trong dấu nháy.`,
        },
        fixes: () => [
          {
            title: { en: "Put the whole text in quotes", vi: "Đặt cả văn bản trong dấu nháy" },
            preferred: true,
            safe: false,
            edits: [{ span, text: quoteLike(doc.text, doc.text.slice(span.start, span.end)) }],
          },
        ],
      };
    }
  },
});
