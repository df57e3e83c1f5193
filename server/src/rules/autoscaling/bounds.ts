import { setScalar } from "../../yaml/edit.ts";
import { change } from "../fixes.ts";
import { numberAt, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { specOf } from "./autoscaler.ts";

export default objectRule({
  id: "autoscaling/bounds",
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  kinds: ["HorizontalPodAutoscaler"],
  docs: {
    title: { en: "More replicas at least than at most", vi: "Số bản sao tối thiểu lớn hơn tối đa" },
    why: {
      en: "An autoscaler keeps the number of replicas between `minReplicas` and `maxReplicas`; the API server rejects bounds that leave no room.",
      vi: "Autoscaler giữ số bản sao giữa `minReplicas` và `maxReplicas`; API server từ chối hai cận không còn khoảng nào ở giữa.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/"],
  },
  bad: [
    {
      title: { en: "The bounds are swapped", vi: "Hai cận bị đổi chỗ" },
      manifest: `
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: gio-hang
        spec:
          scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: gio-hang }
          minReplicas: 10 #! @10
          maxReplicas: 2
      `,
      fixed: `
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: gio-hang
        spec:
          scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: gio-hang }
          minReplicas: 2
          maxReplicas: 10
      `,
    },
  ],
  good: [
    {
      title: { en: "Room to grow", vi: "Còn chỗ để tăng" },
      manifest: `
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: gio-hang
        spec:
          scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: gio-hang }
          minReplicas: 2
          maxReplicas: 10
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const spec = specOf(resource);
    const [low, high] = [scalarAt(spec, "minReplicas"), scalarAt(spec, "maxReplicas")];
    const [least, most] = [numberAt(spec, "minReplicas"), numberAt(spec, "maxReplicas")];
    if (!low || !high || least === undefined || most === undefined || least <= most || most < 1) return;
    yield {
      span: spanOf(low),
      message: {
        en: `\`minReplicas\` ${quoted(low.text)} is more than \`maxReplicas\` ${quoted(high.text)}.`,
        vi: `\`minReplicas\` ${quoted(low.text)} lớn hơn \`maxReplicas\` ${quoted(high.text)}.`,
      },
      fixes: () => [
        {
          title: { en: "Swap the two bounds", vi: "Đổi chỗ hai cận" },
          preferred: true,
          safe: false,
          edits: [...setScalar(doc, low, most), ...setScalar(doc, high, least)],
        },
        change(doc, low, most, { preferred: false }),
      ],
    };
  },
});
