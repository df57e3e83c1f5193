import { isDnsSubdomain } from "../../base/names.ts";
import { pairOf } from "../../yaml/node.ts";
import { parseAddress } from "../address.ts";
import { change } from "../fixes.ts";
import { lacks, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { serviceOf } from "./service.ts";

export default objectRule({
  id: "service/bad-external-name",
  severity: "error",
  awaits: "object",
  since: "0.1.0",
  kinds: ["Service"],
  docs: {
    title: { en: "externalName that is no DNS name", vi: "externalName không phải là tên DNS" },
    why: {
      en: "A Service of type `ExternalName` is an alias in DNS: it needs a host name and nothing else. A scheme, port or path is rejected; an IP address is taken for a name that nobody can resolve.",
      vi: "Service kiểu `ExternalName` là bí danh trong DNS: chỉ cần một tên máy. Giao thức, cổng, đường dẫn bị từ chối; địa chỉ IP thì bị coi là một cái tên không ai phân giải được.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/service/#externalname"],
  },
  bad: [
    {
      title: { en: "A URL instead of a host name", vi: "URL thay vì tên máy" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: co-so-du-lieu
        spec:
          type: ExternalName
          externalName: https://db.example.com:5432/app #! @https://db.example.com:5432/app
      `,
      fixed: `
        apiVersion: v1
        kind: Service
        metadata:
          name: co-so-du-lieu
        spec:
          type: ExternalName
          externalName: db.example.com
      `,
    },
    {
      title: { en: "No name at all", vi: "Không có tên" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: co-so-du-lieu
        spec:
          type: ExternalName #! @ExternalName
      `,
    },
    {
      title: { en: "An IP address", vi: "Địa chỉ IP" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: co-so-du-lieu
        spec:
          type: ExternalName
          externalName: 10.0.0.7 #! @10.0.0.7 "EndpointSlice"
      `,
    },
  ],
  good: [
    {
      title: { en: "A host name", vi: "Tên máy" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: co-so-du-lieu
        spec:
          type: ExternalName
          externalName: db.example.com.
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const service = serviceOf(resource);
    if (service?.type !== "ExternalName") return;
    const { spec } = service;
    const type = pairOf(spec, "type")?.value;
    const node = scalarAt(spec, "externalName");
    if (lacks(spec, "externalName") && type)
      return yield {
        span: spanOf(type),
        message: {
          en: "A Service of type `ExternalName` needs `externalName`.",
          vi: "Service kiểu `ExternalName` cần có `externalName`.",
        },
      };
    if (!node) return;
    const name = node.text.replace(/\.$/, "");
    if (parseAddress(name))
      return yield {
        span: spanOf(node),
        severity: name.includes(":") ? "error" : "warning",
        message: {
          en: `\`externalName\` is an alias for a name, not for the address ${quoted(name)}; use an EndpointSlice.`,
          vi: `\`externalName\` là bí danh cho một tên, không phải cho địa chỉ ${quoted(name)}; dùng EndpointSlice.`,
        },
      };
    if (isDnsSubdomain(name)) return;
    const host = hostIn(name);
    yield {
      span: spanOf(node),
      message: {
        en: `${quoted(node.text)} is not a DNS name.`,
        vi: `${quoted(node.text)} không phải là tên DNS.`,
      },
      fixes: () => (host === undefined ? [] : [change(doc, node, host)]),
    };
  },
});

/** The host of something like a URL. */
function hostIn(text: string): string | undefined {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, "")
    .replace(/[/:?#].*$/, "")
    .replace(/\.$/, "");
  return isDnsSubdomain(host) && !parseAddress(host) ? host : undefined;
}
