import type { Localized } from "../../base/localized.ts";
import type { OutOfRange } from "../../schema/problem.ts";
import { setScalar } from "../../yaml/edit.ts";
import { deref } from "../../yaml/node.ts";
import { schemaRule } from "../rule.ts";
import { fieldName, quoted } from "../wording.ts";

export default schemaRule<"out-of-range">({
  id: "schema/out-of-range",
  severity: "error",
  since: "0.1.0",
  problems: ["out-of-range"],
  docs: {
    title: { en: "Number, length or count outside its bounds", vi: "Số, độ dài hoặc số phần tử vượt giới hạn" },
    why: {
      en: "The API server rejects numbers outside the range of a field, and text or lists that are too short or too long.",
      vi: "API server từ chối số nằm ngoài khoảng cho phép, cũng như văn bản hay danh sách quá ngắn hoặc quá dài.",
    },
    links: ["https://kubernetes.io/docs/reference/kubernetes-api/"],
  },
  bad: [
    {
      title: { en: "More than 32 bits can hold", vi: "Lớn hơn mức 32 bit chứa được" },
      manifest: `
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: gio-hang-web
        spec:
          replicas: 3000000000 #! @3000000000
          selector: { matchLabels: { app: gio-hang-web } }
          template:
            metadata: { labels: { app: gio-hang-web } }
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
          replicas: 2147483647
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
  good: [
    {
      title: { en: "A number within its range", vi: "Số trong khoảng cho phép" },
      manifest: `
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: gio-hang-web
        spec:
          replicas: 3
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
    const field = quoted(fieldName(problem.path));
    const node = deref(problem.node);
    return {
      span: { start: problem.start, end: problem.end },
      message: message(problem, field),
      fixes: () => {
        if (node?.type !== "scalar" || (problem.bound !== "minimum" && problem.bound !== "maximum")) return [];
        const meant = meantNumber(problem, node.text);
        return [...(meant === undefined ? [] : [meant]), String(problem.limit)].map((number) => ({
          title: { en: `Change to ${quoted(number)}`, vi: `Đổi thành ${quoted(number)}` },
          preferred: number === meant,
          safe: false,
          edits: setScalar(context.doc, node, number),
        }));
      },
    };
  },
});

/** The number that was meant, where that can be told: a file mode without its zero, or a stray minus sign. */
function meantNumber({ bound, limit, path }: OutOfRange, text: string): string | undefined {
  const field = path.at(-1);
  if (bound === "maximum" && limit === 0o777 && (field === "mode" || field === "defaultMode"))
    return /^[0-7]{3}$/.test(text) ? `0${text}` : undefined;
  const positive = /^-([1-9]\d*)$/.exec(text)?.[1];
  return bound === "minimum" && positive !== undefined && Number(positive) >= limit ? positive : undefined;
}

function message(problem: OutOfRange, field: string): Localized {
  const { limit } = problem;
  switch (problem.bound) {
    case "minimum":
      return { en: `${field} must be at least ${limit}.`, vi: `${field} không được nhỏ hơn ${limit}.` };
    case "maximum":
      return { en: `${field} must be at most ${limit}.`, vi: `${field} không được lớn hơn ${limit}.` };
    case "length":
      return sizeOf(problem) < limit
        ? { en: `${field} needs at least ${limit} characters.`, vi: `${field} cần ít nhất ${limit} ký tự.` }
        : { en: `${field} may have at most ${limit} characters.`, vi: `${field} chỉ được dài tối đa ${limit} ký tự.` };
    case "count":
      return sizeOf(problem) < limit
        ? { en: `${field} needs at least ${limit} entries.`, vi: `${field} cần ít nhất ${limit} phần tử.` }
        : { en: `${field} may have at most ${limit} entries.`, vi: `${field} chỉ được có tối đa ${limit} phần tử.` };
  }
}

function sizeOf(problem: OutOfRange): number {
  const node = deref(problem.node);
  if (node?.type === "seq") return node.items.length;
  if (node?.type === "map") return node.entries.length;
  return [...(node?.text ?? "")].length;
}
