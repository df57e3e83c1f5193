import { pairOf } from "../../yaml/node.ts";
import { add, change } from "../fixes.ts";
import { isGiven, lacks, numberAt, scalarAt, spanOf, textAt } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { jobOf } from "./jobs.ts";

export default objectRule({
  id: "batch/indexed-job",
  severity: "error",
  awaits: "object",
  since: "0.1.0",
  kinds: ["Job", "CronJob"],
  docs: {
    title: { en: "Settings that only an indexed Job may have", vi: "Cấu hình chỉ dành cho Job đánh số" },
    why: {
      en: "`completionMode: Indexed` numbers the Pods up to `completions`, so that field is required. `backoffLimitPerIndex`, `maxFailedIndexes` and `successPolicy` count indexes and need that mode.",
      vi: "`completionMode: Indexed` đánh số các Pod đến `completions` nên trường này bắt buộc. `backoffLimitPerIndex`, `maxFailedIndexes` và `successPolicy` đếm theo số thứ tự nên cần chế độ này.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/controllers/job/#completion-mode"],
  },
  bad: [
    {
      title: { en: "Indexes without an end", vi: "Đánh số không có điểm dừng" },
      manifest: `
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: bao-cao
        spec:
          completionMode: Indexed #! @Indexed
          parallelism: 3
          template:
            spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.36" }] }
      `,
      fixed: `
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: bao-cao
        spec:
          completionMode: Indexed
          completions: 3
          parallelism: 3
          template:
            spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.36" }] }
      `,
    },
    {
      title: { en: "Retries per index without indexes", vi: "Số lần thử theo chỉ mục nhưng không đánh số" },
      manifest: `
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: bao-cao
        spec:
          completions: 3
          backoffLimitPerIndex: 1 #! @backoffLimitPerIndex
          template:
            spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.36" }] }
      `,
      fixed: `
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: bao-cao
        spec:
          completions: 3
          completionMode: Indexed
          backoffLimitPerIndex: 1
          template:
            spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.36" }] }
      `,
    },
  ],
  good: [
    {
      title: { en: "Three numbered Pods", vi: "Ba Pod được đánh số" },
      manifest: `
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: bao-cao
        spec:
          completionMode: Indexed
          completions: 3
          template:
            spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.36" }] }
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const spec = jobOf(resource);
    if (!spec) return;
    const mode = scalarAt(spec, "completionMode");
    const modePair = pairOf(spec, "completionMode");
    if (mode?.text === "Indexed") {
      if (!lacks(spec, "completions")) return;
      const parallel = numberAt(spec, "parallelism");
      return yield {
        span: spanOf(mode),
        message: {
          en: "`completionMode: Indexed` needs `completions`.",
          vi: "`completionMode: Indexed` cần có `completions`.",
        },
        fixes: () => [
          add(doc, spec, "completions", String(parallel ?? 1), modePair ? { at: { after: modePair } } : {}),
        ],
      };
    }
    if (modePair && isGiven(modePair.value) && textAt(spec, "completionMode") !== "NonIndexed") return;
    for (const field of ["backoffLimitPerIndex", "maxFailedIndexes", "successPolicy"]) {
      const pair = pairOf(spec, field);
      if (!pair || !isGiven(pair.value)) continue;
      return yield {
        span: spanOf(pair.key),
        message: {
          en: `${quoted(field)} needs \`completionMode: Indexed\`.`,
          vi: `${quoted(field)} cần \`completionMode: Indexed\`.`,
        },
        fixes: () => [
          mode ? change(doc, mode, "Indexed") : add(doc, spec, "completionMode", "Indexed", { at: { before: pair } }),
        ],
      };
    }
  },
});
