import { syntaxRule } from "../rule.ts";
import { wordEnd } from "./text/value.ts";

export default syntaxRule({
  id: "yaml/missing-comma",
  severity: "error",
  since: "0.1.0",
  codes: ["missing-comma"],
  docs: {
    title: { en: "No comma between two items", vi: "Thiếu dấu phẩy giữa hai phần tử" },
    why: {
      en: "Inside `[ ]` and `{ }`, commas separate the items.",
      vi: "Trong `[ ]` và `{ }`, các phần tử cách nhau bằng dấu phẩy.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "Two arguments without a comma", vi: "Hai tham số thiếu dấu phẩy" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        spec:
          containers:
            - name: web
              image: nginx:1.27
              args: ["-q" "-v"] #! @'"-v"'
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
              args: ["-q", "-v"]
      `,
    },
  ],
  good: [
    {
      title: { en: "Commas between all items", vi: "Mọi phần tử cách nhau bằng dấu phẩy" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        spec:
          containers:
            - name: web
              image: nginx:1.27
              args: ["-q", "-v"]
      `,
    },
  ],
  finding(problem, context) {
    const { text } = context.doc;
    return {
      span: { start: problem.start, end: wordEnd(text, problem.start) },
      message: {
        en: "A comma is missing before this item.",
        vi: "Thiếu dấu phẩy trước phần tử này.",
      },
      fixes: () => {
        const end = text.slice(0, problem.start).trimEnd().length;
        const title = { en: "Add the comma", vi: "Thêm dấu phẩy" };
        return [{ title, preferred: true, safe: true, edits: [{ span: { start: end, end }, text: "," }] }];
      },
    };
  },
});
