import { scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { adminPolicy, adminSpecOf } from "./admin.ts";

const RULE = [
  "priority: 10",
  "subject: { namespaces: {} }",
  "ingress:",
  "  - action: Deny",
  "    from: [{ namespaces: {} }]",
];

export default objectRule({
  id: "network-policy/admin-superseded",
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  kinds: ["AdminNetworkPolicy", "BaselineAdminNetworkPolicy"],
  docs: {
    title: { en: "Kind that ClusterNetworkPolicy has replaced", vi: "Kind đã được ClusterNetworkPolicy thay thế" },
    why: {
      en: "Since v1alpha2 of the network policy API, ClusterNetworkPolicy takes the place of both admin kinds: `tier` says which is meant, `Accept` is the word for allowing, and `protocols` holds the ports. The old kinds get no changes any more.",
      vi: "Từ v1alpha2 của network policy API, ClusterNetworkPolicy thay cho cả hai kind quản trị: `tier` cho biết tầng nào, `Accept` là cho phép, còn `protocols` chứa cổng. Kind cũ không còn được phát triển.",
    },
    links: ["https://network-policy-api.sigs.k8s.io/api-overview/"],
  },
  bad: [
    {
      title: { en: "The older kind", vi: "Kind cũ" },
      manifest: adminPolicy("AdminNetworkPolicy", "chan", RULE).replace(
        "kind: AdminNetworkPolicy",
        "kind: AdminNetworkPolicy #! @AdminNetworkPolicy",
      ),
    },
  ],
  good: [
    {
      title: { en: "The present kind", vi: "Kind hiện tại" },
      manifest: adminPolicy("ClusterNetworkPolicy", "chan", ["tier: Admin", ...RULE]),
    },
  ],
  *check(resource) {
    const kind = scalarAt(resource.root, "kind");
    if (!adminSpecOf(resource) || !kind) return;
    yield {
      span: spanOf(kind),
      tag: "deprecated",
      message: {
        en: `${quoted("ClusterNetworkPolicy")} has replaced this kind, which is not developed any further.`,
        vi: `${quoted("ClusterNetworkPolicy")} đã thay thế kind này, vốn không còn được phát triển.`,
      },
    };
  },
});
