import { isAtLeast } from "../../schema/lifecycle.ts";
import { insertEntry, setScalar } from "../../yaml/edit.ts";
import { pairOf } from "../../yaml/node.ts";
import { isGiven, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { readCron } from "./cron.ts";
import { cronOf } from "./jobs.ts";

export default objectRule({
  id: "batch/schedule-zone",
  severity: "error",
  since: "0.1.0",
  kinds: ["CronJob"],
  docs: {
    title: { en: "Time zone within the schedule", vi: "Múi giờ nằm trong lịch" },
    why: {
      en: "`TZ=` and `CRON_TZ=` in `schedule` were never supported and are rejected since Kubernetes 1.29. The time zone has a field of its own, `timeZone`.",
      vi: "`TZ=` và `CRON_TZ=` trong `schedule` chưa bao giờ được hỗ trợ và bị từ chối từ Kubernetes 1.29. Múi giờ có trường riêng là `timeZone`.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#time-zones"],
  },
  bad: [
    {
      title: { en: "A zone before the fields", vi: "Múi giờ đứng trước các trường" },
      manifest: `
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: bao-cao
        spec:
          schedule: "TZ=Asia/Ho_Chi_Minh 0 3 * * *" #! @'"TZ=Asia/Ho_Chi_Minh 0 3 * * *"'
          jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.36" }] } } } }
      `,
      fixed: `
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: bao-cao
        spec:
          schedule: "0 3 * * *"
          timeZone: Asia/Ho_Chi_Minh
          jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.36" }] } } } }
      `,
    },
  ],
  good: [
    {
      title: { en: "A field of its own", vi: "Có trường riêng" },
      manifest: `
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: bao-cao
        spec:
          schedule: "0 3 * * *"
          timeZone: Asia/Ho_Chi_Minh
          jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.36" }] } } } }
      `,
    },
  ],
  *check(resource, _subject, { catalog, doc }) {
    const spec = cronOf(resource);
    const pair = pairOf(spec, "schedule");
    const node = scalarAt(pair?.value);
    const { zone, rest } = readCron(node?.text ?? "");
    if (!spec || !pair || !node || zone === undefined) return;
    const given = pairOf(spec, "timeZone");
    const isRefused = isAtLeast(catalog.release.version, "1.29") || (given !== undefined && isGiven(given.value));
    yield {
      span: spanOf(node),
      severity: isRefused ? "error" : "warning",
      message: {
        en: `The time zone ${quoted(zone)} belongs into \`timeZone\`, not into the schedule.`,
        vi: `Múi giờ ${quoted(zone)} phải ghi ở \`timeZone\`, không ghi trong lịch.`,
      },
      fixes: () => [
        {
          title: { en: "Move the zone to `timeZone`", vi: "Chuyển múi giờ sang `timeZone`" },
          preferred: true,
          safe: false,
          edits: [
            ...setScalar(doc, node, rest),
            ...(given ? [] : insertEntry(doc, spec, "timeZone", zone, { after: pair })),
          ],
        },
      ],
    };
  },
});
