import { remove } from "../fixes.ts";
import { podOf } from "../pod/pods.ts";
import { type Draft, workspaceRule } from "../rule.ts";
import { all, quoted } from "../wording.ts";
import { harden } from "./harden.ts";
import { baselineViolations, REQUIREMENTS, restrictedViolations, shortfalls } from "./standards.ts";

export default workspaceRule({
  id: "security/enforced-standard",
  severity: "warning",
  since: "0.1.0",
  docs: {
    title: { en: "Pod that its namespace keeps out", vi: "Pod bị namespace của nó chặn" },
    why: {
      en: "The namespace is labelled to enforce a Pod Security Standard, and the API server refuses Pods that do not meet it. A Deployment is accepted, but none of its Pods is created.",
      vi: "Namespace có label bắt buộc một chuẩn bảo mật Pod, và API server từ chối Pod không đạt. Deployment vẫn được nhận nhưng không Pod nào được tạo.",
    },
    links: ["https://kubernetes.io/docs/concepts/security/pod-security-admission/"],
  },
  bad: [
    {
      title: { en: "The node's network in a guarded namespace", vi: "Dùng mạng của node trong namespace có kiểm soát" },
      manifest: `
        apiVersion: v1
        kind: Namespace
        metadata:
          name: cua-hang
          labels:
            pod-security.kubernetes.io/enforce: baseline
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang
          namespace: cua-hang
        spec:
          hostNetwork: true #! @hostNetwork
          containers:
            - name: web
              image: nginx:1.27
      `,
    },
  ],
  good: [
    {
      title: { en: "Only a warning is asked for", vi: "Chỉ yêu cầu cảnh báo" },
      manifest: `
        apiVersion: v1
        kind: Namespace
        metadata:
          name: cua-hang
          labels:
            pod-security.kubernetes.io/warn: baseline
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang
          namespace: cua-hang
        spec:
          hostNetwork: true
          containers:
            - name: web
              image: nginx:1.27
      `,
    },
  ],
  *check(resource, facts, view) {
    const pod = podOf(resource);
    if (!pod || facts.partial) return;
    const name = facts.namespace ?? "default";
    const [namespace] = view.find({ group: "", kind: "Namespace", name, namespace: undefined }, facts);
    const label = namespace?.facts.labels.find((each) => each.startsWith(ENFORCE));
    const level = label?.slice(ENFORCE.length);
    if ((level !== "baseline" && level !== "restricted") || view.isPatched({ file: view.file, facts })) return;
    const where = quoted(name);
    // A Pod is refused on the spot; what makes Pods is not.
    const severity: Pick<Draft, "severity"> = pod.isTemplate ? {} : { severity: "error" };
    const violations = [...baselineViolations(pod), ...(level === "restricted" ? restrictedViolations(pod) : [])];
    for (const { span, what, field } of violations)
      yield {
        span,
        ...severity,
        message: {
          en: `Namespace ${where} enforces ${quoted(level)}, which does not allow ${quoted(what)}.`,
          vi: `Namespace ${where} bắt buộc ${quoted(level)}, không cho phép ${quoted(what)}.`,
        },
        ...(field ? { fixes: () => [remove(resource.doc, field.map, field.pair, { preferred: false })] } : {}),
      };
    if (level !== "restricted") return;
    for (const shortfall of shortfalls(pod)) {
      const wanted = all(shortfall.missing.map((requirement) => REQUIREMENTS[requirement]));
      yield {
        span: shortfall.span,
        ...severity,
        message: {
          en: `Namespace ${where} enforces \`restricted\`: add ${wanted.en}.`,
          vi: `Namespace ${where} bắt buộc \`restricted\`: thêm ${wanted.vi}.`,
        },
        fixes: () => harden(resource.doc, shortfall),
      };
    }
  },
});

const ENFORCE = "pod-security.kubernetes.io/enforce=";
