import type { Localized } from "../../base/localized.ts";
import { choices } from "../fixes.ts";
import { scalarAt, spanOf, textAt } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { type CronFault, FIELDS, readCron, repairedCron } from "./cron.ts";
import { cronOf } from "./jobs.ts";

export default objectRule({
  id: "batch/bad-schedule",
  severity: "error",
  since: "0.1.0",
  kinds: ["CronJob"],
  docs: {
    title: { en: "Schedule that does not read", vi: "Lịch chạy không đọc được" },
    why: {
      en: "A schedule has five fields: minute, hour, day of the month, month and day of the week (0 to 6, or `MON`). `@hourly`, `@daily`, `@weekly`, `@monthly`, `@yearly` and `@every 90m` work too.",
      vi: "Lịch có năm trường: phút, giờ, ngày trong tháng, tháng và thứ (0 đến 6, hoặc `MON`). `@hourly`, `@daily`, `@weekly`, `@monthly`, `@yearly` và `@every 90m` cũng dùng được.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax"],
  },
  bad: [
    {
      title: { en: "A field for seconds", vi: "Có trường giây" },
      manifest: `
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: bao-cao
        spec:
          schedule: "0 30 3 * * *" #! @'"0 30 3 * * *"'
          jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.36" }] } } } }
      `,
      fixed: `
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: bao-cao
        spec:
          schedule: "30 3 * * *"
          jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.36" }] } } } }
      `,
    },
    {
      title: { en: "Sunday as 7", vi: "Chủ nhật ghi là 7" },
      manifest: `
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: bao-cao
        spec:
          schedule: "0 3 * * 7" #! @'"0 3 * * 7"'
          jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.36" }] } } } }
      `,
      fixed: `
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: bao-cao
        spec:
          schedule: "0 3 * * 0"
          jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.36" }] } } } }
      `,
    },
    {
      title: { en: "A word that cron does not know", vi: "Từ mà cron không biết" },
      manifest: `
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: bao-cao
        spec:
          schedule: "@dayly" #! @"@dayly"
          jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.36" }] } } } }
      `,
      fixed: `
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: bao-cao
        spec:
          schedule: "@daily"
          jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.36" }] } } } }
      `,
    },
  ],
  good: [
    {
      title: { en: "Workdays, every quarter of an hour", vi: "Ngày làm việc, mỗi 15 phút" },
      manifest: `
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: bao-cao
        spec:
          schedule: "*/15 8-17 * * MON-FRI"
          jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.36" }] } } } }
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const node = scalarAt(cronOf(resource), "schedule");
    if (!node || textAt(cronOf(resource), "schedule") === undefined) return;
    const { fault, zone, rest } = readCron(node.text);
    if (!fault) return;
    yield {
      span: spanOf(node),
      message: message(fault, node.text),
      fixes: () => (zone === undefined ? choices(doc, node, repairedCron(rest)) : []),
    };
  },
});

function message(fault: CronFault, text: string): Localized {
  switch (fault.fault) {
    case "fields":
      return {
        en: `A schedule has 5 fields; ${quoted(text)} has ${fault.count}.`,
        vi: `Lịch có 5 trường; ${quoted(text)} có ${fault.count}.`,
      };
    case "descriptor":
      return {
        en: `${quoted(text)} is not a schedule that Kubernetes knows.`,
        vi: `Kubernetes không biết lịch ${quoted(text)}.`,
      };
    case "field": {
      const [least, most] = [FIELDS[fault.index]?.least ?? 0, FIELDS[fault.index]?.most ?? 0];
      const name = NAMES[fault.index] ?? { en: "", vi: "" };
      return {
        en: `${quoted(fault.field)} is not a value for the ${name.en}, ${least} to ${most}.`,
        vi: `${quoted(fault.field)} không hợp lệ cho ${name.vi}, từ ${least} đến ${most}.`,
      };
    }
  }
}

const NAMES: readonly Localized[] = [
  { en: "minute", vi: "phút" },
  { en: "hour", vi: "giờ" },
  { en: "day of the month", vi: "ngày trong tháng" },
  { en: "month", vi: "tháng" },
  { en: "day of the week", vi: "thứ trong tuần" },
];
