import { deref, itemsOf, pairOf } from "../../yaml/node.ts";
import { mapAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { rulesOf, specOf } from "./policy.ts";

export default objectRule({
  id: "network-policy/separate-peers",
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  kinds: ["NetworkPolicy"],
  docs: {
    title: { en: "Namespace and Pods as two peers", vi: "Namespace và Pod là hai peer riêng" },
    why: {
      en: "Two entries mean either of them: every Pod of the namespace, and these Pods of the policy's own namespace. For these Pods in that namespace both selectors go into one entry.",
      vi: "Hai mục nghĩa là một trong hai: mọi Pod của namespace kia, và các Pod này trong namespace của policy. Muốn các Pod này thuộc namespace kia thì ghi cả hai selector vào một mục.",
    },
    links: [
      "https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors",
    ],
  },
  bad: [
    {
      title: { en: "A dash too many", vi: "Thừa một dấu gạch đầu mục" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: cho-phep-web
        spec:
          podSelector: {}
          ingress:
            - from:
                - namespaceSelector:
                    matchLabels: { kubernetes.io/metadata.name: web }
                - podSelector: #! @podSelector
                    matchLabels: { app: web }
      `,
      fixed: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: cho-phep-web
        spec:
          podSelector: {}
          ingress:
            - from:
                - namespaceSelector:
                    matchLabels: { kubernetes.io/metadata.name: web }
                  podSelector:
                    matchLabels: { app: web }
      `,
    },
  ],
  good: [
    {
      title: { en: "These Pods in that namespace", vi: "Các Pod này trong namespace kia" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: cho-phep-web
        spec:
          podSelector: {}
          ingress:
            - from:
                - namespaceSelector:
                    matchLabels: { kubernetes.io/metadata.name: web }
                  podSelector:
                    matchLabels: { app: web }
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    for (const { peers } of rulesOf(specOf(resource))) {
      const items = itemsOf(peers?.value);
      const [first, second] = items;
      if (items.length !== 2 || !second) continue;
      const namespace = mapAt(first?.value);
      const pod = deref(second.value);
      const pair = pairOf(pod, "podSelector");
      if (namespace?.entries.length !== 1 || !pairOf(namespace, "namespaceSelector")) continue;
      if (pod?.type !== "map" || pod.entries.length !== 1 || mapAt(pair?.value)?.entries.length === 0 || !pair)
        continue;
      yield {
        span: spanOf(pair.key),
        message: {
          en: "This is a second peer, not a restriction of the first: these Pods of the policy's own namespace.",
          vi: "Đây là peer thứ hai chứ không thu hẹp peer thứ nhất: các Pod này trong namespace của policy.",
        },
        fixes: () => {
          const dash = doc.text.slice(second.start, pair.start);
          if (!/^- +$/.test(dash)) return [];
          const title = { en: "Merge it into the entry above", vi: "Gộp vào mục phía trên" };
          const edits = [{ span: { start: second.start, end: second.start + 1 }, text: " " }];
          return [{ title, preferred: false, safe: false, edits }];
        },
      };
    }
  },
});
