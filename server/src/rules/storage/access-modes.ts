import { insertEntry } from "../../yaml/edit.ts";
import { at, deref, itemsOf, pairOf, type YMap } from "../../yaml/node.ts";
import { isA, lacks, mapAt, mapsIn, spanOf, textsIn } from "../given.ts";
import { objectRule } from "../rule.ts";
import { claim, NO_CLASS } from "./example.ts";

export default objectRule({
  id: "storage/access-modes",
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  kinds: ["PersistentVolume", "PersistentVolumeClaim", "StatefulSet"],
  docs: {
    title: { en: "Access modes that the API server refuses", vi: "Access mode mà API server từ chối" },
    why: {
      en: "Volumes and claims need at least one access mode, and ReadWriteOncePod stands alone.",
      vi: "Volume và claim cần ít nhất một access mode, và ReadWriteOncePod không đi cùng chế độ nào khác.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes"],
  },
  bad: [
    {
      title: { en: "No access mode", vi: "Không có access mode" },
      manifest: `
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata:
          name: du-lieu
        spec: #! @spec
          storageClassName: ""
          resources:
            requests:
              storage: 1Gi
      `,
      fixed: `
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata:
          name: du-lieu
        spec:
          accessModes:
            - ReadWriteOnce
          storageClassName: ""
          resources:
            requests:
              storage: 1Gi
      `,
    },
    {
      title: { en: "ReadWriteOncePod beside another mode", vi: "ReadWriteOncePod đi cùng chế độ khác" },
      manifest: claim("du-lieu", { modes: "ReadWriteOnce,ReadWriteOncePod", more: NO_CLASS }).replace(
        "Pod]",
        "Pod] #! @ReadWriteOncePod",
      ),
    },
  ],
  good: [{ title: { en: "One mode", vi: "Một chế độ" }, manifest: claim("du-lieu", { more: NO_CLASS }) }],
  *check(resource, _subject, { doc }) {
    if (!isA(resource, "", "PersistentVolume", "PersistentVolumeClaim") && !isA(resource, "apps", "StatefulSet"))
      return;
    const holders: readonly YMap[] =
      resource.gvk.kind === "StatefulSet" ? mapsIn(at(resource.root, "spec", "volumeClaimTemplates")) : [resource.root];
    for (const holder of holders) {
      const spec = mapAt(holder, "spec");
      const key = pairOf(holder, "spec")?.key;
      if (!spec || !key) continue;
      const list = deref(at(spec, "accessModes"));
      const isEmpty = list?.type === "seq" && itemsOf(list).length === 0;
      if (isEmpty || (!list && lacks(spec, "accessModes")))
        yield {
          span: spanOf(isEmpty ? list : key),
          message: { en: "At least one access mode is needed.", vi: "Cần ít nhất một access mode." },
          ...(isEmpty
            ? {}
            : {
                fixes: () => [
                  {
                    title: { en: "Add `accessModes: [ReadWriteOnce]`", vi: "Thêm `accessModes: [ReadWriteOnce]`" },
                    preferred: true,
                    safe: false,
                    edits: insertEntry(
                      doc,
                      spec,
                      "accessModes",
                      spec.flow ? "[ReadWriteOnce]" : "\n  - ReadWriteOnce",
                      "start",
                    ),
                  },
                ],
              }),
        };
      const modes = textsIn(at(spec, "accessModes"));
      const alone = modes.find(({ text }) => text === "ReadWriteOncePod");
      if (alone && modes.some(({ text }) => text !== "ReadWriteOncePod"))
        yield {
          span: spanOf(alone),
          message: {
            en: "`ReadWriteOncePod` cannot stand beside another access mode.",
            vi: "`ReadWriteOncePod` không đi cùng access mode khác.",
          },
        };
    }
  },
});
