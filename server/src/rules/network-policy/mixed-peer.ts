import type { YDocument } from "../../yaml/document.ts";
import { removeItem } from "../../yaml/edit.ts";
import { deref, pairOf, type YItem, type YMap, type YSeq } from "../../yaml/node.ts";
import { isGiven, lacks, spanOf } from "../given.ts";
import { type Fix, objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { rulesOf, specOf } from "./policy.ts";

export default objectRule({
  id: "network-policy/mixed-peer",
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  kinds: ["NetworkPolicy"],
  docs: {
    title: {
      en: "Peer with an ipBlock and a selector, or with nothing",
      vi: "Peer có cả ipBlock lẫn selector, hoặc trống",
    },
    why: {
      en: "An entry of `from` or `to` is an `ipBlock`, or selectors of Pods and namespaces; addresses and selectors need entries of their own. An entry with nothing in it is rejected.",
      vi: "Mỗi mục của `from` hoặc `to` là `ipBlock`, hoặc là selector của Pod và namespace; địa chỉ và selector phải ở hai mục riêng. Mục trống bị từ chối.",
    },
    links: [
      "https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors",
    ],
  },
  bad: [
    {
      title: { en: "The dash between the two is missing", vi: "Thiếu dấu gạch đầu mục giữa hai peer" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: cho-phep-web
        spec:
          podSelector: {}
          ingress:
            - from:
                - ipBlock:
                    cidr: 10.0.0.0/8
                  podSelector: {} #! @podSelector
      `,
      fixed: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: cho-phep-web
        spec:
          podSelector: {}
          ingress:
            - from:
                - ipBlock:
                    cidr: 10.0.0.0/8
                - podSelector: {}
      `,
    },
    {
      title: { en: "An empty entry", vi: "Mục trống" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: cho-phep-web
        spec:
          podSelector: {}
          ingress:
            - from:
                - {} #! @{}
      `,
    },
  ],
  good: [
    {
      title: { en: "Two entries", vi: "Hai mục riêng" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: cho-phep-web
        spec:
          podSelector: {}
          ingress:
            - from:
                - ipBlock:
                    cidr: 10.0.0.0/8
                - podSelector: {}
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    for (const { peers } of rulesOf(specOf(resource))) {
      const list = deref(peers?.value);
      if (list?.type !== "seq") continue;
      for (const item of list.items) {
        const peer = deref(item.value);
        if (peer?.type !== "map") continue;
        const pair = pairOf(peer, "ipBlock");
        const others = ["namespaceSelector", "podSelector"].flatMap((field) => {
          const other = pairOf(peer, field);
          return other && isGiven(other.value) ? [other] : [];
        });
        const [other] = others.sort((a, b) => a.start - b.start);
        if (pair && other && isGiven(pair.value)) {
          const second = pair.start > other.start ? pair : other;
          yield {
            span: spanOf(second.key),
            message: {
              en: `${quoted(second.key.text)} may not stand in one entry with ${quoted((second === pair ? other : pair).key.text)}.`,
              vi: `${quoted(second.key.text)} không được nằm chung mục với ${quoted((second === pair ? other : pair).key.text)}.`,
            },
            fixes: () => split(doc, peer, second.start),
          };
        } else if (peer.entries.length === 0 || (lacks(peer, "ipBlock") && peer.entries.every(isEmptySelector(peer))))
          yield {
            span: spanOf(peer),
            message: {
              en: "This entry names nobody; leave out the list to mean everybody.",
              vi: "Mục này không chỉ ai; muốn nói tất cả thì bỏ hẳn danh sách.",
            },
            fixes: () => withoutItem(doc, list, item),
          };
      }
    }
  },
});

const isEmptySelector =
  (peer: YMap) =>
  ({ key }: { readonly key: { readonly text: string } }): boolean =>
    ["ipBlock", "podSelector", "namespaceSelector"].includes(key.text) && lacks(peer, key.text);

/** A dash before the entry that comes second, in place of two columns of its indentation. */
function split(doc: YDocument, peer: YMap, at: number): readonly Fix[] {
  const before = doc.text.slice(doc.text.lastIndexOf("\n", at - 1) + 1, at);
  if (peer.flow || !/^ {2,}$/.test(before)) return [];
  const title = { en: "Make it an entry of its own", vi: "Tách thành mục riêng" };
  return [{ title, preferred: true, safe: false, edits: [{ span: { start: at - 2, end: at }, text: "- " }] }];
}

function withoutItem(doc: YDocument, list: YSeq, item: YItem): readonly Fix[] {
  if (list.items.length < 2) return [];
  const title = { en: "Remove this entry", vi: "Xóa mục này" };
  return [{ title, preferred: false, safe: false, edits: removeItem(doc, list, item) }];
}
