import type { Resource } from "../../model/resource.ts";
import { type Draft, workspaceRule } from "../rule.ts";
import { all, quoted } from "../wording.ts";
import { claim, file, NO_CLASS, volume } from "./example.ts";
import { setField, setModes } from "./rewrite.ts";
import { isPatched } from "./stuck.ts";

const KEPT = ["claimRef: { name: du-lieu, namespace: default }"];
const BOTH = "ReadWriteOnce, ReadWriteMany";

export default workspaceRule({
  id: "storage/reservation-passed-over",
  severity: "warning",
  since: "0.1.0",
  kinds: ["PersistentVolume"],
  docs: {
    title: { en: "Reserved volume that its claim passes over", vi: "Volume dành riêng bị claim bỏ qua" },
    why: {
      en: "Volumes with fewer access modes are searched first. A free one among them is bound although another volume is reserved for the claim, and the reserved one stays unused.",
      vi: "Volume có ít access mode hơn được tìm trước. Nếu trong đó có volume trống phù hợp, claim được ghép với nó dù đã có volume dành riêng, và volume dành riêng không ai dùng.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reserving-a-persistentvolume"],
  },
  bad: [
    {
      title: { en: "It offers more than the other one", vi: "Nhiều access mode hơn volume kia" },
      manifest: file(
        volume("pv-a #! @pv-a", { modes: BOTH, more: KEPT }),
        volume("pv-b"),
        claim("du-lieu", { more: NO_CLASS }),
      ),
      fixed: file(
        volume("pv-a", { modes: "ReadWriteOnce", more: KEPT }),
        volume("pv-b"),
        claim("du-lieu", { more: NO_CLASS }),
      ),
    },
  ],
  good: [
    {
      title: { en: "The same modes", vi: "Cùng access mode" },
      manifest: file(volume("pv-a", { more: KEPT }), volume("pv-b"), claim("du-lieu", { more: NO_CLASS })),
    },
  ],
  *check(resource, facts, view): Iterable<Draft> {
    const [cluster, ...others] = view.storage();
    const own = cluster?.volumeOf(facts);
    const ref = own?.claimRef;
    const kept = ref && cluster?.world.claimsByKey.get(`${ref.namespace}/${ref.name}`);
    const report = kept && cluster?.report.claims.get(kept.key);
    if (!cluster || !own || !kept || !report || others.length > 0 || isPatched(facts, view)) return;
    const isBound = report.outcome === "bound" || report.outcome === "bound-or-pending";
    if (!isBound || report.volumes.includes(own.name) || kept.volumeName !== "") return;
    if (cluster.between(kept, own).length > 0) return;
    const names = all(report.volumes);
    const entry = cluster.entry("PersistentVolumeClaim", kept.namespace, kept.name);
    yield {
      span: facts.nameSpan,
      message: {
        en: `The claim ${quoted(kept.name)} binds to ${names.en}, which has fewer access modes, and this volume stays unused.`,
        vi: `Claim ${quoted(kept.name)} được ghép với ${names.vi} vì ít access mode hơn, còn volume này không ai dùng.`,
      },
      ...(entry
        ? {
            related: [{ span: entry.facts.nameSpan, entry, message: { en: "The claim.", vi: "Claim." } }],
            remedies: () => [
              {
                entry,
                fixes: (other: Resource) => setField(other, ["spec"], "volumeName", own.name, { en: "", vi: "" }),
              },
            ],
          }
        : {}),
      fixes: () => setModes(resource, kept.modes, { en: "", vi: "" }).map((fix) => ({ ...fix, preferred: true })),
    };
  },
});
