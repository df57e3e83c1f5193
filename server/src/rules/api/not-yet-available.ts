import { kindFault } from "../../schema/kind-fault.ts";
import { apiVersionOf } from "../../schema/types.ts";
import { setScalar } from "../../yaml/edit.ts";
import { at, deref } from "../../yaml/node.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default objectRule({
  id: "api/not-yet-available",
  severity: "error",
  awaits: "object",
  since: "0.1.0",
  docs: {
    title: {
      en: "apiVersion that the chosen Kubernetes does not have yet",
      vi: "apiVersion mà bản Kubernetes đã chọn chưa có",
    },
    why: {
      en: "The setting `kubernetesAuthoring.kubernetesVersion` names an older release than the one that brought this API version; such a cluster refuses the object.",
      vi: "Thiết lập `kubernetesAuthoring.kubernetesVersion` chọn bản cũ hơn bản đầu tiên có phiên bản API này; cluster như vậy từ chối đối tượng.",
    },
    links: ["https://kubernetes.io/docs/reference/using-api/deprecation-policy/"],
  },
  bad: [
    {
      title: { en: "A version that came with a later release", vi: "Phiên bản chỉ có từ bản phát hành sau" },
      kubernetes: "1.28",
      manifest: `
        apiVersion: networking.k8s.io/v1 #! @networking.k8s.io/v1
        kind: ServiceCIDR
        metadata:
          name: dai-phu
        spec:
          cidrs: ["10.20.0.0/16"]
      `,
    },
  ],
  good: [
    {
      title: { en: "The same manifest for the newest release", vi: "Cùng manifest đó với bản mới nhất" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: ServiceCIDR
        metadata:
          name: dai-phu
        spec:
          cidrs: ["10.20.0.0/16"]
      `,
    },
  ],
  *check(resource, _subject, { catalog, doc }) {
    if (resource.apiVersion === "" || resource.gvk.kind === "") return;
    const fault = kindFault(catalog, resource.apiVersion, resource.gvk.kind);
    const node = deref(at(resource.root, "apiVersion"));
    if (fault?.fault !== "newer" || node?.type !== "scalar") return;
    const version = catalog.release.version;
    const pair = quoted(`${resource.apiVersion} ${resource.gvk.kind}`);
    yield {
      span: { start: node.start, end: node.end },
      message: {
        en: `${pair} is served from Kubernetes ${fault.since} on; the chosen version is ${version}.`,
        vi: `${pair} chỉ có từ Kubernetes ${fault.since}; phiên bản đang chọn là ${version}.`,
      },
      fixes: () =>
        catalog
          .kindsNamed(resource.gvk.kind)
          .filter((entry) => entry.group === resource.gvk.group)
          .slice(0, 1)
          .map((entry) => {
            const older = quoted(apiVersionOf(entry));
            return {
              title: { en: `Change to ${older}`, vi: `Đổi thành ${older}` },
              preferred: true,
              safe: false,
              edits: setScalar(doc, node, apiVersionOf(entry)),
            };
          }),
    };
  },
});
