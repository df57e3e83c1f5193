import { deref, pairOf } from "../../yaml/node.ts";
import { remove } from "../fixes.ts";
import { mapAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { specOf } from "./autoscaler.ts";

export default objectRule({
  id: "autoscaling/no-scaling-policy",
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  kinds: ["HorizontalPodAutoscaler"],
  docs: {
    title: { en: "Scaling behavior with an empty list of policies", vi: "Cách co giãn có danh sách policy trống" },
    why: {
      en: "`policies` needs at least one entry; without the field the autoscaler uses its defaults. To stop scaling in one direction set `selectPolicy: Disabled`.",
      vi: "`policies` cần ít nhất một mục; không ghi trường này thì autoscaler dùng mặc định. Muốn tắt co giãn một hướng thì đặt `selectPolicy: Disabled`.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/"],
  },
  bad: [
    {
      title: { en: "No policy for scaling down", vi: "Không có policy khi giảm" },
      manifest: `
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: gio-hang
        spec:
          scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: gio-hang }
          maxReplicas: 10
          behavior:
            scaleDown:
              stabilizationWindowSeconds: 60
              policies: [] #! @policies
      `,
      fixed: `
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: gio-hang
        spec:
          scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: gio-hang }
          maxReplicas: 10
          behavior:
            scaleDown:
              stabilizationWindowSeconds: 60
      `,
    },
  ],
  good: [
    {
      title: { en: "The default policies", vi: "Policy mặc định" },
      manifest: `
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: gio-hang
        spec:
          scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: gio-hang }
          maxReplicas: 10
          behavior:
            scaleDown:
              stabilizationWindowSeconds: 60
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    for (const direction of ["scaleUp", "scaleDown"]) {
      const rules = mapAt(specOf(resource), "behavior", direction);
      const pair = pairOf(rules, "policies");
      const list = deref(pair?.value);
      if (!rules || !pair || list?.type !== "seq" || list.items.length > 0) continue;
      yield {
        span: spanOf(pair.key),
        message: { en: "`policies` needs at least one entry.", vi: "`policies` cần ít nhất một mục." },
        fixes: () => [remove(doc, rules, pair)],
      };
    }
  },
});
