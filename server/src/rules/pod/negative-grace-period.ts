import { change } from "../fixes.ts";
import { numberAt, scalarAt, spanOf } from "../given.ts";
import { quoted } from "../wording.ts";
import { podWith } from "./example.ts";
import { podRule } from "./pod-rule.ts";

export default podRule({
  id: "pod/negative-grace-period",
  fields: ["terminationGracePeriodSeconds"],
  severity: "warning",
  since: "0.1.0",
  docs: {
    title: { en: "Negative grace period", vi: "Thời gian chờ kết thúc là số âm" },
    why: {
      en: "The API server turns a negative `terminationGracePeriodSeconds` into 1: the Pod is killed after a second.",
      vi: "API server đổi `terminationGracePeriodSeconds` âm thành 1: Pod bị dừng hẳn sau một giây.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination"],
  },
  bad: [
    {
      title: { en: "Minus thirty seconds", vi: "Âm ba mươi giây" },
      manifest: podWith(`
        terminationGracePeriodSeconds: -30 #! @-30
      `),
      fixed: podWith(`
        terminationGracePeriodSeconds: 30
      `),
    },
  ],
  good: [
    {
      title: { en: "Zero kills at once", vi: "Số không là dừng ngay" },
      manifest: podWith(`
        terminationGracePeriodSeconds: 0
      `),
    },
  ],
  *checkPod({ spec }, { doc }) {
    const node = scalarAt(spec, "terminationGracePeriodSeconds");
    const value = numberAt(spec, "terminationGracePeriodSeconds");
    if (!node || value === undefined || value >= 0) return;
    yield {
      span: spanOf(node),
      message: {
        en: `A grace period of ${quoted(String(value))} is taken as 1 second.`,
        vi: `Thời gian chờ ${quoted(String(value))} bị hiểu là 1 giây.`,
      },
      fixes: () => [change(doc, node, -value)],
    };
  },
});
