import { deref, pairOf } from "../../yaml/node.ts";
import { lacks, mapAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { rulesOf, specOf } from "./ingress.ts";

export default objectRule({
  id: "ingress/no-rules",
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  kinds: ["Ingress"],
  docs: {
    title: { en: "Ingress without rules", vi: "Ingress không có quy tắc" },
    why: {
      en: "An Ingress needs `rules` or a `defaultBackend`, and a rule with `http` at least one path; otherwise it leads nowhere and is rejected.",
      vi: "Ingress cần có `rules` hoặc `defaultBackend`, quy tắc có `http` cần ít nhất một đường dẫn; nếu không thì không dẫn tới đâu và bị từ chối.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/ingress/"],
  },
  bad: [
    {
      title: { en: "Only a certificate", vi: "Chỉ có chứng chỉ" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: gio-hang
        spec: #! @spec
          tls:
            - secretName: gio-hang-tls
      `,
    },
  ],
  good: [
    {
      title: { en: "Only a default backend", vi: "Chỉ có backend mặc định" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: gio-hang
        spec:
          defaultBackend:
            service: { name: gio-hang, port: { number: 80 } }
      `,
    },
  ],
  *check(resource, subject) {
    const spec = specOf(resource);
    const pair = pairOf(spec, "rules");
    const list = deref(pair?.value);
    const isEmpty = list?.type === "seq" && list.items.length === 0;
    const known = subject.cursor?.child("spec");
    if (!spec || !known) return;
    if ((isEmpty || lacks(spec, "rules")) && lacks(spec, "defaultBackend")) {
      const place = pair?.key ?? pairOf(resource.root, "spec")?.key;
      // A key that is no field of an Ingress is said to be that, and may well be `rules` misspelt.
      if (!place || spec.entries.some(({ key }) => !known.child(key.text))) return;
      return yield {
        span: spanOf(place),
        message: {
          en: "An Ingress needs `rules` or a `defaultBackend`.",
          vi: "Ingress cần có `rules` hoặc `defaultBackend`.",
        },
      };
    }
    for (const rule of rulesOf(spec)) {
      const paths = pairOf(mapAt(rule, "http"), "paths");
      const items = deref(paths?.value);
      if (paths && items?.type === "seq" && items.items.length === 0)
        yield {
          span: spanOf(paths.key),
          message: { en: "A rule with `http` needs a path.", vi: "Quy tắc có `http` cần ít nhất một đường dẫn." },
        };
    }
  },
});
