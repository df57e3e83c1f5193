import { isAtLeast, retirementOf } from "../../schema/lifecycle.ts";
import { apiVersionOf } from "../../schema/types.ts";
import { at, deref } from "../../yaml/node.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { migrations } from "./migrate/migrations.ts";

export default objectRule({
  id: "api/deprecated-version",
  severity: "warning",
  since: "0.1.0",
  docs: {
    title: { en: "apiVersion that Kubernetes is about to remove", vi: "apiVersion sắp bị gỡ bỏ" },
    why: {
      en: "The chosen release still serves this API version, a later one no longer does. Moving now avoids a surprise when the cluster is upgraded.",
      vi: "Bản Kubernetes đã chọn vẫn còn phiên bản API này nhưng bản sau thì không. Chuyển ngay để khỏi gặp lỗi khi nâng cấp cluster.",
    },
    links: ["https://kubernetes.io/docs/reference/using-api/deprecation-guide/"],
  },
  bad: [
    {
      title: { en: "A beta version with a successor", vi: "Bản beta đã có bản thay thế" },
      kubernetes: "1.30",
      manifest: `
        apiVersion: flowcontrol.apiserver.k8s.io/v1beta3 #! @flowcontrol.apiserver.k8s.io/v1beta3
        kind: FlowSchema
        metadata:
          name: uu-tien
        spec:
          priorityLevelConfiguration:
            name: uu-tien
      `,
      fixed: `
        apiVersion: flowcontrol.apiserver.k8s.io/v1
        kind: FlowSchema
        metadata:
          name: uu-tien
        spec:
          priorityLevelConfiguration:
            name: uu-tien
      `,
    },
  ],
  good: [
    {
      title: { en: "The stable version", vi: "Phiên bản ổn định" },
      manifest: `
        apiVersion: flowcontrol.apiserver.k8s.io/v1
        kind: FlowSchema
        metadata:
          name: uu-tien
        spec:
          priorityLevelConfiguration:
            name: uu-tien
      `,
    },
  ],
  *check(resource, _subject, { catalog, doc }) {
    const retirement = retirementOf(resource.gvk);
    const node = deref(at(resource.root, "apiVersion"));
    if (retirement?.deprecated === undefined || node?.type !== "scalar" || !catalog.kind(resource.gvk)) return;
    if (!isAtLeast(catalog.release.version, retirement.deprecated)) return;
    const { kind, group } = resource.gvk;
    const successor = catalog.kindsNamed(kind).find((entry) => entry.group === (retirement.successor ?? group));
    if (successor?.version === resource.gvk.version) return;
    yield {
      span: { start: node.start, end: node.end },
      tag: "deprecated",
      retired: {
        what: `${resource.apiVersion} ${kind}`,
        isGone: false,
        deprecated: retirement.deprecated,
        removed: retirement.removed,
        instead: successor && apiVersionOf(successor),
      },
      message: {
        en: `${quoted(resource.apiVersion)} is deprecated; Kubernetes ${retirement.removed} no longer serves it.`,
        vi: `${quoted(resource.apiVersion)} đã lỗi thời (deprecated); từ Kubernetes ${retirement.removed} thì không còn.`,
      },
      fixes: () => migrations(resource, successor, catalog, doc),
    };
  },
});
