import { itemsOf, pairOf } from "../../yaml/node.ts";
import { parseAddress } from "../address.ts";
import { change, remove } from "../fixes.ts";
import { isGiven, scalarAt, spanOf, textAt, textsIn } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { serviceOf } from "./service.ts";

export default objectRule({
  id: "service/ip-families",
  severity: "error",
  awaits: "object",
  since: "0.1.0",
  kinds: ["Service"],
  docs: {
    title: { en: "IP families in conflict", vi: "Họ địa chỉ IP mâu thuẫn nhau" },
    why: {
      en: "`ipFamilies` names each family once. Two families, or two addresses, need an `ipFamilyPolicy` of dual stack, and a Service of type `ExternalName` has no family at all.",
      vi: "`ipFamilies` ghi mỗi họ một lần. Hai họ, hoặc hai địa chỉ, cần `ipFamilyPolicy` hai họ (dual stack); Service kiểu `ExternalName` thì không có họ nào.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/dual-stack/"],
  },
  bad: [
    {
      title: { en: "Two families with a policy for one", vi: "Hai họ nhưng chính sách chỉ cho một" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          ipFamilyPolicy: SingleStack #! @SingleStack
          ipFamilies: [IPv4, IPv6]
          ports: [{ port: 80 }]
      `,
      fixed: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          ipFamilyPolicy: PreferDualStack
          ipFamilies: [IPv4, IPv6]
          ports: [{ port: 80 }]
      `,
    },
  ],
  good: [
    {
      title: { en: "Dual stack where the cluster has it", vi: "Hai họ nếu cluster hỗ trợ" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          ipFamilyPolicy: PreferDualStack
          ipFamilies: [IPv4, IPv6]
          ports: [{ port: 80 }]
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const service = serviceOf(resource);
    if (!service || service.type === undefined) return;
    const { spec } = service;
    const pair = pairOf(spec, "ipFamilies");
    const families = textsIn(pair?.value);
    if (service.type === "ExternalName") {
      for (const field of ["clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy"]) {
        const extra = pairOf(spec, field);
        if (!extra || !isGiven(extra.value)) continue;
        yield {
          span: spanOf(extra.key),
          message: {
            en: `A Service of type \`ExternalName\` may not have ${quoted(field)}.`,
            vi: `Service kiểu \`ExternalName\` không được có ${quoted(field)}.`,
          },
          fixes: () => [remove(doc, spec, extra)],
        };
      }
      return;
    }
    const twice = families.find((each, index) => families.findIndex(({ text }) => text === each.text) < index);
    if (twice)
      return yield {
        span: spanOf(twice),
        message: {
          en: `The family ${quoted(twice.text)} is listed twice.`,
          vi: `Họ ${quoted(twice.text)} bị ghi hai lần.`,
        },
      };
    const policy = scalarAt(spec, "ipFamilyPolicy");
    const two = families.length === 2 || itemsOf(pairOf(spec, "clusterIPs")?.value).length === 2;
    const single = policy?.text === "SingleStack" || (!isGiven(pairOf(spec, "ipFamilyPolicy")?.value) && two);
    const place = policy ?? pair?.key ?? pairOf(spec, "clusterIPs")?.key;
    if (two && single && place && policy)
      return yield {
        span: spanOf(place),
        message: {
          en: "Two IP families need `ipFamilyPolicy: PreferDualStack` or `RequireDualStack`.",
          vi: "Hai họ địa chỉ IP cần `ipFamilyPolicy: PreferDualStack` hoặc `RequireDualStack`.",
        },
        fixes: () => [change(doc, policy, "PreferDualStack")],
      };
    const first = families[0];
    const address = parseAddress(textAt(spec, "clusterIP") ?? "");
    if (first && address && (address.bits === 32 ? "IPv4" : "IPv6") !== first.text)
      yield {
        span: spanOf(first),
        message: {
          en: `\`clusterIP\` is not an address of the family ${quoted(first.text)}.`,
          vi: `\`clusterIP\` không phải là địa chỉ thuộc họ ${quoted(first.text)}.`,
        },
      };
  },
});
