import { pairOf } from "../../yaml/node.ts";
import { add, change, remove } from "../fixes.ts";
import { lacks, scalarAt, spanOf, textAt } from "../given.ts";
import { quoted } from "../wording.ts";
import { deploymentOf } from "./example.ts";
import { podRule } from "./pod-rule.ts";
import { isSound } from "./sound.ts";

export default podRule({
  id: "pod/restart-policy",
  severity: "error",
  awaits: "object",
  since: "0.1.0",
  docs: {
    title: { en: "Restart policy that this kind does not take", vi: "Chính sách khởi động lại không hợp với kind" },
    why: {
      en: "Jobs and CronJobs end, so they need `Never` or `OnFailure`; left out, the policy is `Always` and the API server rejects them. Workloads that keep running take `Always` only.",
      vi: "Job và CronJob có lúc kết thúc nên cần `Never` hoặc `OnFailure`; nếu bỏ trống thì giá trị là `Always` và API server từ chối. Workload chạy liên tục chỉ nhận `Always`.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy"],
  },
  bad: [
    {
      title: { en: "A Job without a policy", vi: "Job không ghi chính sách" },
      manifest: `
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: bao-cao
        spec:
          template:
            spec: #! @spec
              containers:
                - name: bao-cao
                  image: busybox:1.36
      `,
      fixed: `
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: bao-cao
        spec:
          template:
            spec:
              containers:
                - name: bao-cao
                  image: busybox:1.36
              restartPolicy: Never
      `,
    },
    {
      title: { en: "A Deployment that would not restart", vi: "Deployment không khởi động lại" },
      manifest: deploymentOf(`
        restartPolicy: Never #! @Never
        containers:
          - name: web
            image: nginx:1.27
      `),
      fixed: deploymentOf(`
        restartPolicy: Always
        containers:
          - name: web
            image: nginx:1.27
      `),
    },
  ],
  good: [
    {
      title: { en: "A Job that tries again", vi: "Job chạy lại khi lỗi" },
      manifest: `
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: bao-cao
        spec:
          template:
            spec:
              restartPolicy: OnFailure
              containers:
                - name: bao-cao
                  image: busybox:1.36
      `,
    },
  ],
  *checkPod(pod, context) {
    const { resource, owner, spec } = pod;
    const { doc } = context;
    const { kind } = resource.gvk;
    if (kind === "Pod" || kind === "PodTemplate") return;
    const ends = kind === "Job" || kind === "CronJob";
    const value = textAt(spec, "restartPolicy");
    const node = scalarAt(spec, "restartPolicy");
    const wanted = ends ? (kind === "Job" ? "Never" : "OnFailure") : "Always";
    const pair = pairOf(spec, "restartPolicy");
    if (ends && lacks(spec, "restartPolicy") && isSound(pod, context)) {
      yield {
        span: spanOf(pair?.key ?? pairOf(owner, "spec")?.key ?? spec),
        message: {
          en: `A ${kind} needs \`restartPolicy\`: \`Never\` or \`OnFailure\`.`,
          vi: `${kind} cần \`restartPolicy\`: \`Never\` hoặc \`OnFailure\`.`,
        },
        fixes: () =>
          [wanted, wanted === "Never" ? "OnFailure" : "Never"].map((policy, index) =>
            add(doc, spec, "restartPolicy", policy, { preferred: index === 0 }),
          ),
      };
    }
    if (!node || !pair || value === undefined || !POLICIES.has(value) || (value === "Always") !== ends) return;
    yield {
      span: spanOf(node),
      message: ends
        ? {
            en: `The \`restartPolicy\` of a ${kind} is \`Never\` or \`OnFailure\`, not ${quoted(value)}.`,
            vi: `\`restartPolicy\` của ${kind} là \`Never\` hoặc \`OnFailure\`, không phải ${quoted(value)}.`,
          }
        : {
            en: `The \`restartPolicy\` of a ${kind} is \`Always\`, not ${quoted(value)}.`,
            vi: `\`restartPolicy\` của ${kind} là \`Always\`, không phải ${quoted(value)}.`,
          },
      fixes: () =>
        ends
          ? ["OnFailure", "Never"].map((policy, index) => change(doc, node, policy, { preferred: index === 0 }))
          : [change(doc, node, wanted), remove(doc, spec, pair, { preferred: false })],
    };
  },
});

/** Others are no policies at all, which the schema says. */
const POLICIES: ReadonlySet<string> = new Set(["Always", "OnFailure", "Never"]);
