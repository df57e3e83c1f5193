import type { MissingField } from "../../schema/problem.ts";
import type { DocumentContext, Subject } from "../../workspace/context.ts";
import { type Fix, schemaRule } from "../rule.ts";
import { all, placeName } from "../wording.ts";
import { insertFields } from "./missing-field/insert.ts";

export default schemaRule<"missing-field">({
  id: "schema/missing-field",
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  problems: ["missing-field"],
  docs: {
    title: { en: "Required field is missing", vi: "Thiếu trường bắt buộc" },
    why: {
      en: "The API server rejects an object that lacks a required field; nothing is created.",
      vi: "API server từ chối đối tượng thiếu trường bắt buộc; không có gì được tạo ra.",
    },
    links: ["https://kubernetes.io/docs/reference/kubernetes-api/"],
  },
  bad: [
    {
      title: { en: "A Deployment without a selector", vi: "Deployment thiếu selector" },
      manifest: `
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: gio-hang-web
        spec: #! @spec
          replicas: 2
          template:
            metadata:
              labels:
                app: gio-hang-web
            spec:
              containers:
                - name: web
                  image: nginx:1.27
      `,
      fixed: `
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: gio-hang-web
        spec:
          replicas: 2
          selector:
            matchLabels:
              app: gio-hang-web
          template:
            metadata:
              labels:
                app: gio-hang-web
            spec:
              containers:
                - name: web
                  image: nginx:1.27
      `,
    },
    {
      title: { en: "A port without its number", vi: "Cổng không có số" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang-web
        spec:
          selector:
            app: gio-hang-web
          ports:
            - name: http #! @name
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
      `,
    },
  ],
  good: [
    {
      title: { en: "Everything required is there", vi: "Đủ mọi trường bắt buộc" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang-web
        spec:
          selector:
            app: gio-hang-web
          ports:
            - port: 80
      `,
    },
  ],
  finding(problem, subject, context) {
    const place = placeName(problem.path, subject);
    const names = all(problem.fields);
    const many = problem.fields.length > 1;
    return {
      span: { start: problem.start, end: problem.end },
      message: {
        en: `${sentence(place.en)} lacks the required ${many ? "fields" : "field"} ${names.en}.`,
        vi: `${sentence(place.vi)} thiếu ${many ? "các trường" : "trường"} bắt buộc ${names.vi}.`,
      },
      fixes: () => fixes(problem, subject, context),
    };
  },
});

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function fixes(problem: MissingField, subject: Subject, context: DocumentContext): readonly Fix[] {
  const edits = insertFields(problem, subject, context.doc);
  if (edits.length === 0) return [];
  const names = all(problem.fields);
  return [{ title: { en: `Add ${names.en}`, vi: `Thêm ${names.vi}` }, preferred: true, safe: false, edits }];
}
