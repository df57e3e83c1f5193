import { nearest } from "../../base/nearest.ts";
import { targetsOf } from "../../workspace/network-cluster.ts";
import { choices } from "../fixes.ts";
import { scalarAt, spanOf } from "../given.ts";
import { workspaceRule } from "../rule.ts";
import { isPatched } from "../storage/stuck.ts";
import { either, quoted } from "../wording.ts";
import { deployment, file, policy } from "./example.ts";
import { onlyCluster, writtenRules } from "./written.ts";

export default workspaceRule({
  id: "network-policy/unknown-port-name",
  severity: "warning",
  since: "0.1.0",
  kinds: ["NetworkPolicy"],
  docs: {
    title: { en: "Port name that no called Pod has", vi: "Tên cổng mà Pod được gọi không có" },
    why: {
      en: "In an egress rule a name stands for the port with that name of each Pod that is called. Where a Pod has none, nothing is allowed, and addresses outside the cluster have no names at all.",
      vi: "Trong quy tắc egress, tên cổng là cổng mang tên đó của từng Pod được gọi. Pod không có thì không được phép gì, còn địa chỉ ngoài cluster không có tên cổng.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/network-policies/"],
  },
  bad: [
    {
      title: { en: "A slip in the name", vi: "Gõ sai tên" },
      manifest: file(
        policy("web-ra", [
          "podSelector: { matchLabels: { app: web } }",
          "policyTypes: [Egress]",
          "egress:",
          "  - to: [{ podSelector: { matchLabels: { app: db } } }]",
          "    ports:",
          "      - port: postgers #! @postgers",
        ]),
        deployment("db", { ports: ["{ name: postgres, containerPort: 5432 }"] }),
        deployment("web"),
      ),
      fixed: file(
        policy("web-ra", [
          "podSelector: { matchLabels: { app: web } }",
          "policyTypes: [Egress]",
          "egress:",
          "  - to: [{ podSelector: { matchLabels: { app: db } } }]",
          "    ports:",
          "      - port: postgres",
        ]),
        deployment("db", { ports: ["{ name: postgres, containerPort: 5432 }"] }),
        deployment("web"),
      ),
    },
    {
      title: { en: "A name outside the cluster", vi: "Tên cổng ở ngoài cluster" },
      manifest: policy("web-ra", [
        "podSelector: { matchLabels: { app: web } }",
        "policyTypes: [Egress]",
        "egress:",
        "  - to: [{ ipBlock: { cidr: 203.0.113.0/24 } }]",
        "    ports:",
        "      - port: https #! @https",
      ]),
    },
  ],
  good: [
    {
      title: { en: "The name of the Pods' port", vi: "Tên cổng của Pod" },
      manifest: file(
        policy("web-ra", [
          "podSelector: { matchLabels: { app: web } }",
          "policyTypes: [Egress]",
          "egress:",
          "  - to: [{ podSelector: { matchLabels: { app: db } } }]",
          "    ports: [{ port: postgres }]",
        ]),
        deployment("db", { ports: ["{ name: postgres, containerPort: 5432 }"] }),
        deployment("web"),
      ),
    },
  ],
  *check(resource, facts, view) {
    const found = onlyCluster(view.network(), (cluster) => cluster.policyOf(facts));
    if (!found || isPatched(facts, view)) return;
    for (const { direction, rule, ports, peers } of writtenRules(resource, found.policy)) {
      if (direction === "ingress") continue;
      const isOutside = peers.length > 0 && peers.every(({ match }) => match.kind === "block");
      const targets = isOutside ? [] : targetsOf(found.cluster, found.policy, direction, rule);
      if (!targets) continue;
      const names = [...new Set(targets.flatMap((pods) => pods.ports.flatMap(({ name }) => name ?? [])))];
      for (const { match, map } of ports) {
        const node = scalarAt(map, "port");
        if (match.kind !== "name" || !node || names.includes(match.name)) continue;
        const listed = either(names);
        yield {
          span: spanOf(node),
          message: isOutside
            ? {
                en: `Addresses outside the cluster have no port names: ${quoted(match.name)} allows nothing here.`,
                vi: `Địa chỉ ngoài cluster không có tên cổng: ${quoted(match.name)} ở đây không cho phép gì.`,
              }
            : {
                en: `No called Pod has a port ${quoted(match.name)}${names.length === 0 ? "." : `; they have ${listed.en}.`}`,
                vi: `Không Pod nào được gọi có cổng ${quoted(match.name)}${names.length === 0 ? "." : `; chúng có ${listed.vi}.`}`,
              },
          fixes: () => choices(resource.doc, node, nearest(match.name, names)),
        };
      }
    }
  },
});
