import { repairRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default repairRule({
  id: "yaml/stray-sign",
  severity: "error",
  since: "0.1.0",
  repairs: ["stray"],
  docs: {
    title: { en: "Line that belongs to nothing", vi: "Dòng không thuộc về đâu" },
    why: {
      en: "A bracket or backquote that was left over from editing or from a web page is no YAML.",
      vi: "Dấu ngoặc hay dấu nháy ngược còn sót lại khi sửa hoặc khi chép từ trang web không phải là YAML.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "A bracket too many", vi: "Thừa dấu ngoặc" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        } #! @}
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
      title: { en: "Nothing left over", vi: "Không còn gì thừa" },
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
    const text = quoted(doc.text.slice(repair.span.start, repair.span.end));
    return {
      span: repair.span,
      message: {
        en: `${text} belongs to nothing.`,
        vi: `${text} không thuộc về đâu.`,
      },
      fixes: () => [
        {
          title: { en: `Remove ${text}`, vi: `Xóa ${text}` },
          preferred: true,
          safe: true,
          edits: repair.edits(),
        },
      ],
    };
  },
});
