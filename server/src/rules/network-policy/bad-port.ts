import { change } from "../fixes.ts";
import { scalarAt, spanOf } from "../given.ts";
import { portFault } from "../port.ts";
import { objectRule } from "../rule.ts";
import { portsOf, specOf } from "./policy.ts";

export default objectRule({
  id: "network-policy/bad-port",
  severity: "error",
  since: "0.1.0",
  kinds: ["NetworkPolicy"],
  docs: {
    title: { en: "Policy port that no container port can have", vi: "Cổng trong policy mà container không thể có" },
    why: {
      en: "`port` is a number from 1 to 65535, or the name of a container port with at least one letter. A number in quotes is taken for a name.",
      vi: "`port` là số từ 1 đến 65535, hoặc tên một cổng của container có ít nhất một chữ cái. Số trong dấu nháy bị coi là tên.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/network-policies/"],
  },
  bad: [
    {
      title: { en: "A number in quotes", vi: "Số trong dấu nháy" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: cho-phep-web
        spec:
          podSelector: {}
          ingress:
            - ports:
                - port: "8080" #! @"8080"
      `,
      fixed: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: cho-phep-web
        spec:
          podSelector: {}
          ingress:
            - ports:
                - port: 8080
      `,
    },
  ],
  good: [
    {
      title: { en: "A number and a name", vi: "Một số và một tên" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: cho-phep-web
        spec:
          podSelector: {}
          ingress:
            - ports:
                - port: 8080
                - port: metrics
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    for (const port of portsOf(specOf(resource))) {
      const node = scalarAt(port, "port");
      const fault = node && portFault(node);
      if (!fault) continue;
      const { repaired } = fault;
      yield {
        span: spanOf(node),
        message: fault.message,
        fixes: () => (repaired === undefined ? [] : [change(doc, node, repaired)]),
      };
    }
  },
});
