import type { Resource } from "../../model/resource.ts";
import { workspaceRule } from "../rule.ts";
import { all, quoted } from "../wording.ts";
import { claim, file, NO_CLASS, volume } from "./example.ts";
import { dropField } from "./rewrite.ts";
import { isPatched } from "./stuck.ts";

export default workspaceRule({
  id: "storage/reserved-twice",
  severity: "warning",
  since: "0.1.0",
  kinds: ["PersistentVolume"],
  docs: {
    title: { en: "Several volumes are reserved for one claim", vi: "Nhiều volume cùng dành cho một claim" },
    why: {
      en: "The claim binds to one of them, and which one is left to chance. The others stay reserved and serve nobody.",
      vi: "Claim chỉ được ghép với một volume, cái nào thì tùy may rủi. Số còn lại vẫn bị giữ chỗ mà không phục vụ ai.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reserving-a-persistentvolume"],
  },
  bad: [
    {
      title: { en: "Two volumes for one claim", vi: "Hai volume cho một claim" },
      manifest: file(
        claim("du-lieu", { more: NO_CLASS }),
        volume("pv-a #! @pv-a", { more: ["claimRef: { name: du-lieu, namespace: default }"] }),
        volume("pv-b #! @pv-b", { more: ["claimRef: { name: du-lieu, namespace: default }"] }),
      ),
    },
  ],
  good: [
    {
      title: { en: "A volume for each claim", vi: "Mỗi claim một volume" },
      manifest: file(
        claim("mot", { more: NO_CLASS }),
        claim("hai", { more: NO_CLASS }),
        volume("pv-a", { more: ["claimRef: { name: mot, namespace: default }"] }),
        volume("pv-b", { more: ["claimRef: { name: hai, namespace: default }"] }),
      ),
    },
  ],
  *check(resource, facts, view) {
    const [cluster, ...others] = view.storage();
    const own = cluster?.volumeOf(facts);
    const ref = own?.claimRef;
    if (!cluster || !own || !ref || ref.name === "" || others.length > 0 || isPatched(facts, view)) return;
    const rivals = cluster.world.volumes.filter(
      ({ name, claimRef }) => name !== own.name && claimRef?.name === ref.name && claimRef.namespace === ref.namespace,
    );
    if (rivals.length === 0) return;
    const names = all(rivals.map(({ name }) => name));
    yield {
      span: facts.nameSpan,
      message: {
        en: `${names.en} is reserved for the claim ${quoted(ref.name)} too; it gets only one of them.`,
        vi: `${names.vi} cũng dành cho claim ${quoted(ref.name)}; claim chỉ nhận được một volume.`,
      },
      fixes: () => dropField(resource, "claimRef", { en: "", vi: "" }),
      remedies: () =>
        rivals.slice(0, 3).flatMap(({ name }) => {
          const entry = cluster.entry("PersistentVolume", "", name);
          return entry ? [{ entry, fixes: (other: Resource) => dropField(other, "claimRef", { en: "", vi: "" }) }] : [];
        }),
      related: rivals.slice(0, 3).flatMap(({ name }) => {
        const entry = cluster.entry("PersistentVolume", "", name);
        const message = { en: "The other volume.", vi: "Volume kia." };
        return entry ? [{ span: entry.facts.nameSpan, entry, message }] : [];
      }),
    };
  },
});
