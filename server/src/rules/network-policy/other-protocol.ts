import { targetsOf } from "../../workspace/network-cluster.ts";
import { add, change } from "../fixes.ts";
import { scalarAt, spanOf } from "../given.ts";
import { workspaceRule } from "../rule.ts";
import { isPatched } from "../storage/stuck.ts";
import { either, quoted } from "../wording.ts";
import { deployment, file, policy } from "./example.ts";
import { onlyCluster, writtenRules } from "./written.ts";

export default workspaceRule({
  id: "network-policy/other-protocol",
  severity: "warning",
  since: "0.1.0",
  kinds: ["NetworkPolicy"],
  docs: {
    title: { en: "Right port, other protocol", vi: "Đúng cổng, sai giao thức" },
    why: {
      en: "A port without `protocol` means TCP. A rule for TCP lets nothing through to Pods that list the port for UDP or SCTP only.",
      vi: "Cổng không ghi `protocol` nghĩa là TCP. Quy tắc cho TCP không cho gì tới Pod chỉ khai báo cổng đó với UDP hay SCTP.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/network-policies/"],
  },
  bad: [
    {
      title: { en: "UDP left out", vi: "Quên ghi UDP" },
      manifest: file(
        policy("nhat-ky", [
          "podSelector: { matchLabels: { app: nhat-ky } }",
          "ingress:",
          "  - ports:",
          "      - port: 514 #! @514",
        ]),
        deployment("nhat-ky", { ports: ["{ containerPort: 514, protocol: UDP }"] }),
      ),
      fixed: file(
        policy("nhat-ky", [
          "podSelector: { matchLabels: { app: nhat-ky } }",
          "ingress:",
          "  - ports:",
          "      - port: 514",
          "        protocol: UDP",
        ]),
        deployment("nhat-ky", { ports: ["{ containerPort: 514, protocol: UDP }"] }),
      ),
    },
  ],
  good: [
    {
      title: { en: "Both protocols", vi: "Cả hai giao thức" },
      manifest: file(
        policy("ten-mien", [
          "podSelector: { matchLabels: { app: ten-mien } }",
          "ingress:",
          "  - ports: [{ port: 53, protocol: UDP }, { port: 53 }]",
        ]),
        deployment("ten-mien", { ports: ["{ containerPort: 53, protocol: UDP }"] }),
      ),
    },
  ],
  *check(resource, facts, view) {
    const found = onlyCluster(view.network(), (cluster) => cluster.policyOf(facts));
    if (!found || isPatched(facts, view)) return;
    for (const { direction, rule, ports } of writtenRules(resource, found.policy)) {
      const targets = targetsOf(found.cluster, found.policy, direction, rule);
      if (!targets) continue;
      const offered = targets.flatMap((pods) => pods.ports);
      for (const { match, map } of ports) {
        const node = scalarAt(map, "port");
        if (match.kind === "unknown" || match.protocol === undefined || !node) continue;
        if (match.kind === "range" && match.from !== match.to) continue;
        const same = offered.filter((port) =>
          match.kind === "name" ? port.name === match.name : port.number === match.from,
        );
        const protocols = [...new Set(same.map(({ protocol }) => protocol))];
        if (protocols.length === 0 || protocols.includes(match.protocol)) continue;
        // Who names a port for two protocols has thought of both.
        if (ports.some((other) => other.map !== map && scalarAt(other.map, "port")?.text === node.text)) continue;
        const listed = either(protocols);
        yield {
          span: spanOf(scalarAt(map, "protocol") ?? node),
          message: {
            en: `The Pods list ${quoted(node.text)} for ${listed.en}, and this rule is about ${quoted(match.protocol)}.`,
            vi: `Pod khai báo ${quoted(node.text)} với ${listed.vi}, còn quy tắc này nói về ${quoted(match.protocol)}.`,
          },
          fixes: () => {
            const written = scalarAt(map, "protocol");
            return protocols.map((protocol, i) =>
              written
                ? change(resource.doc, written, protocol, { preferred: i === 0 })
                : add(resource.doc, map, "protocol", protocol, { preferred: i === 0 }),
            );
          },
        };
      }
    }
  },
});
