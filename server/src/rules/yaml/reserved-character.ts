import { quoteLike } from "../../yaml/quote.ts";
import { syntaxRule } from "../rule.ts";
import { contentEnd } from "./text/value.ts";

export default syntaxRule({
  id: "yaml/reserved-character",
  severity: "error",
  since: "0.1.0",
  codes: ["reserved-character"],
  docs: {
    title: { en: "Value that starts with a reserved character", vi: "Giá trị bắt đầu bằng ký tự dành riêng" },
    why: {
      en: "`@`, `%`, backtick and a few more have a meaning of their own in YAML. A value that starts with one needs quotes.",
      vi: "`@`, `%`, dấu huyền ngược và vài ký tự khác có nghĩa riêng trong YAML. Giá trị bắt đầu bằng ký tự đó phải nằm trong dấu nháy.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "A value that starts with @", vi: "Giá trị bắt đầu bằng @" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          OWNER: @platform #! @@platform
      `,
      fixed: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          OWNER: "@platform"
      `,
    },
    {
      title: { en: "A file pattern", vi: "Mẫu tên tệp" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          FILES: *.log #! @*.log
      `,
      fixed: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          FILES: "*.log"
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
          OWNER: "@platform"
      `,
    },
  ],
  finding(problem, context) {
    const { text } = context.doc;
    const character = text.charAt(problem.start);
    const value = { start: problem.start, end: contentEnd(text, problem.start) };
    return {
      span: value,
      message: {
        en: `A value cannot start with ${named(character)}; put it in quotes.`,
        vi: `Giá trị không thể bắt đầu bằng ${named(character)}; đặt trong dấu nháy.`,
      },
      fixes: () => [
        {
          title: { en: "Put the value in quotes", vi: "Đặt giá trị trong dấu nháy" },
          preferred: true,
          safe: true,
          edits: [{ span: value, text: inQuotes(text, text.slice(value.start, value.end)) }],
        },
      ],
    };
  },
});

/** A quote at the end alone lacks the one at the start. */
function inQuotes(whole: string, text: string): string {
  const last = /^[^"']*(["'])$/.exec(text)?.[1];
  return last === undefined ? quoteLike(whole, text) : last + text;
}

/** A backtick cannot be shown between backticks. */
const named = (character: string): string => (character === "`" ? "U+0060" : `\`${character}\``);
