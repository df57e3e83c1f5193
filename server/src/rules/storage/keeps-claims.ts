import { insertEntry } from "../../yaml/edit.ts";
import { at, pairOf } from "../../yaml/node.ts";
import { isA, lacks, mapAt, mapsIn, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";

const POLICY = "persistentVolumeClaimRetentionPolicy";

const set = (more: string): string => `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: web
spec:
  serviceName: web
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: nginx:1.27
          volumeMounts: [{ name: data, mountPath: /data }]
  volumeClaimTemplates:
    - metadata: { name: data }
      spec:
        accessModes: [ReadWriteOnce]
        storageClassName: nhanh
        resources: { requests: { storage: 1Gi } }
${more}`;

const WRITTEN = `  ${POLICY}:\n    whenDeleted: Retain\n    whenScaled: Retain\n`;

export default objectRule({
  id: "storage/keeps-claims",
  severity: "hint",
  profile: "strict",
  since: "0.1.0",
  kinds: ["StatefulSet"],
  docs: {
    title: { en: "Claims that outlive their StatefulSet", vi: "Claim còn lại sau khi StatefulSet mất" },
    why: {
      en: "Claims stay when the set is scaled down or deleted, and are used again when it grows; their disks are paid for meanwhile. The retention policy says that this is meant, or has them deleted.",
      vi: "Claim vẫn ở lại khi giảm số bản sao hoặc xóa StatefulSet, và được dùng lại khi tăng; trong lúc đó vẫn phải trả tiền đĩa. Chính sách lưu giữ ghi rõ điều đó, hoặc cho xóa claim.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention"],
  },
  bad: [
    {
      title: { en: "Nothing is said", vi: "Không ghi gì" },
      manifest: set("").replace("volumeClaimTemplates:", "volumeClaimTemplates: #! @volumeClaimTemplates"),
      fixed: set(WRITTEN),
    },
  ],
  good: [{ title: { en: "It is said", vi: "Có ghi rõ" }, manifest: set(WRITTEN) }],
  *check(resource, _subject, { doc }) {
    const spec = isA(resource, "apps", "StatefulSet") ? mapAt(resource.root, "spec") : undefined;
    const templates = spec && pairOf(spec, "volumeClaimTemplates");
    if (!spec || !templates || !lacks(spec, POLICY)) return;
    if (mapsIn(at(spec, "volumeClaimTemplates")).length === 0) return;
    yield {
      span: spanOf(templates.key),
      message: {
        en: `These claims stay when the set shrinks or goes; \`${POLICY}\` says whether that is meant.`,
        vi: `Các claim này vẫn ở lại khi StatefulSet giảm hoặc bị xóa; \`${POLICY}\` ghi rõ có chủ ý hay không.`,
      },
      fixes: () =>
        spec.flow
          ? []
          : [
              {
                title: { en: "Say that they stay", vi: "Ghi rõ là giữ lại" },
                preferred: true,
                safe: false,
                edits: insertEntry(doc, spec, POLICY, "\n  whenDeleted: Retain\n  whenScaled: Retain"),
              },
            ],
    };
  },
});
