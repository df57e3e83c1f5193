import { pairOf } from "../../yaml/node.ts";
import { change } from "../fixes.ts";
import { mapAt, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { ADMIN_KINDS, adminPolicy, adminSpecOf } from "./admin.ts";

const RULE = ["subject: { namespaces: {} }", "ingress:", "  - action: Deny", "    from: [{ namespaces: {} }]"];

export default objectRule({
  id: "network-policy/admin-kind",
  severity: "error",
  since: "0.1.0",
  kinds: ADMIN_KINDS,
  docs: {
    title: { en: "Admin policy of another tier or name", vi: "Policy quản trị sai tầng hoặc sai tên" },
    why: {
      en: "The only BaselineAdminNetworkPolicy of a cluster has to be called `default`, and `tier` of a ClusterNetworkPolicy is `Admin` or `Baseline`. That kind has replaced both older ones.",
      vi: "BaselineAdminNetworkPolicy duy nhất của cluster phải tên là `default`, còn `tier` của ClusterNetworkPolicy là `Admin` hoặc `Baseline`. Kind này đã thay thế hai kind cũ.",
    },
    links: ["https://network-policy-api.sigs.k8s.io/api-overview/"],
  },
  bad: [
    {
      title: { en: "A name of its own", vi: "Đặt tên riêng" },
      manifest: adminPolicy("BaselineAdminNetworkPolicy", "mac-dinh #! @mac-dinh", RULE),
      fixed: adminPolicy("BaselineAdminNetworkPolicy", "default", RULE),
    },
    {
      title: { en: "A tier that there is not", vi: "Tầng không tồn tại" },
      manifest: adminPolicy("ClusterNetworkPolicy", "chan", ["tier: Base #! @Base", "priority: 1", ...RULE]),
      fixed: adminPolicy("ClusterNetworkPolicy", "chan", ["tier: Baseline", "priority: 1", ...RULE]),
    },
  ],
  good: [
    {
      title: { en: "The baseline of the cluster", vi: "Mức nền của cluster" },
      manifest: adminPolicy("ClusterNetworkPolicy", "chan", ["tier: Baseline", "priority: 1", ...RULE]),
    },
  ],
  *check(resource, _subject, { doc }) {
    const spec = adminSpecOf(resource);
    if (!spec) return;
    const name = scalarAt(pairOf(mapAt(resource.root, "metadata"), "name")?.value);
    if (resource.gvk.kind === "BaselineAdminNetworkPolicy" && name && name.text !== "default")
      yield {
        span: spanOf(name),
        message: {
          en: "The BaselineAdminNetworkPolicy of a cluster has to be called `default`.",
          vi: "BaselineAdminNetworkPolicy của cluster phải có tên `default`.",
        },
        fixes: () => [change(doc, name, "default")],
      };
    const tier = scalarAt(spec, "tier");
    if (resource.gvk.kind !== "ClusterNetworkPolicy" || !tier || /^(?:Admin|Baseline)$/.test(tier.text)) return;
    yield {
      span: spanOf(tier),
      message: {
        en: `There is no tier ${quoted(tier.text)}; there are \`Admin\` and \`Baseline\`.`,
        vi: `Không có tầng ${quoted(tier.text)}; chỉ có \`Admin\` và \`Baseline\`.`,
      },
      fixes: () => [change(doc, tier, /^b/i.test(tier.text) ? "Baseline" : "Admin")],
    };
  },
});
