import { pairOf } from "../../yaml/node.ts";
import { mapAt, mapsIn, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { policy } from "./example.ts";
import { rulesOf, specOf } from "./policy.ts";

export default objectRule({
  id: "network-policy/needless-kubelet",
  severity: "hint",
  profile: "strict",
  since: "0.1.0",
  kinds: ["NetworkPolicy"],
  docs: {
    title: { en: "Policy that lets the kubelet in", vi: "Policy mở đường cho kubelet" },
    why: {
      en: "Traffic from a Pod's own node is always let in, so that probes work under every policy. A policy for them changes nothing, and its range of addresses may let in more.",
      vi: "Lưu lượng từ chính node của Pod luôn được vào nên probe hoạt động dưới mọi policy. Viết policy riêng không đổi gì, còn dải địa chỉ trong đó có thể mở rộng hơn mức cần.",
    },
    links: [
      "https://kubernetes.io/docs/concepts/services-networking/network-policies/#what-you-can-t-do-with-network-policies-at-least-not-yet",
    ],
  },
  bad: [
    {
      title: { en: "The range of the nodes", vi: "Dải địa chỉ của node" },
      manifest: policy("allow-kubelet-probes #! @allow-kubelet-probes", [
        "podSelector: {}",
        "ingress:",
        "  - from: [{ ipBlock: { cidr: 192.168.10.0/24 } }]",
      ]),
    },
  ],
  good: [
    {
      title: { en: "Somebody else's range", vi: "Dải địa chỉ của bên khác" },
      manifest: policy("van-phong", [
        "podSelector: {}",
        "ingress:",
        "  - from: [{ ipBlock: { cidr: 203.0.113.0/24 } }]",
      ]),
    },
  ],
  *check(resource) {
    const name = scalarAt(pairOf(mapAt(resource.root, "metadata"), "name")?.value);
    if (!name || !/kubelet|(?:^|-)(?:liveness|readiness|health)-?(?:probes?|checks?)/i.test(name.text)) return;
    const rules = rulesOf(specOf(resource));
    const isForNodes = ({ direction, peers }: (typeof rules)[number]): boolean => {
      const entries = mapsIn(peers?.value);
      return direction === "Ingress" && entries.length > 0 && entries.every((peer) => pairOf(peer, "ipBlock"));
    };
    if (rules.length === 0 || !rules.every(isForNodes)) return;
    yield {
      span: spanOf(name),
      tag: "unnecessary",
      message: {
        en: "The kubelet reaches the Pods of its node under every policy: this one is not needed for probes.",
        vi: "kubelet luôn tới được Pod trên node của nó dù có policy nào: probe không cần policy này.",
      },
    };
  },
});
