import { isDnsSubdomain } from "../../base/names.ts";
import { pairOf } from "../../yaml/node.ts";
import { parseAddress } from "../address.ts";
import { choices } from "../fixes.ts";
import { mapsIn, scalarAt, spanOf, textsIn } from "../given.ts";
import { isWildcardSubdomain } from "../names.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { rulesOf, specOf } from "./ingress.ts";

export default objectRule({
  id: "ingress/bad-host",
  severity: "error",
  since: "0.1.0",
  kinds: ["Ingress"],
  docs: {
    title: { en: "Ingress host that is no DNS name", vi: "Host của Ingress không phải là tên DNS" },
    why: {
      en: "`host` is a DNS name in small letters, or `*.` and a name. A scheme, a port, a path or an IP address is rejected.",
      vi: "`host` là tên DNS viết thường, hoặc `*.` kèm một tên. Giao thức, cổng, đường dẫn hay địa chỉ IP đều bị từ chối.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/ingress/#hostname-wildcards"],
  },
  bad: [
    {
      title: { en: "A URL with a port", vi: "URL kèm cổng" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: gio-hang
        spec:
          rules:
            - host: https://cua-hang.example.com:8443 #! @https://cua-hang.example.com:8443
      `,
      fixed: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: gio-hang
        spec:
          rules:
            - host: cua-hang.example.com
      `,
    },
    {
      title: { en: "A wildcard within a label", vi: "Dấu sao nằm giữa nhãn" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: gio-hang
        spec:
          rules:
            - host: "*cua-hang.example.com" #! @"*cua-hang.example.com"
      `,
      fixed: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: gio-hang
        spec:
          rules:
            - host: "*.cua-hang.example.com"
      `,
    },
  ],
  good: [
    {
      title: { en: "A name and a wildcard", vi: "Một tên và một tên có dấu sao" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: gio-hang
        spec:
          rules:
            - host: cua-hang.example.com
            - host: "*.example.com"
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const spec = specOf(resource);
    const hosts = [
      ...rulesOf(spec).flatMap((rule) => scalarAt(rule, "host") ?? []),
      ...mapsIn(pairOf(spec, "tls")?.value).flatMap((tls) => textsIn(pairOf(tls, "hosts")?.value)),
    ];
    for (const node of hosts) {
      const isIp = parseAddress(node.text) !== undefined;
      if (!isIp && (isDnsSubdomain(node.text) || isWildcardSubdomain(node.text))) continue;
      yield {
        span: spanOf(node),
        message: isIp
          ? {
              en: `The host ${quoted(node.text)} is an IP address; it has to be a DNS name.`,
              vi: `Host ${quoted(node.text)} là địa chỉ IP; phải là tên DNS.`,
            }
          : {
              en: `The host ${quoted(node.text)} is not a DNS name.`,
              vi: `Host ${quoted(node.text)} không phải là tên DNS.`,
            },
        fixes: () => choices(doc, node, repairs(node.text)),
      };
    }
  },
});

function repairs(text: string): readonly string[] {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, "")
    .replace(/[/:?#].*$/, "")
    .replace(/\.+$/, "")
    .replace(/\.{2,}/g, ".");
  const wild = /^\*+\.?(.+)$/.exec(host)?.[1];
  const tries = wild === undefined ? [host, host.replaceAll("_", "-")] : [`*.${wild}`];
  return [...new Set(tries)].filter(
    (each) => (isDnsSubdomain(each) || isWildcardSubdomain(each)) && each !== text && !parseAddress(each),
  );
}
