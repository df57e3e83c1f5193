import { pairOf, type YPair } from "../../yaml/node.ts";
import { change, remove, rename } from "../fixes.ts";
import { isGiven, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { metricsOf, SOURCES } from "./autoscaler.ts";

export default objectRule({
  id: "autoscaling/metric-source",
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  kinds: ["HorizontalPodAutoscaler"],
  docs: {
    title: { en: "Metric whose settings are of another type", vi: "Chỉ số có cấu hình thuộc kiểu khác" },
    why: {
      en: "`type` says which one of `resource`, `pods`, `object`, `external` and `containerResource` holds the metric. That field is required, and no other may stand beside it.",
      vi: "`type` cho biết chỉ số nằm trong trường nào: `resource`, `pods`, `object`, `external` hay `containerResource`. Trường đó bắt buộc có và không trường nào khác được đứng cạnh.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/"],
  },
  bad: [
    {
      title: { en: "A resource metric said to be one of Pods", vi: "Chỉ số tài nguyên lại ghi là của Pod" },
      manifest: `
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: gio-hang
        spec:
          scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: gio-hang }
          maxReplicas: 10
          metrics:
            - type: Pods #! @Pods
              resource:
                name: cpu
                target: { type: Utilization, averageUtilization: 80 }
      `,
      fixed: `
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: gio-hang
        spec:
          scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: gio-hang }
          maxReplicas: 10
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: { type: Utilization, averageUtilization: 80 }
      `,
    },
  ],
  good: [
    {
      title: { en: "The field that the type names", vi: "Đúng trường mà kiểu chỉ ra" },
      manifest: `
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: gio-hang
        spec:
          scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: gio-hang }
          maxReplicas: 10
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: { type: Utilization, averageUtilization: 80 }
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    for (const metric of metricsOf(resource)) {
      const type = scalarAt(metric, "type");
      const wanted = type && SOURCES[type.text];
      if (!type || wanted === undefined) continue;
      const present = Object.values(SOURCES).flatMap((field): readonly YPair[] => {
        const pair = pairOf(metric, field);
        return pair && isGiven(pair.value) ? [pair] : [];
      });
      const others = present.filter(({ key }) => key.text !== wanted);
      const [other] = others;
      if (other && present.length > others.length)
        yield {
          span: spanOf(other.key),
          message: {
            en: `A metric of type ${quoted(type.text)} may not have ${quoted(other.key.text)}.`,
            vi: `Chỉ số kiểu ${quoted(type.text)} không được có ${quoted(other.key.text)}.`,
          },
          fixes: () => [remove(doc, metric, other)],
        };
      else if (present.length === others.length && metric.entries.every(({ key }) => FIELDS.has(key.text)))
        yield {
          span: spanOf(type),
          message: {
            en: `A metric of type ${quoted(type.text)} needs ${quoted(wanted)}.`,
            vi: `Chỉ số kiểu ${quoted(type.text)} cần có ${quoted(wanted)}.`,
          },
          fixes: () => {
            const right = Object.keys(SOURCES).find((name) => SOURCES[name] === other?.key.text);
            if (!other || right === undefined) return [];
            return [change(doc, type, right), rename(doc, other, wanted, { preferred: false })];
          },
        };
    }
  },
});

const FIELDS: ReadonlySet<string> = new Set(["type", ...Object.values(SOURCES)]);
