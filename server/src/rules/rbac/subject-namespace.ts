import type { KindName } from "../../model/reference-row.ts";
import { insertEntry } from "../../yaml/edit.ts";
import { pairOf } from "../../yaml/node.ts";
import { isA, lacks, scalarAt, spanOf, textAt } from "../given.ts";
import { workspaceRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { subjectsOf } from "./roles.ts";

export default workspaceRule({
  id: "rbac/subject-namespace",
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  kinds: ["ClusterRoleBinding"],
  docs: {
    title: { en: "ServiceAccount without its namespace", vi: "ServiceAccount thiếu namespace" },
    why: {
      en: "A ClusterRoleBinding belongs to no namespace, so each ServiceAccount in it has to say which one it is in. In a RoleBinding the binding's own namespace is meant.",
      vi: "ClusterRoleBinding không thuộc namespace nào nên từng ServiceAccount trong đó phải ghi namespace. Trong RoleBinding thì hiểu là namespace của chính binding.",
    },
    links: ["https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects"],
  },
  bad: [
    {
      title: { en: "Which account of that name?", vi: "Tài khoản nào mang tên đó?" },
      manifest: `
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata:
          name: doc-pod
        roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
        subjects:
          - kind: ServiceAccount
            name: default #! @default
      `,
      fixed: `
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata:
          name: doc-pod
        roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
        subjects:
          - kind: ServiceAccount
            name: default
            namespace: default
      `,
    },
  ],
  good: [
    {
      title: { en: "Name and namespace", vi: "Tên và namespace" },
      manifest: `
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata:
          name: doc-pod
        roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
        subjects:
          - kind: ServiceAccount
            name: default
            namespace: cua-hang
      `,
    },
  ],
  *check(resource, facts, view) {
    const { doc } = resource;
    if (!isA(resource, "rbac.authorization.k8s.io", "ClusterRoleBinding")) return;
    const subjects = subjectsOf(resource);
    // What the other accounts of this binding say is most likely meant here too.
    const other = subjects.map((subject) => textAt(subject, "namespace")).find((namespace) => namespace !== undefined);
    for (const subject of subjects) {
      const name = scalarAt(subject, "name");
      const pair = pairOf(subject, "name");
      if (scalarAt(subject, "kind")?.text !== "ServiceAccount" || !name || !pair || !lacks(subject, "namespace"))
        continue;
      if (subject.entries.some(({ key }) => !FIELDS.includes(key.text))) continue;
      const [account] = view.visible(SERVICE_ACCOUNT, facts, (each) => each.name === name.text);
      const own = account?.facts.namespace ?? textAt(resource.root, "metadata", "namespace");
      const namespace = other ?? own ?? "default";
      yield {
        span: spanOf(name),
        message: {
          en: `The ServiceAccount ${quoted(name.text)} needs its \`namespace\` in a ClusterRoleBinding.`,
          vi: `Trong ClusterRoleBinding, ServiceAccount ${quoted(name.text)} cần có \`namespace\`.`,
        },
        fixes: () => {
          const text = quoted(`namespace: ${namespace}`);
          const title = { en: `Add ${text}`, vi: `Thêm ${text}` };
          const edits = insertEntry(doc, subject, "namespace", namespace, { after: pair });
          return [{ title, preferred: true, safe: false, edits }];
        },
      };
    }
  },
});

const FIELDS = ["kind", "name", "namespace", "apiGroup"];

const SERVICE_ACCOUNT: KindName = { group: "", kind: "ServiceAccount" };
