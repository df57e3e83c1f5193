import { closedDoor } from "../../workspace/network-doors.ts";
import { pairOf } from "../../yaml/node.ts";
import { mapAt, mapsIn, numberAt, scalarAt, spanOf, textAt } from "../given.ts";
import { workspaceRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { deployment, file, policy, service } from "./example.ts";

const MONITOR = `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: gio-hang
spec:
  selector: { matchLabels: { app: gio-hang } }
  endpoints:
    - port: do-luong
`;

const SERVICE = service("gio-hang", ["{ name: do-luong, port: 9090 }"]).replace(
  "  name: gio-hang\n",
  "  name: gio-hang\n  labels: { app: gio-hang }\n",
);

const PODS = deployment("gio-hang", { ports: ["containerPort: 9090"] });

export default workspaceRule({
  id: "network-policy/blocks-metrics",
  severity: "hint",
  since: "0.1.0",
  kinds: ["ServiceMonitor"],
  docs: {
    title: { en: "Metrics that policies keep Prometheus from", vi: "Số liệu mà policy không cho Prometheus lấy" },
    why: {
      en: "Prometheus reads metrics from the Pods themselves, mostly out of a namespace of its own. Policies that isolate the Pods have to let it in on that port, or the target is down.",
      vi: "Prometheus lấy số liệu thẳng từ Pod, thường từ một namespace riêng. Policy cách ly các Pod phải cho nó vào cổng đó, nếu không target báo down.",
    },
    links: ["https://prometheus-operator.dev/docs/developer/getting-started/"],
  },
  bad: [
    {
      title: { en: "Nobody is let in", vi: "Không ai được vào" },
      manifest: file(
        MONITOR.replace("port: do-luong", "port: do-luong #! @do-luong"),
        SERVICE,
        PODS,
        policy("kin", ["podSelector: {}", "policyTypes: [Ingress]"]),
      ),
    },
  ],
  good: [
    {
      title: { en: "Open for the namespace of Prometheus", vi: "Mở cho namespace của Prometheus" },
      manifest: file(
        MONITOR,
        SERVICE,
        PODS,
        policy("do-luong", [
          "podSelector: {}",
          "ingress:",
          "  - from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: giam-sat } } }]",
          "    ports: [{ port: 9090 }]",
        ]),
      ),
    },
  ],
  *check(resource, facts, view) {
    const [cluster, ...more] = view.network();
    const selecting = facts.references.find(({ row }) => row.by === "selector");
    if (!cluster || !selecting || more.length > 0) return;
    const services = view.resolve(selecting, facts);
    for (const endpoint of mapsIn(pairOf(mapAt(resource.root, "spec"), "endpoints")?.value)) {
      const node = scalarAt(endpoint, "port");
      const port = textAt(endpoint, "port") ?? numberAt(endpoint, "port");
      if (!node || port === undefined) continue;
      const doors = services.map(({ facts: { name, namespace: written } }, i) => {
        const namespace = cluster.namespaceOf(services[i]?.facts ?? facts) ?? written ?? "";
        return closedDoor(cluster, { namespace, service: name, port });
      });
      const [door] = doors;
      const [pods] = door?.pods ?? [];
      if (!door || !pods || doors.includes(undefined)) continue;
      yield {
        span: spanOf(node),
        message: {
          en: `Policies let nobody from other namespaces in to port ${quoted(String(door.number))} of ${quoted(pods.facts.name)}.`,
          vi: `Policy không cho namespace khác vào cổng ${quoted(String(door.number))} của ${quoted(pods.facts.name)}.`,
        },
        related: door.policies.slice(0, 3).map((entry) => ({
          span: entry.facts.nameSpan,
          entry,
          message: { en: "This policy isolates the Pods.", vi: "Policy này cách ly các Pod." },
        })),
      };
    }
  },
});
