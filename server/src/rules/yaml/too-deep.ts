import { syntaxRule } from "../rule.ts";

export default syntaxRule({
  id: "yaml/too-deep",
  severity: "error",
  since: "0.1.0",
  codes: ["too-deep"],
  docs: {
    title: { en: "Nested too deeply", vi: "Lồng quá sâu" },
    why: {
      en: "No Kubernetes object nests as deeply as this. Reading on would only exhaust memory.",
      vi: "Không có đối tượng Kubernetes nào lồng sâu đến vậy. Đọc tiếp chỉ làm cạn bộ nhớ.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "Brackets without end", vi: "Ngoặc lồng vô tận" },
      manifest: `
        apiVersion: example.com/v1
        kind: Deep
        metadata: { name: sau }
        spec: ${"[".repeat(501)}${"]".repeat(501)} #! @[
      `,
    },
  ],
  good: [
    {
      title: { en: "A few levels", vi: "Vài cấp lồng nhau" },
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
  finding(problem) {
    return {
      span: { start: problem.start, end: problem.end },
      message: {
        en: "This is nested too deeply to be read.",
        vi: "Chỗ này lồng quá sâu nên không đọc được.",
      },
    };
  },
});
