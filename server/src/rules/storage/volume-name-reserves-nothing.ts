import type { Resource } from "../../model/resource.ts";
import { at } from "../../yaml/node.ts";
import { spanOf } from "../given.ts";
import { workspaceRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { claim, file, volume } from "./example.ts";
import { reserveFix } from "./fit-volume.ts";

export default workspaceRule({
  id: "storage/volume-name-reserves-nothing",
  severity: "hint",
  since: "0.1.0",
  kinds: ["PersistentVolumeClaim"],
  docs: {
    title: { en: "`volumeName` does not reserve the volume", vi: "`volumeName` không giữ chỗ volume" },
    why: {
      en: "A claim that names a volume waits for it, but until it is bound any other claim may take that volume. Only a `claimRef` on the volume keeps it.",
      vi: "Claim chỉ định volume thì sẽ chờ volume đó, nhưng trước khi được ghép, claim khác vẫn có thể lấy mất. Chỉ `claimRef` trên volume mới giữ chỗ được.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reserving-a-persistentvolume"],
  },
  bad: [
    {
      title: { en: "The volume does not name the claim", vi: "Volume không chỉ định claim" },
      manifest: file(volume("pv-a"), claim("du-lieu", { more: ['storageClassName: ""', "volumeName: pv-a #! @pv-a"] })),
    },
  ],
  good: [
    {
      title: { en: "Both name each other", vi: "Hai bên chỉ định nhau" },
      manifest: file(
        volume("pv-a", { more: ["claimRef: { name: du-lieu, namespace: default }"] }),
        claim("du-lieu", { more: ['storageClassName: ""', "volumeName: pv-a"] }),
      ),
    },
  ],
  *check(resource, facts, view) {
    const [cluster] = view.storage();
    const own = cluster?.claimOf(facts);
    const named = own && cluster?.volume(own.volumeName);
    const place = at(resource.root, "spec", "volumeName");
    if (!cluster || !own || !named || named.claimRef || !place) return;
    if (cluster.report.claims.get(own.key)?.outcome !== "bound") return;
    const entry = cluster.entry("PersistentVolume", "", named.name);
    yield {
      span: spanOf(place),
      ...(entry ? { remedies: () => [{ entry, fixes: (volume: Resource) => reserveFix(volume, own) }] } : {}),
      message: {
        en: `This does not reserve ${quoted(named.name)}: another claim may take it first. Only a claimRef on the volume keeps it.`,
        vi: `Dòng này không giữ chỗ ${quoted(named.name)}: claim khác có thể lấy trước. Chỉ claimRef trên volume mới giữ được.`,
      },
    };
  },
});
