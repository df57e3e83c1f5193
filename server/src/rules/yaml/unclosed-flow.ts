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
        const end = contentEnd(text, problem.start);
        const title = { en: `Add \`${closers}\` at the end of the line`, vi: `Thêm \`${closers}\` vào cuối dòng` };
        return [{ title, preferred: true, safe: false, edits: [{ span: { start: end, end }, text: closers }] }];
      },
    };
  },
});
