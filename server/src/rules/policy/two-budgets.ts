import { pairOf } from "../../yaml/node.ts";
import { remove } from "../fixes.ts";
import { isGiven, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { budgetOf } from "./budget.ts";

export default objectRule({
  id: "policy/two-budgets",
  severity: "error",
  since: "0.1.0",
  kinds: ["PodDisruptionBudget"],
  docs: {
    title: { en: "Two limits in one disruption budget", vi: "Hai giới hạn trong một ngân sách gián đoạn" },
    why: {
      en: "A PodDisruptionBudget says how many Pods must stay (`minAvailable`) or how many may be missing (`maxUnavailable`), never both.",
      vi: "PodDisruptionBudget ghi bao nhiêu Pod phải còn (`minAvailable`) hoặc bao nhiêu Pod được thiếu (`maxUnavailable`), không bao giờ cả hai.",
    },
    links: ["https://kubernetes.io/docs/tasks/run-application/configure-pdb/"],
  },
  bad: [
    {
      title: { en: "Both fields", vi: "Có cả hai trường" },
      manifest: `
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: gio-hang
        spec:
          minAvailable: 2
          maxUnavailable: 1 #! @maxUnavailable
          selector: { matchLabels: { app: gio-hang } }
      `,
      fixed: `
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: gio-hang
        spec:
          minAvailable: 2
          selector: { matchLabels: { app: gio-hang } }
      `,
    },
  ],
  good: [
    {
      title: { en: "One of the two", vi: "Chỉ một trong hai" },
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
    const pairs = ["minAvailable", "maxUnavailable"].flatMap((field) => pairOf(spec, field) ?? []);
    const [first, second] = pairs.filter(({ value }) => isGiven(value)).sort((a, b) => a.start - b.start);
    if (!spec || !first || !second) return;
    yield {
      span: spanOf(second.key),
      message: {
        en: `${quoted(second.key.text)} may not stand beside ${quoted(first.key.text)}.`,
        vi: `${quoted(second.key.text)} không được đi cùng ${quoted(first.key.text)}.`,
      },
      fixes: () => [remove(doc, spec, second), remove(doc, spec, first, { preferred: false })],
    };
  },
});
