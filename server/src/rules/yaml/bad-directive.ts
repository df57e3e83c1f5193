import { syntaxRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default syntaxRule({
  id: "yaml/bad-directive",
  severity: "error",
  since: "0.1.0",
  codes: ["bad-directive"],
  docs: {
    title: { en: "Directive that YAML does not know", vi: "Chỉ thị mà YAML không biết" },
    why: {
      en: "A line that starts with `%` before a document is an instruction to the reader. Only `%YAML` and `%TAG` exist.",
      vi: "Dòng bắt đầu bằng `%` trước tài liệu là chỉ thị cho trình đọc. Chỉ có `%YAML` và `%TAG`.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "An unknown directive", vi: "Chỉ thị lạ" },
      manifest: `
        %KUBE 1.0 #! @'%KUBE 1.0'
        ---

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
      title: { en: "The version of YAML", vi: "Phiên bản YAML" },
      manifest: `
        %YAML 1.1
        ---

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
    const text = quoted(context.doc.text.slice(problem.start, problem.end));
    return {
      span: { start: problem.start, end: problem.end },
      message: {
        en: `The directive ${text} cannot be read.`,
        vi: `Không đọc được chỉ thị ${text}.`,
      },
    };
  },
});
