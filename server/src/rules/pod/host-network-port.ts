import { at } from "../../yaml/node.ts";
import { change } from "../fixes.ts";
import { mapsIn, numberAt, scalarAt, spanOf } from "../given.ts";
import { quoted } from "../wording.ts";
import { podOnly } from "./example.ts";
import { containerRule } from "./pod-rule.ts";

export default containerRule({
  id: "pod/host-network-port",
  fields: ["hostNetwork"],
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  docs: {
    title: { en: "Two ports where the node has one", vi: "Hai số cổng trong khi node chỉ có một" },
    why: {
      en: "With `hostNetwork` a container listens on the node itself, so there is nothing to map: `hostPort` must equal `containerPort` or be left out.",
      vi: "Với `hostNetwork`, container mở cổng ngay trên node nên không có gì để ánh xạ: `hostPort` phải bằng `containerPort` hoặc bỏ trống.",
    },
    links: ["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports"],
  },
  bad: [
    {
      title: { en: "Another number for the node", vi: "Số khác cho node" },
      manifest: podOnly(`
        hostNetwork: true
        containers:
          - name: web
            image: nginx:1.27
            ports:
              - containerPort: 80
                hostPort: 8080 #! @8080
      `),
      fixed: podOnly(`
        hostNetwork: true
        containers:
          - name: web
            image: nginx:1.27
            ports:
              - containerPort: 80
                hostPort: 80
      `),
    },
  ],
  good: [
    {
      title: { en: "The same number", vi: "Cùng một số" },
      manifest: podOnly(`
        hostNetwork: true
        containers:
          - name: web
            image: nginx:1.27
            ports:
              - containerPort: 80
                hostPort: 80
      `),
    },
  ],
  *checkContainer({ map }, { spec }, { doc }) {
    if (scalarAt(spec, "hostNetwork")?.text !== "true") return;
    for (const port of mapsIn(at(map, "ports"))) {
      const node = scalarAt(port, "hostPort");
      const [host, own] = [numberAt(port, "hostPort"), numberAt(port, "containerPort")];
      if (!node || !host || own === undefined || host === own) continue;
      yield {
        span: spanOf(node),
        message: {
          en: `With \`hostNetwork\` the \`hostPort\` must equal \`containerPort\`, ${quoted(String(own))}.`,
          vi: `Với \`hostNetwork\`, \`hostPort\` phải bằng \`containerPort\`, tức ${quoted(String(own))}.`,
        },
        fixes: () => [change(doc, node, own)],
      };
    }
  },
});
