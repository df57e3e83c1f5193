import { quoteLike } from "../../yaml/quote.ts";
import { syntaxRule } from "../rule.ts";

export default syntaxRule({
  id: "yaml/mapping-in-value",
  severity: "error",
  since: "0.1.0",
  codes: ["mapping-in-value"],
  docs: {
    title: { en: "A second key on one line", vi: "Hai khóa trên cùng một dòng" },
    why: {
      en: "A value that contains a colon and a space looks like another field. Such text needs quotes.",
      vi: "Giá trị chứa dấu hai chấm kèm dấu cách trông như một trường nữa. Văn bản như vậy phải nằm trong dấu nháy.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "A sentence with a colon", vi: "Câu có dấu hai chấm" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          NOTE: time: now #! @'time: now'
      `,
      fixed: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          NOTE: "time: now"
      `,
    },
  ],
  good: [
    {
      title: { en: "Quoted", vi: "Trong dấu nháy" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          NOTE: "time: now"
      `,
    },
  ],
  finding(problem, context) {
    const { doc } = context;
    const value = { start: problem.start, end: problem.end };
    return {
      span: value,
      message: {
        en: "A second `: ` in this value makes it look like another field; put the value in quotes.",
        vi: "Có thêm `: ` trong giá trị nên trông như một trường nữa; đặt giá trị trong dấu nháy.",
      },
      fixes: () => [
        {
          title: { en: "Put the value in quotes", vi: "Đặt giá trị trong dấu nháy" },
          preferred: true,
          safe: true,
          edits: [{ span: value, text: quoteLike(doc.text, doc.text.slice(value.start, value.end)) }],
        },
      ],
    };
  },
});
