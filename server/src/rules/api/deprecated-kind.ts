import { isAtLeast } from "../../schema/lifecycle.ts";
import { OLD_KINDS } from "../../schema/lifecycle-fields.ts";
import { scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default objectRule({
  id: "api/deprecated-kind",
  severity: "hint",
  since: "0.1.0",
  docs: {
    title: { en: "Kind that another has replaced", vi: "Loại đối tượng đã có loại khác thay" },
    why: {
      en: "Endpoints hold at most 1000 addresses of one family, and kube-proxy reads EndpointSlices only. Kubernetes warns about every new use since 1.33.",
      vi: "Endpoints chứa tối đa 1000 địa chỉ thuộc một họ, còn kube-proxy chỉ đọc EndpointSlice. Từ 1.33 Kubernetes cảnh báo mỗi lần dùng mới.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/"],
  },
  bad: [
    {
      title: { en: "Addresses outside the cluster", vi: "Địa chỉ ngoài cluster" },
      manifest: `
        apiVersion: v1
        kind: Endpoints #! @Endpoints
        metadata:
          name: co-so-du-lieu
        subsets:
          - addresses: [{ ip: 10.0.0.7 }]
            ports: [{ port: 5432 }]
      `,
    },
  ],
  good: [
    {
      title: { en: "An EndpointSlice", vi: "Một EndpointSlice" },
      manifest: `
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata:
          name: co-so-du-lieu-1
          labels:
            kubernetes.io/service-name: co-so-du-lieu
        addressType: IPv4
        ports: [{ port: 5432 }]
        endpoints:
          - addresses: [10.0.0.7]
      `,
    },
  ],
  *check(resource, _subject, { catalog }) {
    const old = OLD_KINDS.get(`${resource.apiVersion}/${resource.gvk.kind}`);
    const node = scalarAt(resource.root, "kind");
    if (!old || !node || !isAtLeast(catalog.release.version, old.since)) return;
    const use =
      old.instead === undefined
        ? { en: "", vi: "" }
        : { en: `; use ${quoted(old.instead)}`, vi: `; dùng ${quoted(old.instead)}` };
    yield {
      span: spanOf(node),
      tag: "deprecated",
      retired: {
        what: `${resource.apiVersion} ${node.text}`,
        isGone: false,
        deprecated: old.since,
        instead: old.instead,
      },
      message: {
        en: `${quoted(node.text)} is deprecated since Kubernetes ${old.since}${use.en}.`,
        vi: `${quoted(node.text)} đã lỗi thời (deprecated) từ Kubernetes ${old.since}${use.vi}.`,
      },
    };
  },
});
