import { pairOf } from "../../yaml/node.ts";
import { remove } from "../fixes.ts";
import { numberAt, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { specOf } from "./workload.ts";

export default objectRule({
  id: "workload/no-rollback",
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  kinds: ["Deployment", "StatefulSet", "DaemonSet"],
  docs: {
    title: { en: "Rollout that cannot be undone", vi: "Rollout không quay lại được" },
    why: {
      en: "`revisionHistoryLimit: 0` throws old revisions away at once, so `kubectl rollout undo` has nothing to go back to.",
      vi: "`revisionHistoryLimit: 0` xóa ngay các bản cũ nên `kubectl rollout undo` không còn gì để quay lại.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#revision-history-limit"],
  },
  bad: [
    {
      title: { en: "No history", vi: "Không giữ bản cũ" },
      manifest: `
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          revisionHistoryLimit: 0 #! @0
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec: { containers: [{ name: web, image: "nginx:1.27" }] }
      `,
    },
  ],
  good: [
    {
      title: { en: "A short history", vi: "Giữ vài bản cũ" },
      manifest: `
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          revisionHistoryLimit: 3
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec: { containers: [{ name: web, image: "nginx:1.27" }] }
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const spec = specOf(resource, "Deployment", "StatefulSet", "DaemonSet");
    const pair = pairOf(spec, "revisionHistoryLimit");
    const node = scalarAt(pair?.value);
    if (!spec || !pair || !node || numberAt(pair.value) !== 0) return;
    yield {
      span: spanOf(node),
      message: {
        en: "Without old revisions a rollout cannot be undone.",
        vi: "Không giữ bản cũ thì không quay lại được sau rollout.",
      },
      fixes: () => [remove(doc, spec, pair, { preferred: false })],
    };
  },
});
