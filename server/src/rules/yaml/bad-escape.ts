import { syntaxRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default syntaxRule({
  id: "yaml/bad-escape",
  severity: "error",
  since: "0.1.0",
  codes: ["bad-escape"],
  docs: {
    title: { en: "Backslash with an unknown meaning", vi: "Dấu gạch chéo ngược không rõ nghĩa" },
    why: {
      en: "In double quotes a backslash starts an escape such as `\\\\n`. Write it twice for a backslash itself, or use single quotes.",
      vi: "Trong dấu nháy kép, dấu gạch chéo ngược mở đầu một ký hiệu như `\\\\n`. Viết hai lần để có chính dấu đó, hoặc dùng dấu nháy đơn.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "A regular expression in double quotes", vi: "Biểu thức chính quy trong dấu nháy kép" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          PATTERN: "\\d+" #! @\\d
      `,
      fixed: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          PATTERN: "\\\\d+"
      `,
    },
  ],
  good: [
    {
      title: { en: "Single quotes take it as it is", vi: "Dấu nháy đơn giữ nguyên" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          PATTERN: '\\d+'
      `,
    },
  ],
  finding(problem) {
    const [sequence = ""] = problem.args;
    return {
      span: { start: problem.start, end: problem.end },
      message: {
        en: `${quoted(sequence)} means nothing in double quotes; write the backslash twice.`,
        vi: `${quoted(sequence)} không có nghĩa trong dấu nháy kép; viết dấu gạch chéo ngược hai lần.`,
      },
      fixes: () => {
        const { start } = problem;
        const title = { en: "Double the backslash", vi: "Viết dấu gạch chéo ngược hai lần" };
        return [{ title, preferred: true, safe: true, edits: [{ span: { start, end: start }, text: "\\" }] }];
      },
    };
  },
});
