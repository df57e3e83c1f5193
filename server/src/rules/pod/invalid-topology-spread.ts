import { at, pairOf, type YMap } from "../../yaml/node.ts";
import { change, remove } from "../fixes.ts";
import { isGiven, lacks, mapsIn, scalarAt, spanOf, textAt, textsIn } from "../given.ts";
import { quoted } from "../wording.ts";
import { podWith } from "./example.ts";
import { podRule } from "./pod-rule.ts";

export default podRule({
  id: "pod/invalid-topology-spread",
  fields: ["topologySpreadConstraints"],
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  docs: {
    title: { en: "Spread constraints in conflict", vi: "Ràng buộc phân bố mâu thuẫn" },
    why: {
      en: "Each pair of `topologyKey` and `whenUnsatisfiable` may come once, `minDomains` needs `DoNotSchedule`, and `matchLabelKeys` needs a `labelSelector`. Without a selector the constraint counts no Pod.",
      vi: "Mỗi cặp `topologyKey` và `whenUnsatisfiable` chỉ ghi một lần, `minDomains` cần `DoNotSchedule`, `matchLabelKeys` cần `labelSelector`. Không có selector thì ràng buộc không đếm Pod nào.",
    },
    links: ["https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/"],
  },
  bad: [
    {
      title: { en: "The same constraint twice", vi: "Một ràng buộc ghi hai lần" },
      manifest: podWith(`
        topologySpreadConstraints:
          - maxSkew: 1
            topologyKey: topology.kubernetes.io/zone
            whenUnsatisfiable: DoNotSchedule
            labelSelector: { matchLabels: { app: gio-hang } }
          - maxSkew: 2
            topologyKey: topology.kubernetes.io/zone #! @topology.kubernetes.io/zone
            whenUnsatisfiable: DoNotSchedule
            labelSelector: { matchLabels: { app: gio-hang } }
      `),
    },
    {
      title: { en: "A least number that nothing enforces", vi: "Số tối thiểu không có gì bắt buộc" },
      manifest: podWith(`
        topologySpreadConstraints:
          - maxSkew: 1
            minDomains: 3 #! @minDomains
            topologyKey: topology.kubernetes.io/zone
            whenUnsatisfiable: ScheduleAnyway
            labelSelector: { matchLabels: { app: gio-hang } }
      `),
      fixed: podWith(`
        topologySpreadConstraints:
          - maxSkew: 1
            minDomains: 3
            topologyKey: topology.kubernetes.io/zone
            whenUnsatisfiable: DoNotSchedule
            labelSelector: { matchLabels: { app: gio-hang } }
      `),
    },
  ],
  good: [
    {
      title: { en: "Zones first, then nodes", vi: "Theo zone trước, rồi theo node" },
      manifest: podWith(`
        topologySpreadConstraints:
          - maxSkew: 1
            topologyKey: topology.kubernetes.io/zone
            whenUnsatisfiable: DoNotSchedule
            labelSelector: { matchLabels: { app: gio-hang } }
          - maxSkew: 1
            topologyKey: kubernetes.io/hostname
            whenUnsatisfiable: ScheduleAnyway
            labelSelector: { matchLabels: { app: gio-hang } }
      `),
    },
  ],
  *checkPod({ spec }, { doc }) {
    const seen = new Set<string>();
    for (const map of mapsIn(at(spec, "topologySpreadConstraints"))) {
      const key = scalarAt(map, "topologyKey");
      const when = textAt(map, "whenUnsatisfiable");
      if (key && when !== undefined) {
        const both = `${key.text} ${when}`;
        if (seen.has(both))
          yield {
            span: spanOf(key),
            message: {
              en: `There is already a constraint for ${quoted(key.text)} with ${quoted(when)}.`,
              vi: `Đã có ràng buộc cho ${quoted(key.text)} với ${quoted(when)}.`,
            },
          };
        seen.add(both);
      }
      const domains = pairOf(map, "minDomains");
      const action = scalarAt(map, "whenUnsatisfiable");
      if (domains && isGiven(domains.value) && action && when === "ScheduleAnyway")
        yield {
          span: spanOf(domains.key),
          message: {
            en: "`minDomains` needs `whenUnsatisfiable: DoNotSchedule`.",
            vi: "`minDomains` cần `whenUnsatisfiable: DoNotSchedule`.",
          },
          fixes: () => [change(doc, action, "DoNotSchedule"), remove(doc, map, domains, { preferred: false })],
        };
      yield* selector(map);
    }
  },
});

function* selector(map: YMap) {
  const keys = pairOf(map, "matchLabelKeys");
  const lacksSelector = lacks(map, "labelSelector");
  if (keys && textsIn(keys.value).length > 0 && lacksSelector)
    yield {
      span: spanOf(keys.key),
      message: { en: "`matchLabelKeys` needs a `labelSelector`.", vi: "`matchLabelKeys` cần có `labelSelector`." },
    };
  else if (lacksSelector && scalarAt(map, "topologyKey"))
    yield {
      span: spanOf(pairOf(map, "topologyKey")?.key ?? map),
      severity: "warning" as const,
      message: {
        en: "Without `labelSelector` this constraint counts no Pod and does nothing.",
        vi: "Không có `labelSelector`, ràng buộc này không đếm Pod nào và không có tác dụng.",
      },
    };
}
