import { pairOf } from "../../yaml/node.ts";
import { add } from "../fixes.ts";
import { lacks, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { budgetOf } from "./budget.ts";

export default objectRule({
  id: "policy/no-budget",
  severity: "warning",
  awaits: "object",
  since: "0.1.0",
  kinds: ["PodDisruptionBudget"],
  docs: {
    title: { en: "Disruption budget that protects nothing", vi: "Ngân sách gián đoạn không bảo vệ gì" },
    why: {
      en: "Without `minAvailable` and `maxUnavailable` every Pod may be evicted at once, and without a `selector` the budget finds no Pods at all.",
      vi: "Không có `minAvailable` và `maxUnavailable` thì mọi Pod có thể bị trục xuất cùng lúc; không có `selector` thì ngân sách không tìm thấy Pod nào.",
    },
    links: ["https://kubernetes.io/docs/tasks/run-application/configure-pdb/"],
  },
  bad: [
    {
      title: { en: "Only a selector", vi: "Chỉ có selector" },
      manifest: `
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: gio-hang
        spec: #! @spec
          selector: { matchLabels: { app: gio-hang } }
      `,
      fixed: `
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: gio-hang
        spec:
          maxUnavailable: 1
          selector: { matchLabels: { app: gio-hang } }
      `,
    },
    {
      title: { en: "No selector", vi: "Không có selector" },
      manifest: `
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: gio-hang
        spec: #! @spec "selector"
          maxUnavailable: 1
      `,
    },
  ],
  good: [
    {
      title: { en: "A limit and a selector", vi: "Có giới hạn và selector" },
      manifest: `
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: gio-hang
        spec:
          maxUnavailable: 1
          selector: { matchLabels: { app: gio-hang } }
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const spec = budgetOf(resource);
    const place = pairOf(resource.root, "spec")?.key;
    // A key that is none of these is said to be unknown, and may stand for the missing one.
    if (!spec || !place || spec.entries.some(({ key }) => !FIELDS.includes(key.text))) return;
    if (lacks(spec, "minAvailable") && lacks(spec, "maxUnavailable"))
      yield {
        span: spanOf(place),
        message: {
          en: "This budget sets no limit: it needs `minAvailable` or `maxUnavailable`.",
          vi: "Ngân sách này không đặt giới hạn: cần `minAvailable` hoặc `maxUnavailable`.",
        },
        fixes: () => [add(doc, spec, "maxUnavailable", "1", { at: "start" })],
      };
    else if (lacks(spec, "selector"))
      yield {
        span: spanOf(place),
        message: {
          en: "Without a `selector` this budget finds no Pods.",
          vi: "Không có `selector` thì ngân sách này không tìm thấy Pod nào.",
        },
      };
  },
});

const FIELDS = ["minAvailable", "maxUnavailable", "selector", "unhealthyPodEvictionPolicy"];
