import { isDnsSubdomain } from "../../base/names.ts";
import { itemsOf, pairOf } from "../../yaml/node.ts";
import { parseAddress } from "../address.ts";
import { change } from "../fixes.ts";
import { isA, mapsIn, scalarAt, spanOf, textsIn } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default objectRule({
  id: "service/endpoint-address",
  severity: "error",
  awaits: "object",
  since: "0.1.0",
  kinds: ["EndpointSlice"],
  docs: {
    title: { en: "Endpoint address of another type", vi: "Địa chỉ endpoint không đúng loại" },
    why: {
      en: "All addresses of an EndpointSlice are of its `addressType`: `IPv4`, `IPv6` or `FQDN`. An endpoint needs at least one.",
      vi: "Mọi địa chỉ trong EndpointSlice đều thuộc `addressType`: `IPv4`, `IPv6` hoặc `FQDN`. Mỗi endpoint cần ít nhất một địa chỉ.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/"],
  },
  bad: [
    {
      title: { en: "A host name among addresses", vi: "Tên máy giữa các địa chỉ" },
      manifest: `
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata:
          name: co-so-du-lieu-1
          labels:
            kubernetes.io/service-name: co-so-du-lieu
        addressType: IPv4
        endpoints:
          - addresses: [db.example.com] #! @db.example.com
      `,
    },
    {
      title: { en: "All addresses are of the other family", vi: "Mọi địa chỉ đều thuộc họ kia" },
      manifest: `
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata:
          name: co-so-du-lieu-1
          labels:
            kubernetes.io/service-name: co-so-du-lieu
        addressType: IPv6
        endpoints:
          - addresses:
              - 10.0.0.7 #! @10.0.0.7
      `,
      fixed: `
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata:
          name: co-so-du-lieu-1
          labels:
            kubernetes.io/service-name: co-so-du-lieu
        addressType: IPv4
        endpoints:
          - addresses:
              - 10.0.0.7
      `,
    },
  ],
  good: [
    {
      title: { en: "Addresses of the type", vi: "Địa chỉ đúng loại" },
      manifest: `
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata:
          name: co-so-du-lieu-1
          labels:
            kubernetes.io/service-name: co-so-du-lieu
        addressType: IPv4
        ports: [{ port: 5432 }]
        endpoints:
          - addresses: [10.0.0.7]
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const type = isA(resource, "discovery.k8s.io", "EndpointSlice")
      ? scalarAt(resource.root, "addressType")
      : undefined;
    if (!type) return;
    const nodes = mapsIn(pairOf(resource.root, "endpoints")?.value).flatMap((endpoint) =>
      textsIn(pairOf(endpoint, "addresses")?.value),
    );
    const types = new Set(nodes.map(({ text }) => typeOf(text)));
    const [other] = types;
    for (const node of nodes) {
      const found = typeOf(node.text);
      if (found === type.text || (type.text === "FQDN" && isDnsSubdomain(node.text))) continue;
      yield {
        span: spanOf(node),
        message: {
          en: `${quoted(node.text)} is not an address of the type ${quoted(type.text)}.`,
          vi: `${quoted(node.text)} không phải là địa chỉ loại ${quoted(type.text)}.`,
        },
        fixes: () => (types.size === 1 && other !== undefined ? [change(doc, type, other)] : []),
      };
    }
    for (const endpoint of mapsIn(pairOf(resource.root, "endpoints")?.value)) {
      const pair = pairOf(endpoint, "addresses");
      const list = pair?.value;
      if (pair && list?.type === "seq" && itemsOf(list).length === 0)
        yield {
          span: spanOf(pair.key),
          message: { en: "An endpoint needs at least one address.", vi: "Endpoint cần ít nhất một địa chỉ." },
        };
    }
  },
});

function typeOf(text: string): "IPv4" | "IPv6" | "FQDN" | undefined {
  const address = parseAddress(text);
  if (address) return address.bits === 32 ? "IPv4" : "IPv6";
  return isDnsSubdomain(text) ? "FQDN" : undefined;
}
