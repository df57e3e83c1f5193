import { syntaxRule } from "../rule.ts";

export default syntaxRule({
  id: "yaml/complex-key",
  severity: "error",
  since: "0.1.0",
  codes: ["complex-key"],
  docs: {
    title: { en: "Key that is not plain text", vi: "Khóa không phải là văn bản" },
    why: {
      en: "Kubernetes objects are JSON, where every key is a string. A list or an object cannot be a key.",
      vi: "Đối tượng Kubernetes là JSON nên mọi khóa đều là chuỗi. Danh sách hay đối tượng không thể làm khóa.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "A list as a key", vi: "Danh sách làm khóa" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          [a, b]: prod #! @'[a, b]'
      `,
    },
  ],
  good: [
    {
      title: { en: "Text as a key", vi: "Văn bản làm khóa" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          a.b: prod
      `,
    },
  ],
  finding(problem) {
    return {
      span: { start: problem.start, end: problem.end },
      message: {
        en: "A key must be plain text, not a list or an object.",
        vi: "Khóa phải là văn bản, không thể là danh sách hay đối tượng.",
      },
    };
  },
});
