import { pairOf } from "../../yaml/node.ts";
import { add } from "../fixes.ts";
import { lacks, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { specOf } from "./workload.ts";

export default objectRule({
  id: "workload/no-governing-service",
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  kinds: ["StatefulSet"],
  docs: {
    title: { en: "StatefulSet without a governing Service", vi: "StatefulSet không có Service quản lý" },
    why: {
      en: "`serviceName` names the headless Service that gives each Pod a DNS name of its own. The API server does without, but the Pods cannot be found one by one, and the field cannot be added later.",
      vi: "`serviceName` ghi Service headless cấp cho mỗi Pod một tên DNS riêng. API server không bắt buộc, nhưng khi đó không tìm được từng Pod, và sau này không thêm được trường này nữa.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id"],
  },
  bad: [
    {
      title: { en: "No serviceName", vi: "Không có serviceName" },
      manifest: `
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: web
        spec: #! @spec
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec: { containers: [{ name: web, image: "nginx:1.27" }] }
      `,
    },
  ],
  good: [
    {
      title: { en: "Names for every Pod", vi: "Mỗi Pod đều có tên" },
      manifest: `
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: web
        spec:
          serviceName: web
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec: { containers: [{ name: web, image: "nginx:1.27" }] }
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const spec = specOf(resource, "StatefulSet");
    const place = pairOf(resource.root, "spec")?.key;
    if (!spec || !place || !lacks(spec, "serviceName")) return;
    yield {
      span: spanOf(place),
      message: {
        en: "Without `serviceName` the Pods of this StatefulSet have no DNS names of their own.",
        vi: "Không có `serviceName` thì các Pod của StatefulSet này không có tên DNS riêng.",
      },
      fixes: () => {
        const name = resource.name ?? "";
        const fix = add(doc, spec, "serviceName", name, { preferred: false, at: "start" });
        const title = { en: `Add ${quoted(`serviceName: ${name}`)}`, vi: `Thêm ${quoted(`serviceName: ${name}`)}` };
        return name === "" ? [] : [{ ...fix, title }];
      },
    };
  },
});
