import { insertEntry } from "../../yaml/edit.ts";
import { itemsOf, pairOf } from "../../yaml/node.ts";
import { lacks, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { specOf } from "./policy.ts";

export default objectRule({
  id: "network-policy/implicit-types",
  severity: "hint",
  profile: "strict",
  since: "0.1.0",
  kinds: ["NetworkPolicy"],
  docs: {
    title: { en: "Policy that does not say its directions", vi: "Policy không ghi rõ hướng" },
    why: {
      en: "Without `policyTypes` a policy always restricts incoming traffic, and outgoing traffic only if it has egress rules. Writing the field down spares readers the guess.",
      vi: "Không có `policyTypes` thì policy luôn hạn chế lưu lượng vào, còn lưu lượng ra chỉ khi có quy tắc egress. Ghi rõ trường này để người đọc khỏi đoán.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource"],
  },
  bad: [
    {
      title: { en: "The directions are left to the reader", vi: "Để người đọc tự đoán hướng" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: cho-phep-web
        spec: #! @spec
          podSelector: {}
          ingress:
            - ports: [{ port: 80 }]
      `,
      fixed: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: cho-phep-web
        spec:
          podSelector: {}
          policyTypes: [Ingress]
          ingress:
            - ports: [{ port: 80 }]
      `,
    },
  ],
  good: [
    {
      title: { en: "The directions are written down", vi: "Hướng được ghi rõ" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: cho-phep-web
        spec:
          podSelector: {}
          policyTypes: [Ingress]
          ingress:
            - ports: [{ port: 80 }]
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const spec = specOf(resource);
    const place = pairOf(resource.root, "spec")?.key;
    const egress = pairOf(spec, "egress");
    if (!spec || !place || !lacks(spec, "policyTypes")) return;
    // An empty list of egress rules is worse than unclear, and said to be so.
    if (egress && itemsOf(egress.value).length === 0) return;
    const types = egress ? "[Ingress, Egress]" : "[Ingress]";
    yield {
      span: spanOf(place),
      message: {
        en: `This policy means ${quoted(`policyTypes: ${types}`)} without saying so.`,
        vi: `Policy này ngầm hiểu là ${quoted(`policyTypes: ${types}`)}.`,
      },
      fixes: () => {
        const title = { en: `Add ${quoted(`policyTypes: ${types}`)}`, vi: `Thêm ${quoted(`policyTypes: ${types}`)}` };
        const before = pairOf(spec, "ingress") ?? egress;
        const edits = insertEntry(doc, spec, "policyTypes", types, before ? { before } : "end");
        return [{ title, preferred: true, safe: true, edits }];
      },
    };
  },
});
