import { pairOf } from "../../yaml/node.ts";
import { add, change } from "../fixes.ts";
import { lacks, scalarAt, spanOf } from "../given.ts";
import { podWith } from "./example.ts";
import { podRule } from "./pod-rule.ts";

export default podRule({
  id: "pod/host-network-dns",
  fields: ["hostNetwork"],
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  docs: {
    title: {
      en: "Names of Services are not found from the node's network",
      vi: "Không tra được tên Service từ mạng của node",
    },
    why: {
      en: "With `hostNetwork` the usual `dnsPolicy` falls back to the node's own DNS, which knows no Services. `ClusterFirstWithHostNet` asks the cluster's DNS first.",
      vi: "Với `hostNetwork`, `dnsPolicy` thông thường quay về DNS của node, nơi không biết Service nào. `ClusterFirstWithHostNet` hỏi DNS của cluster trước.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-s-dns-policy"],
  },
  bad: [
    {
      title: { en: "The usual policy", vi: "Chính sách thông thường" },
      manifest: podWith(`
        hostNetwork: true #! @hostNetwork
      `),
      fixed: podWith(`
        hostNetwork: true
        dnsPolicy: ClusterFirstWithHostNet
      `),
    },
  ],
  good: [
    {
      title: { en: "The cluster first", vi: "Hỏi cluster trước" },
      manifest: podWith(`
        hostNetwork: true
        dnsPolicy: ClusterFirstWithHostNet
      `),
    },
  ],
  *checkPod({ spec }, { doc }) {
    const host = pairOf(spec, "hostNetwork");
    const policy = scalarAt(spec, "dnsPolicy");
    if (!host || scalarAt(host.value)?.text !== "true") return;
    if (policy ? policy.text !== "ClusterFirst" : !lacks(spec, "dnsPolicy")) return;
    yield {
      span: spanOf(policy ?? host.key),
      message: {
        en: "With `hostNetwork` this Pod asks the node's DNS, which knows no Services.",
        vi: "Với `hostNetwork`, Pod này hỏi DNS của node, nơi không biết Service nào.",
      },
      fixes: () => [
        policy
          ? change(doc, policy, "ClusterFirstWithHostNet")
          : add(doc, spec, "dnsPolicy", "ClusterFirstWithHostNet", { at: { after: host } }),
      ],
    };
  },
});
