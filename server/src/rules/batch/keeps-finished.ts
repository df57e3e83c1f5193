import { pairOf } from "../../yaml/node.ts";
import { add } from "../fixes.ts";
import { isA, lacks, mapAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";

export default objectRule({
  id: "batch/keeps-finished",
  severity: "hint",
  profile: "strict",
  since: "0.1.0",
  kinds: ["Job"],
  docs: {
    title: { en: "Finished Job that stays forever", vi: "Job chạy xong nhưng ở lại mãi" },
    why: {
      en: "A finished Job and its Pods stay until somebody deletes them. `ttlSecondsAfterFinished` lets the cluster clean up.",
      vi: "Job chạy xong và các Pod của nó ở lại đến khi có người xóa. `ttlSecondsAfterFinished` để cluster tự dọn.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/controllers/ttlafterfinished/"],
  },
  bad: [
    {
      title: { en: "Nobody cleans up", vi: "Không ai dọn" },
      manifest: `
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: bao-cao
        spec: #! @spec
          template:
            spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.36" }] }
      `,
      fixed: `
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: bao-cao
        spec:
          ttlSecondsAfterFinished: 86400
          template:
            spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.36" }] }
      `,
    },
  ],
  good: [
    {
      title: { en: "Gone after a day", vi: "Xóa sau một ngày" },
      manifest: `
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: bao-cao
        spec:
          ttlSecondsAfterFinished: 86400
          template:
            spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.36" }] }
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const spec = isA(resource, "batch", "Job") ? mapAt(resource.root, "spec") : undefined;
    const place = pairOf(resource.root, "spec")?.key;
    if (!spec || !place || !lacks(spec, "ttlSecondsAfterFinished")) return;
    yield {
      span: spanOf(place),
      message: {
        en: "Without `ttlSecondsAfterFinished` this Job stays after it has finished.",
        vi: "Không có `ttlSecondsAfterFinished` thì Job này ở lại sau khi chạy xong.",
      },
      fixes: () => [add(doc, spec, "ttlSecondsAfterFinished", "86400", { at: "start" })],
    };
  },
});
