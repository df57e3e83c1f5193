import { insertEntry } from "../../yaml/edit.ts";
import { pairOf } from "../../yaml/node.ts";
import { isA, lacks, mapAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";

const LABEL = "kubernetes.io/service-name";

export default objectRule({
  id: "service/orphan-endpoints",
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  kinds: ["EndpointSlice"],
  docs: {
    title: { en: "EndpointSlice that belongs to no Service", vi: "EndpointSlice không thuộc Service nào" },
    why: {
      en: "A Service finds its EndpointSlices by the label `kubernetes.io/service-name`. Without the label nobody uses the addresses.",
      vi: "Service tìm EndpointSlice bằng label `kubernetes.io/service-name`. Thiếu label này thì không ai dùng các địa chỉ đó.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors"],
  },
  bad: [
    {
      title: { en: "No label", vi: "Không có label" },
      manifest: `
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: #! @metadata
          name: co-so-du-lieu-1
        addressType: IPv4
        endpoints:
          - addresses: [10.0.0.7]
      `,
      fixed: `
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata:
          name: co-so-du-lieu-1
          labels:
            kubernetes.io/service-name: co-so-du-lieu
        addressType: IPv4
        endpoints:
          - addresses: [10.0.0.7]
      `,
    },
  ],
  good: [
    {
      title: { en: "The label names the Service", vi: "Label ghi tên Service" },
      manifest: `
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata:
          name: co-so-du-lieu-1
          labels:
            kubernetes.io/service-name: co-so-du-lieu
        addressType: IPv4
        endpoints:
          - addresses: [10.0.0.7]
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const metadata = isA(resource, "discovery.k8s.io", "EndpointSlice") ? mapAt(resource.root, "metadata") : undefined;
    const place = pairOf(resource.root, "metadata")?.key;
    if (!metadata || !place) return;
    const labels = mapAt(metadata, "labels");
    if (labels ? !lacks(labels, LABEL) : !lacks(metadata, "labels")) return;
    const service = (resource.name ?? "").replace(/-(?:\d+|[a-z0-9]{5})$/, "");
    yield {
      span: spanOf(place),
      message: {
        en: `Without the label ${quoted(LABEL)} no Service uses this EndpointSlice.`,
        vi: `Thiếu label ${quoted(LABEL)} thì không Service nào dùng EndpointSlice này.`,
      },
      fixes: () => {
        if (service === "") return [];
        const title = {
          en: `Add the label of the Service ${quoted(service)}`,
          vi: `Thêm label của Service ${quoted(service)}`,
        };
        const edits = labels
          ? insertEntry(doc, labels, LABEL, service)
          : insertEntry(doc, metadata, "labels", `\n  ${LABEL}: ${service}`);
        return [{ title, preferred: true, safe: false, edits }];
      },
    };
  },
});
