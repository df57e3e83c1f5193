import { pairOf } from "../../yaml/node.ts";
import { add } from "../fixes.ts";
import { lacks, mapAt, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { serviceWith } from "./example.ts";
import { serviceOf } from "./service.ts";

export default objectRule({
  id: "service/open-load-balancer",
  severity: "hint",
  profile: "strict",
  since: "0.1.0",
  kinds: ["Service"],
  docs: {
    title: { en: "Load balancer open to the whole world", vi: "Load balancer mở cho cả thế giới" },
    why: {
      en: "Without `loadBalancerSourceRanges` most providers let every address in. Where the Service is not meant for everybody, the ranges say who may come.",
      vi: "Không có `loadBalancerSourceRanges` thì đa số nhà cung cấp cho mọi địa chỉ vào. Nếu Service không dành cho tất cả, các dải này cho biết ai được vào.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer"],
  },
  bad: [
    {
      title: { en: "Everybody may come", vi: "Ai cũng vào được" },
      manifest: serviceWith(["type: LoadBalancer #! @LoadBalancer", "ports: [{ port: 443 }]"]),
    },
  ],
  good: [
    {
      title: { en: "For the office", vi: "Dành cho văn phòng" },
      manifest: serviceWith([
        "type: LoadBalancer",
        "loadBalancerSourceRanges: [203.0.113.0/24]",
        "ports: [{ port: 443 }]",
      ]),
    },
  ],
  *check(resource, _subject, { doc }) {
    const service = serviceOf(resource);
    const type = scalarAt(service?.spec, "type");
    if (!service || !type || service.type !== "LoadBalancer" || !lacks(service.spec, "loadBalancerSourceRanges"))
      return;
    const annotations = mapAt(resource.root, "metadata", "annotations")?.entries ?? [];
    // Providers have annotations of their own for balancers of the inner network, and for ranges.
    if (annotations.some(({ key }) => /internal|source-range|scheme|subnet|private/i.test(key.text))) return;
    const pair = pairOf(service.spec, "type");
    yield {
      span: spanOf(type),
      message: {
        en: "Every address may reach this load balancer: `loadBalancerSourceRanges` would say who may.",
        vi: "Mọi địa chỉ đều tới được load balancer này: `loadBalancerSourceRanges` sẽ giới hạn ai được vào.",
      },
      fixes: () => {
        const fix = add(doc, service.spec, "loadBalancerSourceRanges", "[203.0.113.0/24]", {
          preferred: false,
          ...(pair && { at: { after: pair } }),
        });
        return [{ ...fix, blank: "203.0.113.0/24" }];
      },
    };
  },
});
