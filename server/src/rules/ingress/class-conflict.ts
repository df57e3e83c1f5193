import { pairOf } from "../../yaml/node.ts";
import { change, remove } from "../fixes.ts";
import { mapAt, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { specOf } from "./ingress.ts";

const ANNOTATION = "kubernetes.io/ingress.class";

export default objectRule({
  id: "ingress/class-conflict",
  severity: "error",
  since: "0.1.0",
  kinds: ["Ingress"],
  docs: {
    title: { en: "Two different Ingress classes", vi: "Hai lớp Ingress khác nhau" },
    why: {
      en: "The annotation `kubernetes.io/ingress.class` is the old way to choose a class. When `ingressClassName` is there too and says something else, the API server rejects the object.",
      vi: "Annotation `kubernetes.io/ingress.class` là cách cũ để chọn lớp. Nếu có cả `ingressClassName` mà giá trị khác nhau, API server từ chối đối tượng.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/ingress/#deprecated-annotation"],
  },
  bad: [
    {
      title: { en: "The annotation and the field disagree", vi: "Annotation và trường không khớp" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: gio-hang
          annotations:
            team: cua-hang
            kubernetes.io/ingress.class: traefik #! @traefik
        spec:
          ingressClassName: nginx
          rules: [{ host: cua-hang.example.com }]
      `,
      fixed: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: gio-hang
          annotations:
            team: cua-hang
        spec:
          ingressClassName: nginx
          rules: [{ host: cua-hang.example.com }]
      `,
    },
  ],
  good: [
    {
      title: { en: "Only the field", vi: "Chỉ có trường" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: gio-hang
        spec:
          ingressClassName: nginx
          rules: [{ host: cua-hang.example.com }]
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const spec = specOf(resource);
    const annotations = mapAt(resource.root, "metadata", "annotations");
    const field = scalarAt(spec, "ingressClassName");
    const pair = pairOf(annotations, ANNOTATION);
    const node = scalarAt(pair?.value);
    if (!annotations || !field || !pair || !node || node.text === field.text) return;
    yield {
      span: spanOf(node),
      message: {
        en: `The annotation chooses the class ${quoted(node.text)}, \`ingressClassName\` chooses ${quoted(field.text)}.`,
        vi: `Annotation chọn lớp ${quoted(node.text)} còn \`ingressClassName\` chọn ${quoted(field.text)}.`,
      },
      fixes: () => [remove(doc, annotations, pair), change(doc, field, node.text, { preferred: false })],
    };
  },
});
