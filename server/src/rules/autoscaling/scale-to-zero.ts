import { isAtLeast } from "../../schema/lifecycle.ts";
import { change } from "../fixes.ts";
import { numberAt, scalarAt, spanOf, textAt } from "../given.ts";
import { objectRule } from "../rule.ts";
import { metricsOf, specOf } from "./autoscaler.ts";

export default objectRule({
  id: "autoscaling/scale-to-zero",
  severity: "error",
  awaits: "object",
  since: "0.1.0",
  kinds: ["HorizontalPodAutoscaler"],
  docs: {
    title: { en: "Scaling down to nothing", vi: "Giảm số bản sao về không" },
    why: {
      en: "`minReplicas: 0` needs an `Object` or `External` metric, since Pods that do not run report no CPU. Up to Kubernetes 1.36 it also needs the feature gate `HPAScaleToZero`, which is off.",
      vi: "`minReplicas: 0` cần chỉ số `Object` hoặc `External`, vì Pod không chạy thì không báo CPU. Đến Kubernetes 1.36 còn phải bật feature gate `HPAScaleToZero`, vốn mặc định tắt.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/"],
  },
  bad: [
    {
      title: { en: "Zero replicas by CPU", vi: "Không bản sao nào, đo bằng CPU" },
      manifest: `
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: gio-hang
        spec:
          scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: gio-hang }
          minReplicas: 0 #! @0
          maxReplicas: 10
      `,
      fixed: `
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: gio-hang
        spec:
          scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: gio-hang }
          minReplicas: 1
          maxReplicas: 10
      `,
    },
  ],
  good: [
    {
      title: { en: "At least one", vi: "Ít nhất một" },
      manifest: `
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: gio-hang
        spec:
          scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: gio-hang }
          minReplicas: 1
          maxReplicas: 10
      `,
    },
  ],
  *check(resource, _subject, { catalog, doc }) {
    const node = scalarAt(specOf(resource), "minReplicas");
    if (!node || numberAt(specOf(resource), "minReplicas") !== 0) return;
    const external = metricsOf(resource).some((metric) => /^(?:Object|External)$/.test(textAt(metric, "type") ?? ""));
    if (external && isAtLeast(catalog.release.version, "1.37")) return;
    yield {
      span: spanOf(node),
      severity: external ? "warning" : "error",
      message: external
        ? {
            en: "`minReplicas: 0` is rejected unless the cluster turns on `HPAScaleToZero`.",
            vi: "`minReplicas: 0` bị từ chối, trừ khi cluster bật `HPAScaleToZero`.",
          }
        : {
            en: "`minReplicas: 0` needs an `Object` or `External` metric.",
            vi: "`minReplicas: 0` cần chỉ số `Object` hoặc `External`.",
          },
      fixes: () => [change(doc, node, 1)],
    };
  },
});
