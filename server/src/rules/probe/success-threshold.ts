import { change } from "../fixes.ts";
import { numberAt, scalarAt, spanOf } from "../given.ts";
import { containerWith } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import { quoted } from "../wording.ts";
import { probesOf } from "./probes.ts";

export default containerRule({
  id: "probe/success-threshold",
  fields: ["successThreshold"],
  severity: "error",
  since: "0.1.0",
  docs: {
    title: { en: "Probe that must succeed more than once", vi: "Probe phải thành công nhiều lần" },
    why: {
      en: "Only a readiness probe may ask for several successes in a row. For liveness and startup `successThreshold` is 1; the API server rejects more.",
      vi: "Chỉ readiness probe được đòi nhiều lần thành công liên tiếp. Với liveness và startup, `successThreshold` là 1; API server từ chối giá trị lớn hơn.",
    },
    links: [
      "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#configure-probes",
    ],
  },
  bad: [
    {
      title: { en: "Alive twice", vi: "Phải sống hai lần" },
      manifest: containerWith(`
        livenessProbe:
          successThreshold: 2 #! @2
          tcpSocket:
            port: 8080
      `),
      fixed: containerWith(`
        livenessProbe:
          successThreshold: 1
          tcpSocket:
            port: 8080
      `),
    },
  ],
  good: [
    {
      title: { en: "Ready after two successes", vi: "Sẵn sàng sau hai lần thành công" },
      manifest: containerWith(`
        readinessProbe:
          successThreshold: 2
          tcpSocket:
            port: 8080
      `),
    },
  ],
  *checkContainer({ map: container }, _pod, { doc }) {
    for (const { field, map } of probesOf(container)) {
      const node = scalarAt(map, "successThreshold");
      const value = numberAt(map, "successThreshold");
      if (field === "readinessProbe" || !node || value === undefined || value <= 1) continue;
      yield {
        span: spanOf(node),
        message: {
          en: `The \`successThreshold\` of ${quoted(field)} must be 1.`,
          vi: `\`successThreshold\` của ${quoted(field)} phải là 1.`,
        },
        fixes: () => [change(doc, node, 1)],
      };
    }
  },
});
