import type { Resource } from "../../model/resource.ts";
import { pairOf, type YMap } from "../../yaml/node.ts";
import { remove } from "../fixes.ts";
import { isA, isGiven, mapAt, spanOf } from "../given.ts";
import { type Draft, objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { volume } from "./example.ts";

export default objectRule({
  id: "storage/mount-options",
  severity: "warning",
  awaits: "object",
  since: "0.1.0",
  kinds: ["PersistentVolume"],
  docs: {
    title: { en: "Mount options that nobody applies", vi: "Tùy chọn mount không được áp dụng" },
    why: {
      en: "Folders of a node are not mounted, so `mountOptions` means nothing there, and raw devices have no file system to mount.",
      vi: "Thư mục trên node không cần mount nên `mountOptions` không có nghĩa; thiết bị thô thì không có hệ tệp để mount.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#mount-options"],
  },
  bad: [
    {
      title: { en: "A folder of the node", vi: "Thư mục trên node" },
      manifest: `
        apiVersion: v1
        kind: PersistentVolume
        metadata:
          name: pv-a
        spec:
          capacity:
            storage: 1Gi
          accessModes: [ReadWriteOnce]
          mountOptions: [noatime] #! @mountOptions
          hostPath:
            path: /du-lieu
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
          hostPath:
            path: /du-lieu
      `,
    },
    {
      title: { en: "The old annotation", vi: "Annotation cũ" },
      manifest: `
        apiVersion: v1
        kind: PersistentVolume
        metadata:
          name: pv-a
          annotations:
            #! api/deprecated-annotation @volume.beta.kubernetes.io/mount-options
            volume.beta.kubernetes.io/mount-options: noatime #! @volume.beta.kubernetes.io/mount-options
        spec:
          capacity:
            storage: 1Gi
          accessModes: [ReadWriteOnce]
          hostPath:
            path: /du-lieu
      `,
    },
  ],
  good: [{ title: { en: "NFS", vi: "NFS" }, manifest: volume("pv-a", { more: ["mountOptions: [nfsvers=4.1]"] }) }],
  *check(resource, _subject, { doc }): Iterable<Draft> {
    const spec = isA(resource, "", "PersistentVolume") ? mapAt(resource.root, "spec") : undefined;
    if (spec) yield* refusedAnnotation(resource, spec);
    const options = spec && pairOf(spec, "mountOptions");
    const source =
      spec && ["hostPath", "flexVolume", "portworxVolume"].find((field) => isGiven(pairOf(spec, field)?.value));
    if (!spec || !options || !isGiven(options.value) || source === undefined) return;
    yield {
      span: spanOf(options.key),
      message: {
        en: `${quoted(source)} volumes take no mount options.`,
        vi: `Volume ${quoted(source)} không dùng tùy chọn mount.`,
      },
      fixes: () => [remove(doc, spec, options)],
    };
  },
});

const ANNOTATION = "volume.beta.kubernetes.io/mount-options";

/** The field is never looked at; the annotation is, and only these may carry it (pkg/volume/validation). */
function* refusedAnnotation({ doc, root }: Resource, spec: YMap): Iterable<Draft> {
  const annotations = mapAt(root, "metadata", "annotations");
  const pair = annotations && pairOf(annotations, ANNOTATION);
  const source = spec.entries.find(({ key, value }) => REFUSING.has(key.text) && isGiven(value));
  if (!annotations || !pair || !source) return;
  yield {
    span: spanOf(pair.key),
    severity: "error",
    message: {
      en: `The API server refuses this annotation on ${quoted(source.key.text)} volumes.`,
      vi: `API server từ chối annotation này trên volume ${quoted(source.key.text)}.`,
    },
    fixes: () => [remove(doc, annotations, pair)],
  };
}

const REFUSING: ReadonlySet<string> = new Set([
  "csi",
  "fc",
  "flexVolume",
  "flocker",
  "hostPath",
  "local",
  "portworxVolume",
  "scaleIO",
  "storageos",
]);
