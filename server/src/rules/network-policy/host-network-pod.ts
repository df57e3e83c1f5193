import { pairOf } from "../../yaml/node.ts";
import { spanOf } from "../given.ts";
import { workspaceRule } from "../rule.ts";
import { all } from "../wording.ts";
import { deployment, file, policy } from "./example.ts";
import { specOf } from "./policy.ts";
import { onlyCluster } from "./written.ts";

export default workspaceRule({
  id: "network-policy/host-network-pod",
  severity: "hint",
  since: "0.1.0",
  kinds: ["NetworkPolicy"],
  docs: {
    title: { en: "Policy for Pods in the node's network", vi: "Policy cho Pod dùng mạng của node" },
    why: {
      en: "A Pod with `hostNetwork` shares the node's address, and most plugins cannot tell it from the node. A policy that selects it usually does nothing for it.",
      vi: "Pod có `hostNetwork` dùng chung địa chỉ với node và đa số plugin không phân biệt được với node. Policy chọn Pod đó thường không có tác dụng.",
    },
    links: [
      "https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-and-hostnetwork-pods",
    ],
  },
  bad: [
    {
      title: { en: "Nobody else is selected", vi: "Không chọn được Pod nào khác" },
      manifest: file(
        policy("thu-thap", ["podSelector: { matchLabels: { app: thu-thap } } #! @podSelector"]),
        deployment("thu-thap", { more: ["hostNetwork: true", "dnsPolicy: ClusterFirstWithHostNet"] }),
      ),
    },
  ],
  good: [
    {
      title: { en: "Pods with addresses of their own", vi: "Pod có địa chỉ riêng" },
      manifest: file(policy("thu-thap", ["podSelector: { matchLabels: { app: thu-thap } }"]), deployment("thu-thap")),
    },
  ],
  *check(resource, facts, view) {
    const found = onlyCluster(view.network(), (cluster) => cluster.policyOf(facts));
    const pair = pairOf(specOf(resource), "podSelector");
    if (!found || !pair) return;
    const onNode = found.cluster.onNode(found.policy);
    if (onNode.length === 0) return;
    const isAlone = found.cluster.subjects(found.policy).length === 0;
    // Who selects a whole namespace means the others.
    const { matchLabels, matchExpressions } = found.policy.subject;
    if (!isAlone && Object.keys(matchLabels).length + matchExpressions.length === 0) return;
    const names = all(onNode.map((entry) => entry.facts.name));
    yield {
      span: spanOf(pair.key),
      severity: isAlone ? "warning" : "hint",
      message: {
        en: `With \`hostNetwork\` the Pods of ${names.en} look like their nodes: most plugins leave them out.`,
        vi: `Có \`hostNetwork\` nên Pod của ${names.vi} trông như node: đa số plugin bỏ qua chúng.`,
      },
    };
  },
});
