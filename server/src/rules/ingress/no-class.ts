import { pairOf } from "../../yaml/node.ts";
import { add } from "../fixes.ts";
import { isGiven, lacks, mapAt, spanOf } from "../given.ts";
import { workspaceRule } from "../rule.ts";
import { specOf } from "./ingress.ts";

const CLASS = { group: "networking.k8s.io", kind: "IngressClass" };

export default workspaceRule({
  id: "ingress/no-class",
  severity: "hint",
  profile: "strict",
  since: "0.1.0",
  kinds: ["Ingress"],
  docs: {
    title: { en: "Ingress without a class", vi: "Ingress không ghi lớp" },
    why: {
      en: "Without `ingressClassName` an Ingress belongs to the class that the cluster marks as its default. Where none is marked, no controller takes it; where there are several controllers, it is easy to hit the wrong one.",
      vi: "Không có `ingressClassName` thì Ingress thuộc lớp mặc định của cluster. Nếu không lớp nào được đặt mặc định thì không controller nào nhận; nếu có nhiều controller thì dễ vào nhầm.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/ingress/#default-ingress-class"],
  },
  bad: [
    {
      title: { en: "The default is left to do", vi: "Phó mặc cho mặc định" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
        spec: #! @spec
          defaultBackend: { service: { name: web, port: { number: 80 } } }
        ---
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata:
          name: traefik
        spec:
          controller: traefik.io/ingress-controller
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          ports: [{ port: 80 }]
      `,
      fixed: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
        spec:
          ingressClassName: traefik
          defaultBackend: { service: { name: web, port: { number: 80 } } }
        ---
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata:
          name: traefik
        spec:
          controller: traefik.io/ingress-controller
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          ports: [{ port: 80 }]
      `,
    },
  ],
  good: [
    {
      title: { en: "A class by name", vi: "Ghi rõ lớp" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
        spec:
          ingressClassName: traefik
          defaultBackend: { service: { name: web, port: { number: 80 } } }
        ---
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata:
          name: traefik
        spec:
          controller: traefik.io/ingress-controller
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          ports: [{ port: 80 }]
      `,
    },
  ],
  *check(resource, facts, view) {
    const spec = specOf(resource);
    const pair = pairOf(resource.root, "spec");
    const annotations = mapAt(resource.root, "metadata", "annotations");
    if (!spec || !pair || !lacks(spec, "ingressClassName")) return;
    if (isGiven(pairOf(annotations, "kubernetes.io/ingress.class")?.value)) return;
    yield {
      span: spanOf(pair.key),
      message: {
        en: "Without `ingressClassName` this Ingress is left to the default class of the cluster, if it has one.",
        vi: "Không có `ingressClassName` thì Ingress này tùy lớp mặc định của cluster, nếu có.",
      },
      fixes: () =>
        view
          .visible(CLASS, facts)
          .slice(0, 3)
          .map((entry, i) =>
            add(resource.doc, spec, "ingressClassName", entry.facts.name, { at: "start", preferred: i === 0 }),
          ),
    };
  },
});
