import { pairOf, type YMap, type YPair } from "../../yaml/node.ts";
import { change, rename } from "../fixes.ts";
import { isGiven, mapAt, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { either, quoted } from "../wording.ts";
import { metricsOf, SOURCES } from "./autoscaler.ts";

export default objectRule({
  id: "autoscaling/metric-target",
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  kinds: ["HorizontalPodAutoscaler"],
  docs: {
    title: { en: "Metric target without its value", vi: "Đích của chỉ số thiếu giá trị" },
    why: {
      en: "A target has one value: `averageUtilization` in percent (resources only), `averageValue` per Pod, or `value`. `Pods` metrics take `averageValue`, resources take the two averages.",
      vi: "Mỗi đích có một giá trị: `averageUtilization` theo phần trăm (chỉ tài nguyên), `averageValue` tính trên mỗi Pod, hoặc `value`. Chỉ số `Pods` dùng `averageValue`, tài nguyên dùng hai loại trung bình.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/"],
  },
  bad: [
    {
      title: { en: "A plain value for CPU", vi: "Giá trị thường cho CPU" },
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
                target:
                  type: Utilization
                  value: 80 #! @value
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
                target:
                  type: Utilization
                  averageUtilization: 80
      `,
    },
    {
      title: { en: "The type and the value disagree", vi: "Kiểu và giá trị không khớp" },
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
                name: memory
                target:
                  type: Utilization #! @Utilization
                  averageValue: 500Mi
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
                name: memory
                target:
                  type: AverageValue
                  averageValue: 500Mi
      `,
    },
  ],
  good: [
    {
      title: { en: "A share of what the Pods requested", vi: "Tỷ lệ so với mức Pod yêu cầu" },
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
      const source = scalarAt(metric, "type")?.text ?? "";
      const allowed = ALLOWED[source];
      const target = mapAt(metric, SOURCES[source] ?? "", "target");
      const holder = pairOf(mapAt(metric, SOURCES[source] ?? ""), "target");
      if (!allowed || !target || !holder || target.entries.some(({ key }) => !FIELDS.has(key.text))) continue;
      const values = valuesOf(target);
      const type = scalarAt(target, "type");
      const wanted = TYPES[type?.text ?? ""];
      const [first] = values.filter(({ key }) => allowed.includes(key.text));
      if (!first) {
        const place = values[0]?.key ?? holder.key;
        const names = either(allowed);
        yield {
          span: spanOf(place),
          message: {
            en: `The target of a ${quoted(source)} metric needs ${names.en}.`,
            vi: `Đích của chỉ số ${quoted(source)} cần có ${names.vi}.`,
          },
          fixes: () => {
            const right = wanted !== undefined && allowed.includes(wanted) ? wanted : undefined;
            return values[0] && right !== undefined ? [rename(doc, values[0], right)] : [];
          },
        };
      } else if (type && wanted !== undefined && !values.some(({ key }) => key.text === wanted))
        yield {
          span: spanOf(type),
          // The API server looks at the values alone; what decides in the end is the value that is there.
          severity: "warning",
          message: {
            en: `The target is of type ${quoted(type.text)} but has ${quoted(first.key.text)}.`,
            vi: `Đích có kiểu ${quoted(type.text)} nhưng lại ghi ${quoted(first.key.text)}.`,
          },
          fixes: () => {
            const right = Object.keys(TYPES).find((name) => TYPES[name] === first.key.text);
            return right === undefined ? [] : [change(doc, type, right)];
          },
        };
    }
  },
});

const TYPES: Readonly<Record<string, string>> = {
  AverageValue: "averageValue",
  Utilization: "averageUtilization",
  Value: "value",
};

const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  ContainerResource: ["averageUtilization", "averageValue"],
  External: ["value", "averageValue"],
  Object: ["value", "averageValue"],
  Pods: ["averageValue"],
  Resource: ["averageUtilization", "averageValue"],
};

const FIELDS: ReadonlySet<string> = new Set(["type", ...Object.values(TYPES)]);

const valuesOf = (target: YMap): readonly YPair[] =>
  target.entries.filter(({ key, value }) => key.text !== "type" && isGiven(value));
