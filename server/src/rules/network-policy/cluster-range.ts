import { scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { policy } from "./example.ts";
import { peersOf, specOf } from "./policy.ts";

/** Ranges that installers give to Pods and Services where nobody chooses others. */
const RANGES: ReadonlyMap<string, string> = new Map([
  ["10.244.0.0/16", "kubeadm, Flannel, kindnet"],
  ["10.96.0.0/12", "kubeadm"],
  ["10.96.0.0/16", "kind"],
  ["10.42.0.0/16", "k3s, RKE2"],
  ["10.43.0.0/16", "k3s, RKE2"],
  ["10.128.0.0/14", "OpenShift"],
  ["172.30.0.0/16", "OpenShift"],
  ["10.233.0.0/18", "Kubespray"],
  ["10.233.64.0/18", "Kubespray"],
  ["10.152.183.0/24", "MicroK8s"],
  ["10.32.0.0/12", "Weave"],
]);

export default objectRule({
  id: "network-policy/cluster-range",
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  kinds: ["NetworkPolicy"],
  docs: {
    title: { en: "Addresses of Pods or Services as an ipBlock", vi: "Địa chỉ của Pod hay Service ghi thành ipBlock" },
    why: {
      en: "`ipBlock` is meant for addresses outside the cluster. Whether it covers Pods differs between plugins, and a Service's address is replaced before policies look. Selectors say the same for certain.",
      vi: "`ipBlock` dành cho địa chỉ ngoài cluster. Có tính cả Pod hay không là tùy plugin, còn địa chỉ Service bị đổi trước khi policy xét. Dùng selector thì chắc chắn.",
    },
    links: [
      "https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors",
    ],
  },
  bad: [
    {
      title: { en: "The Pods of a kubeadm cluster", vi: "Dải Pod của cluster kubeadm" },
      manifest: policy("db", [
        "podSelector: { matchLabels: { app: db } }",
        "ingress:",
        "  - from: [{ ipBlock: { cidr: 10.244.0.0/16 } }] #! @10.244.0.0/16",
      ]),
    },
  ],
  good: [
    {
      title: { en: "An office", vi: "Một văn phòng" },
      manifest: policy("db", [
        "podSelector: { matchLabels: { app: db } }",
        "ingress:",
        "  - from: [{ ipBlock: { cidr: 203.0.113.0/24 } }]",
      ]),
    },
  ],
  *check(resource) {
    for (const peer of peersOf(specOf(resource))) {
      const cidr = scalarAt(peer, "ipBlock", "cidr");
      const users = cidr && RANGES.get(cidr.text);
      if (!cidr || users === undefined) continue;
      yield {
        span: spanOf(cidr),
        message: {
          en: `${quoted(cidr.text)} is the usual range of Pods or Services with ${users}; \`ipBlock\` is for addresses outside.`,
          vi: `${quoted(cidr.text)} là dải thường dùng cho Pod hay Service với ${users}; \`ipBlock\` dành cho địa chỉ bên ngoài.`,
        },
      };
    }
  },
});
