import { isDnsSubdomain } from "../../base/names.ts";
import { nearest } from "../../base/nearest.ts";
import { pairOf } from "../../yaml/node.ts";
import { choices } from "../fixes.ts";
import { mapsIn, scalarAt, spanOf, textsIn } from "../given.ts";
import { isWildcardSubdomain } from "../names.ts";
import { objectRule } from "../rule.ts";
import { either, quoted } from "../wording.ts";
import { rulesOf, specOf } from "./ingress.ts";

export default objectRule({
  id: "ingress/tls-host",
  severity: "warning",
  awaits: "object",
  since: "0.1.0",
  kinds: ["Ingress"],
  docs: {
    title: { en: "TLS host that no rule serves", vi: "Host TLS không có quy tắc nào phục vụ" },
    why: {
      en: "A certificate is presented for hosts that have rules. A host that stands only under `tls` is a typo, and the real one is served without the certificate.",
      vi: "Chứng chỉ dùng cho các host có quy tắc. Host chỉ có dưới `tls` thường là gõ sai, còn host thật thì không được phục vụ bằng chứng chỉ đó.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/ingress/#tls"],
  },
  bad: [
    {
      title: { en: "Two spellings of one host", vi: "Một host hai cách viết" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: gio-hang
        spec:
          tls:
            - hosts: [cuahang.example.com] #! @cuahang.example.com
              secretName: gio-hang-tls
          rules:
            - host: cua-hang.example.com
      `,
      fixed: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: gio-hang
        spec:
          tls:
            - hosts: [cua-hang.example.com]
              secretName: gio-hang-tls
          rules:
            - host: cua-hang.example.com
      `,
    },
  ],
  good: [
    {
      title: { en: "A wildcard certificate", vi: "Chứng chỉ có dấu sao" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: gio-hang
        spec:
          tls:
            - hosts: ["*.example.com"]
              secretName: gio-hang-tls
          rules:
            - host: cua-hang.example.com
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const spec = specOf(resource);
    const rules = rulesOf(spec);
    const served = rules.flatMap((rule) => scalarAt(rule, "host")?.text ?? []);
    // A rule without a host serves them all; one whose host is not known might.
    if (rules.length === 0 || served.length < rules.length) return;
    // A host that is none is said to be that, and may well be the one meant here.
    if (served.some((host) => !(isDnsSubdomain(host) || isWildcardSubdomain(host)))) return;
    for (const tls of mapsIn(pairOf(spec, "tls")?.value))
      for (const node of textsIn(pairOf(tls, "hosts")?.value)) {
        if (!(isDnsSubdomain(node.text) || isWildcardSubdomain(node.text))) continue;
        if (served.some((host) => covers(node.text, host) || covers(host, node.text))) continue;
        yield {
          span: spanOf(node),
          message: {
            en: `No rule serves the host ${quoted(node.text)}; there is ${either(served).en}.`,
            vi: `Không quy tắc nào phục vụ host ${quoted(node.text)}; có ${either(served).vi}.`,
          },
          fixes: () => {
            const near = nearest(node.text, served);
            return choices(doc, node, near.length > 0 ? near : served.length === 1 ? served : []);
          },
        };
      }
  },
});

const covers = (pattern: string, host: string): boolean =>
  pattern === host || (pattern.startsWith("*.") && host.slice(host.indexOf(".")) === pattern.slice(1));
