import { syntaxRule } from "../rule.ts";

export default syntaxRule({
  id: "yaml/control-character",
  severity: "error",
  since: "0.1.0",
  codes: ["control-character"],
  docs: {
    title: { en: "Invisible control character", vi: "Ký tự điều khiển vô hình" },
    why: {
      en: "Control characters come from copied text or a damaged file. YAML does not allow them.",
      vi: "Ký tự điều khiển thường do sao chép hoặc tệp hỏng mà có. YAML không cho phép.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "A character that nobody sees", vi: "Ký tự không nhìn thấy" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          MODE: pr\u0007od #! @'\\u0007'
      `,
      fixed: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          MODE: prod
      `,
    },
  ],
  good: [
    {
      title: { en: "An escape in double quotes", vi: "Ký hiệu thoát trong dấu nháy kép" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          MODE: "pr\\u0007od"
      `,
    },
  ],
  finding(problem, context) {
    const code = context.doc.text.charCodeAt(problem.start).toString(16).toUpperCase().padStart(4, "0");
    return {
      span: { start: problem.start, end: problem.end },
      message: {
        en: `The control character U+${code} is not allowed here.`,
        vi: `Không được dùng ký tự điều khiển U+${code} ở đây.`,
      },
      fixes: () => [
        {
          title: { en: "Remove the character", vi: "Xóa ký tự này" },
          preferred: true,
          safe: false,
          edits: [{ span: { start: problem.start, end: problem.end }, text: "" }],
        },
      ],
    };
  },
});
