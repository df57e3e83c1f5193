import { targetsOf } from "../../workspace/network-cluster.ts";
import { portsBehind } from "../../workspace/network-services-of.ts";
import { change } from "../fixes.ts";
import { scalarAt, spanOf } from "../given.ts";
import { workspaceRule } from "../rule.ts";
import { isPatched } from "../storage/stuck.ts";
import { either, quoted } from "../wording.ts";
import { deployment, file, policy, service } from "./example.ts";
import { onlyCluster, writtenRules } from "./written.ts";

export default workspaceRule({
  id: "network-policy/service-port",
  severity: "warning",
  since: "0.1.0",
  kinds: ["NetworkPolicy"],
  docs: {
    title: { en: "Port of the Service instead of the Pods' port", vi: "Cổng của Service thay vì cổng của Pod" },
    why: {
      en: "Policies look at the packet when it arrives at the Pod, and by then the Service has replaced `port` by `targetPort`. A rule that names the port of the Service lets nothing through.",
      vi: "Policy xét gói tin khi đến Pod, lúc đó Service đã đổi `port` thành `targetPort`. Quy tắc ghi cổng của Service thì không cho gì đi qua.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/network-policies/"],
  },
  bad: [
    {
      title: { en: "The way out to a Service", vi: "Chiều ra tới một Service" },
      manifest: file(
        policy("web-ra", [
          "podSelector: { matchLabels: { app: web } }",
          "policyTypes: [Egress]",
          "egress:",
          "  - to: [{ podSelector: { matchLabels: { app: gio-hang } } }]",
          "    ports:",
          "      - port: 80 #! @80",
        ]),
        service("gio-hang", ["{ port: 80, targetPort: 8080 }"]),
        deployment("gio-hang", { ports: ["containerPort: 8080"] }),
        deployment("web"),
      ),
      fixed: file(
        policy("web-ra", [
          "podSelector: { matchLabels: { app: web } }",
          "policyTypes: [Egress]",
          "egress:",
          "  - to: [{ podSelector: { matchLabels: { app: gio-hang } } }]",
          "    ports:",
          "      - port: 8080",
        ]),
        service("gio-hang", ["{ port: 80, targetPort: 8080 }"]),
        deployment("gio-hang", { ports: ["containerPort: 8080"] }),
        deployment("web"),
      ),
    },
  ],
  good: [
    {
      title: { en: "The port of the Pods", vi: "Cổng của Pod" },
      manifest: file(
        policy("gio-hang", [
          "podSelector: { matchLabels: { app: gio-hang } }",
          "ingress:",
          "  - ports: [{ port: 8080 }]",
        ]),
        service("gio-hang", ["{ port: 80, targetPort: 8080 }"]),
        deployment("gio-hang", { ports: ["containerPort: 8080"] }),
      ),
    },
  ],
  *check(resource, facts, view) {
    const found = onlyCluster(view.network(), (cluster) => cluster.policyOf(facts));
    if (!found || isPatched(facts, view)) return;
    for (const { direction, rule, ports } of writtenRules(resource, found.policy)) {
      const targets = targetsOf(found.cluster, found.policy, direction, rule);
      if (!targets) continue;
      for (const { match, map } of ports) {
        const node = scalarAt(map, "port");
        if (match.kind !== "range" || match.from !== match.to || !node) continue;
        if (targets.some((pods) => pods.ports.some(({ number }) => number === match.from))) continue;
        const behind = portsBehind(found.cluster, targets, match.protocol, match.from);
        const meant = [...new Set(behind.flatMap(({ targets: numbers }) => numbers))].filter((n) => n !== match.from);
        const [first] = behind;
        if (!first || meant.length === 0) continue;
        const right = either(meant.map(String));
        yield {
          span: spanOf(node),
          message: {
            en: `${quoted(node.text)} is the port of the Service ${quoted(first.service)}; policies see that of the Pods: ${right.en}.`,
            vi: `${quoted(node.text)} là cổng của Service ${quoted(first.service)}; policy xét cổng của Pod: ${right.vi}.`,
          },
          fixes: () => meant.slice(0, 3).map((number, i) => change(resource.doc, node, number, { preferred: i === 0 })),
        };
      }
    }
  },
});
