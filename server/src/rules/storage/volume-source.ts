import { pairOf } from "../../yaml/node.ts";
import { isA, isGiven, mapAt, spanOf } from "../given.ts";
import { hasOnlyKnownFields } from "../pod/sound.ts";
import { objectRule } from "../rule.ts";
import { all } from "../wording.ts";
import { volume } from "./example.ts";

export default objectRule({
  id: "storage/volume-source",
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  kinds: ["PersistentVolume"],
  docs: {
    title: { en: "Volume with no source, or with two", vi: "Volume không có nguồn hoặc có hai nguồn" },
    why: {
      en: "A PersistentVolume says exactly once where its data is: `csi`, `nfs`, `local`, `hostPath` or another.",
      vi: "PersistentVolume phải ghi đúng một nơi chứa dữ liệu: `csi`, `nfs`, `local`, `hostPath` hay kiểu khác.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#types-of-persistent-volumes"],
  },
  bad: [
    {
      title: { en: "No source", vi: "Không có nguồn" },
      manifest: `
        apiVersion: v1
        kind: PersistentVolume
        metadata:
          name: pv-a
        spec: #! @spec
          capacity:
            storage: 1Gi
          accessModes: [ReadWriteOnce]
      `,
    },
    {
      title: { en: "Two sources", vi: "Hai nguồn" },
      manifest: volume("pv-a", { more: ["hostPath: { path: /du-lieu }"] }).replace("nfs:", "nfs: #! @nfs"),
    },
  ],
  good: [{ title: { en: "One source", vi: "Một nguồn" }, manifest: volume("pv-a") }],
  *check(resource, _subject, context) {
    const spec = isA(resource, "", "PersistentVolume") ? mapAt(resource.root, "spec") : undefined;
    const key = pairOf(resource.root, "spec")?.key;
    if (!spec || !key || context.doc.problems.length > 0) return;
    if (!hasOnlyKnownFields(spec, "PersistentVolumeSpec", context)) return;
    const sources = spec.entries.filter(({ key: { text }, value }) => !FIELDS.has(text) && isGiven(value));
    const [, second] = sources;
    if (sources.length === 0)
      yield {
        span: spanOf(key),
        message: {
          en: "The volume has no source such as `csi` or `nfs`.",
          vi: "Volume không có nguồn, như `csi` hay `nfs`.",
        },
      };
    else if (second) {
      const names = all(sources.map((pair) => pair.key.text));
      yield {
        span: spanOf(second.key),
        message: {
          en: `A volume has one source, not ${names.en}.`,
          vi: `Volume chỉ có một nguồn, không thể có cả ${names.vi}.`,
        },
      };
    }
  },
});

/** All that is no source. */
const FIELDS: ReadonlySet<string> = new Set([
  "accessModes",
  "capacity",
  "claimRef",
  "mountOptions",
  "nodeAffinity",
  "persistentVolumeReclaimPolicy",
  "storageClassName",
  "volumeAttributesClassName",
  "volumeMode",
]);
