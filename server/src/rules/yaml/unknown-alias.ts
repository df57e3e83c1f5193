import { nearest } from "../../base/nearest.ts";
import { quote } from "../../yaml/quote.ts";
import { syntaxRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { contentEnd } from "./text/value.ts";

export default syntaxRule({
  id: "yaml/unknown-alias",
  severity: "error",
  since: "0.1.0",
  codes: ["unknown-alias"],
  docs: {
    title: { en: "Alias to an anchor that does not exist", vi: "Alias trỏ tới anchor không tồn tại" },
    why: {
      en: "`*name` repeats the value marked with `&name` earlier in the same document. Text that merely starts with `*`, such as a file pattern, needs quotes.",
      vi: "`*name` lặp lại giá trị đã đánh dấu `&name` ở phía trên trong cùng tài liệu. Văn bản chỉ tình cờ bắt đầu bằng `*`, như mẫu tên tệp, phải nằm trong dấu nháy.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "A misspelt name", vi: "Gõ sai tên" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          MODE: &mode prod
          NEXT_MODE: *mdoe #! @*mdoe
      `,
      fixed: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          MODE: &mode prod
          NEXT_MODE: *mode
      `,
    },
  ],
  good: [
    {
      title: { en: "An anchor and its alias", vi: "Anchor và alias của nó" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          MODE: &mode prod
          NEXT_MODE: *mode
      `,
    },
  ],
  finding(problem, context) {
    const { text } = context.doc;
    const [name = ""] = problem.args;
    const value = { start: problem.start, end: contentEnd(text, problem.start) };
    const anchors = [...text.matchAll(/(?:^|\s)&([^\s,[\]{}]+)/g)].map((match) => match[1] ?? "");
    return {
      span: value,
      message: {
        en: `There is no anchor \`&${name}\` before this alias; plain text that starts with \`*\` needs quotes.`,
        vi: `Không có anchor \`&${name}\` phía trên; văn bản bắt đầu bằng \`*\` phải nằm trong dấu nháy.`,
      },
      fixes: () => [
        ...nearest(name, new Set(anchors))
          .slice(0, 1)
          .map((anchor) => ({
            title: { en: `Change to ${quoted(`*${anchor}`)}`, vi: `Đổi thành ${quoted(`*${anchor}`)}` },
            preferred: true,
            safe: false,
            edits: [{ span: { start: problem.start, end: problem.end }, text: `*${anchor}` }],
          })),
        {
          title: { en: "Put the value in quotes", vi: "Đặt giá trị trong dấu nháy" },
          preferred: nearest(name, anchors).length === 0,
          safe: false,
          edits: [{ span: value, text: quote(text.slice(value.start, value.end)) }],
        },
      ],
    };
  },
});
