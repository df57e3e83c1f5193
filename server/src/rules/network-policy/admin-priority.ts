import { at, numberOf, optionalText } from "../../base/json.ts";
import type { ResourceFacts } from "../../model/facts.ts";
import { ADMIN_POLICIES, specOf } from "../../workspace/network-facts.ts";
import { numberAt, scalarAt, spanOf } from "../given.ts";
import { workspaceRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { ADMIN_KINDS, adminPolicy, adminSpecOf } from "./admin.ts";

const RULE = ["subject: { namespaces: {} }", "ingress:", "  - action: Deny", "    from: [{ namespaces: {} }]"];

export default workspaceRule({
  id: "network-policy/admin-priority",
  severity: "warning",
  since: "0.1.0",
  kinds: ADMIN_KINDS,
  docs: {
    title: { en: "Priority of an admin policy", vi: "Độ ưu tiên của policy quản trị" },
    why: {
      en: "Admin policies are read in the order of `priority`, from 0 to 1000, and the first rule that matches decides. Which of two policies with one priority comes first, nobody knows.",
      vi: "Policy quản trị được xét theo thứ tự `priority` từ 0 đến 1000, quy tắc khớp đầu tiên quyết định. Hai policy cùng độ ưu tiên thì không biết cái nào đi trước.",
    },
    links: ["https://network-policy-api.sigs.k8s.io/api-overview/"],
  },
  bad: [
    {
      title: { en: "One priority for two", vi: "Hai policy một độ ưu tiên" },
      manifest: [
        adminPolicy("AdminNetworkPolicy", "mot", ["priority: 10 #! @10", ...RULE]),
        adminPolicy("AdminNetworkPolicy", "hai", ["priority: 10 #! @10", ...RULE]),
      ].join("---\n"),
    },
    {
      title: { en: "Above 1000", vi: "Trên 1000" },
      manifest: adminPolicy("AdminNetworkPolicy", "mot", ["priority: 2000 #! @2000", ...RULE]),
    },
  ],
  good: [
    {
      title: { en: "Each its own", vi: "Mỗi policy một số" },
      manifest: [
        adminPolicy("AdminNetworkPolicy", "mot", ["priority: 10", ...RULE]),
        adminPolicy("AdminNetworkPolicy", "hai", ["priority: 20", ...RULE]),
      ].join("---\n"),
    },
  ],
  *check(resource, facts, view) {
    const spec = adminSpecOf(resource);
    const node = scalarAt(spec, "priority");
    const priority = numberAt(spec, "priority");
    if (!node || priority === undefined) return;
    if (priority < 0 || priority > 1000)
      return yield {
        span: spanOf(node),
        severity: "error",
        message: {
          en: `The priority ${quoted(node.text)} is outside the range from 0 to 1000.`,
          vi: `Độ ưu tiên ${quoted(node.text)} nằm ngoài khoảng từ 0 đến 1000.`,
        },
      };
    const kind = ADMIN_POLICIES.find((each) => each.kind === facts.gvk.kind);
    const rival = (kind ? view.visible(kind, facts) : []).find(
      (entry) => entry.facts.name !== facts.name && orderOf(entry.facts) === orderOf(facts),
    );
    if (!rival) return;
    yield {
      span: spanOf(node),
      message: {
        en: `${quoted(rival.facts.name)} has the same priority: which of the two comes first is not defined.`,
        vi: `${quoted(rival.facts.name)} có cùng độ ưu tiên: không xác định được cái nào đi trước.`,
      },
      related: [{ span: rival.facts.nameSpan, entry: rival, message: { en: "The other policy.", vi: "Policy kia." } }],
    };
  },
});

/** Within a tier the priority is what counts. */
function orderOf(facts: ResourceFacts): string {
  const spec = specOf(facts);
  return `${optionalText(at(spec, "tier")) ?? ""} ${numberOf(at(spec, "priority"))}`;
}
