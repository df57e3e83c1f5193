import type { YDocument } from "../../yaml/document.ts";
import { removeItem } from "../../yaml/edit.ts";
import type { YItem, YSeq } from "../../yaml/node.ts";
import { at, deref } from "../../yaml/node.ts";
import { mapAt, numberAt, scalarAt, spanOf, textAt } from "../given.ts";
import { containerWith } from "../pod/example.ts";
import { podRule } from "../pod/pod-rule.ts";
import type { Fix } from "../rule.ts";
import { quoted } from "../wording.ts";

export default podRule({
  id: "container/duplicate-port",
  fields: ["containerPort"],
  severity: "warning",
  awaits: "block",
  since: "0.1.0",
  docs: {
    title: { en: "Port that is listed twice", vi: "Cổng ghi hai lần" },
    why: {
      en: "All containers of a Pod share one address, so a port and its protocol can be in use once only. The API server warns, and server-side apply merges such entries or fails.",
      vi: "Mọi container trong Pod dùng chung một địa chỉ nên một cổng với một giao thức chỉ dùng được một lần. API server cảnh báo, còn server-side apply gộp các mục này hoặc báo lỗi.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/pods/#pod-networking"],
  },
  bad: [
    {
      title: { en: "The same port again", vi: "Lặp lại một cổng" },
      manifest: containerWith(`
        ports:
          - containerPort: 80
          - containerPort: 8080
          - containerPort: 80 #! @80
      `),
      fixed: containerWith(`
        ports:
          - containerPort: 80
          - containerPort: 8080
      `),
    },
  ],
  good: [
    {
      title: { en: "Two protocols", vi: "Hai giao thức" },
      manifest: containerWith(`
        ports:
          - containerPort: 53
          - containerPort: 53
            protocol: UDP
      `),
    },
  ],
  *checkPod({ containers }, { doc }) {
    const seen = new Set<string>();
    for (const { map, list } of containers) {
      // Init containers have stopped before the others begin.
      if (list !== "containers") continue;
      const ports = deref(at(map, "ports"));
      if (ports?.type !== "seq") continue;
      for (const item of ports.items) {
        const port = mapAt(item.value);
        const node = scalarAt(port, "containerPort");
        const number = numberAt(port, "containerPort");
        if (!port || !node || number === undefined) continue;
        // Two ports of the node may lead to one port: that is meant.
        const key = `${number}/${textAt(port, "protocol") ?? "TCP"} ${scalarAt(port, "hostPort")?.text ?? ""} ${textAt(port, "hostIP") ?? ""}`;
        if (seen.has(key))
          yield {
            span: spanOf(node),
            message: {
              en: `The port ${quoted(String(number))} is listed in this Pod already.`,
              vi: `Cổng ${quoted(String(number))} đã được ghi trong Pod này.`,
            },
            fixes: () => [without(doc, ports, item)],
          };
        seen.add(key);
      }
    }
  },
});

const without = (doc: YDocument, list: YSeq, item: YItem): Fix => ({
  title: { en: "Remove this entry", vi: "Xóa mục này" },
  preferred: true,
  safe: false,
  edits: removeItem(doc, list, item),
});
