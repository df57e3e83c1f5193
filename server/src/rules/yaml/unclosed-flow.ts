import type { Localized } from "../../base/localized.ts";
import type { Edit } from "../../base/span.ts";
import { lineBreakOf, lineEnd, lineStart, nextLine } from "../../yaml/layout.ts";
import { syntaxRule } from "../rule.ts";
import { contentEnd } from "./text/value.ts";

export default syntaxRule({
  id: "yaml/unclosed-flow",
  severity: "error",
  awaits: "object",
  since: "0.1.0",
  codes: ["unclosed-flow"],
  docs: {
    title: { en: "Bracket that is never closed", vi: "Dấu ngoặc không đóng" },
    why: {
      en: "`[` starts a list and `{` an object that end with `]` and `}`. Without its end the rest of the document is read as part of it.",
      vi: "`[` mở một danh sách và `{` mở một đối tượng, kết thúc bằng `]` và `}`. Thiếu dấu đóng thì phần còn lại của tài liệu bị đọc thành một phần của nó.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "The closing bracket was forgotten", vi: "Quên dấu ngoặc đóng" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        spec:
          containers:
            - name: web
              image: nginx:1.27
              args: ["-q", "-v" #! @[
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
              args: ["-q", "-v"]
      `,
    },
  ],
  good: [
    {
      title: { en: "Both brackets are there", vi: "Đủ cả hai dấu ngoặc" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        spec:
          containers:
            - name: web
              image: nginx:1.27
              args: ["-q", "-v"]
      `,
    },
  ],
  finding(problem, context) {
    const { text } = context.doc;
    const [closers = ""] = problem.args;
    const open = text.charAt(problem.start);
    return {
      span: { start: problem.start, end: problem.end },
      message: {
        en: `\`${open}\` is not closed: \`${closers}\` is missing.`,
        vi: `\`${open}\` chưa được đóng: thiếu \`${closers}\`.`,
      },
      fixes: () => {
        const { edit, title } = closing(text, problem.start, closers);
        return [{ title, preferred: true, safe: false, edits: [edit] }];
      },
    };
  },
});

/** Brackets that open at the end of a line close on a line of their own, below what is indented deeper. */
function closing(text: string, open: number, closers: string): { readonly edit: Edit; readonly title: Localized } {
  const end = contentEnd(text, open);
  const key = lineStart(text, open) + (/^[ -]*/.exec(text.slice(lineStart(text, open), open))?.[0].length ?? 0);
  const column = key - lineStart(text, open);
  if (text.slice(open + 1, end).trim() === "") {
    let last = lineEnd(text, open);
    for (let next = nextLine(text, last); next < text.length && next > last; next = nextLine(text, next)) {
      if (text.slice(next, lineEnd(text, next)).trim() === "") continue;
      if (depthOf(text, next) <= column) break;
      last = lineEnd(text, next);
    }
    if (last > end) {
      return {
        edit: { span: { start: last, end: last }, text: `${lineBreakOf(text)}${" ".repeat(column)}${closers}` },
        title: { en: `Add \`${closers}\` below`, vi: `Thêm \`${closers}\` ở dòng dưới` },
      };
    }
  }
  // Where a blank follows the opening bracket, one goes before the closing one.
  const isWide = text.charAt(open + 1) === " ";
  const blanks = isWide ? (/^ */.exec(text.slice(end))?.[0].length ?? 0) : 0;
  return {
    edit: { span: { start: end, end: end + blanks }, text: isWide ? ` ${closers}` : closers },
    title: { en: `Add \`${closers}\` at the end of the line`, vi: `Thêm \`${closers}\` vào cuối dòng` },
  };
}

function depthOf(text: string, start: number): number {
  let column = 0;
  while (text.charCodeAt(start + column) === 32) column++;
  return column;
}
