import { pairOf } from "../../yaml/node.ts";
import { parseCidr, repairedCidr } from "../address.ts";
import { change } from "../fixes.ts";
import { mapAt, scalarAt, spanOf, textsIn } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { peersOf, specOf } from "./policy.ts";

export default objectRule({
  id: "network-policy/bad-cidr",
  severity: "error",
  since: "0.1.0",
  kinds: ["NetworkPolicy"],
  docs: {
    title: { en: "Range of addresses that is no CIDR", vi: "Dải địa chỉ không phải là CIDR" },
    why: {
      en: "`cidr` and `except` take ranges such as `10.0.0.0/8`; a single address needs `/32`. Bits behind the prefix are ignored now and will be rejected one day.",
      vi: "`cidr` và `except` nhận dải như `10.0.0.0/8`; một địa chỉ đơn lẻ cần `/32`. Các bit sau tiền tố hiện bị bỏ qua, sau này sẽ bị từ chối.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource"],
  },
  bad: [
    {
      title: { en: "An address without a prefix", vi: "Địa chỉ không có tiền tố" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: cho-phep-van-phong
        spec:
          podSelector: {}
          ingress:
            - from:
                - ipBlock:
                    cidr: 203.0.113.7 #! @203.0.113.7
      `,
      fixed: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: cho-phep-van-phong
        spec:
          podSelector: {}
          ingress:
            - from:
                - ipBlock:
                    cidr: 203.0.113.7/32
      `,
    },
    {
      title: { en: "An address within the range", vi: "Địa chỉ nằm giữa dải" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: cho-phep-van-phong
        spec:
          podSelector: {}
          ingress:
            - from:
                - ipBlock:
                    cidr: 10.1.2.3/16 #! @10.1.2.3/16 "10.1.0.0/16"
      `,
      fixed: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: cho-phep-van-phong
        spec:
          podSelector: {}
          ingress:
            - from:
                - ipBlock:
                    cidr: 10.1.0.0/16
      `,
    },
  ],
  good: [
    {
      title: { en: "A range and an exception", vi: "Một dải và một ngoại lệ" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: cho-phep-van-phong
        spec:
          podSelector: {}
          ingress:
            - from:
                - ipBlock:
                    cidr: 10.0.0.0/8
                    except: [10.1.0.0/16]
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    for (const peer of peersOf(specOf(resource))) {
      const block = mapAt(peer, "ipBlock");
      const nodes = [scalarAt(block, "cidr") ?? [], textsIn(pairOf(block, "except")?.value)].flat();
      for (const node of nodes) {
        const cidr = parseCidr(node.text);
        const written = cidr && `${cidr.address.canonical}/${cidr.prefix}`;
        if (cidr && written === cidr.canonical && (written === node.text || node.text.includes(":"))) continue;
        const meant = cidr?.canonical ?? repairedCidr(node.text);
        yield {
          span: spanOf(node),
          severity: cidr ? "warning" : "error",
          message: cidr
            ? {
                en: `The range ${quoted(node.text)} is read as ${quoted(cidr.canonical)}.`,
                vi: `Dải ${quoted(node.text)} được hiểu là ${quoted(cidr.canonical)}.`,
              }
            : {
                en: `${quoted(node.text)} is not a range such as \`10.0.0.0/8\`.`,
                vi: `${quoted(node.text)} không phải là dải địa chỉ như \`10.0.0.0/8\`.`,
              },
          fixes: () => (meant === undefined ? [] : [change(doc, node, meant, { safe: cidr !== undefined })]),
        };
      }
    }
  },
});
