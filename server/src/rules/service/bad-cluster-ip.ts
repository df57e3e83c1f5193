import { itemsOf, pairOf, type YNode } from "../../yaml/node.ts";
import { parseAddress } from "../address.ts";
import { change, remove } from "../fixes.ts";
import { scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { serviceOf } from "./service.ts";

export default objectRule({
  id: "service/bad-cluster-ip",
  severity: "error",
  since: "0.1.0",
  kinds: ["Service"],
  docs: {
    title: { en: "clusterIP that is no address", vi: "clusterIP không phải là địa chỉ" },
    why: {
      en: "`clusterIP` takes an IP address, or `None` for a Service without one. Kubernetes chooses an address when the field is absent.",
      vi: "`clusterIP` là một địa chỉ IP, hoặc `None` nếu Service không cần địa chỉ. Không ghi thì Kubernetes tự chọn.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/service/"],
  },
  bad: [
    {
      title: { en: "`none` in small letters", vi: "`none` viết chữ thường" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          clusterIP: none #! @none
          ports:
            - port: 80
      `,
      fixed: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          clusterIP: None
          ports:
            - port: 80
      `,
    },
  ],
  good: [
    {
      title: { en: "A headless Service", vi: "Service không có IP (headless)" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          clusterIP: None
          ports:
            - port: 80
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const service = serviceOf(resource);
    if (!service || service.type === "ExternalName") return;
    const { spec } = service;
    const given: readonly (YNode | null | undefined)[] = [
      pairOf(spec, "clusterIP")?.value,
      ...itemsOf(pairOf(spec, "clusterIPs")?.value).map(({ value }) => value),
    ];
    for (const each of given) {
      const node = scalarAt(each);
      if (!node || node.text === "None" || parseAddress(node.text)) continue;
      const pair = pairOf(spec, "clusterIP");
      yield {
        span: spanOf(node),
        message: {
          en: `${quoted(node.text)} is neither an IP address nor \`None\`.`,
          vi: `${quoted(node.text)} không phải là địa chỉ IP, cũng không phải \`None\`.`,
        },
        fixes: () => {
          if (/^["']?none["']?$/i.test(node.text)) return [change(doc, node, "None")];
          return pair && pair.value === each ? [remove(doc, spec, pair)] : [];
        },
      };
    }
  },
});
