import type { Repair } from "../repair/repairs.ts";
import { type Draft, repairRule } from "../rule.ts";
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
    const written = doc.text.slice(repair.span.start, repair.span.end);
    const key = quoted(KEY.exec(repair.text)?.[0] ?? repair.text);
    const text = quoted(written);
    if (written === ":" || written.trim() === "") return lacking(repair, key, written);
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

const KEY = /^[\w./-]+/;

/** The colon is there without its space, or the other way round. */
function lacking(repair: Repair, key: string, written: string): Draft {
  const isSpace = written === ":";
  return {
    span: repair.span,
    message: isSpace
      ? {
          en: `A space is missing after the colon of ${key}; without it the line is one string.`,
          vi: `Thiếu dấu cách sau dấu hai chấm của ${key} nên cả dòng thành một chuỗi.`,
        }
      : {
          en: `A colon is missing after ${key}; without it the line is one string.`,
          vi: `Thiếu dấu hai chấm sau ${key} nên cả dòng thành một chuỗi.`,
        },
    fixes: () => [
      {
        title: isSpace
          ? { en: "Add the space after the colon", vi: "Thêm dấu cách sau dấu hai chấm" }
          : { en: `Add a colon after ${key}`, vi: `Thêm dấu hai chấm sau ${key}` },
        preferred: true,
        safe: true,
        edits: repair.edits(),
      },
    ],
  };
}
