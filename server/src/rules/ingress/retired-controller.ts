import { pairOf } from "../../yaml/node.ts";
import { mapAt, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { specOf } from "./ingress.ts";

export default objectRule({
  id: "ingress/retired-controller",
  severity: "hint",
  profile: "strict",
  since: "0.1.0",
  kinds: ["Ingress"],
  docs: {
    title: { en: "Settings for ingress-nginx", vi: "Cấu hình cho ingress-nginx" },
    why: {
      en: "The project ingress-nginx was retired in March 2026 and gets no fixes any more. Its annotations mean nothing to other controllers; Gateway API has fields for most of them.",
      vi: "Dự án ingress-nginx đã ngừng từ tháng 03/2026 và không còn được vá lỗi. Controller khác không hiểu các annotation này; Gateway API có trường thay cho phần lớn.",
    },
    links: ["https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/"],
  },
  bad: [
    {
      title: { en: "An annotation of that controller", vi: "Annotation của controller đó" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            nginx.ingress.kubernetes.io/proxy-body-size: 8m #! @nginx.ingress.kubernetes.io/proxy-body-size
        spec:
          ingressClassName: nginx
          defaultBackend: { service: { name: web, port: { number: 80 } } }
      `,
    },
  ],
  good: [
    {
      title: { en: "Another controller", vi: "Controller khác" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
        spec:
          ingressClassName: traefik
          defaultBackend: { service: { name: web, port: { number: 80 } } }
      `,
    },
  ],
  *check(resource) {
    if (!specOf(resource)) return;
    const annotations = mapAt(resource.root, "metadata", "annotations");
    const [first] = (annotations?.entries ?? []).filter(({ key }) => key.text.startsWith(PREFIX));
    if (!first || !scalarAt(pairOf(annotations, first.key.text)?.value)) return;
    yield {
      span: spanOf(first.key),
      message: {
        en: `Only ingress-nginx, which is retired, reads ${quoted(`${PREFIX}*`)}; plan to move to another controller.`,
        vi: `Chỉ ingress-nginx, dự án đã ngừng, đọc ${quoted(`${PREFIX}*`)}; nên chuyển sang controller khác.`,
      },
    };
  },
});

const PREFIX = "nginx.ingress.kubernetes.io/";
