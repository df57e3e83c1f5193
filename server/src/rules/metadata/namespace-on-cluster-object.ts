import { metadataPair } from "../../model/resource.ts";
import { remove } from "../fixes.ts";
import { isGiven, mapAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";

export default objectRule({
  id: "metadata/namespace-on-cluster-object",
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  docs: {
    title: { en: "Namespace on an object that has none", vi: "Ghi namespace cho đối tượng không thuộc namespace" },
    why: {
      en: "Objects of this kind exist once for the whole cluster. The namespace is dropped without a word, and two manifests with different namespaces fight over one object.",
      vi: "Đối tượng của kind này chỉ có một cho toàn cluster. Namespace bị bỏ qua mà không báo, và hai manifest khác namespace sẽ tranh nhau một đối tượng.",
    },
    links: [
      "https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#not-all-objects-are-in-a-namespace",
    ],
  },
  bad: [
    {
      title: { en: "A ClusterRole is in no namespace", vi: "ClusterRole không nằm trong namespace nào" },
      manifest: `
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: doc-pod
          namespace: cua-hang #! @namespace
        rules:
          - apiGroups: [""]
            resources: [pods]
            verbs: [get, list]
      `,
      fixed: `
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: doc-pod
        rules:
          - apiGroups: [""]
            resources: [pods]
            verbs: [get, list]
      `,
    },
  ],
  good: [
    {
      title: { en: "A Role is in one", vi: "Role thì có" },
      manifest: `
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: doc-pod
          namespace: cua-hang
        rules:
          - apiGroups: [""]
            resources: [pods]
            verbs: [get, list]
      `,
    },
  ],
  *check(resource, _subject, { doc, catalog }) {
    const pair = metadataPair(resource, "namespace");
    const metadata = mapAt(resource.root, "metadata");
    if (!pair || !metadata || !isGiven(pair.value) || catalog.kind(resource.gvk)?.namespaced !== false) return;
    const { kind } = resource.gvk;
    yield {
      span: spanOf(pair.key),
      message: {
        en: `${kind} is in no namespace: \`namespace\` is ignored.`,
        vi: `${kind} không thuộc namespace nào: \`namespace\` bị bỏ qua.`,
      },
      tag: "unnecessary",
      fixes: () => [remove(doc, metadata, pair, { safe: true })],
    };
  },
});
