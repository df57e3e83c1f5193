import { spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { listed, rulesOf } from "./roles.ts";

export default objectRule({
  id: "rbac/wildcard",
  severity: "hint",
  profile: "strict",
  since: "0.1.0",
  kinds: ["Role", "ClusterRole"],
  docs: {
    title: { en: "Role that allows everything", vi: "Role cho phép mọi thứ" },
    why: {
      en: "A rule with `*` for both resources and verbs also covers secrets, and whatever is installed later. List what the program really needs.",
      vi: "Quy tắc có `*` cho cả tài nguyên lẫn hành động bao gồm cả Secret và mọi thứ cài thêm sau này. Nên ghi đúng những gì chương trình cần.",
    },
    links: ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/"],
  },
  bad: [
    {
      title: { en: "All verbs on all resources", vi: "Mọi hành động trên mọi tài nguyên" },
      manifest: `
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: tat-ca
        rules:
          - apiGroups: [apps]
            resources: ["*"] #! @"*"
            verbs: ["*"]
      `,
    },
  ],
  good: [
    {
      title: { en: "What is needed", vi: "Chỉ những gì cần" },
      manifest: `
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: doc-deployment
        rules:
          - apiGroups: [apps]
            resources: [deployments]
            verbs: [get, list]
      `,
    },
  ],
  *check(resource) {
    for (const rule of rulesOf(resource)) {
      const node = listed(rule, "resources").find(({ text }) => text === "*");
      if (!node || !listed(rule, "verbs").some(({ text }) => text === "*")) continue;
      yield {
        span: spanOf(node),
        message: {
          en: "This rule allows every verb on every resource of its groups.",
          vi: "Quy tắc này cho phép mọi hành động trên mọi tài nguyên của nhóm.",
        },
      };
    }
  },
});
