import { syntaxRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default syntaxRule({
  id: "yaml/bad-block-header",
  severity: "error",
  since: "0.1.0",
  codes: ["bad-block-header"],
  docs: {
    title: { en: "Text beside a block indicator", vi: "Văn bản nằm cạnh dấu mở khối" },
    why: {
      en: "`|` and `>` start a text on the lines below. On their own line only a digit, `+`, `-` or a comment may follow.",
      vi: "`|` và `>` mở một văn bản nằm ở các dòng dưới. Trên dòng của chúng chỉ được có chữ số, `+`, `-` hoặc chú thích.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "The text starts too early", vi: "Văn bản bắt đầu quá sớm" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          NOTE: | hello #! @hello
      `,
      fixed: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          NOTE: |
            hello
      `,
    },
  ],
  good: [
    {
      title: { en: "The text is on the next line", vi: "Văn bản ở dòng sau" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          NOTE: |
            hello
      `,
    },
  ],
  finding(problem, context) {
    const { doc } = context;
    const text = doc.text.slice(problem.start, problem.end);
    return {
      span: { start: problem.start, end: problem.end },
      message: {
        en: `${quoted(text)} cannot stand beside \`|\` or \`>\`; the text starts on the next line.`,
        vi: `${quoted(text)} không thể đứng cạnh \`|\` hoặc \`>\`; văn bản bắt đầu ở dòng sau.`,
      },
      fixes: () => {
        const { line } = doc.lines.positionAt(problem.start);
        const start = doc.lines.startOf(line);
        const indent = /^ */.exec(doc.text.slice(start, problem.start))?.[0] ?? "";
        const before = doc.text.slice(0, problem.start).trimEnd().length;
        const title = { en: "Move the text to the next line", vi: "Chuyển văn bản xuống dòng sau" };
        const edits = [{ span: { start: before, end: problem.start }, text: `\n${indent}  ` }];
        return [{ title, preferred: true, safe: false, edits }];
      },
    };
  },
});
