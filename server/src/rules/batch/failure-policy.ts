import type { Localized } from "../../base/localized.ts";
import type { Span } from "../../base/span.ts";
import { pairOf, type YMap } from "../../yaml/node.ts";
import { change } from "../fixes.ts";
import { isGiven, lacks, mapAt, mapsIn, scalarAt, spanOf, textAt } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { jobOf } from "./jobs.ts";

export default objectRule({
  id: "batch/failure-policy",
  severity: "error",
  awaits: "object",
  since: "0.1.0",
  kinds: ["Job", "CronJob"],
  docs: {
    title: { en: "Pod failure policy in conflict", vi: "Chính sách lỗi của Pod có mâu thuẫn" },
    why: {
      en: "`podFailurePolicy` needs `restartPolicy: Never`. Each rule looks at exit codes or at conditions, not at both; `FailIndex` needs `backoffLimitPerIndex`; and 0 is no failure.",
      vi: "`podFailurePolicy` cần `restartPolicy: Never`. Mỗi quy tắc xét mã thoát hoặc điều kiện, không xét cả hai; `FailIndex` cần `backoffLimitPerIndex`; còn mã 0 không phải là lỗi.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-failure-policy"],
  },
  bad: [
    {
      title: { en: "The kubelet restarts containers itself", vi: "kubelet tự khởi động lại container" },
      manifest: `
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: bao-cao
        spec:
          podFailurePolicy:
            rules:
              - action: FailJob
                onExitCodes: { operator: In, values: [42] }
          template:
            spec:
              restartPolicy: OnFailure #! @OnFailure
              containers: [{ name: a, image: "busybox:1.36" }]
      `,
      fixed: `
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: bao-cao
        spec:
          podFailurePolicy:
            rules:
              - action: FailJob
                onExitCodes: { operator: In, values: [42] }
          template:
            spec:
              restartPolicy: Never
              containers: [{ name: a, image: "busybox:1.36" }]
      `,
    },
    {
      title: { en: "A rule for nothing", vi: "Quy tắc không xét gì" },
      manifest: `
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: bao-cao
        spec:
          podFailurePolicy:
            rules:
              - action: FailJob #! @action
          template:
            spec:
              restartPolicy: Never
              containers: [{ name: a, image: "busybox:1.36" }]
      `,
    },
  ],
  good: [
    {
      title: { en: "Give up on one exit code", vi: "Dừng hẳn khi gặp một mã thoát" },
      manifest: `
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: bao-cao
        spec:
          podFailurePolicy:
            rules:
              - action: FailJob
                onExitCodes: { operator: In, values: [42] }
          template:
            spec:
              restartPolicy: Never
              containers: [{ name: a, image: "busybox:1.36" }]
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const spec = jobOf(resource);
    const policy = mapAt(spec, "podFailurePolicy");
    if (!spec || !policy) return;
    const restart = scalarAt(spec, "template", "spec", "restartPolicy");
    if (restart?.text === "OnFailure")
      yield {
        span: spanOf(restart),
        message: {
          en: "`podFailurePolicy` needs `restartPolicy: Never`.",
          vi: "`podFailurePolicy` cần `restartPolicy: Never`.",
        },
        fixes: () => [change(doc, restart, "Never")],
      };
    for (const rule of mapsIn(pairOf(policy, "rules")?.value)) {
      const fault = ruleFault(rule, spec);
      if (fault) yield { span: spanOf(fault.span), message: fault.message };
    }
  },
});

function ruleFault(rule: YMap, spec: YMap): { readonly span: Span; readonly message: Localized } | undefined {
  const [codes, conditions] = [pairOf(rule, "onExitCodes"), pairOf(rule, "onPodConditions")];
  const place = rule.entries[0]?.key;
  if (codes && conditions && isGiven(codes.value) && isGiven(conditions.value))
    return {
      span: conditions.key,
      message: {
        en: "A rule has `onExitCodes` or `onPodConditions`, not both.",
        vi: "Quy tắc có `onExitCodes` hoặc `onPodConditions`, không có cả hai.",
      },
    };
  if (place && lacks(rule, "onExitCodes") && lacks(rule, "onPodConditions"))
    return {
      span: place,
      message: {
        en: "This rule needs `onExitCodes` or `onPodConditions`.",
        vi: "Quy tắc này cần `onExitCodes` hoặc `onPodConditions`.",
      },
    };
  const action = scalarAt(rule, "action");
  if (action?.text === "FailIndex" && lacks(spec, "backoffLimitPerIndex"))
    return {
      span: action,
      message: {
        en: "`FailIndex` needs `backoffLimitPerIndex` in the Job.",
        vi: "`FailIndex` cần Job có `backoffLimitPerIndex`.",
      },
    };
  const values =
    mapAt(codes?.value) && textAt(codes?.value, "operator") === "In" ? pairOf(codes?.value, "values") : undefined;
  const zero =
    values?.value?.type === "seq" ? values.value.items.find(({ value }) => scalarAt(value)?.text === "0") : undefined;
  if (!zero) return undefined;
  return {
    span: zero,
    message: {
      en: `The exit code ${quoted("0")} means success and cannot stand in a rule with \`In\`.`,
      vi: `Mã thoát ${quoted("0")} nghĩa là thành công nên không dùng được trong quy tắc \`In\`.`,
    },
  };
}
