import { syntaxRule } from "../rule.ts";
import { wordEnd } from "./text/value.ts";

export default syntaxRule({
  id: "yaml/missing-space-after-dash",
  severity: "error",
  since: "0.1.0",
  codes: ["missing-space-after-dash"],
  docs: {
    title: { en: "No space after the dash", vi: "Thiếu dấu cách sau dấu gạch" },
    why: {
      en: "A list item starts with a dash and a space. Without the space the dash is part of the word.",
      vi: "Phần tử danh sách bắt đầu bằng dấu gạch và dấu cách. Thiếu dấu cách thì dấu gạch thành một phần của từ.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "Dash and text run together", vi: "Dấu gạch viết liền với chữ" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        spec:
          containers:
            - name: web
              image: nginx:1.27
            -name: sidecar #! @-name:
              image: busybox:1.36
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
            - name: sidecar
              image: busybox:1.36
      `,
    },
  ],
  good: [
    {
      title: { en: "A dash inside a value", vi: "Dấu gạch nằm trong giá trị" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        spec:
          containers:
            - name: web
              image: nginx:1.27
              args: ["-v", -q]
      `,
    },
  ],
  finding(problem, context) {
    return {
      span: { start: problem.start, end: wordEnd(context.doc.text, problem.start) },
      message: {
        en: "A space is missing after the dash `-` of this list item.",
        vi: "Thiếu dấu cách sau dấu gạch `-` của phần tử danh sách này.",
      },
      fixes: () => {
        const end = problem.start + 1;
        const title = { en: "Add the space after `-`", vi: "Thêm dấu cách sau `-`" };
        return [{ title, preferred: true, safe: true, edits: [{ span: { start: end, end }, text: " " }] }];
      },
    };
  },
});
