import { change } from "../fixes.ts";
import { numberAt, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { cronOf } from "./jobs.ts";

export default objectRule({
  id: "batch/short-deadline",
  severity: "warning",
  since: "0.1.0",
  kinds: ["CronJob"],
  docs: {
    title: { en: "Starting deadline that the controller misses", vi: "Hạn bắt đầu mà controller không kịp" },
    why: {
      en: "The controller looks at CronJobs every 10 seconds. With a `startingDeadlineSeconds` below that a run can be too late before anybody saw it, and is skipped.",
      vi: "Controller xét CronJob mỗi 10 giây. Nếu `startingDeadlineSeconds` nhỏ hơn mức đó, lượt chạy có thể đã trễ trước khi được xét và bị bỏ qua.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#starting-deadline"],
  },
  bad: [
    {
      title: { en: "Five seconds", vi: "Năm giây" },
      manifest: `
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: bao-cao
        spec:
          schedule: "0 3 * * *"
          startingDeadlineSeconds: 5 #! @5
          jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.36" }] } } } }
      `,
    },
  ],
  good: [
    {
      title: { en: "Five minutes", vi: "Năm phút" },
      manifest: `
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: bao-cao
        spec:
          schedule: "0 3 * * *"
          startingDeadlineSeconds: 300
          jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.36" }] } } } }
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const node = scalarAt(cronOf(resource), "startingDeadlineSeconds");
    const seconds = numberAt(cronOf(resource), "startingDeadlineSeconds") ?? 10;
    if (!node || seconds >= 10 || seconds < 0) return;
    yield {
      span: spanOf(node),
      message: {
        en: `With a deadline of ${quoted(node.text)} seconds runs may be skipped: the controller looks every 10 seconds.`,
        vi: `Với hạn ${quoted(node.text)} giây thì có lượt chạy bị bỏ qua: controller xét mỗi 10 giây.`,
      },
      fixes: () => [change(doc, node, 60, { preferred: false })],
    };
  },
});
