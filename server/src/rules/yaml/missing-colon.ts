import { syntaxRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default syntaxRule({
  id: "yaml/missing-colon",
  severity: "error",
  since: "0.1.0",
  codes: ["missing-colon"],
  docs: {
    title: { en: "Key without its colon", vi: "Khóa thiếu dấu hai chấm" },
    why: {
      en: "Every field is written as key, colon, value. Without the colon the line is no field and the document cannot be read.",
      vi: "Mỗi trường viết theo dạng khóa, dấu hai chấm, giá trị. Thiếu dấu hai chấm thì dòng đó không phải là trường và tài liệu không đọc được.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "The colon was forgotten", vi: "Quên dấu hai chấm" },
      manifest: `
        apiVersion: v1
        kind Pod #! @kind
        metadata:
          name: gio-hang-web
        spec:
          containers:
            - name: web
              image: nginx:1.27
      `,
      fixed: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        spec:
          containers:
            - name: web
              image: nginx:1.27
      `,
    },
  ],
  good: [
    {
      title: { en: "A Pod as it should be", vi: "Pod viết đúng" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        spec:
          containers:
            - name: web
              image: nginx:1.27
      `,
    },
  ],
  finding(problem) {
    const [name = ""] = problem.args;
    const key = quoted(name);
    return {
      span: { start: problem.start, end: problem.end },
      message: {
        en: `A colon is missing after ${key}.`,
        vi: `Thiếu dấu hai chấm sau ${key}.`,
      },
      fixes: () => {
        const { end } = problem;
        const title = { en: `Add a colon after ${key}`, vi: `Thêm dấu hai chấm sau ${key}` };
        return [{ title, preferred: true, safe: true, edits: [{ span: { start: end, end }, text: ":" }] }];
      },
    };
  },
});
