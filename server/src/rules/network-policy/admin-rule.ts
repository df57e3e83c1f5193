import { nearest } from "../../base/nearest.ts";
import { itemsOf, pairOf } from "../../yaml/node.ts";
import { choices } from "../fixes.ts";
import { isGiven, lacks, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { either, quoted } from "../wording.ts";
import { ADMIN_KINDS, adminPolicy, adminRulesOf, adminSpecOf } from "./admin.ts";

/** What a rule of each kind may do. */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  AdminNetworkPolicy: ["Allow", "Deny", "Pass"],
  BaselineAdminNetworkPolicy: ["Allow", "Deny"],
  ClusterNetworkPolicy: ["Accept", "Deny", "Pass"],
};

export default objectRule({
  id: "network-policy/admin-rule",
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  kinds: ADMIN_KINDS,
  docs: {
    title: {
      en: "Rule of an admin policy without action or peers",
      vi: "Quy tắc của policy quản trị thiếu hành động hay peer",
    },
    why: {
      en: "Every rule of an admin policy has an `action` that its kind knows and at least one peer: unlike in a NetworkPolicy, an empty list does not mean everybody. The API server rejects the object otherwise.",
      vi: "Mỗi quy tắc của policy quản trị cần `action` mà kind đó có và ít nhất một peer: khác NetworkPolicy, danh sách trống không có nghĩa là tất cả. Nếu sai, API server từ chối đối tượng.",
    },
    links: ["https://network-policy-api.sigs.k8s.io/api-overview/"],
  },
  bad: [
    {
      title: { en: "The word of the older kind", vi: "Từ của kind cũ" },
      manifest: adminPolicy("ClusterNetworkPolicy", "giam-sat", [
        "tier: Admin",
        "priority: 10",
        "subject: { namespaces: {} }",
        "ingress:",
        "  - action: Allow #! @Allow",
        "    from: [{ namespaces: { matchLabels: { kubernetes.io/metadata.name: giam-sat } } }]",
      ]),
      fixed: adminPolicy("ClusterNetworkPolicy", "giam-sat", [
        "tier: Admin",
        "priority: 10",
        "subject: { namespaces: {} }",
        "ingress:",
        "  - action: Accept",
        "    from: [{ namespaces: { matchLabels: { kubernetes.io/metadata.name: giam-sat } } }]",
      ]),
    },
    {
      title: { en: "Nobody is meant", vi: "Không chỉ ai" },
      manifest: adminPolicy("AdminNetworkPolicy", "giam-sat", [
        "priority: 10",
        "subject: { namespaces: {} }",
        "ingress:",
        "  - action: Deny",
        "    from: [] #! @from",
      ]),
    },
  ],
  good: [
    {
      title: { en: "Action and peer", vi: "Có hành động và peer" },
      manifest: adminPolicy("AdminNetworkPolicy", "giam-sat", [
        "priority: 10",
        "subject: { namespaces: {} }",
        "ingress:",
        "  - action: Pass",
        "    from: [{ namespaces: {} }]",
      ]),
    },
  ],
  *check(resource, _subject, { doc }) {
    const known = ACTIONS[resource.gvk.kind] ?? [];
    for (const { map, peers } of adminRulesOf(adminSpecOf(resource))) {
      const action = scalarAt(map, "action");
      if (action && !known.includes(action.text)) {
        const listed = either(known);
        yield {
          span: spanOf(action),
          message: {
            en: `A rule of a ${resource.gvk.kind} cannot ${quoted(action.text)}; there is ${listed.en}.`,
            vi: `Quy tắc của ${resource.gvk.kind} không có ${quoted(action.text)}; chỉ có ${listed.vi}.`,
          },
          fixes: () => choices(doc, action, meantBy(action.text, known)),
        };
      }
      const pair = pairOf(map, peers);
      const isEmpty = isGiven(pair?.value) && itemsOf(pair?.value).length === 0;
      if (!isEmpty && !lacks(map, peers)) continue;
      yield {
        span: spanOf(pair?.key ?? map.entries[0]?.key ?? map),
        message: {
          en: `This rule needs at least one peer in ${quoted(peers)}; \`namespaces: {}\` means every Pod.`,
          vi: `Quy tắc này cần ít nhất một peer trong ${quoted(peers)}; \`namespaces: {}\` nghĩa là mọi Pod.`,
        },
      };
    }
  },
});

/** The kinds have different words for one thing. */
function meantBy(text: string, known: readonly string[]): readonly string[] {
  if (/^(?:allow|accept|permit)$/i.test(text)) return known.slice(0, 1);
  return /^(?:drop|reject|block)$/i.test(text) ? ["Deny"] : nearest(text, known);
}
