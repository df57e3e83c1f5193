import { schemaRule } from "../rule.ts";
import { ingress, isOldBackendField } from "./migrate/ingress.ts";

export default schemaRule<"unknown-field">({
  id: "api/old-ingress-backend",
  severity: "error",
  since: "0.1.0",
  problems: ["unknown-field"],
  docs: {
    title: { en: "Ingress backend of the old form", vi: "Backend của Ingress viết theo dạng cũ" },
    why: {
      en: "Since `networking.k8s.io/v1` a backend names its Service in `service.name` and `service.port`. Examples on the web often still show the form of `v1beta1`.",
      vi: "Từ `networking.k8s.io/v1`, backend ghi Service trong `service.name` và `service.port`. Ví dụ trên mạng thường vẫn theo dạng của `v1beta1`.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/ingress/"],
  },
  bad: [
    {
      title: { en: "`serviceName` under the new version", vi: "`serviceName` dưới phiên bản mới" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: cua-hang
        spec:
          rules:
            - host: cua-hang.example.com
              http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend:
                      serviceName: gio-hang-web #! @serviceName
                      servicePort: 80
      `,
      fixed: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: cua-hang
        spec:
          rules:
            - host: cua-hang.example.com
              http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend:
                      service:
                        name: gio-hang-web
                        port:
                          number: 80
      `,
    },
  ],
  good: [
    {
      title: { en: "A Service by name and port", vi: "Service ghi bằng tên và cổng" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: cua-hang
        spec:
          rules:
            - host: cua-hang.example.com
              http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend:
                      service:
                        name: gio-hang-web
                        port:
                          number: 80
      `,
    },
  ],
  finding(problem, { root }, { doc }) {
    const { map, pair, start, end } = problem;
    const first = map.entries.find(({ key }) => key.text === "serviceName" || key.text === "servicePort");
    if (!isOldBackendField(problem) || first !== pair) return undefined;
    return {
      span: { start, end },
      message: {
        en: "`serviceName` and `servicePort` are now `service.name` and `service.port`.",
        vi: "`serviceName` và `servicePort` nay là `service.name` và `service.port`.",
      },
      fixes: () => {
        const edits = ingress(root, doc);
        const title = { en: "Convert the backends of this Ingress", vi: "Chuyển đổi các backend của Ingress này" };
        return edits ? [{ title, preferred: true, safe: true, edits }] : [];
      },
    };
  },
});
