import { at } from "../../yaml/node.ts";
import { spanOf } from "../given.ts";
import { type Draft, workspaceRule } from "../rule.ts";
import { all } from "../wording.ts";
import { claim, file, NO_CLASS, volume } from "./example.ts";
import { isPatched } from "./stuck.ts";

const quota = `apiVersion: v1
kind: ResourceQuota
metadata:
  name: han-muc
spec:
  hard:
    requests.storage: 5Gi
`;

export default workspaceRule({
  id: "storage/over-limit",
  severity: "warning",
  since: "0.1.0",
  kinds: ["PersistentVolumeClaim"],
  docs: {
    title: { en: "Claim beyond what its namespace may ask for", vi: "Claim vượt hạn mức của namespace" },
    why: {
      en: 'A ResourceQuota limits the storage and the number of claims of a namespace, a LimitRange the size of each. A claim beyond them is refused with "forbidden".',
      vi: 'ResourceQuota giới hạn tổng dung lượng và số claim của namespace, LimitRange giới hạn từng claim. Claim vượt quá sẽ bị từ chối với lỗi "forbidden".',
    },
    links: ["https://kubernetes.io/docs/concepts/policy/resource-quotas/#storage-resource-quota"],
  },
  bad: [
    {
      title: { en: "More than the quota", vi: "Vượt hạn mức" },
      manifest: file(quota, volume("pv-a"), claim("du-lieu", { size: "10Gi #! @10Gi", more: NO_CLASS })),
    },
  ],
  good: [
    {
      title: { en: "Within the quota", vi: "Trong hạn mức" },
      manifest: file(quota, volume("pv-a"), claim("du-lieu", { size: "5Gi", more: NO_CLASS })),
    },
  ],
  *check(resource, facts, view): Iterable<Draft> {
    const [cluster, ...others] = view.storage();
    const limits = cluster?.limitsAgainst(facts);
    if (!limits || limits.length === 0 || others.length > 0 || isPatched(facts, view)) return;
    const names = all(limits.map(({ facts: { gvk, name } }) => `${gvk.kind}/${name}`));
    const size = at(resource.root, "spec", "resources", "requests", "storage");
    yield {
      span: size ? spanOf(size) : facts.nameSpan,
      message: {
        en: `The API server refuses the claim: it goes beyond what ${names.en} leaves to this namespace.`,
        vi: `API server từ chối claim: nó vượt quá phần mà ${names.vi} dành cho namespace này.`,
      },
      related: limits.slice(0, 3).map((entry) => ({
        span: entry.facts.nameSpan,
        entry,
        message: { en: "The limit.", vi: "Giới hạn." },
      })),
    };
  },
});
