import { suggestValues } from "../../schema/suggest.ts";
import { setScalar } from "../../yaml/edit.ts";
import { deref, textOf } from "../../yaml/node.ts";
import { type Fix, schemaRule } from "../rule.ts";
import { either, fieldName, quoted } from "../wording.ts";

/** With so few choices, all of them fit into a menu. */
const FEW = 4;

export default schemaRule<"not-allowed">({
  id: "schema/value-not-allowed",
  severity: "error",
  since: "0.1.0",
  problems: ["not-allowed"],
  docs: {
    title: { en: "Value that the field does not allow", vi: "Giá trị mà trường không cho phép" },
    why: {
      en: "Some fields take one of a few words, and upper and lower case count. The API server rejects every other value.",
      vi: "Một số trường chỉ nhận vài từ cố định và phân biệt chữ hoa, chữ thường. API server từ chối mọi giá trị khác.",
    },
    links: ["https://kubernetes.io/docs/reference/kubernetes-api/"],
  },
  bad: [
    {
      title: { en: "Lower case where an upper-case letter is wanted", vi: "Viết thường chỗ cần viết hoa" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: bao-cao
        spec:
          restartPolicy: never #! @never
          containers:
            - name: bao-cao
              image: busybox:1.36
      `,
      fixed: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: bao-cao
        spec:
          restartPolicy: Never
          containers:
            - name: bao-cao
              image: busybox:1.36
      `,
    },
    {
      title: { en: "A protocol in lower case", vi: "Giao thức viết thường" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata: { name: gio-hang-web }
        spec:
          selector: { app: gio-hang-web }
          type: Loadbalancer #! @Loadbalancer
          ports:
            - port: 80
              protocol: "tcp" #! @"tcp"
      `,
    },
  ],
  good: [
    {
      title: { en: "An allowed value", vi: "Giá trị được phép" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata: { name: gio-hang-web }
        spec:
          type: NodePort
          selector: { app: gio-hang-web }
          ports:
            - port: 80
              protocol: TCP
      `,
    },
  ],
  finding(problem, _subject, context) {
    const text = textOf(problem.node) ?? "";
    const meant = suggestValues(problem.allowed, text);
    const field = quoted(fieldName(problem.path));
    const value = quoted(text);
    const hint = meant[0] === undefined ? either(problem.allowed) : either([meant[0]]);
    return {
      span: { start: problem.start, end: problem.end },
      message: {
        en: `${field} cannot be ${value}; ${meant.length > 0 ? `did you mean ${hint.en}?` : `it takes ${hint.en}.`}`,
        vi: `${field} không nhận giá trị ${value}; ${meant.length > 0 ? `có lẽ là ${hint.vi}.` : `dùng ${hint.vi}.`}`,
      },
      fixes: () => {
        const node = deref(problem.node);
        if (node?.type !== "scalar") return [];
        const bare = node.style === "plain" ? /^(.*)(["'])$/.exec(text) : null;
        if (bare && problem.allowed.includes(bare[1] ?? "")) return [opened(node.start, bare[2] ?? "")];
        const offered = meant.length > 0 ? meant.slice(0, 3) : problem.allowed.length <= FEW ? problem.allowed : [];
        return offered.map((choice, index) => ({
          title: { en: `Change ${value} to ${quoted(choice)}`, vi: `Đổi ${value} thành ${quoted(choice)}` },
          preferred: index === 0 && meant.length > 0,
          safe: index === 0 && meant.length > 0 && choice.toLowerCase() === text.toLowerCase(),
          edits: setScalar(context.doc, node, choice),
        }));
      },
    };
  },
});

/** `Never"`: the other quote was left out. */
const opened = (start: number, mark: string): Fix => ({
  title: { en: `Add the opening ${quoted(mark)}`, vi: `Thêm ${quoted(mark)} mở đầu` },
  preferred: true,
  safe: true,
  edits: [{ span: { start, end: start }, text: mark }],
});
