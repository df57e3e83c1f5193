import type { Repair } from "../repair/repairs.ts";
import { type Draft, repairRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default repairRule({
  id: "yaml/missing-dash",
  severity: "error",
  since: "0.1.0",
  repairs: ["add-dash"],
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
    {
      title: { en: "A list item without its dash", vi: "Phần tử danh sách thiếu dấu gạch" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        spec:
          containers:
            name: web #! @name
            image: nginx:1.27
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
  finding(repair) {
    if (repair.text.startsWith("-")) return gluedDash(repair);
    const key = quoted(repair.text);
    const list = repair.list === undefined ? undefined : quoted(repair.list);
    return {
      span: repair.span,
      message: {
        en: list
          ? `A dash is missing: this ${key} starts an item of ${list}.`
          : `A dash is missing before this ${key}.`,
        vi: list ? `Thiếu dấu gạch: ${key} này mở đầu một phần tử của ${list}.` : `Thiếu dấu gạch trước ${key} này.`,
      },
      fixes: () => [
        {
          title: { en: `Add the dash before ${key}`, vi: `Thêm dấu gạch trước ${key}` },
          preferred: true,
          safe: true,
          edits: repair.edits(),
        },
      ],
    };
  },
});

/** `-name` is one word. */
function gluedDash(repair: Repair): Draft {
  const { start } = repair.span;
  return {
    span: { start, end: start + 1 },
    message: {
      en: "A space is missing after the dash; without it the line is one string.",
      vi: "Thiếu dấu cách sau dấu gạch nên cả dòng thành một chuỗi.",
    },
    fixes: () => [
      {
        title: { en: "Add the space after the dash", vi: "Thêm dấu cách sau dấu gạch" },
        preferred: true,
        safe: true,
        edits: repair.edits(),
      },
    ],
  };
}
