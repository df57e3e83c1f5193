import type { YDocument } from "../../yaml/document.ts";
import { insertEntry, insertItem, removeEntry } from "../../yaml/edit.ts";
import { deref, itemsOf, pairOf, type YMap } from "../../yaml/node.ts";
import { isGiven, lacks, spanOf, textsIn } from "../given.ts";
import { type Fix, objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { type Direction, specOf } from "./policy.ts";

export default objectRule({
  id: "network-policy/policy-types",
  severity: "warning",
  awaits: "object",
  since: "0.1.0",
  kinds: ["NetworkPolicy"],
  docs: {
    title: { en: "Rules of a direction that the policy leaves alone", vi: "Quy tắc cho hướng mà policy không xét" },
    why: {
      en: "`policyTypes` decides which directions are restricted. Rules of another direction do nothing, and without the field an empty `egress` list restricts nothing either.",
      vi: "`policyTypes` quyết định hướng nào bị hạn chế. Quy tắc của hướng khác không có tác dụng; không có trường này thì danh sách `egress` trống cũng không hạn chế gì.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource"],
  },
  bad: [
    {
      title: { en: "Egress rules without the type", vi: "Có quy tắc ra nhưng thiếu kiểu" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: han-che-ra
        spec:
          podSelector: {}
          policyTypes:
            - Ingress
          egress: #! @egress
            - to:
                - podSelector: {}
      `,
      fixed: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: han-che-ra
        spec:
          podSelector: {}
          policyTypes:
            - Ingress
            - Egress
          egress:
            - to:
                - podSelector: {}
      `,
    },
    {
      title: { en: "An empty list that denies nothing", vi: "Danh sách trống không chặn gì" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: chan-ra
        spec:
          podSelector: {}
          egress: [] #! @egress
      `,
      fixed: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: chan-ra
        spec:
          podSelector: {}
          policyTypes: [Egress]
          egress: []
      `,
    },
  ],
  good: [
    {
      title: { en: "Both directions are restricted", vi: "Hạn chế cả hai hướng" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: chan-het
        spec:
          podSelector: {}
          policyTypes: [Ingress, Egress]
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const spec = specOf(resource);
    if (!spec) return;
    const pair = pairOf(spec, "policyTypes");
    if (lacks(spec, "policyTypes") || itemsOf(pair?.value).length === 0) {
      const egress = pairOf(spec, "egress");
      const list = deref(egress?.value);
      if (!egress || list?.type !== "seq" || list.items.length > 0) return;
      return yield {
        span: spanOf(egress.key),
        message: {
          en: "Without `policyTypes: [Egress]` an empty `egress` restricts nothing.",
          vi: "Không có `policyTypes: [Egress]` thì `egress` trống không hạn chế gì.",
        },
        fixes: () => {
          const title = { en: "Add `policyTypes: [Egress]`", vi: "Thêm `policyTypes: [Egress]`" };
          const edits = insertEntry(doc, spec, "policyTypes", "[Egress]", { before: egress });
          return [{ title, preferred: true, safe: false, edits }];
        },
      };
    }
    const types = textsIn(pair?.value).map(({ text }) => text);
    if (types.length < itemsOf(pair?.value).length) return;
    for (const [field, direction] of [
      ["ingress", "Ingress"],
      ["egress", "Egress"],
    ] as const) {
      const rules = pairOf(spec, field);
      const isMeant = types.some((type) => type.toLowerCase() === field);
      if (!rules || isMeant || !isGiven(rules.value) || itemsOf(rules.value).length === 0) continue;
      yield {
        span: spanOf(rules.key),
        message: {
          en: `These rules do nothing: \`policyTypes\` does not list ${quoted(direction)}.`,
          vi: `Các quy tắc này không có tác dụng: \`policyTypes\` không ghi ${quoted(direction)}.`,
        },
        fixes: () => repairs(doc, spec, direction, field),
      };
    }
  },
});

function repairs(doc: YDocument, spec: YMap, direction: Direction, field: string): readonly Fix[] {
  const list = deref(pairOf(spec, "policyTypes")?.value);
  const rules = pairOf(spec, field);
  if (list?.type !== "seq" || !rules) return [];
  return [
    {
      title: {
        en: `Add ${quoted(direction)} to \`policyTypes\``,
        vi: `Thêm ${quoted(direction)} vào \`policyTypes\``,
      },
      preferred: true,
      safe: false,
      edits: insertItem(doc, list, direction, direction === "Ingress" ? "start" : "end"),
    },
    {
      title: { en: `Remove ${quoted(field)}`, vi: `Xóa ${quoted(field)}` },
      preferred: false,
      safe: false,
      edits: removeEntry(doc, spec, rules),
    },
  ];
}
