import { pairOf } from "../../yaml/node.ts";
import { isGiven, lacks, scalarAt, spanOf, textAt } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { backendsIn, routeRulesOf } from "./routes.ts";

export default objectRule({
  id: "gateway/backend-port",
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  kinds: ["HTTPRoute", "GRPCRoute", "TCPRoute", "TLSRoute", "UDPRoute"],
  docs: {
    title: { en: "Backend Service without its port", vi: "Service phía sau thiếu cổng" },
    why: {
      en: "A route that sends traffic to a Service has to say to which of its ports; the API server rejects a reference without one.",
      vi: "Route gửi lưu lượng tới Service phải ghi cổng nào của Service; API server từ chối tham chiếu không có cổng.",
    },
    links: ["https://gateway-api.sigs.k8s.io/api-types/httproute/#backendrefs-optional"],
  },
  bad: [
    {
      title: { en: "Only the name", vi: "Chỉ có tên" },
      manifest: `
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata:
          name: gio-hang
        spec:
          rules:
            - backendRefs:
                - name: gio-hang #! @gio-hang
      `,
    },
  ],
  good: [
    {
      title: { en: "Name and port", vi: "Tên và cổng" },
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
      `,
    },
  ],
  *check(resource) {
    for (const rule of routeRulesOf(resource))
      for (const backend of backendsIn(rule)) {
        const name = scalarAt(backend, "name");
        const kind = isGiven(pairOf(backend, "kind")?.value) ? textAt(backend, "kind") : "Service";
        const isCore = !isGiven(pairOf(backend, "group")?.value);
        if (!name || !isCore || kind !== "Service" || !lacks(backend, "port")) continue;
        yield {
          span: spanOf(name),
          message: {
            en: `The reference to the Service ${quoted(name.text)} needs a \`port\`.`,
            vi: `Tham chiếu tới Service ${quoted(name.text)} cần có \`port\`.`,
          },
        };
      }
  },
});
