import type { Localized } from "../../base/localized.ts";
import type { WrongType } from "../../schema/problem.ts";
import { deref } from "../../yaml/node.ts";
import { schemaRule } from "../rule.ts";
import { fieldName, found, quoted, WANTED } from "../wording.ts";
import { conversions } from "./wrong-type/conversions.ts";
import { slipOf } from "./wrong-type/slip.ts";

export default schemaRule<"wrong-type">({
  id: "schema/wrong-type",
  severity: "error",
  since: "0.1.0",
  problems: ["wrong-type"],
  docs: {
    title: { en: "Value of the wrong type", vi: "Giá trị sai kiểu" },
    why: {
      en: 'The API server cannot read a string where a number is wanted, a number where a string is wanted, or a list in place of an object. In YAML, quotes decide: `3` is a number, `"3"` a string.',
      vi: 'API server không đọc được chuỗi ở chỗ cần số, số ở chỗ cần chuỗi, hay danh sách thay cho đối tượng. Trong YAML, dấu nháy quyết định kiểu: `3` là số, `"3"` là chuỗi.',
    },
    links: ["https://kubernetes.io/docs/reference/kubernetes-api/"],
  },
  bad: [
    {
      title: { en: "A number in quotes", vi: "Số nằm trong dấu nháy" },
      manifest: `
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: gio-hang-web
        spec:
          scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: gio-hang-web }
          maxReplicas: "3" #! @"3"
      `,
      fixed: `
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: gio-hang-web
        spec:
          scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: gio-hang-web }
          maxReplicas: 3
      `,
    },
    {
      title: { en: "A number where every value is a string", vi: "Số ở chỗ mọi giá trị đều là chuỗi" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          PORT: 8080 #! @8080
      `,
      fixed: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          PORT: "8080"
      `,
    },
    {
      title: { en: "`yes` is a boolean for kubectl", vi: "Với kubectl, `yes` là giá trị boolean" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
          labels:
            canary: yes #! @yes
        spec:
          containers:
            - name: web
              image: nginx:1.27
      `,
      fixed: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
          labels:
            canary: "yes"
        spec:
          containers:
            - name: web
              image: nginx:1.27
      `,
    },
    {
      title: { en: "One argument without a list", vi: "Một tham số nhưng không viết thành danh sách" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        spec:
          containers:
            - name: web
              image: nginx:1.27
              args: --verbose #! @--verbose
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
              args:
                - --verbose
      `,
    },
    {
      title: { en: "A dash where no list is wanted", vi: "Có dấu gạch ở chỗ không phải danh sách" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang-web
        spec:
          selector: #! @selector
            - app: gio-hang-web
          ports:
            - port: 80
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
            - port: 80
      `,
    },
    {
      title: { en: "Variables as in Docker Compose", vi: "Biến môi trường viết như Docker Compose" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        spec:
          containers:
            - name: web
              image: nginx:1.27
              env: #! @env
                MODE: prod
                WORKERS: 4
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
              env:
                - name: MODE
                  value: prod
                - name: WORKERS
                  value: "4"
      `,
    },
    {
      title: { en: "A port number instead of a port", vi: "Số cổng thay cho cả mục cổng" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        spec:
          containers:
            - name: web
              image: nginx:1.27
              ports:
                - 8080 #! @8080
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
              ports:
                - containerPort: 8080
      `,
    },
    {
      title: { en: "No space after the colon", vi: "Thiếu dấu cách sau dấu hai chấm" },
      manifest: `
        apiVersion: v1
        kind: Namespace
        metadata:
          name:cua-hang #! @name:cua-hang
      `,
      fixed: `
        apiVersion: v1
        kind: Namespace
        metadata:
          name: cua-hang
      `,
    },
    {
      title: { en: "No colon after the key", vi: "Thiếu dấu hai chấm sau khóa" },
      manifest: `
        apiVersion: v1
        kind: Namespace
        metadata:
          name cua-hang #! @'name cua-hang'
      `,
      fixed: `
        apiVersion: v1
        kind: Namespace
        metadata:
          name: cua-hang
      `,
    },
  ],
  good: [
    {
      title: { en: "Numbers, quoted numbers and either", vi: "Số, số trong dấu nháy và cả hai" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang-web
          annotations:
            revision: "7"
        spec:
          selector: { app: gio-hang-web }
          ports:
            - name: http
              port: 80
              targetPort: "http"
            - name: metrics
              port: 9090
              targetPort: 9090
      `,
    },
    {
      title: { en: "Null counts as absent", vi: "Null được coi như không ghi" },
      manifest: `
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: gio-hang-web
          creationTimestamp: null
        spec:
          replicas:
          selector: { matchLabels: { app: gio-hang-web } }
          template:
            metadata: { labels: { app: gio-hang-web } }
            spec:
              containers:
                - name: web
                  image: nginx:1.27
      `,
    },
  ],
  finding(problem, _subject, context) {
    const slip = slipOf(problem);
    return {
      span: spanOf(problem),
      message: slip?.message ?? message(problem),
      fixes: () =>
        slip
          ? [{ title: slip.title, preferred: true, safe: true, edits: slip.edits }]
          : conversions(problem, context.doc),
    };
  },
});

/** A block of many lines is marked at the key that holds it. */
function spanOf(problem: WrongType): { readonly start: number; readonly end: number } {
  const value = deref(problem.node);
  const block = value !== undefined && value.type !== "scalar" && !value.flow;
  if (block && problem.pair) return problem.pair.key;
  if (value?.type === "map" && block) return value.entries[0]?.key ?? problem;
  return problem;
}

function message(problem: WrongType): Localized {
  const field = quoted(fieldName(problem.path));
  const wanted = WANTED[problem.cursor.type];
  const is = found(problem.node);
  return {
    en: `${field} takes ${wanted.en}, but this is ${is.en}.`,
    vi: `${field} cần ${wanted.vi}, nhưng ở đây là ${is.vi}.`,
  };
}
