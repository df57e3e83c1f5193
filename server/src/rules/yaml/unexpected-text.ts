import { syntaxRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default syntaxRule({
  id: "yaml/unexpected-text",
  severity: "error",
  since: "0.1.0",
  codes: ["unexpected-text"],
  docs: {
    title: { en: "Text after a complete value", vi: "Văn bản thừa sau giá trị" },
    why: {
      en: "After a quoted text or a closing bracket nothing but a comment may follow on the line.",
      vi: "Sau văn bản trong dấu nháy hoặc sau dấu ngoặc đóng, trên cùng dòng chỉ được có chú thích.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "Words behind the closing quote", vi: "Còn chữ sau dấu nháy đóng" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          MODE: "prod" mode #! @mode
      `,
    },
  ],
  good: [
    {
      title: { en: "All of it in quotes", vi: "Toàn bộ nằm trong dấu nháy" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          MODE: "prod mode"
      `,
    },
  ],
  finding(problem, context) {
    const text = context.doc.text.slice(problem.start, problem.end);
    return {
      span: { start: problem.start, end: problem.end },
      message: {
        en: `${quoted(text)} stands behind a value that has already ended.`,
        vi: `${quoted(text)} đứng sau một giá trị đã kết thúc.`,
      },
    };
  },
});
