import { nearest } from "../../base/nearest.ts";
import { choices } from "../fixes.ts";
import { scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { cronOf } from "./jobs.ts";

export default objectRule({
  id: "batch/bad-time-zone",
  severity: "error",
  since: "0.1.0",
  kinds: ["CronJob"],
  docs: {
    title: { en: "Time zone that nobody knows", vi: "Múi giờ không tồn tại" },
    why: {
      en: "`timeZone` takes a name of the IANA database such as `Asia/Ho_Chi_Minh` or `Etc/UTC`, in its exact spelling. Offsets such as `+07:00` and `Local` are rejected.",
      vi: "`timeZone` nhận tên trong cơ sở dữ liệu IANA như `Asia/Ho_Chi_Minh` hoặc `Etc/UTC`, đúng từng chữ. Độ lệch như `+07:00` và `Local` bị từ chối.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#time-zones"],
  },
  bad: [
    {
      title: { en: "A space in the name", vi: "Tên có dấu cách" },
      manifest: `
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: bao-cao
        spec:
          schedule: "0 3 * * *"
          timeZone: Asia/Tokio #! @Asia/Tokio
          jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.36" }] } } } }
      `,
      fixed: `
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: bao-cao
        spec:
          schedule: "0 3 * * *"
          timeZone: Asia/Tokyo
          jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.36" }] } } } }
      `,
    },
    {
      title: { en: "An offset", vi: "Độ lệch giờ" },
      manifest: `
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: bao-cao
        spec:
          schedule: "0 3 * * *"
          timeZone: UTC+7 #! @UTC+7
          jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.36" }] } } } }
      `,
      fixed: `
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: bao-cao
        spec:
          schedule: "0 3 * * *"
          timeZone: Etc/GMT-7
          jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.36" }] } } } }
      `,
    },
  ],
  good: [
    {
      title: { en: "A name of the database", vi: "Tên có trong cơ sở dữ liệu" },
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
  *check(resource, _subject, { doc }) {
    const node = scalarAt(cronOf(resource), "timeZone");
    if (!node || isZone(node.text)) return;
    yield {
      span: spanOf(node),
      message: {
        en: `There is no time zone ${quoted(node.text)}.`,
        vi: `Không có múi giờ ${quoted(node.text)}.`,
      },
      fixes: () => choices(doc, node, repairs(node.text)),
    };
  },
});

/** Old names count as well, which only the formatter knows; it is not particular about capitals, though. */
function isZone(name: string): boolean {
  if (/^(?:UTC|GMT|[A-Z][\w+-]*(?:\/[A-Z0-9][\w+-]*)+)$/.test(name)) return isKnown(name);
  return /^[A-Z]{2,}$|^[A-Z]{3}\d[A-Z]{3}$|^[A-Z][a-zA-Z-]+$/.test(name) && name !== "Local" && isKnown(name);
}

function isKnown(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    return true;
  } catch {
    return false;
  }
}

function repairs(text: string): readonly string[] {
  const [, sign = "", hours = ""] = /^(?:UTC|GMT)?\s*([+-])0?(\d{1,2})(?::?00)?$/i.exec(text.trim()) ?? [];
  // The names of these zones count towards the west.
  if (hours !== "") return [`Etc/GMT${sign === "+" ? "-" : "+"}${hours}`].filter(isKnown);
  const known = Intl.supportedValuesOf("timeZone");
  const plain = text.trim().replace(/\s+/g, "_").toLowerCase();
  const exact = [...known, "UTC", "Etc/UTC"].filter((name) => name.toLowerCase() === plain);
  const city = known.filter((name) => name.toLowerCase().endsWith(`/${plain}`));
  return [...new Set([...exact, ...city, ...nearest(text, known)])];
}
