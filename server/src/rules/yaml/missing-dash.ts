import { syntaxRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { missingDash } from "./text/missing-dash.ts";

export default syntaxRule({
  id: "yaml/missing-dash",
  severity: "error",
  since: "0.1.0",
  codes: ["duplicate-key"],
  docs: {
    title: { en: "List item without its dash", vi: "Phần tử danh sách thiếu dấu gạch" },
    why: {
      en: "Each item of a list starts with a `-`. Without it its fields belong to the item before, which then holds the same keys twice.",
      vi: "Mỗi phần tử danh sách mở đầu bằng `-`. Thiếu dấu đó thì các trường thuộc về phần tử phía trước và bị trùng khóa.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "A second port without its dash", vi: "Cổng thứ hai thiếu dấu gạch" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang-web
        spec:
          selector:
            app: gio-hang-web
          ports:
            - name: http
              port: 80
              name: https #! @name
              port: 443
      `,
      fixed: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang-web
        spec:
          selector:
            app: gio-hang-web
          ports:
            - name: http
              port: 80
            - name: https
              port: 443
      `,
    },
  ],
  good: [
    {
      title: { en: "Each item has its dash", vi: "Mỗi phần tử đều có dấu gạch" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang-web
        spec:
          selector:
            app: gio-hang-web
          ports:
            - name: http
              port: 80
            - name: https
              port: 443
      `,
    },
  ],
  finding(problem, { doc }) {
    const missing = missingDash(problem, doc);
    // The keys that follow belong to the same item.
    if (missing?.first.start !== problem.start) return undefined;
    const { list, first } = missing;
    const key = quoted(first.key.text);
    return {
      span: { start: problem.start, end: problem.end },
      message: {
        en: `A dash is missing: this ${key} starts another item of ${quoted(list)}.`,
        vi: `Thiếu dấu gạch: ${key} này mở đầu một phần tử khác của ${quoted(list)}.`,
      },
      fixes: () => {
        const title = { en: `Add the dash before ${key}`, vi: `Thêm dấu gạch trước ${key}` };
        const edits = [{ span: { start: first.start - 2, end: first.start }, text: "- " }];
        return [{ title, preferred: true, safe: false, edits }];
      },
    };
  },
});
