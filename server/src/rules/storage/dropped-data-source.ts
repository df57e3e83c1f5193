import type { YDocument } from "../../yaml/document.ts";
import { pairOf, type YMap } from "../../yaml/node.ts";
import { add, remove, rename } from "../fixes.ts";
import { isA, lacks, mapAt, scalarAt, spanOf } from "../given.ts";
import { type Draft, objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { claim } from "./example.ts";

const SNAPSHOTS = "snapshot.storage.k8s.io";

export default objectRule({
  id: "storage/dropped-data-source",
  severity: "warning",
  awaits: "object",
  since: "0.1.0",
  kinds: ["PersistentVolumeClaim"],
  docs: {
    title: { en: "Data source that is silently dropped", vi: "Nguồn dữ liệu bị bỏ qua mà không báo" },
    why: {
      en: "`dataSource` knows claims, and VolumeSnapshots of the group snapshot.storage.k8s.io. Anything else is dropped without a word, and the volume comes up empty.",
      vi: "`dataSource` chỉ nhận claim và VolumeSnapshot thuộc nhóm snapshot.storage.k8s.io. Thứ khác bị bỏ qua mà không báo, và volume sẽ rỗng.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/volume-snapshots/#provisioning-volumes-from-snapshots"],
  },
  bad: [
    {
      title: { en: "A snapshot without its group", vi: "Snapshot thiếu nhóm API" },
      manifest: claim("du-lieu", {
        more: ['storageClassName: ""', "dataSource:", "  kind: VolumeSnapshot #! @VolumeSnapshot", "  name: hom-qua"],
      }),
      fixed: claim("du-lieu", {
        more: [
          'storageClassName: ""',
          "dataSource:",
          "  kind: VolumeSnapshot",
          "  name: hom-qua",
          `  apiGroup: ${SNAPSHOTS}`,
        ],
      }),
    },
    {
      title: { en: "Another kind of source", vi: "Loại nguồn khác" },
      manifest: claim("du-lieu", {
        more: ['storageClassName: ""', "dataSource:", "  apiGroup: example.com", "  kind: Mau #! @Mau", "  name: mau"],
      }),
      fixed: claim("du-lieu", {
        more: ['storageClassName: ""', "dataSourceRef:", "  apiGroup: example.com", "  kind: Mau", "  name: mau"],
      }),
    },
    {
      title: { en: "A snapshot of another namespace", vi: "Snapshot ở namespace khác" },
      manifest: claim("du-lieu", {
        more: [
          'storageClassName: ""',
          "dataSourceRef:",
          `  apiGroup: ${SNAPSHOTS}`,
          "  kind: VolumeSnapshot",
          "  name: hom-qua",
          "  namespace: khac #! @namespace",
        ],
      }),
    },
  ],
  good: [
    {
      title: { en: "With its group", vi: "Có nhóm API" },
      manifest: claim("du-lieu", {
        more: [
          'storageClassName: ""',
          "dataSource:",
          `  apiGroup: ${SNAPSHOTS}`,
          "  kind: VolumeSnapshot",
          "  name: hom-qua",
        ],
      }),
    },
  ],
  *check(resource, _subject, { doc }): Iterable<Draft> {
    if (!isA(resource, "", "PersistentVolumeClaim")) return;
    const spec = mapAt(resource.root, "spec");
    if (!spec) return;
    yield* elsewhere(doc, spec);
    const source = mapAt(spec, "dataSource");
    const kind = scalarAt(source, "kind");
    if (!source || !kind || !lacks(spec, "dataSourceRef")) return;
    const group = scalarAt(source, "apiGroup")?.text ?? "";
    if (kind.text === "VolumeSnapshot") {
      if (!lacks(source, "apiGroup")) return;
      yield {
        span: spanOf(kind),
        message: {
          en: `Without \`apiGroup: ${SNAPSHOTS}\` the data source is dropped, and the volume comes up empty.`,
          vi: `Thiếu \`apiGroup: ${SNAPSHOTS}\` thì nguồn dữ liệu bị bỏ qua, và volume sẽ rỗng.`,
        },
        fixes: () => [add(doc, source, "apiGroup", SNAPSHOTS)],
      };
    } else if (kind.text !== "PersistentVolumeClaim" || group !== "") {
      const pair = pairOf(spec, "dataSource");
      yield {
        span: spanOf(kind),
        message: {
          en: `\`dataSource\` drops a ${quoted(kind.text)} without a word; \`dataSourceRef\` takes it.`,
          vi: `\`dataSource\` bỏ qua ${quoted(kind.text)} mà không báo; \`dataSourceRef\` mới nhận.`,
        },
        fixes: () => (pair && group !== "" ? [rename(doc, pair, "dataSourceRef")] : []),
      };
    }
  },
});

/** The gate CrossNamespaceVolumeDataSource is off unless somebody turns it on. */
function* elsewhere(doc: YDocument, spec: YMap): Iterable<Draft> {
  const reference = mapAt(spec, "dataSourceRef");
  const namespace = reference && pairOf(reference, "namespace");
  if (!reference || !namespace?.value || !scalarAt(namespace.value)) return;
  yield {
    span: spanOf(namespace.key),
    message: {
      en: "A source in another namespace is an alpha feature: unless its gate is on, the reference is dropped and the volume comes up empty.",
      vi: "Nguồn ở namespace khác là tính năng alpha: nếu chưa bật, tham chiếu bị bỏ qua và volume sẽ rỗng.",
    },
    fixes: () => [remove(doc, reference, namespace)],
  };
}
