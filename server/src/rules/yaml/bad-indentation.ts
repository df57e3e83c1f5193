import { syntaxRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { itemField } from "./indentation/item-field.ts";
import { likelyShift } from "./indentation/likely-shift.ts";

export default syntaxRule({
  id: "yaml/bad-indentation",
  severity: "error",
  since: "0.1.0",
  codes: ["bad-indentation"],
  docs: {
    title: { en: "Line that fits no level", vi: "Dòng không khớp cấp thụt lề nào" },
    why: {
      en: "Fields of one level start in one column. A line that starts between two levels belongs to neither.",
      vi: "Các trường cùng cấp bắt đầu ở cùng một cột. Dòng bắt đầu lưng chừng giữa hai cấp thì không thuộc cấp nào.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "One space too few", vi: "Thiếu một dấu cách" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
         labels: #! @labels
           app: gio-hang-web
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
          labels:
            app: gio-hang-web
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
  finding(problem, context) {
    const { doc } = context;
    // A field of a list item has a rule of its own, with words of its own.
    if (itemField(problem, context)) return undefined;
    const text = quoted(doc.text.slice(problem.start, problem.end));
    const { column, edits } = likelyShift(problem, context);
    return {
      span: { start: problem.start, end: problem.end },
      message: {
        en: `The indentation of ${text} matches no level above it.`,
        vi: `Thụt lề của ${text} không khớp với cấp nào phía trên.`,
      },
      fixes: () => [
        {
          title: { en: `Indent ${text} by ${column} spaces`, vi: `Thụt lề ${text} vào ${column} dấu cách` },
          preferred: true,
          safe: false,
          edits,
        },
      ],
    };
  },
});
