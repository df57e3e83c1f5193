import { syntaxRule } from "../rule.ts";
import { onNextLine } from "./text/next-line.ts";
import { contentEnd } from "./text/value.ts";

export default syntaxRule({
  id: "yaml/list-in-value",
  severity: "error",
  since: "0.1.0",
  codes: ["list-in-value"],
  docs: {
    title: { en: "List that starts beside its key", vi: "Danh sách bắt đầu ngay cạnh khóa" },
    why: {
      en: "A list with dashes starts on the line below its key. On the same line only `[a, b]` is possible.",
      vi: "Danh sách có dấu gạch phải bắt đầu ở dòng dưới khóa. Trên cùng dòng chỉ viết được `[a, b]`.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "The first item is on the line of the key", vi: "Phần tử đầu nằm cùng dòng với khóa" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        spec:
          containers:
            - name: web
              image: nginx:1.27
              args: - -q #! @'- -q'
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
              args:
                - -q
      `,
    },
  ],
  good: [
    {
      title: { en: "Items on lines of their own", vi: "Mỗi phần tử một dòng" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        spec:
          containers:
            - name: web
              image: nginx:1.27
              args:
                - -q
      `,
    },
  ],
  finding(problem, context) {
    const { doc } = context;
    return {
      span: { start: problem.start, end: contentEnd(doc.text, problem.start) },
      message: {
        en: "A list with dashes cannot start on the line of its key.",
        vi: "Danh sách có dấu gạch không thể bắt đầu trên cùng dòng với khóa.",
      },
      fixes: () => [
        {
          title: { en: "Start the list on the next line", vi: "Bắt đầu danh sách ở dòng sau" },
          preferred: true,
          safe: true,
          edits: onNextLine(doc, problem.start),
        },
      ],
    };
  },
});
