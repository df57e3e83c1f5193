import { syntaxRule } from "../rule.ts";

export default syntaxRule({
  id: "yaml/alias-expansion",
  severity: "error",
  since: "0.1.0",
  codes: ["alias-expansion"],
  docs: {
    title: { en: "Aliases that multiply beyond measure", vi: "Alias nhân lên quá mức" },
    why: {
      en: "Aliases of aliases can stand for billions of values. kubectl refuses such a document, and so do we.",
      vi: "Alias lồng trong alias có thể nhân lên hàng tỷ giá trị. kubectl từ chối tài liệu như vậy.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "Each line stands for ten of the line above", vi: "Mỗi dòng lặp dòng trên mười lần" },
      manifest: `
        apiVersion: example.com/v1
        kind: Laughs
        metadata: { name: cuoi }
        spec:
          a0: &a0 [x, x, x, x, x, x, x, x, x, x]
          a1: &a1 [*a0, *a0, *a0, *a0, *a0, *a0, *a0, *a0, *a0, *a0]
          a2: &a2 [*a1, *a1, *a1, *a1, *a1, *a1, *a1, *a1, *a1, *a1]
          b0: *a2
          b1: *a2
          b2: *a2
          b3: *a2 #! @*a2
          b4: *a2
          b5: *a2
          b6: *a2
          b7: *a2
          b8: *a2
          b9: *a2
      `,
    },
  ],
  good: [
    {
      title: { en: "A few aliases", vi: "Một vài alias" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          MODE: &mode prod
          NEXT_MODE: *mode
      `,
    },
  ],
  finding(problem) {
    return {
      span: { start: problem.start, end: problem.end },
      message: {
        en: "The aliases in this document expand to far too many values.",
        vi: "Các alias trong tài liệu này nhân lên quá nhiều giá trị.",
      },
    };
  },
});
