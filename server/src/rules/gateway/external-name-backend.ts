import { pairOf } from "../../yaml/node.ts";
import { isGiven, scalarAt, spanOf, textAt } from "../given.ts";
import { workspaceRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { file, route } from "./example.ts";
import { backendsIn, ROUTE_KINDS, routeRulesOf } from "./routes.ts";

export default workspaceRule({
  id: "gateway/external-name-backend",
  severity: "hint",
  since: "0.1.0",
  kinds: ROUTE_KINDS,
  docs: {
    title: { en: "Route to an ExternalName Service", vi: "Route tới Service kiểu ExternalName" },
    why: {
      en: "An ExternalName Service is an alias in DNS and has no endpoints. Gateway API advises implementations against following it, so that many answer with an error.",
      vi: "Service kiểu ExternalName chỉ là bí danh trong DNS, không có endpoint. Gateway API khuyên các bản cài đặt không đi theo nó nên nhiều bản trả về lỗi.",
    },
    links: ["https://gateway-api.sigs.k8s.io/guides/security-model/"],
  },
  bad: [
    {
      title: { en: "Out of the cluster by way of DNS", vi: "Ra ngoài cluster qua DNS" },
      manifest: file(
        route("thanh-toan", ["rules: [{ backendRefs: [{ name: thanh-toan, port: 443 }] }] #! @thanh-toan"]),
        "apiVersion: v1\nkind: Service\nmetadata:\n  name: thanh-toan\n  namespace: cua-hang\nspec:\n  type: ExternalName\n  externalName: pay.example.com\n  ports: [{ port: 443 }]\n",
      ),
    },
  ],
  good: [
    {
      title: { en: "A Service with endpoints", vi: "Service có endpoint" },
      manifest: file(
        route("thanh-toan", ["rules: [{ backendRefs: [{ name: thanh-toan, port: 443 }] }]"]),
        "apiVersion: v1\nkind: Service\nmetadata:\n  name: thanh-toan\n  namespace: cua-hang\nspec:\n  ports: [{ port: 443 }]\n",
      ),
    },
  ],
  *check(resource, facts, view) {
    for (const rule of routeRulesOf(resource))
      for (const backend of backendsIn(rule)) {
        const name = scalarAt(backend, "name");
        if (!name || isGiven(pairOf(backend, "group")?.value) || (textAt(backend, "kind") ?? "Service") !== "Service")
          continue;
        const target = { group: "", kind: "Service", name: name.text, namespace: textAt(backend, "namespace") };
        const found = view.find(target, facts);
        if (found.length === 0 || found.some((entry) => entry.facts.network?.kind !== "external-name")) continue;
        yield {
          span: spanOf(name),
          message: {
            en: `${quoted(name.text)} is an ExternalName Service: it has no endpoints, and many Gateways refuse it.`,
            vi: `${quoted(name.text)} là Service kiểu ExternalName: không có endpoint và nhiều Gateway từ chối.`,
          },
        };
      }
  },
});
