import { repairRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default repairRule({
  id: "yaml/joined-lines",
  severity: "error",
  since: "0.1.0",
  repairs: ["split"],
  docs: {
    title: { en: "Two lines that run together", vi: "Hai dòng dính liền nhau" },
    why: {
      en: "Each field and each list item stands on a line of its own. Where a line break was lost, the second one becomes part of the first one's value.",
      vi: "Mỗi trường và mỗi phần tử danh sách nằm trên một dòng riêng. Mất dấu xuống dòng thì phần sau trở thành một phần giá trị của phần trước.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "Two fields on one line", vi: "Hai trường trên một dòng" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        spec:
          containers:
            - name: web image: nginx:1.27 #! @image
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
    {
      title: { en: "A field beside the key that holds it", vi: "Trường con nằm cùng dòng với khóa cha" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata: name: gio-hang-web #! @name
          namespace: web
        data:
          MODE: prod
      `,
      fixed: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
          namespace: web
        data:
          MODE: prod
      `,
    },
  ],
  good: [
    {
      title: { en: "One field a line", vi: "Mỗi trường một dòng" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
          namespace: web
        data:
          NOTE: "name: web"
      `,
    },
  ],
  finding(repair) {
    const word = quoted(repair.text);
    return {
      span: repair.span,
      message: {
        en: `A line break is missing before ${word}.`,
        vi: `Thiếu dấu xuống dòng trước ${word}.`,
      },
      fixes: () => [
        {
          title: { en: `Start a new line before ${word}`, vi: `Xuống dòng trước ${word}` },
          preferred: true,
          safe: true,
          edits: repair.edits(),
        },
      ],
    };
  },
});
