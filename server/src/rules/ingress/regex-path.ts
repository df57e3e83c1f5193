import { change } from "../fixes.ts";
import { mapAt, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { pathsOf, specOf } from "./ingress.ts";

export default objectRule({
  id: "ingress/regex-path",
  severity: "warning",
  since: "0.1.0",
  kinds: ["Ingress"],
  docs: {
    title: { en: "Regular expression taken as plain text", vi: "Biểu thức chính quy bị coi là văn bản thường" },
    why: {
      en: "`Exact` and `Prefix` compare paths letter by letter, so `.*` and groups match only themselves, and some controllers refuse them. Expressions need `ImplementationSpecific`.",
      vi: "`Exact` và `Prefix` so từng ký tự nên `.*` hay nhóm chỉ khớp chính nó, có controller còn từ chối. Biểu thức cần `ImplementationSpecific`.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/ingress/#path-types"],
  },
  bad: [
    {
      title: { en: "An expression with Prefix", vi: "Biểu thức đi với Prefix" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: gio-hang
        spec:
          rules:
            - http:
                paths:
                  - path: /api(/|$)(.*) #! @/api(/|$)(.*)
                    pathType: Prefix
                    backend: { service: { name: api, port: { number: 80 } } }
      `,
      fixed: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: gio-hang
        spec:
          rules:
            - http:
                paths:
                  - path: /api(/|$)(.*)
                    pathType: ImplementationSpecific
                    backend: { service: { name: api, port: { number: 80 } } }
      `,
    },
  ],
  good: [
    {
      title: { en: "The controller decides", vi: "Để controller quyết định" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: gio-hang
        spec:
          rules:
            - http:
                paths:
                  - path: /api(/|$)(.*)
                    pathType: ImplementationSpecific
                    backend: { service: { name: api, port: { number: 80 } } }
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const annotations = mapAt(resource.root, "metadata", "annotations");
    // ingress-nginx takes every path for an expression when these ask for it.
    if (annotations?.entries.some(({ key }) => /\/(?:use-regex|rewrite-target)$/.test(key.text))) return;
    for (const { path } of pathsOf(specOf(resource))) {
      const node = scalarAt(path, "path");
      const type = scalarAt(path, "pathType");
      if (!node || !type || (type.text !== "Prefix" && type.text !== "Exact")) continue;
      if (!/^\/.*(?:\.\*|\.\+|\(.*\)|\[.*\]|\|)/.test(node.text)) continue;
      yield {
        span: spanOf(node),
        message: {
          en: `${quoted(type.text)} takes the expression ${quoted(node.text)} for plain text.`,
          vi: `${quoted(type.text)} coi biểu thức ${quoted(node.text)} là văn bản thường.`,
        },
        fixes: () => [change(doc, type, "ImplementationSpecific")],
      };
    }
  },
});
