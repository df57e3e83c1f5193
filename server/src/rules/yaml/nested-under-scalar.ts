import { repairRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { alignment, isNested } from "./indentation/words.ts";

export default repairRule({
  id: "yaml/nested-under-scalar",
  severity: "error",
  since: "0.1.0",
  repairs: ["shift"],
  docs: {
    title: { en: "Field nested under a value", vi: "Trường con nằm dưới một giá trị" },
    why: {
      en: "In YAML, fields of the same level line up in one column. `apiVersion`, `kind`, `metadata` and `spec` always start in the document's first column.",
      vi: "Trong YAML, các trường cùng cấp phải thẳng cột. `apiVersion`, `kind`, `metadata`, `spec` luôn nằm ở cột đầu tiên của tài liệu.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "One space too many", vi: "Thừa một dấu cách" },
      manifest: `
        apiVersion: v1
         kind: Pod #! @kind
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
  finding(repair, { doc }) {
    if (!isNested(repair)) return undefined;
    const key = quoted(repair.text);
    const above = doc.text.slice(0, repair.span.start).trimEnd().split("\n").at(-1) ?? "";
    const parent = quoted(/^\s*(?:- +)*([^\s:#]+)/.exec(above)?.[1] ?? above.trim());
    return {
      span: repair.span,
      message: {
        en: `${key} is indented wrongly: the line above (${parent}) already has a value and cannot hold child fields.`,
        vi: `${key} thụt lề sai: dòng trên (${parent}) đã có giá trị nên không chứa được trường con.`,
      },
      fixes: () => alignment(repair),
    };
  },
});
