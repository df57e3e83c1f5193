import { add } from "../fixes.ts";
import { isA, lacks, mapAt, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
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
  *check(resource, _subject, { doc }) {
    if (!isA(resource, "", "PersistentVolumeClaim")) return;
    const spec = mapAt(resource.root, "spec");
    const source = mapAt(spec, "dataSource");
    const kind = scalarAt(source, "kind");
    if (!spec || !source || kind?.text !== "VolumeSnapshot" || !lacks(spec, "dataSourceRef")) return;
    if (!lacks(source, "apiGroup")) return;
    yield {
      span: spanOf(kind),
      message: {
        en: `Without \`apiGroup: ${SNAPSHOTS}\` the data source is dropped, and the volume comes up empty.`,
        vi: `Thiếu \`apiGroup: ${SNAPSHOTS}\` thì nguồn dữ liệu bị bỏ qua, và volume sẽ rỗng.`,
      },
      fixes: () => [add(doc, source, "apiGroup", SNAPSHOTS)],
    };
  },
});
