import { pairOf } from "../../yaml/node.ts";
import { spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { isWithout, listed, rulesOf } from "./roles.ts";

export default objectRule({
  id: "rbac/create-by-name",
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  kinds: ["Role", "ClusterRole"],
  docs: {
    title: { en: "Creation limited to a name", vi: "Giới hạn tên khi tạo mới" },
    why: {
      en: "When an object is created its name is not known to the authorizer yet, so `create` and `deletecollection` never match a rule with `resourceNames`. They need a rule without it.",
      vi: "Khi tạo đối tượng, bộ phân quyền chưa biết tên, nên `create` và `deletecollection` không bao giờ khớp quy tắc có `resourceNames`. Cần quy tắc riêng không có trường này.",
    },
    links: ["https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources"],
  },
  bad: [
    {
      title: { en: "Creation of one ConfigMap", vi: "Tạo đúng một ConfigMap" },
      manifest: `
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: khoa
        rules:
          - apiGroups: [""]
            resources: [configmaps]
            resourceNames: [leader]
            verbs: [get, create] #! @create
      `,
    },
  ],
  good: [
    {
      title: { en: "Creation in a rule of its own", vi: "Quyền tạo ở quy tắc riêng" },
      manifest: `
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: khoa
        rules:
          - apiGroups: [""]
            resources: [configmaps]
            resourceNames: [leader]
            verbs: [get, update]
          - apiGroups: [""]
            resources: [configmaps]
            verbs: [create]
      `,
    },
  ],
  *check(resource) {
    for (const rule of rulesOf(resource)) {
      if (!pairOf(rule, "resourceNames") || isWithout(rule, "resourceNames")) continue;
      // A subresource is created under an object that has its name.
      if (listed(rule, "resources").some(({ text }) => text.includes("/"))) continue;
      for (const node of listed(rule, "verbs")) {
        if (node.text !== "create" && node.text !== "deletecollection") continue;
        yield {
          span: spanOf(node),
          message: {
            en: `${quoted(node.text)} is never allowed by a rule with \`resourceNames\`.`,
            vi: `Quy tắc có \`resourceNames\` không bao giờ cho phép ${quoted(node.text)}.`,
          },
        };
      }
    }
  },
});
