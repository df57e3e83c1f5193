import { pairOf } from "../../yaml/node.ts";
import { change, remove } from "../fixes.ts";
import { scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { serviceOf } from "./service.ts";

export default objectRule({
  id: "service/headless-type",
  severity: "error",
  since: "0.1.0",
  kinds: ["Service"],
  docs: {
    title: { en: "Headless Service open to the outside", vi: "Service không có IP lại mở ra ngoài" },
    why: {
      en: "`clusterIP: None` means that clients get the addresses of the Pods from DNS. There is no address for a node port or load balancer to forward to, so the API server rejects the pair.",
      vi: "`clusterIP: None` nghĩa là client lấy địa chỉ Pod từ DNS. Node port hay load balancer không có địa chỉ nào để chuyển tiếp tới, nên API server từ chối cặp này.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/service/#headless-services"],
  },
  bad: [
    {
      title: { en: "A headless NodePort", vi: "NodePort không có IP" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          type: NodePort
          clusterIP: None #! @None
          ports:
            - port: 80
      `,
      fixed: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          type: NodePort
          ports:
            - port: 80
      `,
    },
  ],
  good: [
    {
      title: { en: "Headless inside the cluster", vi: "Không có IP, dùng trong cluster" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          clusterIP: None
          ports:
            - port: 80
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const service = serviceOf(resource);
    if (!service?.headless || (service.type !== "NodePort" && service.type !== "LoadBalancer")) return;
    const { spec } = service;
    const pair = pairOf(spec, "clusterIP") ?? pairOf(spec, "clusterIPs");
    const type = scalarAt(spec, "type");
    if (!pair?.value || !type) return;
    yield {
      span: spanOf(pair.value),
      message: {
        en: `A Service of type ${quoted(service.type)} cannot be headless.`,
        vi: `Service kiểu ${quoted(service.type)} không thể là headless.`,
      },
      fixes: () => [remove(doc, spec, pair), change(doc, type, "ClusterIP", { preferred: false })],
    };
  },
});
