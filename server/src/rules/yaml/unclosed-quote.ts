import { syntaxRule } from "../rule.ts";
import { contentEnd } from "./text/value.ts";

export default syntaxRule({
  id: "yaml/unclosed-quote",
  severity: "error",
  since: "0.1.0",
  codes: ["unclosed-quote"],
  docs: {
    title: { en: "Quote that is never closed", vi: "Dấu nháy không đóng" },
    why: {
      en: "Text that begins with a quote goes on until the next one of the same kind, over any number of lines.",
      vi: "Văn bản mở bằng dấu nháy kéo dài tới dấu nháy cùng loại tiếp theo, bất kể bao nhiêu dòng.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "The closing quote was forgotten", vi: "Quên dấu nháy đóng" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          MODE: "prod #! @'"prod'
      `,
      fixed: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          MODE: "prod"
      `,
    },
  ],
  good: [
    {
      title: { en: "Both quotes are there", vi: "Đủ cả hai dấu nháy" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          MODE: "prod"
      `,
    },
  ],
  finding(problem, context) {
    const { text } = context.doc;
    const quote = text.charAt(problem.start);
    const end = contentEnd(text, problem.start);
    // The other quote was typed at the end.
    const isOther = end - problem.start > 1 && text.charAt(end - 1) === (quote === "'" ? '"' : "'");
    return {
      span: { start: problem.start, end },
      message: {
        en: `The closing quote \`${quote}\` is missing.`,
        vi: `Thiếu dấu nháy đóng \`${quote}\`.`,
      },
      fixes: () => [
        {
          title: isOther
            ? { en: `End the text with \`${quote}\``, vi: `Kết thúc văn bản bằng \`${quote}\`` }
            : { en: `Add \`${quote}\` at the end`, vi: `Thêm \`${quote}\` vào cuối` },
          preferred: true,
          safe: true,
          edits: [{ span: { start: isOther ? end - 1 : end, end }, text: quote }],
        },
      ],
    };
  },
});
