import { scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { neverRuns, readCron } from "./cron.ts";
import { cronOf } from "./jobs.ts";

export default objectRule({
  id: "batch/never-runs",
  severity: "warning",
  since: "0.1.0",
  kinds: ["CronJob"],
  docs: {
    title: { en: "Schedule for a day that does not exist", vi: "Lịch vào một ngày không tồn tại" },
    why: {
      en: "The API server takes 30 February for a date like any other, but the day never comes and the Job never runs.",
      vi: "API server chấp nhận ngày 30 tháng 2 như mọi ngày khác, nhưng ngày đó không bao giờ đến và Job không bao giờ chạy.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax"],
  },
  bad: [
    {
      title: { en: "30 February", vi: "Ngày 30 tháng 2" },
      manifest: `
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: bao-cao
        spec:
          schedule: "0 0 30 2 *" #! @'"0 0 30 2 *"'
          jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.36" }] } } } }
      `,
    },
  ],
  good: [
    {
      title: { en: "The last day of a long month", vi: "Ngày cuối của tháng có 31 ngày" },
      manifest: `
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: bao-cao
        spec:
          schedule: "0 0 31 1,2 *"
          jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.36" }] } } } }
      `,
    },
  ],
  *check(resource) {
    const node = scalarAt(cronOf(resource), "schedule");
    if (!node) return;
    const { fault, rest } = readCron(node.text);
    if (fault || !neverRuns(rest)) return;
    yield {
      span: spanOf(node),
      message: {
        en: `The schedule ${quoted(node.text)} names a day that never comes.`,
        vi: `Lịch ${quoted(node.text)} ghi một ngày không bao giờ đến.`,
      },
    };
  },
});
