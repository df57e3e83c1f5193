import type { ResourceFacts } from "../../model/facts.ts";
import { POD_MAKERS } from "../../model/pod-templates.ts";
import { workspaceRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { deploymentOf } from "./example.ts";

const WITH_PORT = deploymentOf(`
  containers:
    - name: web
      image: nginx:1.27
      ports:
        - containerPort: 8080
          hostPort: 8080
`);

const other = (more: string): string => WITH_PORT.replaceAll("gio-hang", "web").replace("hostPort: 8080", more);

export default workspaceRule({
  id: "pod/host-port-taken",
  severity: "hint",
  since: "0.1.0",
  kinds: [...POD_MAKERS.keys()].filter((kind) => kind !== "PodTemplate"),
  docs: {
    title: { en: "Port of the node that another workload takes", vi: "Cổng của node đã có workload khác dùng" },
    why: {
      en: "A port of a node can be had once. Pods with the same `hostPort`, or with `hostNetwork` and the same port, never run on one node: the second stays Pending, or its program cannot listen.",
      vi: "Mỗi cổng của node chỉ cấp một lần. Các Pod cùng `hostPort`, hoặc cùng cổng khi có `hostNetwork`, không chạy chung node: Pod sau ở mãi Pending hoặc chương trình không mở được cổng.",
    },
    links: ["https://kubernetes.io/docs/concepts/configuration/overview/#services"],
  },
  bad: [
    {
      title: { en: "Two workloads, one port", vi: "Hai workload, một cổng" },
      manifest: [WITH_PORT, other("hostPort: 8080").replace("name: web", "name: web #! @web")].join("---\n"),
    },
  ],
  good: [
    {
      title: { en: "Two ports", vi: "Hai cổng" },
      manifest: [WITH_PORT, other("hostPort: 8081")].join("---\n"),
    },
  ],
  *check(_resource, facts, view) {
    const ports = portsOnNode(facts);
    if (ports.length === 0 || facts.partial) return;
    const own = view.ownEntries().flat();
    const here = own.findIndex((entry) => entry.facts === facts);
    const rivals = view
      .relatedPods(facts)
      .filter((entry) => entry.facts !== facts && entry.facts.name !== facts.name && !entry.facts.partial)
      // The first of two in one file is not to blame.
      .filter((entry) => own.indexOf(entry) < here);
    for (const rival of rivals) {
      const taken = portsOnNode(rival.facts).find((port) => ports.includes(port));
      if (taken === undefined) continue;
      const shown = quoted(taken);
      return yield {
        span: facts.nameSpan,
        // On every node there is one Pod of each.
        severity: [facts, rival.facts].every(({ gvk }) => gvk.kind === "DaemonSet") ? "warning" : "hint",
        message: {
          en: `${rival.facts.gvk.kind} ${quoted(rival.facts.name)} takes the node's port ${shown} too: they never share a node.`,
          vi: `${rival.facts.gvk.kind} ${quoted(rival.facts.name)} cũng dùng cổng ${shown} của node: không thể chạy chung node.`,
        },
        related: [
          { span: rival.facts.nameSpan, entry: rival, message: { en: "The other workload.", vi: "Workload kia." } },
        ],
      };
    }
  },
});

/** `8080/TCP`. In the node's network every port that is listed is one of the node. */
const portsOnNode = ({ offers, network }: ResourceFacts): readonly string[] =>
  offers.flatMap(({ part, number, details }) => {
    const port = details?.nodePort || (network?.kind === "host-network" ? number : 0);
    return part === "container-port" && port > 0 ? [`${port}/${details?.protocol || "TCP"}`] : [];
  });
