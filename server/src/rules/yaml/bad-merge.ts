import { syntaxRule } from "../rule.ts";

export default syntaxRule({
  id: "yaml/bad-merge",
  severity: "error",
  since: "0.1.0",
  codes: ["bad-merge"],
  docs: {
    title: { en: "Merge key without an object", vi: "Khóa gộp không có đối tượng" },
    why: {
      en: "`<<` takes over the fields of another object, or of a list of objects. Any other value makes the document unreadable.",
      vi: "`<<` lấy các trường của một đối tượng khác hoặc một danh sách đối tượng. Giá trị khác làm tài liệu không đọc được.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "A merge with a string", vi: "Gộp với một chuỗi" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          <<: prod #! @<<
      `,
    },
  ],
  good: [
    {
      title: { en: "A merge with an anchored object", vi: "Gộp với đối tượng có anchor" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
          labels: &labels
            app: gio-hang-web
          annotations:
            <<: *labels
        spec:
          containers:
            - name: web
              image: nginx:1.27
      `,
    },
  ],
  finding(problem) {
    return {
      span: { start: problem.start, end: problem.end },
      message: {
        en: "`<<` needs an object, or a list of objects, to merge.",
        vi: "`<<` cần một đối tượng hoặc danh sách đối tượng để gộp.",
      },
    };
  },
});
