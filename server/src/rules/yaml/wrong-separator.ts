import { repairRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default repairRule({
  id: "yaml/wrong-separator",
  severity: "error",
  since: "0.1.0",
  repairs: ["colon"],
  docs: {
    title: { en: "Another sign instead of the colon", vi: "Dùng dấu khác thay cho dấu hai chấm" },
    why: {
      en: "Key and value are separated by a colon and a space. `=`, `;` or the wide colon of an Asian keyboard make the line one text.",
      vi: "Khóa và giá trị ngăn nhau bằng dấu hai chấm và dấu cách. Dùng `=`, `;` hay dấu hai chấm rộng của bàn phím châu Á thì cả dòng chỉ là một đoạn văn bản.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "An equals sign", vi: "Dấu bằng" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        spec:
          containers:
            - name: web
              image = nginx:1.27 #! @' = '
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
      title: { en: "Colon and space", vi: "Dấu hai chấm và dấu cách" },
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
    const key = quoted(repair.text);
    return {
      span: repair.span,
      message: {
        en: `Between ${key} and its value belongs a colon, not ${text}.`,
        vi: `Giữa ${key} và giá trị phải là dấu hai chấm, không phải ${text}.`,
      },
      fixes: () => [
        {
          title: { en: `Change ${text} to \`: \``, vi: `Đổi ${text} thành \`: \`` },
          preferred: true,
          safe: true,
          edits: repair.edits(),
        },
      ],
    };
  },
});
