import { repairRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default repairRule({
  id: "yaml/missing-text-header",
  severity: "error",
  since: "0.1.0",
  repairs: ["text-header"],
  docs: {
    title: { en: "Text of several lines without `|`", vi: "Văn bản nhiều dòng thiếu `|`" },
    why: {
      en: "Below a key, lines are read as YAML. A `|` behind the colon says that they are text.",
      vi: "Các dòng dưới khóa được đọc như YAML. Dấu `|` sau dấu hai chấm cho biết chúng là văn bản.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "A configuration file", vi: "Tệp cấu hình" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          app.conf: #! @app.conf
            listen 80
            server {
              root: /srv
            }
      `,
      fixed: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          app.conf: |
            listen 80
            server {
              root: /srv
            }
      `,
    },
  ],
  good: [
    {
      title: { en: "With its `|`", vi: "Có dấu `|`" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          app.conf: |
            listen 80
      `,
    },
  ],
  finding(repair, { doc }) {
    const text = quoted(doc.text.slice(repair.span.start, repair.span.end));
    return {
      span: repair.span,
      message: {
        en: `The lines below ${text} are text: a \`|\` is missing behind the colon.`,
        vi: `Các dòng dưới ${text} là văn bản: thiếu dấu \`|\` sau dấu hai chấm.`,
      },
      fixes: () => [
        {
          title: { en: `Add \`|\` behind ${text}`, vi: `Thêm \`|\` sau ${text}` },
          preferred: true,
          safe: true,
          edits: repair.edits(),
        },
      ],
    };
  },
});
