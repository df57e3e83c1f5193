import { pairOf } from "../../yaml/node.ts";
import { change, remove } from "../fixes.ts";
import { scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { subjectsOf } from "./roles.ts";

const GROUP = "rbac.authorization.k8s.io";

export default objectRule({
  id: "rbac/subject-group",
  severity: "error",
  since: "0.1.0",
  kinds: ["RoleBinding", "ClusterRoleBinding"],
  docs: {
    title: { en: "Subject with the wrong apiGroup", vi: "Subject có apiGroup sai" },
    why: {
      en: "A ServiceAccount is of the core group, so its `apiGroup` is empty or left out. Users and groups are of `rbac.authorization.k8s.io`.",
      vi: "ServiceAccount thuộc nhóm lõi nên `apiGroup` để trống hoặc không ghi. Người dùng và nhóm thuộc `rbac.authorization.k8s.io`.",
    },
    links: ["https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects"],
  },
  bad: [
    {
      title: { en: "An account with the group of users", vi: "Tài khoản mang nhóm của người dùng" },
      manifest: `
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: doc-pod
        roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
        subjects:
          - kind: ServiceAccount
            apiGroup: rbac.authorization.k8s.io #! @rbac.authorization.k8s.io
            name: gio-hang
            namespace: cua-hang
      `,
      fixed: `
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: doc-pod
        roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
        subjects:
          - kind: ServiceAccount
            name: gio-hang
            namespace: cua-hang
      `,
    },
  ],
  good: [
    {
      title: { en: "An account and a group", vi: "Một tài khoản và một nhóm" },
      manifest: `
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: doc-pod
        roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
        subjects:
          - kind: ServiceAccount
            name: default
            namespace: cua-hang
          - kind: Group
            apiGroup: rbac.authorization.k8s.io
            name: dev
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    for (const subject of subjectsOf(resource)) {
      const kind = scalarAt(subject, "kind")?.text ?? "";
      const pair = pairOf(subject, "apiGroup");
      const node = scalarAt(pair?.value);
      if (!pair || !node) continue;
      const isAccount = kind === "ServiceAccount";
      if (!isAccount && kind !== "User" && kind !== "Group") continue;
      if (!isAccount && node.text === GROUP) continue;
      yield {
        span: spanOf(node),
        message: isAccount
          ? {
              en: `A ServiceAccount has no \`apiGroup\`, so ${quoted(node.text)} is rejected.`,
              vi: `ServiceAccount không có \`apiGroup\` nên ${quoted(node.text)} bị từ chối.`,
            }
          : {
              en: `The \`apiGroup\` of a ${kind} is ${quoted(GROUP)}.`,
              vi: `\`apiGroup\` của ${kind} là ${quoted(GROUP)}.`,
            },
        fixes: () => [isAccount ? remove(doc, subject, pair) : change(doc, node, GROUP)],
      };
    }
  },
});
