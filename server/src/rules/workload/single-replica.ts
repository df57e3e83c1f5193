import { pairOf } from "../../yaml/node.ts";
import { lacks, numberAt, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { specOf } from "./workload.ts";

export default objectRule({
  id: "workload/single-replica",
  severity: "hint",
  profile: "strict",
  since: "0.1.0",
  kinds: ["Deployment"],
  docs: {
    title: { en: "One replica only", vi: "Chỉ có một bản sao" },
    why: {
      en: "With a single Pod the application is away whenever its node is drained or the Pod restarts. An autoscaler sets the number by itself.",
      vi: "Chỉ có một Pod thì ứng dụng ngừng mỗi khi node bị drain hoặc Pod khởi động lại. Autoscaler tự đặt số này.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#replicas"],
  },
  bad: [
    {
      title: { en: "One replica by default", vi: "Mặc định một bản sao" },
      manifest: `
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec: #! @spec
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec: { containers: [{ name: web, image: "nginx:1.27" }] }
      `,
    },
  ],
  good: [
    {
      title: { en: "Two replicas", vi: "Hai bản sao" },
      manifest: `
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 2
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec: { containers: [{ name: web, image: "nginx:1.27" }] }
      `,
    },
  ],
  *check(resource) {
    const spec = specOf(resource, "Deployment");
    const place = scalarAt(spec, "replicas") ?? pairOf(resource.root, "spec")?.key;
    if (!spec || !place || !(lacks(spec, "replicas") || numberAt(spec, "replicas") === 1)) return;
    yield {
      span: spanOf(place),
      message: {
        en: "This Deployment runs a single Pod: it is away whenever that Pod is.",
        vi: "Deployment này chỉ chạy một Pod: Pod đó ngừng thì ứng dụng cũng ngừng.",
      },
    };
  },
});
