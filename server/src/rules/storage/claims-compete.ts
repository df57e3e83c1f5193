import type { Resource } from "../../model/resource.ts";
import { workspaceRule } from "../rule.ts";
import { all } from "../wording.ts";
import { createVolume } from "./create.ts";
import { claim, file, volume } from "./example.ts";
import { reserveFix } from "./fit-volume.ts";
import { isPatched } from "./stuck.ts";

export default workspaceRule({
  id: "storage/claims-compete",
  severity: "warning",
  since: "0.1.0",
  kinds: ["PersistentVolumeClaim"],
  docs: {
    title: { en: "More claims than volumes", vi: "Nhiều claim hơn volume" },
    why: {
      en: "A volume serves one claim. Where several claims fit it, the one that is created first takes it and the others stay Pending. A `claimRef` on the volume says which of them is meant.",
      vi: "Mỗi volume chỉ phục vụ một claim. Khi nhiều claim cùng khớp, claim nào tạo trước thì được, số còn lại ở mãi trạng thái Pending. Đặt `claimRef` trên volume để nói rõ dành cho claim nào.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reserving-a-persistentvolume"],
  },
  bad: [
    {
      title: { en: "Two claims, one volume", vi: "Hai claim, một volume" },
      manifest: file(
        volume("pv-a"),
        claim("mot", { more: ['storageClassName: ""'] }),
        claim("hai #! @hai", { more: ['storageClassName: ""'] }),
      ),
    },
  ],
  good: [
    {
      title: { en: "A volume for each", vi: "Mỗi claim một volume" },
      manifest: file(
        volume("pv-a"),
        volume("pv-b"),
        claim("mot", { more: ['storageClassName: ""'] }),
        claim("hai", { more: ['storageClassName: ""'] }),
      ),
    },
  ],
  *check(resource, facts, view) {
    const [cluster, ...others] = view.storage();
    const own = cluster?.claimOf(facts);
    const report = own && cluster?.report.claims.get(own.key);
    if (!cluster || !own || !report || others.length > 0 || isPatched(facts, view)) return;
    const isTaken = report.reasons.includes("VOLUMES_TAKEN") || report.outcome === "bound-or-pending";
    if (!isTaken || cluster.certaintyOf(own, report) === "unknown") return;
    const fitting = [...cluster.obstacles(own)].flatMap(([each, obstacles]) => (obstacles.length === 0 ? [each] : []));
    const names = new Set(fitting.map(({ name }) => name));
    const rivals = cluster.world.claims.filter(
      ({ key }) => key !== own.key && (cluster.report.claims.get(key)?.volumes ?? []).some((name) => names.has(name)),
    );
    if (rivals.length === 0) return;
    const shown = { volumes: all([...names]), rivals: all(rivals.map(({ name }) => name)) };
    yield {
      span: facts.nameSpan,
      message: {
        en: `The claim may stay Pending: ${shown.volumes.en} would fit, but ${shown.rivals.en} competes for it and comes first.`,
        vi: `Claim có thể ở mãi trạng thái Pending: ${shown.volumes.vi} phù hợp nhưng ${shown.rivals.vi} cũng cần và đứng trước.`,
      },
      remedies: () =>
        fitting.slice(0, 3).flatMap(({ name, claimRef }) => {
          const entry = claimRef ? undefined : cluster.entry("PersistentVolume", "", name);
          return entry ? [{ entry, fixes: (volume: Resource) => reserveFix(volume, own) }] : [];
        }),
      fixes: () => [createVolume(resource, own)],
      related: rivals.slice(0, 3).flatMap(({ namespace, name }) => {
        const entry = cluster.entry("PersistentVolumeClaim", namespace, name);
        const message = { en: "Another claim for it.", vi: "Claim khác cũng cần volume này." };
        return entry ? [{ span: entry.facts.nameSpan, entry, message }] : [];
      }),
    };
  },
});
