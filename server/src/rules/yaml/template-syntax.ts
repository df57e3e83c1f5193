import { quoteLike } from "../../yaml/quote.ts";
import { syntaxRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { contentEnd } from "./text/value.ts";

export default syntaxRule({
  id: "yaml/template-syntax",
  severity: "error",
  since: "0.1.0",
  codes: ["template-syntax"],
  docs: {
    title: { en: "Template text without quotes", vi: "Cú pháp template không có dấu nháy" },
    why: {
      en: "For YAML `{{` starts an object inside an object. In a manifest that is not a Helm template, kubectl cannot read such a value unless it is in quotes.",
      vi: "Với YAML, `{{` mở một đối tượng trong đối tượng. Trong manifest không phải Helm template, kubectl chỉ đọc được giá trị như vậy khi nằm trong dấu nháy.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "A placeholder as a value", vi: "Chỗ điền giá trị không có dấu nháy" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          MODE: {{mode}} #! @{{mode}}
      `,
      fixed: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          MODE: "{{mode}}"
      `,
    },
  ],
  good: [
    {
      title: { en: "In quotes", vi: "Trong dấu nháy" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          MODE: "{{mode}}"
      `,
    },
  ],
  finding(problem, context) {
    const { text } = context.doc;
    const value = { start: problem.start, end: Math.max(problem.end, contentEnd(text, problem.start)) };
    return {
      span: { start: problem.start, end: problem.end },
      message: {
        en: `${quoted(text.slice(problem.start, problem.end))} is not in quotes: kubectl reads \`{{\` as an object and fails.`,
        vi: `${quoted(text.slice(problem.start, problem.end))} không nằm trong dấu nháy: kubectl đọc \`{{\` thành đối tượng và báo lỗi.`,
      },
      fixes: () => [
        {
          title: { en: "Put the value in quotes", vi: "Đặt giá trị trong dấu nháy" },
          preferred: true,
          safe: true,
          edits: [{ span: value, text: quoteLike(text, text.slice(value.start, value.end)) }],
        },
      ],
    };
  },
});
