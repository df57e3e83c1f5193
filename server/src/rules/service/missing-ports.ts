import { deref, pairOf } from "../../yaml/node.ts";
import { lacks, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { serviceOf } from "./service.ts";

export default objectRule({
  id: "service/missing-ports",
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  kinds: ["Service"],
  docs: {
    title: { en: "Service without ports", vi: "Service không có cổng" },
    why: {
      en: "A Service forwards ports, so it has to list at least one. Only a headless Service or one of type `ExternalName` may go without.",
      vi: "Service chuyển tiếp các cổng nên phải có ít nhất một cổng. Chỉ Service headless hoặc kiểu `ExternalName` mới không cần.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/service/"],
  },
  bad: [
    {
      title: { en: "Only a selector", vi: "Chỉ có selector" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec: #! @spec
          selector:
            app: gio-hang
      `,
    },
  ],
  good: [
    {
      title: { en: "A headless Service needs none", vi: "Service headless không cần cổng" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          clusterIP: None
          selector:
            app: gio-hang
      `,
    },
  ],
  *check(resource, subject) {
    const service = serviceOf(resource);
    if (!subject.cursor || !service || service.headless) return;
    if (service.type === undefined || service.type === "ExternalName") return;
    const pair = pairOf(service.spec, "ports");
    const list = deref(pair?.value);
    const isEmpty = list?.type === "seq" && list.items.length === 0;
    const place = pair?.key ?? pairOf(resource.root, "spec")?.key;
    if (!place || !(isEmpty || lacks(service.spec, "ports"))) return;
    // A key that is no field of a Service is most likely `ports` misspelt, and said to be so.
    if (service.spec.entries.some(({ key }) => !subject.cursor?.child("spec")?.child(key.text))) return;
    yield {
      span: spanOf(place),
      message: { en: "This Service lists no port.", vi: "Service này không có cổng nào." },
    };
  },
});
