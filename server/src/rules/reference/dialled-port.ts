import type { Offer } from "../../model/facts.ts";
import { workspaceRule } from "../rule.ts";
import { either, quoted } from "../wording.ts";
import { DIALLERS, dialledIn } from "./dialled.ts";

const SERVICE = `
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          selector: { app: gio-hang }
          ports:
            - port: 80
              targetPort: 8080
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: gio-hang
        spec:
          selector: { matchLabels: { app: gio-hang } }
          template:
            metadata: { labels: { app: gio-hang } }
            spec:
              containers:
                - name: web
                  image: nginx:1.27
                  ports: [{ containerPort: 8080 }]
      `;

export default workspaceRule({
  id: "reference/dialled-port",
  severity: "warning",
  since: "0.1.0",
  kinds: DIALLERS,
  docs: {
    title: { en: "Address with a port that the Service does not have", vi: "Địa chỉ ghi cổng mà Service không có" },
    why: {
      en: "Whoever calls a Service by its name has to use one of its own ports. The port of the Pods behind it, `targetPort`, is not open at the address of the Service.",
      vi: "Gọi Service bằng tên thì phải dùng một trong các cổng của Service. Cổng của Pod phía sau, `targetPort`, không mở ở địa chỉ của Service.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports"],
  },
  bad: [
    {
      title: { en: "The port of the Pods", vi: "Cổng của Pod" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
        data:
          CART_URL: http://gio-hang:8080/api #! @8080${SERVICE}`,
      fixed: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
        data:
          CART_URL: http://gio-hang:80/api${SERVICE}`,
    },
  ],
  good: [
    {
      title: { en: "The port of the Service", vi: "Cổng của Service" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
        data:
          CART_URL: http://gio-hang:80/api${SERVICE}`,
    },
  ],
  *check(resource, facts, view) {
    if (facts.partial) return;
    for (const { service, port, portSpan } of dialledIn(resource, facts)) {
      if (port === undefined || !portSpan) continue;
      const found = view.find(service, facts);
      const isOpen = found.some(
        ({ facts: { network, partial, gvk } }) => network !== undefined || partial || gvk.kind !== "Service",
      );
      // Who dials a headless Service dials the Pods, and an alias leads who knows where.
      if (found.length === 0 || isOpen || found.some((entry) => view.isPatched(entry))) continue;
      const ports = found.flatMap((entry) => entry.facts.offers.filter(({ part }) => part === "service-port"));
      if (ports.length === 0 || ports.some(({ number }) => number === port)) continue;
      const behind = ports.filter((each) => isTarget(each, port));
      const meant = [...new Set((behind.length > 0 ? behind : ports).map(({ number }) => String(number)))];
      const listed = either(meant);
      yield {
        span: portSpan,
        message:
          behind.length > 0
            ? {
                en: `${quoted(String(port))} is the port of the Pods; the Service ${quoted(service.name)} has ${listed.en}.`,
                vi: `${quoted(String(port))} là cổng của Pod; Service ${quoted(service.name)} dùng ${listed.vi}.`,
              }
            : {
                en: `The Service ${quoted(service.name)} has no port ${quoted(String(port))}; it has ${listed.en}.`,
                vi: `Service ${quoted(service.name)} không có cổng ${quoted(String(port))}; chỉ có ${listed.vi}.`,
              },
        related: found.slice(0, 1).map((entry) => ({
          span: entry.facts.nameSpan,
          entry,
          message: { en: "The Service.", vi: "Service đó." },
        })),
        fixes: () =>
          meant.slice(0, 3).map((number, i) => ({
            title: { en: `Change to ${quoted(number)}`, vi: `Đổi thành ${quoted(number)}` },
            preferred: i === 0 && behind.length > 0,
            safe: false,
            edits: [{ span: portSpan, text: number }],
          })),
      };
    }
  },
});

const isTarget = ({ details }: Offer, port: number): boolean => details?.target === String(port);
