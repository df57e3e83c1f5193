import { numberAt, scalarAt, spanOf, textAt } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { budgetOf } from "./budget.ts";

export default objectRule({
  id: "policy/blocks-eviction",
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  kinds: ["PodDisruptionBudget"],
  docs: {
    title: { en: "Budget that never lets a Pod go", vi: "Ngân sách không bao giờ cho Pod rời đi" },
    why: {
      en: "With `maxUnavailable: 0` or `minAvailable: 100%` no Pod can be evicted, so draining a node for an upgrade waits forever.",
      vi: "Với `maxUnavailable: 0` hoặc `minAvailable: 100%` thì không Pod nào bị trục xuất được, nên drain node để nâng cấp sẽ chờ mãi.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/pods/disruptions/"],
  },
  bad: [
    {
      title: { en: "Nothing may be missing", vi: "Không được thiếu Pod nào" },
      manifest: `
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: gio-hang
        spec:
          maxUnavailable: 0 #! @0
          selector: { matchLabels: { app: gio-hang } }
      `,
    },
  ],
  good: [
    {
      title: { en: "One at a time", vi: "Từng Pod một" },
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
  *check(resource) {
    const spec = budgetOf(resource);
    const most = scalarAt(spec, "maxUnavailable");
    const least = scalarAt(spec, "minAvailable");
    const node =
      numberAt(spec, "maxUnavailable") === 0 || /^0+%$/.test(textAt(spec, "maxUnavailable") ?? "")
        ? most
        : textAt(spec, "minAvailable") === "100%"
          ? least
          : undefined;
    if (!node) return;
    yield {
      span: spanOf(node),
      message: {
        en: `With ${quoted(node.text)} here no Pod can ever be evicted, and draining a node never ends.`,
        vi: `Với ${quoted(node.text)} ở đây thì không Pod nào bị trục xuất được và drain node không bao giờ xong.`,
      },
    };
  },
});
