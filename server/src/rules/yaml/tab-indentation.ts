import type { Edit } from "../../base/span.ts";
import type { YDocument } from "../../yaml/document.ts";
import { syntaxRule } from "../rule.ts";

export default syntaxRule({
  id: "yaml/tab-indentation",
  severity: "error",
  since: "0.1.0",
  codes: ["tab-indentation"],
  docs: {
    title: { en: "Tab used for indentation", vi: "Thụt lề bằng tab" },
    why: {
      en: "YAML does not allow tabs at the start of a line, because nobody can say how wide they are. Indent with spaces.",
      vi: "YAML không cho dùng tab ở đầu dòng vì không biết một tab rộng bao nhiêu. Thụt lề bằng dấu cách.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "A line that starts with a tab", vi: "Dòng bắt đầu bằng tab" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
        	MODE: prod #! @'\\t'
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
      title: { en: "A Pod as it should be", vi: "Pod viết đúng" },
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
  finding(problem, context) {
    // A file indented with tabs is one mistake, not one for each line.
    if (context.doc.problems.find(({ code }) => code === "tab-indentation") !== problem) return undefined;
    return {
      span: { start: problem.start, end: problem.end },
      message: {
        en: "A tab cannot indent YAML; use spaces.",
        vi: "Không thể thụt lề YAML bằng tab; dùng dấu cách.",
      },
      fixes: () => [
        {
          title: { en: "Indent with spaces instead of tabs", vi: "Thụt lề bằng dấu cách thay cho tab" },
          preferred: true,
          safe: true,
          edits: spacesForTabs(context.doc),
        },
      ],
    };
  },
});

/** Every tab that indents becomes as many spaces as the document's first step of indentation. */
function spacesForTabs(doc: YDocument): readonly Edit[] {
  const step = /^( +)\S/m.exec(doc.text)?.[1] ?? "  ";
  return doc.problems
    .filter(({ code }) => code === "tab-indentation")
    .map(({ start, end }) => {
      const behindDash = doc.text.charAt(start - 1) === "-";
      const blanks = doc.text.slice(start, end);
      return { span: { start, end }, text: behindDash && end === start + 1 ? " " : blanks.replaceAll("\t", step) };
    });
}
