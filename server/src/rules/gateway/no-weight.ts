import { numberAt, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { backendsIn, routeRulesOf } from "./routes.ts";

export default objectRule({
  id: "gateway/no-weight",
  severity: "warning",
  awaits: "object",
  since: "0.1.0",
  kinds: ["HTTPRoute", "GRPCRoute", "TCPRoute", "TLSRoute", "UDPRoute"],
  docs: {
    title: { en: "All backends have the weight 0", vi: "Mọi backend đều có trọng số 0" },
    why: {
      en: "A backend with the weight 0 gets no traffic. When all of a rule's backends have it, every request is answered with the status 500.",
      vi: "Backend có trọng số 0 không nhận lưu lượng. Nếu mọi backend của quy tắc đều như vậy thì mọi request nhận mã 500.",
    },
    links: ["https://gateway-api.sigs.k8s.io/guides/traffic-splitting/"],
  },
  bad: [
    {
      title: { en: "Nobody answers", vi: "Không ai trả lời" },
      manifest: `
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata:
          name: gio-hang
        spec:
          rules:
            - backendRefs:
                - name: gio-hang
                  port: 80
                  weight: 0 #! @0
      `,
    },
  ],
  good: [
    {
      title: { en: "The old one is switched off", vi: "Bản cũ đã tắt" },
      manifest: `
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata:
          name: gio-hang
        spec:
          rules:
            - backendRefs:
                - name: gio-hang
                  port: 80
                  weight: 0
                - name: gio-hang-v2
                  port: 80
                  weight: 1
      `,
    },
  ],
  *check(resource) {
    for (const rule of routeRulesOf(resource)) {
      const backends = backendsIn(rule);
      const node = scalarAt(backends[0], "weight");
      if (!node || !backends.every((backend) => numberAt(backend, "weight") === 0)) continue;
      yield {
        span: spanOf(node),
        message: {
          en: "No backend of this rule gets traffic: every weight is 0.",
          vi: "Không backend nào của quy tắc này nhận lưu lượng: mọi trọng số đều bằng 0.",
        },
      };
    }
  },
});
