import { insertEntry } from "../../yaml/edit.ts";
import { pairOf } from "../../yaml/node.ts";
import { change } from "../fixes.ts";
import { isGiven, lacks, scalarAt, spanOf, textAt } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { pathsOf, specOf } from "./ingress.ts";

export default objectRule({
  id: "ingress/bad-path",
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  kinds: ["Ingress"],
  docs: {
    title: { en: "Ingress path of the wrong form", vi: "Đường dẫn của Ingress sai dạng" },
    why: {
      en: "A path starts with `/`. With `Exact` and `Prefix` it is required and may hold neither empty steps nor `.`, `..` or an encoded slash.",
      vi: "Đường dẫn bắt đầu bằng `/`. Với `Exact` và `Prefix` thì bắt buộc có, không chứa bước rỗng, `.`, `..` hay dấu gạch chéo đã mã hóa.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/ingress/#path-types"],
  },
  bad: [
    {
      title: { en: "The slash is missing", vi: "Thiếu dấu gạch chéo" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: gio-hang
        spec:
          rules:
            - http:
                paths:
                  - path: api/v1 #! @api/v1
                    pathType: Prefix
                    backend:
                      service: { name: gio-hang, port: { number: 80 } }
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
                  - path: /api/v1
                    pathType: Prefix
                    backend:
                      service: { name: gio-hang, port: { number: 80 } }
      `,
    },
    {
      title: { en: "A prefix that is not given", vi: "Không ghi tiền tố" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: gio-hang
        spec:
          rules:
            - http:
                paths:
                  - pathType: Prefix #! @Prefix
                    backend:
                      service: { name: gio-hang, port: { number: 80 } }
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
                  - path: /
                    pathType: Prefix
                    backend:
                      service: { name: gio-hang, port: { number: 80 } }
      `,
    },
  ],
  good: [
    {
      title: { en: "Every request", vi: "Mọi request" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: gio-hang
        spec:
          rules:
            - http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend:
                      service: { name: gio-hang, port: { number: 80 } }
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    for (const { path: map } of pathsOf(specOf(resource))) {
      const type = scalarAt(map, "pathType");
      const node = scalarAt(map, "path");
      const isStrict = type?.text === "Exact" || type?.text === "Prefix";
      if (!node) {
        if (!isStrict || !type || !lacks(map, "path") || map.entries.some(({ key }) => !FIELDS.includes(key.text)))
          continue;
        const pair = pairOf(map, "pathType");
        yield {
          span: spanOf(type),
          message: {
            en: `\`pathType: ${type.text}\` needs a \`path\`.`,
            vi: `\`pathType: ${type.text}\` cần có \`path\`.`,
          },
          fixes: () => {
            const title = { en: "Add `path: /`", vi: "Thêm `path: /`" };
            const edits = insertEntry(doc, map, "path", "/", pair ? { before: pair } : "start");
            return [{ title, preferred: true, safe: false, edits }];
          },
        };
        continue;
      }
      if (!isGiven(type) || textAt(map, "path") === undefined) continue;
      const fault = faultOf(node.text, isStrict);
      if (!fault) continue;
      yield {
        span: spanOf(node),
        message: fault.message,
        fixes: () => (faultOf(fault.repaired, isStrict) ? [] : [change(doc, node, fault.repaired)]),
      };
    }
  },
});

const FIELDS = ["path", "pathType", "backend"];

function faultOf(path: string, isStrict: boolean) {
  if (!path.startsWith("/"))
    return {
      message: {
        en: `The path ${quoted(path)} has to start with \`/\`.`,
        vi: `Đường dẫn ${quoted(path)} phải bắt đầu bằng \`/\`.`,
      },
      repaired: `/${path}`,
    };
  const bad = isStrict ? (/\/\/|\/\.{1,2}(?=\/|$)|%2f/i.exec(path)?.[0] ?? "") : "";
  if (bad === "") return undefined;
  return {
    message: {
      en: `The path ${quoted(path)} may not contain ${quoted(bad)}.`,
      vi: `Đường dẫn ${quoted(path)} không được chứa ${quoted(bad)}.`,
    },
    repaired: path.replace(/\/{2,}/g, "/").replace(/\/\.(?=\/|$)/g, "") || "/",
  };
}
