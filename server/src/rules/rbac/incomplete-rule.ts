import { insertEntry } from "../../yaml/edit.ts";
import { deref, pairOf, type YMap } from "../../yaml/node.ts";
import { isMergeKey } from "../../yaml/scalar.ts";
import { spanOf } from "../given.ts";
import { type Fix, objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { groupsOf } from "./resources.ts";
import { isWithout, listed, rulesOf } from "./roles.ts";

export default objectRule({
  id: "rbac/incomplete-rule",
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  kinds: ["Role", "ClusterRole"],
  docs: {
    title: { en: "Rule that allows nothing", vi: "Quy tắc không cho phép gì" },
    why: {
      en: "A rule needs `verbs` and, for resources, both `apiGroups` and `resources`. The core group, that of Pods and Services, is written as an empty string.",
      vi: "Quy tắc cần có `verbs`, và với tài nguyên thì cần cả `apiGroups` và `resources`. Nhóm lõi, nhóm của Pod và Service, viết là chuỗi rỗng.",
    },
    links: ["https://kubernetes.io/docs/reference/access-authn-authz/rbac/"],
  },
  bad: [
    {
      title: { en: "No group", vi: "Không có nhóm API" },
      manifest: `
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: doc-pod
        rules:
          - resources: [pods] #! @resources
            verbs: [get, list]
      `,
      fixed: `
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: doc-pod
        rules:
          - apiGroups: [""]
            resources: [pods]
            verbs: [get, list]
      `,
    },
    {
      title: { en: "No verb", vi: "Không có hành động" },
      manifest: `
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: doc-pod
        rules:
          - apiGroups: [""]
            resources: [pods]
            verbs: [] #! @verbs
      `,
    },
  ],
  good: [
    {
      title: { en: "Group, resource and verbs", vi: "Nhóm, tài nguyên và hành động" },
      manifest: `
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: doc-pod
        rules:
          - apiGroups: [""]
            resources: [pods]
            verbs: [get, list]
      `,
    },
  ],
  *check(resource, _subject, { catalog, doc }) {
    for (const rule of rulesOf(resource)) {
      // A field that is none explains what seems to be missing.
      if (rule.entries.some(({ key }) => isMergeKey(key) || !FIELDS.includes(key.text))) continue;
      const verbs = pairOf(rule, "verbs");
      const list = deref(verbs?.value);
      if (verbs && list?.type === "seq" && list.items.length === 0)
        yield {
          span: spanOf(verbs.key),
          message: { en: "A rule needs at least one verb.", vi: "Quy tắc cần ít nhất một hành động." },
        };
      if (!isWithout(rule, "nonResourceURLs")) continue;
      for (const field of ["apiGroups", "resources"]) {
        if (!isWithout(rule, field)) continue;
        const place = pairOf(rule, field)?.key ?? rule.entries[0]?.key ?? rule;
        yield {
          span: spanOf(place),
          message: {
            en: `A rule for resources needs ${quoted(field)}.`,
            vi: `Quy tắc cho tài nguyên cần có ${quoted(field)}.`,
          },
          fixes: () => (field === "apiGroups" ? groupFixes(rule) : []),
        };
        break;
      }
    }

    function groupFixes(rule: YMap): readonly Fix[] {
      const known = groupsOf(catalog);
      const groups = new Set(listed(rule, "resources").map(({ text }) => known.get(text.split("/")[0] ?? "")?.[0]));
      const [group] = groups;
      if (groups.size !== 1 || group === undefined || pairOf(rule, "apiGroups")) return [];
      const value = group === "" ? '[""]' : `[${group}]`;
      const text = quoted(`apiGroups: ${value}`);
      const title = { en: `Add ${text}`, vi: `Thêm ${text}` };
      return [{ title, preferred: true, safe: false, edits: insertEntry(doc, rule, "apiGroups", value, "start") }];
    }
  },
});

const FIELDS = ["apiGroups", "resources", "resourceNames", "verbs", "nonResourceURLs"];
