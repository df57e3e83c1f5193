import { change } from "../fixes.ts";
import { scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { readCron } from "./cron.ts";
import { cronOf } from "./jobs.ts";

export default objectRule({
  id: "batch/every-minute",
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  kinds: ["CronJob"],
  docs: {
    title: { en: "Every minute of a chosen hour", vi: "Mọi phút trong một giờ đã chọn" },
    why: {
      en: "`* 3 * * *` does not mean three o'clock but all sixty minutes from 3:00 to 3:59. For once a day the first field has to be a number.",
      vi: "`* 3 * * *` không phải là lúc 3 giờ mà là cả 60 phút từ 3:00 đến 3:59. Muốn mỗi ngày một lần thì trường đầu phải là số.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax"],
  },
  bad: [
    {
      title: { en: "Sixty runs a night", vi: "Chạy 60 lần mỗi đêm" },
      manifest: `
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: bao-cao
        spec:
          schedule: "* 3 * * *" #! @'"* 3 * * *"'
          jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.36" }] } } } }
      `,
      fixed: `
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: bao-cao
        spec:
          schedule: "0 3 * * *"
          jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.36" }] } } } }
      `,
    },
  ],
  good: [
    {
      title: { en: "Once a night", vi: "Mỗi đêm một lần" },
      manifest: `
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: bao-cao
        spec:
          schedule: "0 3 * * *"
          jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.36" }] } } } }
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const node = scalarAt(cronOf(resource), "schedule");
    const { fault, rest } = readCron(node?.text ?? "");
    const [minute, hour = "*"] = rest.split(/\s+/);
    if (!node || fault || minute !== "*" || !/^\d+(,\d+)*$/.test(hour)) return;
    yield {
      span: spanOf(node),
      message: {
        en: `${quoted(node.text)} runs in every minute of the hour ${hour}.`,
        vi: `${quoted(node.text)} chạy trong mọi phút của giờ ${hour}.`,
      },
      fixes: () => [change(doc, node, node.text.replace("*", "0"))],
    };
  },
});
