import type { Resource } from "../../model/resource.ts";
import { pairOf } from "../../yaml/node.ts";
import { isGiven, mapAt, spanOf } from "../given.ts";
import { type Draft, workspaceRule } from "../rule.ts";
import { all } from "../wording.ts";
import { claim, file, storageClass, volume } from "./example.ts";
import { reserveFix } from "./fit-volume.ts";
import { isPatched } from "./stuck.ts";

const SNAPSHOT = ["dataSource:", "  apiGroup: snapshot.storage.k8s.io", "  kind: VolumeSnapshot", "  name: hom-qua"];

export default workspaceRule({
  id: "storage/data-source-ignored",
  severity: "warning",
  since: "0.1.0",
  kinds: ["PersistentVolumeClaim"],
  docs: {
    title: { en: "Data source that a free volume makes void", vi: "Nguồn dữ liệu mất tác dụng vì có volume trống" },
    why: {
      en: "Data is copied only when a volume is made. A free volume of the class that fits is bound instead, and nobody looks at the data source.",
      vi: "Dữ liệu chỉ được sao chép khi tạo volume. Nếu có sẵn volume trống cùng class phù hợp, claim được ghép với nó và nguồn dữ liệu không được xét.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/volume-snapshots/#provisioning-volumes-from-snapshots"],
  },
  bad: [
    {
      title: { en: "A free volume of the same class", vi: "Có volume trống cùng class" },
      manifest: file(
        storageClass("nhanh", "example.com/dia"),
        volume("pv-a", { more: ["storageClassName: nhanh"] }),
        claim("du-lieu", {
          more: ["storageClassName: nhanh", ...SNAPSHOT].map((line) =>
            line === "dataSource:" ? "dataSource: #! @dataSource" : line,
          ),
        }),
      ),
    },
  ],
  good: [
    {
      title: { en: "The volume is made from the snapshot", vi: "Volume được tạo từ snapshot" },
      manifest: file(
        storageClass("nhanh", "example.com/dia"),
        claim("du-lieu", { more: ["storageClassName: nhanh", ...SNAPSHOT] }),
      ),
    },
  ],
  *check(resource, facts, view): Iterable<Draft> {
    const [cluster] = view.storage();
    const own = cluster?.claimOf(facts);
    const report = own && cluster?.report.claims.get(own.key);
    const spec = mapAt(resource.root, "spec");
    const pair = ["dataSource", "dataSourceRef"]
      .map((field) => spec && pairOf(spec, field))
      .find((each) => isGiven(each?.value));
    if (!cluster || !own || !report || !pair || isPatched(facts, view)) return;
    // Whoever names the volume means it.
    if (report.outcome !== "bound" || own.volumeName !== "" || own.bindCompleted) return;
    if (report.volumes.some((name) => cluster.volume(name)?.claimRef)) return;
    const names = all(report.volumes);
    yield {
      span: spanOf(pair.key),
      message: {
        en: `The claim binds to ${names.en}, which is free, and nothing is copied into it.`,
        vi: `Claim được ghép với ${names.vi} đang trống, và không dữ liệu nào được sao chép vào đó.`,
      },
      related: report.volumes.slice(0, 3).flatMap((name) => {
        const entry = cluster.entry("PersistentVolume", "", name);
        const message = { en: "The free volume.", vi: "Volume đang trống." };
        return entry ? [{ span: entry.facts.nameSpan, entry, message }] : [];
      }),
      remedies: () =>
        report.volumes.slice(0, 3).flatMap((name) => {
          const entry = cluster.entry("PersistentVolume", "", name);
          const somebody = { name: "OTHER-CLAIM", namespace: own.namespace };
          return entry
            ? [
                {
                  entry,
                  fixes: (other: Resource) =>
                    reserveFix(other, somebody).map((fix) => ({ ...fix, blank: somebody.name })),
                },
              ]
            : [];
        }),
    };
  },
});
