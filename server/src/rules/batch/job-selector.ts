import { pairOf } from "../../yaml/node.ts";
import { remove } from "../fixes.ts";
import { isA, isGiven, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { jobOf } from "./jobs.ts";

export default objectRule({
  id: "batch/job-selector",
  severity: "error",
  awaits: "object",
  since: "0.1.0",
  kinds: ["Job", "CronJob"],
  docs: {
    title: { en: "Job with a selector of its own", vi: "Job tự ghi selector" },
    why: {
      en: "Kubernetes makes the selector of a Job by itself and refuses another one, unless the Job says `manualSelector: true`. The template of a CronJob may have neither.",
      vi: "Kubernetes tự tạo selector của Job và từ chối selector khác, trừ khi Job ghi `manualSelector: true`. Template của CronJob thì không được có cả hai.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/controllers/job/#specifying-your-own-pod-selector"],
  },
  bad: [
    {
      title: { en: "A selector as in a Deployment", vi: "Selector như ở Deployment" },
      manifest: `
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: bao-cao
        spec:
          selector: #! @selector
            matchLabels:
              app: bao-cao
          template:
            metadata: { labels: { app: bao-cao } }
            spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.36" }] }
      `,
      fixed: `
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: bao-cao
        spec:
          template:
            metadata: { labels: { app: bao-cao } }
            spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.36" }] }
      `,
    },
  ],
  good: [
    {
      title: { en: "No selector", vi: "Không có selector" },
      manifest: `
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: bao-cao
        spec:
          template:
            spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.36" }] }
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const spec = jobOf(resource);
    const pair = pairOf(spec, "selector");
    const manual = pairOf(spec, "manualSelector");
    if (!spec || !((pair && isGiven(pair.value)) || manual)) return;
    const isCron = isA(resource, "batch", "CronJob");
    if (isCron && manual && scalarAt(manual.value)?.text === "true")
      yield {
        span: spanOf(manual.key),
        message: {
          en: "The template of a CronJob may not have `manualSelector`.",
          vi: "Template của CronJob không được có `manualSelector`.",
        },
        fixes: () => [remove(doc, spec, manual)],
      };
    // The object as the server keeps it has a selector with the labels that it made.
    const isKept = pair !== undefined && /controller-uid|\bjob-name\b/.test(doc.text.slice(pair.start, pair.end));
    if (!pair || !isGiven(pair.value) || (!isCron && (manual || isKept))) return;
    yield {
      span: spanOf(pair.key),
      message: isCron
        ? {
            en: "The template of a CronJob may not have a `selector`: it is made for each Job.",
            vi: "Template của CronJob không được có `selector`: selector được tạo cho từng Job.",
          }
        : {
            en: "A Job makes its own `selector`; this one needs `manualSelector: true`.",
            vi: "Job tự tạo `selector`; muốn tự ghi thì cần `manualSelector: true`.",
          },
      fixes: () => [remove(doc, spec, pair)],
    };
  },
});
