import { insertEntry } from "../../yaml/edit.ts";
import { pairOf } from "../../yaml/node.ts";
import { isA, isGiven, lacks, mapAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";

const NODE = "NODE-NAME";

export default objectRule({
  id: "storage/unreachable-data",
  severity: "error",
  awaits: "object",
  since: "0.1.0",
  kinds: ["PersistentVolume"],
  docs: {
    title: { en: "Local volume that does not say on which node", vi: "Volume local không ghi nằm ở node nào" },
    why: {
      en: "A local volume is a disk of one node. Without `nodeAffinity` the API server refuses it, because Pods would start where the data is not.",
      vi: "Volume local là đĩa của một node. Thiếu `nodeAffinity` thì API server từ chối, vì Pod có thể chạy ở node không có dữ liệu.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/volumes/#local"],
  },
  bad: [
    {
      title: { en: "No node", vi: "Không ghi node" },
      manifest: `
        apiVersion: v1
        kind: PersistentVolume
        metadata:
          name: pv-a
        spec:
          capacity:
            storage: 1Gi
          accessModes: [ReadWriteOnce]
          local: #! @local
            path: /mnt/disk
      `,
      fixed: `
        apiVersion: v1
        kind: PersistentVolume
        metadata:
          name: pv-a
        spec:
          capacity:
            storage: 1Gi
          accessModes: [ReadWriteOnce]
          local:
            path: /mnt/disk
          nodeAffinity:
            required:
              nodeSelectorTerms:
                - matchExpressions:
                    - key: kubernetes.io/hostname
                      operator: In
                      values: [${NODE}]
      `,
    },
  ],
  good: [
    {
      title: { en: "On one node", vi: "Ghi rõ node" },
      manifest: `
        apiVersion: v1
        kind: PersistentVolume
        metadata:
          name: pv-a
        spec:
          capacity:
            storage: 1Gi
          accessModes: [ReadWriteOnce]
          local:
            path: /mnt/disk
          nodeAffinity:
            required:
              nodeSelectorTerms:
                - matchExpressions:
                    - key: kubernetes.io/hostname
                      operator: In
                      values: [node-1]
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const spec = isA(resource, "", "PersistentVolume") ? mapAt(resource.root, "spec") : undefined;
    const local = spec && pairOf(spec, "local");
    if (!spec || !local || !isGiven(local.value) || !lacks(spec, "nodeAffinity")) return;
    yield {
      span: spanOf(local.key),
      message: {
        en: "A `local` volume must say with `nodeAffinity` on which node it is.",
        vi: "Volume `local` phải ghi bằng `nodeAffinity` nó nằm ở node nào.",
      },
      fixes: () => [
        {
          title: { en: "Add `nodeAffinity` for one node", vi: "Thêm `nodeAffinity` cho một node" },
          preferred: true,
          safe: false,
          edits: spec.flow ? [] : insertEntry(doc, spec, "nodeAffinity", AFFINITY),
          blank: NODE,
        },
      ],
    };
  },
});

const AFFINITY = `
  required:
    nodeSelectorTerms:
      - matchExpressions:
          - key: kubernetes.io/hostname
            operator: In
            values: [${NODE}]`;
