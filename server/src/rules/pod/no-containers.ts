import { deref, pairOf } from "../../yaml/node.ts";
import { spanOf } from "../given.ts";
import { podOnly } from "./example.ts";
import { podRule } from "./pod-rule.ts";

export default podRule({
  id: "pod/no-containers",
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  docs: {
    title: { en: "Pod without a container", vi: "Pod không có container" },
    why: {
      en: "A Pod runs at least one container besides its init containers. The API server rejects an empty list.",
      vi: "Pod chạy ít nhất một container ngoài các init container. API server từ chối danh sách rỗng.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/pods/"],
  },
  bad: [
    {
      title: { en: "An empty list", vi: "Danh sách rỗng" },
      manifest: podOnly(`
        containers: [] #! @containers
      `),
    },
  ],
  good: [
    {
      title: { en: "One container", vi: "Một container" },
      manifest: podOnly(`
        containers:
          - name: web
            image: nginx:1.27
      `),
    },
  ],
  *checkPod({ spec }) {
    const pair = pairOf(spec, "containers");
    const list = deref(pair?.value);
    if (!pair || list?.type !== "seq" || list.items.length > 0) return;
    yield {
      span: spanOf(pair.key),
      message: { en: "A Pod needs at least one container.", vi: "Pod cần ít nhất một container." },
    };
  },
});
