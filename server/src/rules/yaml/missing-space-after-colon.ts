import { syntaxRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { wordEnd } from "./text/value.ts";

export default syntaxRule({
  id: "yaml/missing-space-after-colon",
  severity: "error",
  since: "0.1.0",
  codes: ["missing-space-after-colon"],
  docs: {
    title: { en: "No space after the colon", vi: "Thiếu dấu cách sau dấu hai chấm" },
    why: {
      en: "`name:web` is one word for YAML. Only a colon with a space, or at the end of the line, separates a key from its value.",
      vi: "Với YAML, `name:web` là một từ liền. Chỉ dấu hai chấm có dấu cách theo sau, hoặc nằm cuối dòng, mới tách khóa khỏi giá trị.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "Key and value run together", vi: "Khóa và giá trị viết liền" },
      manifest: `
        apiVersion: v1
        kind:Pod #! @kind:Pod
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
      title: { en: "A colon inside a value", vi: "Dấu hai chấm nằm trong giá trị" },
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
  finding(problem, context) {
    const [name = ""] = problem.args;
    const key = quoted(name);
    const { text } = context.doc;
    return {
      span: { start: problem.start - name.length, end: wordEnd(text, problem.start) },
      message: {
        en: `A space is missing after the colon of ${key}.`,
        vi: `Thiếu dấu cách sau dấu hai chấm của ${key}.`,
      },
      fixes: () => {
        const { end } = problem;
        const title = { en: "Add the space after the colon", vi: "Thêm dấu cách sau dấu hai chấm" };
        return [{ title, preferred: true, safe: true, edits: [{ span: { start: end, end }, text: " " }] }];
      },
    };
  },
});
