import { pairOf } from "../../yaml/node.ts";
import { parseAddress } from "../address.ts";
import { remove } from "../fixes.ts";
import { scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { serviceWith } from "./example.ts";
import { serviceOf } from "./service.ts";

export default objectRule({
  id: "service/fixed-cluster-ip",
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  kinds: ["Service"],
  docs: {
    title: { en: "Service with a fixed cluster address", vi: "Service ghi cố định địa chỉ trong cluster" },
    why: {
      en: "A fixed `clusterIP` has to be free and within the range of the cluster: the manifest works in one cluster only, and two Services cannot share it. DNS names do without.",
      vi: "`clusterIP` ghi cố định phải còn trống và nằm trong dải của cluster: manifest chỉ dùng được ở một cluster, và hai Service không thể dùng chung. Tên DNS thì không cần.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/cluster-ip-allocation/"],
  },
  bad: [
    {
      title: { en: "An address of some cluster", vi: "Địa chỉ của một cluster nào đó" },
      manifest: serviceWith(["clusterIP: 10.96.12.7 #! @10.96.12.7", "ports: [{ port: 80 }]"]),
      fixed: serviceWith(["ports: [{ port: 80 }]"]),
    },
  ],
  good: [
    {
      title: { en: "Headless", vi: "Headless" },
      manifest: serviceWith(["clusterIP: None", "ports: [{ port: 80 }]"]),
    },
  ],
  *check(resource, _subject, { doc }) {
    const service = serviceOf(resource);
    const address = scalarAt(service?.spec, "clusterIP");
    const pair = pairOf(service?.spec, "clusterIP");
    // DNS has the same address in every cluster of its installer.
    if (!service || !address || !pair || !parseAddress(address.text) || resource.namespace === "kube-system") return;
    yield {
      span: spanOf(address),
      message: {
        en: `The address ${quoted(address.text)} has to be free in every cluster that this Service is applied to.`,
        vi: `Địa chỉ ${quoted(address.text)} phải còn trống trong mọi cluster được apply Service này.`,
      },
      fixes: () => [remove(doc, service.spec, pair)],
    };
  },
});
