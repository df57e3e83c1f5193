import { setScalar } from "../../yaml/edit.ts";
import type { YScalar } from "../../yaml/node.ts";
import { change } from "../fixes.ts";
import { mapAt, scalarAt, spanOf } from "../given.ts";
import { percentFault } from "../policy/percent.ts";
import { objectRule } from "../rule.ts";
import { specOf } from "./workload.ts";

export default objectRule({
  id: "workload/rollout-amount",
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  kinds: ["Deployment", "StatefulSet", "DaemonSet"],
  docs: {
    title: { en: "Rolling update that cannot move", vi: "Cập nhật cuốn chiếu không thể tiến hành" },
    why: {
      en: "`maxSurge` and `maxUnavailable` take whole numbers or percentages such as `25%`. If both are 0 no Pod may be added or removed, so the API server rejects the pair; a DaemonSet may use only one.",
      vi: "`maxSurge` và `maxUnavailable` nhận số nguyên hoặc tỷ lệ như `25%`. Cả hai bằng 0 thì không thêm hay bớt được Pod nào nên API server từ chối; DaemonSet chỉ được dùng một trong hai.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment"],
  },
  bad: [
    {
      title: { en: "Neither more nor fewer Pods", vi: "Không được thêm cũng không được bớt Pod" },
      manifest: `
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          strategy:
            rollingUpdate:
              maxSurge: 0
              maxUnavailable: 0 #! @0
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
            rollingUpdate:
              maxSurge: 0
              maxUnavailable: 1
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec: { containers: [{ name: web, image: "nginx:1.27" }] }
      `,
    },
    {
      title: { en: "A percentage without its sign", vi: "Tỷ lệ thiếu dấu phần trăm" },
      manifest: `
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          strategy:
            rollingUpdate:
              maxSurge: "1" #! @"1"
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
      title: { en: "One Pod more, none fewer", vi: "Thêm một Pod, không bớt Pod nào" },
      manifest: `
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          strategy:
            rollingUpdate:
              maxSurge: 1
              maxUnavailable: 0
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec: { containers: [{ name: web, image: "nginx:1.27" }] }
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const isDaemonSet = resource.gvk.kind === "DaemonSet";
    const update =
      mapAt(specOf(resource, "Deployment"), "strategy", "rollingUpdate") ??
      mapAt(specOf(resource, "StatefulSet", "DaemonSet"), "updateStrategy", "rollingUpdate");
    if (!update) return;
    const surge = scalarAt(update, "maxSurge");
    const unavailable = scalarAt(update, "maxUnavailable");
    let isFaulty = false;
    for (const node of [surge, unavailable]) {
      const fault = node && percentFault(node, node === surge && !isDaemonSet ? Number.POSITIVE_INFINITY : 100);
      if (!fault) continue;
      isFaulty = true;
      yield {
        span: spanOf(node),
        message: fault.message,
        fixes: () => fault.repaired.map((value, index) => change(doc, node, value, { preferred: index === 0 })),
      };
    }
    if (isFaulty || !unavailable || resource.gvk.kind === "StatefulSet") return;
    if (isZero(unavailable) && (surge ? isZero(surge) : isDaemonSet))
      yield {
        span: spanOf(unavailable),
        message: {
          en: "`maxSurge` and `maxUnavailable` are both 0: no Pod could ever be replaced.",
          vi: "`maxSurge` và `maxUnavailable` đều bằng 0: không Pod nào thay được.",
        },
        fixes: () => [
          change(doc, unavailable, 1),
          ...(surge
            ? [
                {
                  title: { en: "Set `maxSurge` to 1", vi: "Đặt `maxSurge` bằng 1" },
                  preferred: false,
                  safe: false,
                  edits: setScalar(doc, surge, 1),
                },
              ]
            : []),
        ],
      };
    else if (isDaemonSet && surge && !isZero(surge) && !isZero(unavailable))
      yield {
        span: spanOf(surge),
        message: {
          en: "A DaemonSet may use `maxSurge` or `maxUnavailable`, not both.",
          vi: "DaemonSet chỉ dùng `maxSurge` hoặc `maxUnavailable`, không dùng cả hai.",
        },
        fixes: () => [change(doc, unavailable, 0), change(doc, surge, 0, { preferred: false })],
      };
  },
});

const isZero = ({ text }: YScalar): boolean => /^0+%?$/.test(text);
