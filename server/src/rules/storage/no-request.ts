import { insertEntry } from "../../yaml/edit.ts";
import { at, pairOf, type YMap } from "../../yaml/node.ts";
import { isA, isGiven, lacks, mapAt, mapsIn, scalarAt, spanOf } from "../given.ts";
import { type Fix, objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { claim, NO_CLASS } from "./example.ts";

export default objectRule({
  id: "storage/no-request",
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  kinds: ["PersistentVolumeClaim", "StatefulSet"],
  docs: {
    title: { en: "Claim that asks for no size", vi: "Claim không yêu cầu dung lượng" },
    why: {
      en: "The API server refuses a claim without `resources.requests.storage`; `limits` are not taken for it.",
      vi: "API server từ chối claim không có `resources.requests.storage`; `limits` không thay được.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#resources"],
  },
  bad: [
    {
      title: { en: "Only a limit", vi: "Chỉ có limits" },
      manifest: `
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata:
          name: du-lieu
        spec:
          accessModes: [ReadWriteOnce]
          storageClassName: ""
          resources: #! @resources
            limits:
              storage: 1Gi
      `,
      fixed: `
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata:
          name: du-lieu
        spec:
          accessModes: [ReadWriteOnce]
          storageClassName: ""
          resources:
            limits:
              storage: 1Gi
            requests:
              storage: 1Gi
      `,
    },
  ],
  good: [{ title: { en: "A size", vi: "Có dung lượng" }, manifest: claim("du-lieu", { more: NO_CLASS }) }],
  *check(resource, _subject, { doc }) {
    if (!isA(resource, "", "PersistentVolumeClaim") && !isA(resource, "apps", "StatefulSet")) return;
    const holders: readonly YMap[] =
      resource.gvk.kind === "StatefulSet" ? mapsIn(at(resource.root, "spec", "volumeClaimTemplates")) : [resource.root];
    for (const holder of holders) {
      const spec = mapAt(holder, "spec");
      if (!spec || isGiven(at(spec, "resources", "requests", "storage"))) continue;
      const resources = pairOf(spec, "resources");
      const map = mapAt(spec, "resources");
      const requests = mapAt(map, "requests");
      const isMissing = requests ? lacks(requests, "storage") : map ? lacks(map, "requests") : lacks(spec, "resources");
      const place = resources?.key ?? pairOf(holder, "spec")?.key;
      if (!isMissing || !place) continue;
      const limit = scalarAt(map, "limits", "storage");
      yield {
        span: spanOf(place),
        message: {
          en: "The claim must say how much it asks for: `resources.requests.storage`.",
          vi: "Claim phải ghi dung lượng yêu cầu: `resources.requests.storage`.",
        },
        fixes: (): readonly Fix[] => {
          const size = limit?.text ?? "1Gi";
          const target = requests ?? map ?? spec;
          const [key, value] = requests
            ? ["storage", size]
            : map
              ? ["requests", `\n  storage: ${size}`]
              : ["resources", `\n  requests:\n    storage: ${size}`];
          if (key === undefined || value === undefined || (target.flow && value.includes("\n"))) return [];
          return [
            {
              title: { en: `Ask for ${quoted(size)}`, vi: `Yêu cầu ${quoted(size)}` },
              preferred: true,
              safe: false,
              edits: insertEntry(doc, target, key, value),
            },
          ];
        },
      };
    }
  },
});
