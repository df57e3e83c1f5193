import type { YDocument } from "../../yaml/document.ts";
import { pairOf, type YMap } from "../../yaml/node.ts";
import { isMergeKey } from "../../yaml/scalar.ts";
import { remove } from "../fixes.ts";
import { isGiven, lacks, mapAt, spanOf } from "../given.ts";
import { type Draft, objectRule } from "../rule.ts";
import { backendsOf, specOf } from "./ingress.ts";

export default objectRule({
  id: "ingress/bad-backend",
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  kinds: ["Ingress"],
  docs: {
    title: { en: "Backend that names no target, or two", vi: "Backend không có đích, hoặc có hai" },
    why: {
      en: "A backend is a `service` or a `resource`, never both. The Service's port is given by `name` or by `number`, and one of the two is required.",
      vi: "Backend là `service` hoặc `resource`, không bao giờ cả hai. Cổng của Service ghi bằng `name` hoặc `number`, bắt buộc có đúng một.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/ingress/"],
  },
  bad: [
    {
      title: { en: "A port by name and by number", vi: "Cổng ghi cả tên lẫn số" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: gio-hang
        spec:
          defaultBackend:
            service:
              name: gio-hang
              port:
                name: http
                number: 80 #! @number
      `,
      fixed: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: gio-hang
        spec:
          defaultBackend:
            service:
              name: gio-hang
              port:
                name: http
      `,
    },
    {
      title: { en: "No port", vi: "Không có cổng" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: gio-hang
        spec:
          defaultBackend:
            service: #! @service
              name: gio-hang
      `,
    },
  ],
  good: [
    {
      title: { en: "A Service and its port", vi: "Service và cổng của nó" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: gio-hang
        spec:
          defaultBackend:
            service:
              name: gio-hang
              port:
                name: http
      `,
    },
  ],
  *check(resource, subject, { doc }) {
    for (const backend of backendsOf(specOf(resource))) {
      const draft = faultOf(backend, doc);
      // A misspelt field explains why the right one seems to be missing.
      const known = ["service", "resource"];
      if (draft && subject.cursor && (draft.ofPort || backend.entries.every(({ key }) => known.includes(key.text))))
        yield draft.draft;
    }
  },
});

function faultOf(backend: YMap, doc: YDocument): { readonly draft: Draft; readonly ofPort: boolean } | undefined {
  const [service, resource] = [pairOf(backend, "service"), pairOf(backend, "resource")];
  if (service && resource && isGiven(service.value) && isGiven(resource.value))
    return {
      ofPort: false,
      draft: {
        span: spanOf(resource.key),
        message: {
          en: "A backend is either a `service` or a `resource`.",
          vi: "Backend chỉ là `service` hoặc `resource`.",
        },
        fixes: () => [
          remove(doc, backend, resource, { preferred: false }),
          remove(doc, backend, service, { preferred: false }),
        ],
      },
    };
  if (lacks(backend, "service") && lacks(backend, "resource")) {
    const place = backend.entries[0]?.key ?? backend;
    return {
      ofPort: false,
      draft: {
        span: spanOf(place),
        message: { en: "This backend names no `service`.", vi: "Backend này không ghi `service`." },
      },
    };
  }
  return service ? portFaultOf(service.key, mapAt(service.value), doc) : undefined;
}

function portFaultOf(
  key: { readonly start: number; readonly end: number },
  service: YMap | undefined,
  doc: YDocument,
): { readonly draft: Draft; readonly ofPort: boolean } | undefined {
  if (!service || service.entries.some((entry) => isMergeKey(entry.key) || !FIELDS.includes(entry.key.text)))
    return undefined;
  const port = mapAt(service, "port");
  const [name, number] = [pairOf(port, "name"), pairOf(port, "number")];
  if (port && name && number && isGiven(name.value) && isGiven(number.value))
    return {
      ofPort: true,
      draft: {
        span: spanOf(number.key),
        message: {
          en: "The port is given by `name` or by `number`, not by both.",
          vi: "Cổng ghi bằng `name` hoặc `number`, không ghi cả hai.",
        },
        fixes: () => [remove(doc, port, number), remove(doc, port, name, { preferred: false })],
      },
    };
  const missing = port
    ? lacks(port, "name") && lacks(port, "number") && port.entries.every((entry) => PORT.includes(entry.key.text))
    : lacks(service, "port");
  if (!missing) return undefined;
  return {
    ofPort: true,
    draft: {
      span: spanOf(pairOf(service, "port")?.key ?? key),
      message: {
        en: "This backend needs the `name` or `number` of a port of its Service.",
        vi: "Backend này cần `name` hoặc `number` của một cổng thuộc Service.",
      },
    },
  };
}

const FIELDS = ["name", "port"];
const PORT = ["name", "number"];
