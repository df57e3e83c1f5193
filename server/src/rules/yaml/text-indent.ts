import { repairRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default repairRule({
  id: "yaml/text-indent",
  severity: "error",
  since: "0.1.0",
  repairs: ["text-lines"],
  docs: {
    title: { en: "Lines of a text not deep enough", vi: "Dòng văn bản thụt lề chưa đủ" },
    why: {
      en: "All lines of a text behind `|` or `>` stand deeper than its key. The first line that does not ends the text.",
      vi: "Mọi dòng của văn bản sau `|` hoặc `>` phải thụt sâu hơn khóa. Dòng đầu tiên không đủ sâu sẽ kết thúc văn bản.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "The text stands below its key", vi: "Văn bản thẳng cột với khóa" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          app.conf: |
          listen 80 #! @'listen 80'
          gzip on
      `,
      fixed: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          app.conf: |
            listen 80
            gzip on
      `,
    },
  ],
  good: [
    {
      title: { en: "Deeper than the key", vi: "Sâu hơn khóa" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          app.conf: |
            listen 80
            gzip on
      `,
    },
  ],
  finding(repair, { doc }) {
    const text = quoted(doc.text.slice(repair.span.start, repair.span.end));
    return {
      span: repair.span,
      message: {
        en: `${text} belongs to the text above it and must be indented as deep.`,
        vi: `${text} thuộc đoạn văn bản phía trên nên phải thụt lề sâu như vậy.`,
      },
      fixes: () => [
        {
          title: { en: `Indent it like the text`, vi: `Thụt lề cho thẳng với văn bản` },
          preferred: true,
          safe: true,
          edits: repair.edits(),
        },
      ],
    };
  },
});
