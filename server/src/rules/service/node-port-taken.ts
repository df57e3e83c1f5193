import { SERVICE } from "../../workspace/network-facts.ts";
import type { Entry } from "../../workspace/view.ts";
import { pairOf } from "../../yaml/node.ts";
import { remove } from "../fixes.ts";
import { numberAt, scalarAt, spanOf, textAt } from "../given.ts";
import { workspaceRule } from "../rule.ts";
import { isPatched } from "../storage/stuck.ts";
import { quoted } from "../wording.ts";
import { file, serviceWith } from "./example.ts";
import { serviceOf } from "./service.ts";

const open = (name: string, port: string): string =>
  serviceWith(["type: NodePort", "ports:", "  - port: 80", `    nodePort: ${port}`], name);

export default workspaceRule({
  id: "service/node-port-taken",
  severity: "warning",
  since: "0.1.0",
  kinds: ["Service"],
  docs: {
    title: { en: "Node port of another Service", vi: "Cổng node đã thuộc Service khác" },
    why: {
      en: "A port of the nodes belongs to one Service of the whole cluster: the API server refuses the second that asks for it. Without `nodePort` it chooses a free one.",
      vi: "Mỗi cổng của node chỉ thuộc một Service trong cả cluster: API server từ chối Service thứ hai xin cổng đó. Bỏ `nodePort` thì nó tự chọn cổng trống.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport"],
  },
  bad: [
    {
      title: { en: "Copied from another Service", vi: "Sao chép từ Service khác" },
      manifest: file(open("web", "30080"), open("gio-hang", "30080 #! @30080")),
      fixed: file(open("web", "30080"), serviceWith(["type: NodePort", "ports:", "  - port: 80"])),
    },
  ],
  good: [
    {
      title: { en: "Each its own", vi: "Mỗi Service một cổng" },
      manifest: file(open("web", "30080"), open("gio-hang", "30081")),
    },
  ],
  *check(resource, facts, view) {
    const service = serviceOf(resource);
    if (!service || facts.partial || isPatched(facts, view)) return;
    // The first of two in one file has the port; of two files nobody knows, and each is told.
    const numbers = new Set(service.ports.flatMap((port) => numberAt(port, "nodePort") ?? []));
    if (numbers.size === 0) return;
    const before = view.ownEntries().flat();
    const own = before.findIndex((entry) => entry.facts === facts);
    const rivals = [
      ...new Map(
        [...view.visible(SERVICE, facts, (other) => hasNodePort(other, numbers)), ...before].map((entry) => [
          entry.facts,
          entry,
        ]),
      ).values(),
    ]
      .filter((entry) => entry.facts !== facts && entry.facts.gvk.kind === "Service" && !entry.facts.partial)
      .filter((entry) => !isSameObject(entry, facts))
      .filter((entry) => before.indexOf(entry) < own);
    for (const port of service.ports) {
      const node = scalarAt(port, "nodePort");
      const pair = pairOf(port, "nodePort");
      const number = numberAt(port, "nodePort");
      const protocol = textAt(port, "protocol") ?? "TCP";
      const rival = rivals.find((entry) =>
        entry.facts.offers.some(
          ({ part, details }) =>
            part === "service-port" && details?.nodePort === number && (details?.protocol || "TCP") === protocol,
        ),
      );
      if (!node || !pair || !number || !rival) continue;
      yield {
        span: spanOf(node),
        message: {
          en: `The Service ${quoted(rival.facts.name)} has the node port ${quoted(node.text)} already.`,
          vi: `Service ${quoted(rival.facts.name)} đã dùng cổng node ${quoted(node.text)}.`,
        },
        related: [
          { span: rival.facts.nameSpan, entry: rival, message: { en: "The other Service.", vi: "Service kia." } },
        ],
        fixes: () => [remove(resource.doc, port, pair)],
      };
    }
  },
});

const hasNodePort = ({ offers }: Entry["facts"], numbers: ReadonlySet<number>): boolean =>
  offers.some(({ part, details }) => part === "service-port" && numbers.has(details?.nodePort ?? 0));

/** Variants of one Service for several environments are never in one cluster together. */
const isSameObject = ({ facts: other }: Entry, { name, namespace }: Entry["facts"]): boolean =>
  other.name === name && other.namespace === namespace;
