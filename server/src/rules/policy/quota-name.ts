import { nearest } from "../../base/nearest.ts";
import { isOpaque } from "../../schema/validate.ts";
import { entriesOf, pairOf } from "../../yaml/node.ts";
import { rename } from "../fixes.ts";
import { isA, mapAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default objectRule({
  id: "policy/quota-name",
  severity: "error",
  since: "0.1.0",
  kinds: ["ResourceQuota"],
  docs: {
    title: { en: "Quota of something that has none", vi: "Hạn mức cho thứ không tồn tại" },
    why: {
      en: "A ResourceQuota limits `requests.cpu`, `limits.memory`, `pods` and the like, objects as `count/deployments.apps`, and extended resources. Other names are rejected.",
      vi: "ResourceQuota giới hạn `requests.cpu`, `limits.memory`, `pods` và các tên tương tự, số đối tượng dạng `count/deployments.apps`, và tài nguyên mở rộng. Tên khác bị từ chối.",
    },
    links: ["https://kubernetes.io/docs/concepts/policy/resource-quotas/"],
  },
  bad: [
    {
      title: { en: "A letter is missing", vi: "Thiếu một chữ" },
      manifest: `
        apiVersion: v1
        kind: ResourceQuota
        metadata:
          name: gioi-han
        spec:
          hard:
            request.cpu: "4" #! @request.cpu
            limits.memory: 8Gi
      `,
      fixed: `
        apiVersion: v1
        kind: ResourceQuota
        metadata:
          name: gioi-han
        spec:
          hard:
            requests.cpu: "4"
            limits.memory: 8Gi
      `,
    },
  ],
  good: [
    {
      title: { en: "Resources and objects", vi: "Tài nguyên và đối tượng" },
      manifest: `
        apiVersion: v1
        kind: ResourceQuota
        metadata:
          name: gioi-han
        spec:
          hard:
            requests.cpu: "4"
            pods: "20"
            count/deployments.apps: "10"
            requests.nvidia.com/gpu: "1"
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    if (!isA(resource, "", "ResourceQuota")) return;
    for (const pair of entriesOf(pairOf(mapAt(resource.root, "spec"), "hard")?.value)) {
      const name = pair.key.text;
      // A domain or `count/` makes any name a resource of somebody's.
      if (KNOWN.has(name) || name.includes("/") || isOpaque(name) || name === "<<" || /hugepages-/.test(name)) continue;
      yield {
        span: spanOf(pair.key),
        message: {
          en: `${quoted(name)} is not a resource that a quota can limit.`,
          vi: `${quoted(name)} không phải là tài nguyên mà hạn mức giới hạn được.`,
        },
        fixes: () =>
          nearest(name, KNOWN)
            .slice(0, 3)
            .map((right, index) => rename(doc, pair, right, { preferred: index === 0 })),
      };
    }
  },
});

/** pkg/apis/core/helper/helpers.go, standardQuotaResources. */
const KNOWN: ReadonlySet<string> = new Set([
  "cpu",
  "memory",
  "ephemeral-storage",
  "requests.cpu",
  "requests.memory",
  "requests.storage",
  "requests.ephemeral-storage",
  "limits.cpu",
  "limits.memory",
  "limits.ephemeral-storage",
  "pods",
  "resourcequotas",
  "services",
  "replicationcontrollers",
  "secrets",
  "persistentvolumeclaims",
  "configmaps",
  "services.nodeports",
  "services.loadbalancers",
]);
