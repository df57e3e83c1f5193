import { pairOf } from "../../yaml/node.ts";
import { remove } from "../fixes.ts";
import { isA, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { isWithout, rulesOf } from "./roles.ts";

export default objectRule({
  id: "rbac/non-resource-urls",
  severity: "error",
  since: "0.1.0",
  kinds: ["Role", "ClusterRole"],
  docs: {
    title: { en: "URLs in a rule that cannot have them", vi: "URL trong quy tắc không được phép có" },
    why: {
      en: "`nonResourceURLs` such as `/healthz` belong to no namespace, so only a ClusterRole may allow them, in a rule of their own without resources.",
      vi: "`nonResourceURLs` như `/healthz` không thuộc namespace nào nên chỉ ClusterRole cho phép được, trong quy tắc riêng không có tài nguyên.",
    },
    links: ["https://kubernetes.io/docs/reference/access-authn-authz/rbac/"],
  },
  bad: [
    {
      title: { en: "In a Role", vi: "Trong Role" },
      manifest: `
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: doc-suc-khoe
        rules:
          - nonResourceURLs: [/healthz] #! @nonResourceURLs
            verbs: [get]
      `,
    },
    {
      title: { en: "Beside resources", vi: "Đi cùng tài nguyên" },
      manifest: `
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: doc-suc-khoe
        rules:
          - apiGroups: [""]
            resources: [pods]
            nonResourceURLs: [/healthz] #! @nonResourceURLs
            verbs: [get]
      `,
      fixed: `
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: doc-suc-khoe
        rules:
          - apiGroups: [""]
            resources: [pods]
            verbs: [get]
      `,
    },
  ],
  good: [
    {
      title: { en: "A rule of its own in a ClusterRole", vi: "Quy tắc riêng trong ClusterRole" },
      manifest: `
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: doc-suc-khoe
        rules:
          - nonResourceURLs: [/healthz]
            verbs: [get]
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const isNamespaced = isA(resource, "rbac.authorization.k8s.io", "Role");
    for (const rule of rulesOf(resource)) {
      const pair = pairOf(rule, "nonResourceURLs");
      if (!pair || isWithout(rule, "nonResourceURLs")) continue;
      const isMixed = ["apiGroups", "resources", "resourceNames"].some((field) => !isWithout(rule, field));
      if (!isNamespaced && !isMixed) continue;
      yield {
        span: spanOf(pair.key),
        message: isNamespaced
          ? {
              en: "A Role cannot allow `nonResourceURLs`; a ClusterRole can.",
              vi: "Role không cho phép được `nonResourceURLs`; ClusterRole thì được.",
            }
          : {
              en: "`nonResourceURLs` need a rule of their own, without resources.",
              vi: "`nonResourceURLs` cần quy tắc riêng, không có tài nguyên.",
            },
        fixes: () => (isMixed ? [remove(doc, rule, pair)] : []),
      };
    }
  },
});
