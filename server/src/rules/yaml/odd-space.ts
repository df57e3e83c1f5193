import { repairRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default repairRule({
  id: "yaml/odd-space",
  severity: "error",
  since: "0.1.0",
  repairs: ["blank"],
  docs: {
    title: { en: "Indented with blanks that are no spaces", vi: "Thụt lề bằng ký tự trống không phải dấu cách" },
    why: {
      en: "Text copied from a web page may hold no-break spaces. They look like spaces, but YAML takes them for letters.",
      vi: "Văn bản chép từ trang web có thể chứa dấu cách không ngắt dòng. Trông như dấu cách nhưng YAML coi đó là chữ.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "No-break spaces", vi: "Dấu cách không ngắt dòng" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        spec:
          containers:
            - name: web
              image: nginx:1.27 #! @image
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
      title: { en: "Spaces", vi: "Dấu cách thường" },
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
  finding(repair) {
    const key = quoted(repair.text);
    return {
      span: repair.span,
      message: {
        en: `The blanks before ${key} are no spaces, so YAML takes them for part of the key.`,
        vi: `Ký tự trống trước ${key} không phải dấu cách nên YAML coi là một phần của khóa.`,
      },
      fixes: () => [
        {
          title: { en: `Change them to spaces`, vi: `Đổi thành dấu cách` },
          preferred: true,
          safe: true,
          edits: repair.edits(),
        },
      ],
    };
  },
});
