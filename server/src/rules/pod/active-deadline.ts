import { pairOf } from "../../yaml/node.ts";
import { remove } from "../fixes.ts";
import { isGiven, spanOf } from "../given.ts";
import { deploymentOf, podWith } from "./example.ts";
import { podRule } from "./pod-rule.ts";

export default podRule({
  id: "pod/active-deadline",
  fields: ["activeDeadlineSeconds"],
  severity: "error",
  since: "0.1.0",
  docs: {
    title: { en: "Deadline for Pods that keep running", vi: "Đặt hạn chót cho Pod chạy liên tục" },
    why: {
      en: "`activeDeadlineSeconds` ends a Pod for good. Workloads that keep their Pods running do not take it in their template; Pods and Jobs do.",
      vi: "`activeDeadlineSeconds` kết thúc hẳn một Pod. Workload giữ Pod chạy liên tục không nhận nó trong template; Pod và Job thì có.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/controllers/job/#job-termination-and-cleanup"],
  },
  bad: [
    {
      title: { en: "A Deployment that ends", vi: "Deployment có hạn chót" },
      manifest: deploymentOf(`
        activeDeadlineSeconds: 600 #! @activeDeadlineSeconds
        containers:
          - name: web
            image: nginx:1.27
      `),
      fixed: deploymentOf(`
        containers:
          - name: web
            image: nginx:1.27
      `),
    },
  ],
  good: [
    {
      title: { en: "A Pod may end", vi: "Pod có thể kết thúc" },
      manifest: podWith(`
        activeDeadlineSeconds: 600
        restartPolicy: Never
      `),
    },
  ],
  *checkPod({ resource, spec }, { doc }) {
    const { kind } = resource.gvk;
    const pair = pairOf(spec, "activeDeadlineSeconds");
    if (ENDING.has(kind) || !pair || !isGiven(pair.value)) return;
    yield {
      span: spanOf(pair.key),
      message: {
        en: `The Pods of a ${kind} take no \`activeDeadlineSeconds\`.`,
        vi: `Pod của ${kind} không nhận \`activeDeadlineSeconds\`.`,
      },
      fixes: () => [remove(doc, spec, pair)],
    };
  },
});

const ENDING: ReadonlySet<string> = new Set(["Pod", "PodTemplate", "Job", "CronJob"]);
