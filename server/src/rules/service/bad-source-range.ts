import { pairOf } from "../../yaml/node.ts";
import { parseCidr, repairedCidr } from "../address.ts";
import { change } from "../fixes.ts";
import { spanOf, textsIn } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { serviceOf } from "./service.ts";

export default objectRule({
  id: "service/bad-source-range",
  severity: "error",
  since: "0.1.0",
  kinds: ["Service"],
  docs: {
    title: { en: "Source range that is no CIDR", vi: "Dải nguồn không phải là CIDR" },
    why: {
      en: "`loadBalancerSourceRanges` lists ranges of addresses such as `203.0.113.0/24`; a single address is written with `/32`.",
      vi: "`loadBalancerSourceRanges` liệt kê các dải địa chỉ như `203.0.113.0/24`; một địa chỉ đơn lẻ viết kèm `/32`.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer"],
  },
  bad: [
    {
      title: { en: "The length of the prefix is missing", vi: "Thiếu độ dài tiền tố" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          type: LoadBalancer
          ports: [{ port: 80 }]
          loadBalancerSourceRanges:
            - 203.0.113.7 #! @203.0.113.7
      `,
      fixed: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          type: LoadBalancer
          ports: [{ port: 80 }]
          loadBalancerSourceRanges:
            - 203.0.113.7/32
      `,
    },
  ],
  good: [
    {
      title: { en: "A range and a single address", vi: "Một dải và một địa chỉ đơn lẻ" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          type: LoadBalancer
          ports: [{ port: 80 }]
          loadBalancerSourceRanges:
            - 203.0.113.0/24
            - 2001:db8::1/128
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const service = serviceOf(resource);
    for (const node of textsIn(pairOf(service?.spec, "loadBalancerSourceRanges")?.value)) {
      if (parseCidr(node.text.trim())) continue;
      const repaired = repairedCidr(node.text);
      yield {
        span: spanOf(node),
        message: {
          en: `${quoted(node.text)} is not a range such as \`10.0.0.0/8\`.`,
          vi: `${quoted(node.text)} không phải là dải địa chỉ như \`10.0.0.0/8\`.`,
        },
        fixes: () => (repaired === undefined ? [] : [change(doc, node, repaired)]),
      };
    }
  },
});
