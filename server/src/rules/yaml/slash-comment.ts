import { repairRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default repairRule({
  id: "yaml/slash-comment",
  severity: "error",
  since: "0.1.0",
  repairs: ["comment"],
  docs: {
    title: { en: "Comment with slashes", vi: "Chú thích bằng dấu gạch chéo" },
    why: {
      en: "Comments of YAML begin with `#`. `//` is text.",
      vi: "Chú thích trong YAML bắt đầu bằng `#`. `//` chỉ là văn bản.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "A comment as in Go", vi: "Chú thích kiểu Go" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        // one container #! @//
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
        # one container
        spec:
          containers:
            - name: web
              image: nginx:1.27
      `,
    },
  ],
  good: [
    {
      title: { en: "A number sign", vi: "Dấu thăng" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        # one container
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
        en: `A comment begins with \`#\`, not with ${text}.`,
        vi: `Chú thích bắt đầu bằng \`#\`, không phải ${text}.`,
      },
      fixes: () => [
        {
          title: { en: `Change ${text} to \`#\``, vi: `Đổi ${text} thành \`#\`` },
          preferred: true,
          safe: true,
          edits: repair.edits(),
        },
      ],
    };
  },
});
