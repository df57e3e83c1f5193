import { pairOf } from "../../yaml/node.ts";
import { change, remove } from "../fixes.ts";
import { isGiven, mapsIn, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { backendsIn, routeRulesOf } from "./routes.ts";

export default objectRule({
  id: "gateway/filter-type",
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  kinds: ["HTTPRoute", "GRPCRoute", "TCPRoute", "TLSRoute", "UDPRoute"],
  docs: {
    title: { en: "Route filter whose settings are of another type", vi: "Bộ lọc của route có cấu hình kiểu khác" },
    why: {
      en: "`type` says which field holds the settings of a filter: `RequestRedirect` needs `requestRedirect`, and so on. That field is required and stands alone.",
      vi: "`type` cho biết trường nào chứa cấu hình bộ lọc: `RequestRedirect` cần `requestRedirect`, và tương tự. Trường đó bắt buộc có và không có trường khác đứng cạnh.",
    },
    links: ["https://gateway-api.sigs.k8s.io/api-types/httproute/#filters-optional"],
  },
  bad: [
    {
      title: { en: "A redirect said to be a rewrite", vi: "Chuyển hướng lại ghi là viết lại URL" },
      manifest: `
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata:
          name: gio-hang
        spec:
          rules:
            - filters:
                - type: URLRewrite #! @URLRewrite
                  requestRedirect: { scheme: https }
      `,
      fixed: `
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata:
          name: gio-hang
        spec:
          rules:
            - filters:
                - type: RequestRedirect
                  requestRedirect: { scheme: https }
      `,
    },
  ],
  good: [
    {
      title: { en: "The field that the type names", vi: "Đúng trường mà kiểu chỉ ra" },
      manifest: `
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata:
          name: gio-hang
        spec:
          rules:
            - filters:
                - type: RequestRedirect
                  requestRedirect: { scheme: https }
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    for (const rule of routeRulesOf(resource))
      for (const holder of [rule, ...backendsIn(rule)])
        for (const filter of mapsIn(pairOf(holder, "filters")?.value)) {
          const type = scalarAt(filter, "type");
          const wanted = type && SETTINGS[type.text];
          if (!type || wanted === undefined) continue;
          const present = Object.values(SETTINGS).flatMap((field) => pairOf(filter, field) ?? []);
          const others = present.filter(({ key, value }) => key.text !== wanted && isGiven(value));
          const hasOwn = present.some(({ key, value }) => key.text === wanted && isGiven(value));
          const [other] = others;
          if (hasOwn && !other) continue;
          // A field that no filter has explains what is missing, and is said to be unknown.
          if (!hasOwn && !other && filter.entries.length > 1) continue;
          yield {
            span: spanOf(hasOwn && other ? other.key : type),
            message:
              hasOwn && other
                ? {
                    en: `A filter of type ${quoted(type.text)} may not have ${quoted(other.key.text)}.`,
                    vi: `Bộ lọc kiểu ${quoted(type.text)} không được có ${quoted(other.key.text)}.`,
                  }
                : {
                    en: `A filter of type ${quoted(type.text)} needs ${quoted(wanted)}.`,
                    vi: `Bộ lọc kiểu ${quoted(type.text)} cần có ${quoted(wanted)}.`,
                  },
            fixes: () => {
              if (!other) return [];
              if (hasOwn) return [remove(doc, filter, other)];
              const right = Object.keys(SETTINGS).find((name) => SETTINGS[name] === other.key.text);
              return right === undefined ? [] : [change(doc, type, right)];
            },
          };
        }
  },
});

const SETTINGS: Readonly<Record<string, string>> = {
  CORS: "cors",
  ExtensionRef: "extensionRef",
  RequestHeaderModifier: "requestHeaderModifier",
  RequestMirror: "requestMirror",
  RequestRedirect: "requestRedirect",
  ResponseHeaderModifier: "responseHeaderModifier",
  URLRewrite: "urlRewrite",
};
