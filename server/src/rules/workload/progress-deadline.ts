import { numberAt, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { specOf } from "./workload.ts";

/** What the API server fills in. */
const USUAL = 600;

export default objectRule({
  id: "workload/progress-deadline",
  severity: "error",
  awaits: "object",
  since: "0.1.0",
  kinds: ["Deployment"],
  docs: {
    title: { en: "Deadline that a rollout cannot meet", vi: "Hạn mà rollout không thể kịp" },
    why: {
      en: "A Pod counts as available after `minReadySeconds`, so `progressDeadlineSeconds` (600 when absent) has to be longer. The API server rejects anything else.",
      vi: "Pod được coi là dùng được sau `minReadySeconds`, nên `progressDeadlineSeconds` (600 nếu không ghi) phải dài hơn. Nếu không, API server từ chối.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#progress-deadline-seconds"],
  },
  bad: [
    {
      title: { en: "Ready later than the deadline", vi: "Sẵn sàng muộn hơn hạn" },
      manifest: `
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          minReadySeconds: 60
          progressDeadlineSeconds: 30 #! @30
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec: { containers: [{ name: web, image: "nginx:1.27" }] }
      `,
    },
  ],
  good: [
    {
      title: { en: "Time enough", vi: "Đủ thời gian" },
      manifest: `
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          minReadySeconds: 30
          progressDeadlineSeconds: 300
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec: { containers: [{ name: web, image: "nginx:1.27" }] }
      `,
    },
  ],
  *check(resource) {
    const spec = specOf(resource, "Deployment");
    const wait = numberAt(spec, "minReadySeconds");
    const node = scalarAt(spec, "progressDeadlineSeconds") ?? scalarAt(spec, "minReadySeconds");
    const deadline = numberAt(spec, "progressDeadlineSeconds") ?? USUAL;
    if (!node || wait === undefined || wait < 0 || deadline < 1 || deadline > wait) return;
    yield {
      span: spanOf(node),
      message: {
        en: `\`progressDeadlineSeconds\` (${quoted(String(deadline))}) has to be more than \`minReadySeconds\` (${quoted(String(wait))}).`,
        vi: `\`progressDeadlineSeconds\` (${quoted(String(deadline))}) phải lớn hơn \`minReadySeconds\` (${quoted(String(wait))}).`,
      },
    };
  },
});
