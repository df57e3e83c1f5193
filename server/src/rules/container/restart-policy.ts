import { pairOf } from "../../yaml/node.ts";
import { change, remove } from "../fixes.ts";
import { scalarAt, spanOf, textAt } from "../given.ts";
import { podOnly } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import { quoted } from "../wording.ts";

export default containerRule({
  id: "container/restart-policy",
  fields: ["restartPolicy"],
  severity: "error",
  since: "0.1.0",
  docs: {
    title: { en: "Restart policy of a single container", vi: "Chính sách khởi động lại của một container" },
    why: {
      en: "Before 1.35 only init containers have a `restartPolicy`, and it is `Always`: that makes them sidecars. Other containers follow the policy of their Pod.",
      vi: "Trước 1.35, chỉ init container có `restartPolicy` và giá trị là `Always`, tức là sidecar. Container khác theo chính sách của Pod.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/"],
  },
  bad: [
    {
      title: { en: "One level too deep", vi: "Sâu hơn một cấp" },
      kubernetes: "1.34",
      manifest: podOnly(`
        containers:
          - name: web
            image: nginx:1.27
            restartPolicy: OnFailure #! @restartPolicy
      `),
      fixed: podOnly(`
        containers:
          - name: web
            image: nginx:1.27
      `),
    },
  ],
  good: [
    {
      title: { en: "A sidecar", vi: "Sidecar" },
      kubernetes: "1.34",
      manifest: podOnly(`
        initContainers:
          - name: proxy
            image: envoyproxy/envoy:v1.31.0
            restartPolicy: Always
        containers:
          - name: web
            image: nginx:1.27
      `),
    },
  ],
  *checkContainer({ map, list }, _pod, { doc, catalog }) {
    const pair = pairOf(map, "restartPolicy");
    const node = scalarAt(map, "restartPolicy");
    const policy = textAt(map, "restartPolicy");
    if (!pair || !node || policy === undefined || Number(catalog.release.version.split(".")[1]) >= 35) return;
    if (list === "initContainers" && policy !== "Always")
      yield {
        span: spanOf(node),
        message: {
          en: `Before 1.35 an init container takes \`Always\` only, not ${quoted(policy)}.`,
          vi: `Trước 1.35, init container chỉ nhận \`Always\`, không nhận ${quoted(policy)}.`,
        },
        fixes: () => [change(doc, node, "Always"), remove(doc, map, pair, { preferred: false })],
      };
    if (list !== "containers") return;
    yield {
      span: spanOf(pair.key),
      message: {
        en: "Before 1.35 only init containers have a `restartPolicy` of their own.",
        vi: "Trước 1.35, chỉ init container có `restartPolicy` riêng.",
      },
      fixes: () => [remove(doc, map, pair)],
    };
  },
});
