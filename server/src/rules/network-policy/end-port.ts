import type { Edit } from "../../base/span.ts";
import { setScalar } from "../../yaml/edit.ts";
import { pairOf } from "../../yaml/node.ts";
import { integerValue } from "../../yaml/scalar.ts";
import { remove } from "../fixes.ts";
import { lacks, scalarAt, spanOf } from "../given.ts";
import { type Fix, objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { portsOf, specOf } from "./policy.ts";

export default objectRule({
  id: "network-policy/end-port",
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  kinds: ["NetworkPolicy"],
  docs: {
    title: { en: "Range of ports without a start", vi: "Khoảng cổng không có cổng đầu hợp lệ" },
    why: {
      en: "`endPort` ends the range that begins with `port`: `port` has to be a number, and not a larger one.",
      vi: "`endPort` là cổng cuối của khoảng bắt đầu từ `port`: `port` phải là số và không lớn hơn.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/network-policies/#targeting-a-range-of-ports"],
  },
  bad: [
    {
      title: { en: "The two numbers are swapped", vi: "Hai số bị đổi chỗ" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: cho-phep-web
        spec:
          podSelector: {}
          ingress:
            - ports:
                - port: 32768
                  endPort: 32000 #! @32000
      `,
      fixed: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: cho-phep-web
        spec:
          podSelector: {}
          ingress:
            - ports:
                - port: 32000
                  endPort: 32768
      `,
    },
    {
      title: { en: "A named port has no range", vi: "Cổng ghi bằng tên không có khoảng" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: cho-phep-web
        spec:
          podSelector: {}
          ingress:
            - ports:
                - port: http
                  endPort: 9000 #! @9000
      `,
      fixed: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: cho-phep-web
        spec:
          podSelector: {}
          ingress:
            - ports:
                - port: http
      `,
    },
  ],
  good: [
    {
      title: { en: "A range", vi: "Một khoảng cổng" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: cho-phep-web
        spec:
          podSelector: {}
          ingress:
            - ports:
                - port: 32000
                  endPort: 32768
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    for (const map of portsOf(specOf(resource))) {
      const [pair, end, start] = [pairOf(map, "endPort"), scalarAt(map, "endPort"), scalarAt(map, "port")];
      const last = end && integerValue(end);
      if (!pair || !end || last === undefined) continue;
      const first = start && integerValue(start);
      if (start && first !== undefined) {
        if (first <= last) continue;
        const edits: readonly Edit[] = [...setScalar(doc, start, end.text), ...setScalar(doc, end, start.text)];
        const title = { en: "Swap `port` and `endPort`", vi: "Đổi chỗ `port` và `endPort`" };
        const swap: Fix = { title, preferred: true, safe: false, edits };
        yield {
          span: spanOf(end),
          message: {
            en: `\`endPort\` ${quoted(end.text)} is less than \`port\` ${quoted(start.text)}.`,
            vi: `\`endPort\` ${quoted(end.text)} nhỏ hơn \`port\` ${quoted(start.text)}.`,
          },
          fixes: () => [swap, remove(doc, map, pair, { preferred: false })],
        };
      } else if (start || lacks(map, "port"))
        yield {
          span: spanOf(end),
          message: {
            en: "`endPort` needs a `port` given by number.",
            vi: "`endPort` cần `port` ghi bằng số.",
          },
          fixes: () => [remove(doc, map, pair)],
        };
    }
  },
});
