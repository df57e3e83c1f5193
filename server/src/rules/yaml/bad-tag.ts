import { syntaxRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default syntaxRule({
  id: "yaml/bad-tag",
  severity: "error",
  since: "0.1.0",
  codes: ["bad-tag"],
  docs: {
    title: { en: "Tag that does not fit its value", vi: "Thẻ kiểu không hợp với giá trị" },
    why: {
      en: "A tag such as `!!int` says how a value is to be read. kubectl refuses a value that cannot be read that way.",
      vi: "Thẻ như `!!int` cho biết cách đọc giá trị. kubectl từ chối giá trị không đọc được theo cách đó.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "A word as a number", vi: "Chữ đọc thành số" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          PORT: !!int http #! @http
      `,
    },
  ],
  good: [
    {
      title: { en: "A number as a string", vi: "Số đọc thành chuỗi" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          PORT: !!str 8080
      `,
    },
  ],
  finding(problem, context) {
    const tag = quoted(problem.args[0] ?? "");
    const text = quoted(context.doc.text.slice(problem.start, problem.end));
    return {
      span: { start: problem.start, end: problem.end },
      message: {
        en: `${text} is not what the tag ${tag} says it is.`,
        vi: `${text} không đúng kiểu mà thẻ ${tag} ghi.`,
      },
    };
  },
});
