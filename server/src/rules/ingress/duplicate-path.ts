import type { YScalar } from "../../yaml/node.ts";
import { scalarAt, spanOf, textAt } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { pathsOf, specOf } from "./ingress.ts";

export default objectRule({
  id: "ingress/duplicate-path",
  severity: "warning",
  awaits: "block",
  since: "0.1.0",
  kinds: ["Ingress"],
  docs: {
    title: { en: "One host and path given twice", vi: "Một host và đường dẫn ghi hai lần" },
    why: {
      en: "Two rules for the same host, path and path type leave it to the controller which backend answers; mostly the second never does.",
      vi: "Hai quy tắc cùng host, đường dẫn và kiểu đường dẫn thì controller tự chọn backend trả lời; thường là backend thứ hai không bao giờ được gọi.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/ingress/#multiple-matches"],
  },
  bad: [
    {
      title: { en: "Two backends for one path", vi: "Hai backend cho một đường dẫn" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: gio-hang
        spec:
          rules:
            - host: cua-hang.example.com
              http:
                paths:
                  - path: /api
                    pathType: Prefix
                    backend: { service: { name: api, port: { number: 80 } } }
                  - path: /api #! @/api
                    pathType: Prefix
                    backend: { service: { name: api-v2, port: { number: 80 } } }
      `,
    },
  ],
  good: [
    {
      title: { en: "The longer path wins", vi: "Đường dẫn dài hơn được chọn" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: gio-hang
        spec:
          rules:
            - host: cua-hang.example.com
              http:
                paths:
                  - path: /api
                    pathType: Prefix
                    backend: { service: { name: api, port: { number: 80 } } }
                  - path: /api/v2
                    pathType: Prefix
                    backend: { service: { name: api-v2, port: { number: 80 } } }
      `,
    },
  ],
  *check(resource) {
    const seen = new Map<string, YScalar>();
    for (const { rule, path } of pathsOf(specOf(resource))) {
      const node = scalarAt(path, "path");
      const type = textAt(path, "pathType");
      const host = scalarAt(rule, "host");
      if (!node || type === undefined || (!host && rule.entries.some(({ key }) => key.text === "host"))) continue;
      const key = [host?.text ?? "", type, node.text].join(" ");
      const first = seen.get(key);
      if (!first) seen.set(key, node);
      else
        yield {
          span: spanOf(node),
          message: {
            en: `The path ${quoted(node.text)} of this host has a backend already.`,
            vi: `Đường dẫn ${quoted(node.text)} của host này đã có backend.`,
          },
          related: [{ span: spanOf(first), message: { en: "First given here.", vi: "Đã ghi ở đây." } }],
        };
    }
  },
});
