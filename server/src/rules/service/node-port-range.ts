import { pairOf } from "../../yaml/node.ts";
import { change, remove } from "../fixes.ts";
import { numberAt, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { serviceOf } from "./service.ts";

const FIRST = 30000;
const LAST = 32767;

export default objectRule({
  id: "service/node-port-range",
  severity: "warning",
  since: "0.1.0",
  kinds: ["Service"],
  docs: {
    title: { en: "Node port outside the usual range", vi: "Node port nằm ngoài khoảng thường dùng" },
    why: {
      en: "API servers give out node ports from 30000 to 32767 and reject others, unless `--service-node-port-range` says otherwise.",
      vi: "API server chỉ cấp node port từ 30000 đến 32767 và từ chối số khác, trừ khi `--service-node-port-range` quy định khác.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport"],
  },
  bad: [
    {
      title: { en: "The container's port", vi: "Ghi cổng của container" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          type: NodePort
          ports:
            - port: 80
              nodePort: 80 #! @80
      `,
      fixed: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          type: NodePort
          ports:
            - port: 80
              nodePort: 30080
      `,
    },
  ],
  good: [
    {
      title: { en: "Within the range", vi: "Trong khoảng" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          type: NodePort
          ports:
            - port: 80
              nodePort: 30080
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const service = serviceOf(resource);
    if (service?.type !== "NodePort" && service?.type !== "LoadBalancer") return;
    for (const port of service.ports) {
      const node = scalarAt(port, "nodePort");
      const number = numberAt(port, "nodePort") ?? 0;
      const pair = pairOf(port, "nodePort");
      // What is no port at all is the schema's business.
      if (!node || !pair || number < 1 || number > 65535 || (number >= FIRST && number <= LAST)) continue;
      yield {
        span: spanOf(node),
        message: {
          en: `The node port ${quoted(node.text)} is outside the usual range, ${FIRST} to ${LAST}.`,
          vi: `Node port ${quoted(node.text)} nằm ngoài khoảng thường dùng, ${FIRST} đến ${LAST}.`,
        },
        fixes: () => {
          const within = number <= LAST - FIRST ? FIRST + number : undefined;
          const rest = remove(doc, port, pair, { preferred: within === undefined });
          return within === undefined ? [rest] : [change(doc, node, within), rest];
        },
      };
    }
  },
});
