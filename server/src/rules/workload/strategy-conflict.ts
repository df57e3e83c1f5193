import { pairOf, type YMap } from "../../yaml/node.ts";
import { change, remove } from "../fixes.ts";
import { isGiven, mapAt, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { specOf } from "./workload.ts";

export default objectRule({
  id: "workload/strategy-conflict",
  severity: "error",
  awaits: "object",
  since: "0.1.0",
  kinds: ["Deployment", "StatefulSet", "DaemonSet"],
  docs: {
    title: {
      en: "Rolling update settings of another strategy",
      vi: "Cấu hình cập nhật cuốn chiếu cho chiến lược khác",
    },
    why: {
      en: "`rollingUpdate` belongs to the type `RollingUpdate`. With `Recreate` or `OnDelete` the API server rejects it.",
      vi: "`rollingUpdate` đi cùng kiểu `RollingUpdate`. Với `Recreate` hoặc `OnDelete` thì API server từ chối.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy"],
  },
  bad: [
    {
      title: { en: "Two strategies at once", vi: "Hai chiến lược cùng lúc" },
      manifest: `
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          strategy:
            type: Recreate #! @Recreate
            rollingUpdate:
              maxSurge: 1
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec: { containers: [{ name: web, image: "nginx:1.27" }] }
      `,
      fixed: `
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          strategy:
            type: RollingUpdate
            rollingUpdate:
              maxSurge: 1
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec: { containers: [{ name: web, image: "nginx:1.27" }] }
      `,
    },
  ],
  good: [
    {
      title: { en: "All Pods at once", vi: "Thay mọi Pod cùng lúc" },
      manifest: `
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          strategy:
            type: Recreate
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec: { containers: [{ name: web, image: "nginx:1.27" }] }
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const strategy: YMap | undefined =
      mapAt(specOf(resource, "Deployment"), "strategy") ??
      mapAt(specOf(resource, "StatefulSet", "DaemonSet"), "updateStrategy");
    const type = scalarAt(strategy, "type");
    const pair = pairOf(strategy, "rollingUpdate");
    if (!strategy || !type || !pair || !isGiven(pair.value) || !OTHERS.includes(type.text)) return;
    yield {
      span: spanOf(type),
      message: {
        en: `The strategy ${quoted(type.text)} may not have \`rollingUpdate\`.`,
        vi: `Chiến lược ${quoted(type.text)} không được có \`rollingUpdate\`.`,
      },
      related: [{ span: spanOf(pair.key), message: { en: "The settings are here.", vi: "Cấu hình nằm ở đây." } }],
      fixes: () => [change(doc, type, "RollingUpdate"), remove(doc, strategy, pair, { preferred: false })],
    };
  },
});

const OTHERS = ["Recreate", "OnDelete"];
