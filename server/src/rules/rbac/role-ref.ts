import { change } from "../fixes.ts";
import { isA, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";

export default objectRule({
  id: "rbac/role-ref",
  severity: "error",
  since: "0.1.0",
  kinds: ["ClusterRoleBinding"],
  docs: {
    title: { en: "ClusterRoleBinding to a Role", vi: "ClusterRoleBinding trỏ tới Role" },
    why: {
      en: "A ClusterRoleBinding grants rights everywhere, so it can only bind a ClusterRole. For a Role in one namespace use a RoleBinding.",
      vi: "ClusterRoleBinding cấp quyền ở mọi nơi nên chỉ gắn được ClusterRole. Với Role trong một namespace thì dùng RoleBinding.",
    },
    links: ["https://kubernetes.io/docs/reference/access-authn-authz/rbac/#rolebinding-and-clusterrolebinding"],
  },
  bad: [
    {
      title: { en: "A Role for the whole cluster", vi: "Role cho cả cluster" },
      manifest: `
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata:
          name: doc-pod
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: Role #! @Role
          name: view
        subjects: [{ kind: Group, name: dev, apiGroup: rbac.authorization.k8s.io }]
      `,
      fixed: `
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata:
          name: doc-pod
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: view
        subjects: [{ kind: Group, name: dev, apiGroup: rbac.authorization.k8s.io }]
      `,
    },
  ],
  good: [
    {
      title: { en: "A ClusterRole", vi: "Một ClusterRole" },
      manifest: `
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata:
          name: doc-pod
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: view
        subjects: [{ kind: Group, name: dev, apiGroup: rbac.authorization.k8s.io }]
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    if (!isA(resource, "rbac.authorization.k8s.io", "ClusterRoleBinding")) return;
    const kind = scalarAt(resource.root, "roleRef", "kind");
    if (kind?.text !== "Role") return;
    yield {
      span: spanOf(kind),
      message: {
        en: "A ClusterRoleBinding cannot bind a `Role`, only a `ClusterRole`.",
        vi: "ClusterRoleBinding không gắn được `Role`, chỉ gắn được `ClusterRole`.",
      },
      fixes: () => [change(doc, kind, "ClusterRole")],
    };
  },
});
