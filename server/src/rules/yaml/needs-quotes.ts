import { repairRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default repairRule({
  id: "yaml/needs-quotes",
  severity: "error",
  since: "0.1.0",
  repairs: ["quote"],
  docs: {
    title: { en: "Text that needs quotes", vi: "Văn bản phải đặt trong dấu nháy" },
    why: {
      en: "A value that begins with a bracket, a dash or a quote looks like the beginning of something else. In quotes it is text.",
      vi: "Giá trị mở đầu bằng dấu ngoặc, dấu gạch hay dấu nháy trông như phần đầu của thứ khác. Đặt trong dấu nháy thì là văn bản.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "A pattern in brackets", vi: "Biểu thức trong dấu ngoặc" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          PATTERN: [a-z]+ only #! @'[a-z]+ only'
      `,
      fixed: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          PATTERN: "[a-z]+ only"
      `,
    },
  ],
  good: [
    {
      title: { en: "In quotes", vi: "Trong dấu nháy" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          PATTERN: "[a-z]+ only"
      `,
    },
  ],
  finding(repair, { doc }) {
    const text = quoted(doc.text.slice(repair.span.start, repair.span.end));
    return {
      span: repair.span,
      message: {
        en: `${text} is text and needs quotes around it.`,
        vi: `${text} là văn bản nên phải đặt trong dấu nháy.`,
      },
      fixes: () => [
        {
          title: { en: `Put the text in quotes`, vi: `Đặt văn bản trong dấu nháy` },
          preferred: true,
          safe: true,
          edits: repair.edits(),
        },
      ],
    };
  },
});
