import { pairOf } from "../../yaml/node.ts";
import { remove } from "../fixes.ts";
import { isGiven, spanOf } from "../given.ts";
import { containerWith } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import { probesOf } from "./probes.ts";

export default containerRule({
  id: "probe/readiness-grace-period",
  fields: ["readinessProbe"],
  severity: "error",
  since: "0.1.0",
  docs: {
    title: { en: "Grace period of a readiness probe", vi: "Thời gian chờ kết thúc ở readiness probe" },
    why: {
      en: "A container that is not ready is not killed, so `terminationGracePeriodSeconds` has no place in a `readinessProbe`. The API server rejects it.",
      vi: "Container chưa sẵn sàng không bị dừng, nên `terminationGracePeriodSeconds` không dùng trong `readinessProbe`. API server từ chối.",
    },
    links: [
      "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#probe-level-terminationgraceperiodseconds",
    ],
  },
  bad: [
    {
      title: { en: "Nothing is terminated", vi: "Không có gì bị kết thúc" },
      manifest: containerWith(`
        readinessProbe:
          terminationGracePeriodSeconds: 10 #! @terminationGracePeriodSeconds
          tcpSocket:
            port: 8080
      `),
      fixed: containerWith(`
        readinessProbe:
          tcpSocket:
            port: 8080
      `),
    },
  ],
  good: [
    {
      title: { en: "A liveness probe may kill", vi: "Liveness probe có thể dừng container" },
      manifest: containerWith(`
        livenessProbe:
          terminationGracePeriodSeconds: 10
          tcpSocket:
            port: 8080
      `),
    },
  ],
  *checkContainer({ map: container }, _pod, { doc }) {
    for (const { field, map } of probesOf(container)) {
      const pair = pairOf(map, "terminationGracePeriodSeconds");
      if (field !== "readinessProbe" || !pair || !isGiven(pair.value)) continue;
      yield {
        span: spanOf(pair.key),
        message: {
          en: "A `readinessProbe` has no `terminationGracePeriodSeconds`.",
          vi: "`readinessProbe` không có `terminationGracePeriodSeconds`.",
        },
        fixes: () => [remove(doc, map, pair)],
      };
    }
  },
});
