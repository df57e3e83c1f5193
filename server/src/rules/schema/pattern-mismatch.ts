import { textOf } from "../../yaml/node.ts";
import { schemaRule } from "../rule.ts";
import { fieldName, quoted } from "../wording.ts";

export default schemaRule<"bad-format">({
  id: "schema/pattern-mismatch",
  severity: "error",
  since: "0.1.0",
  problems: ["bad-format"],
  docs: {
    title: { en: "Text that does not follow the field's pattern", vi: "Giá trị không khớp mẫu của trường" },
    why: {
      en: "The schema of a custom resource may ask for text of a certain form, given as a regular expression. The API server rejects anything else.",
      vi: "Schema của tài nguyên tùy chỉnh có thể đòi văn bản theo một dạng nhất định, ghi bằng biểu thức chính quy. API server từ chối giá trị không khớp.",
    },
    links: ["https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/"],
  },
  bad: [
    {
      title: { en: "A duration without a unit", vi: "Khoảng thời gian thiếu đơn vị" },
      manifest: `
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata:
          name: gio-hang-web
        spec:
          rules:
            - timeouts:
                request: "10" #! @"10"
      `,
    },
  ],
  good: [
    {
      title: { en: "A duration with its unit", vi: "Khoảng thời gian có đơn vị" },
      manifest: `
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata:
          name: gio-hang-web
        spec:
          rules:
            - timeouts:
                request: 10s
      `,
    },
  ],
  finding(problem) {
    if (problem.format !== "pattern") return undefined;
    const field = quoted(fieldName(problem.path));
    const value = quoted(textOf(problem.node) ?? "");
    const pattern = quoted(problem.cursor.schema.pattern ?? problem.cursor.site.pattern ?? "");
    return {
      span: { start: problem.start, end: problem.end },
      message: {
        en: `${field}: ${value} does not match the pattern ${pattern}.`,
        vi: `${field}: ${value} không khớp mẫu ${pattern}.`,
      },
    };
  },
});
