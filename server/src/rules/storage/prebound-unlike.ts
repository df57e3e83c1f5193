import type { Resource } from "../../model/resource.ts";
import { at } from "../../yaml/node.ts";
import { spanOf } from "../given.ts";
import { workspaceRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { claim, file, volume } from "./example.ts";
import { claimFits } from "./fit-claim.ts";
import { volumeFits } from "./fit-volume.ts";
import { isPatched } from "./stuck.ts";
import { obstacleText } from "./words.ts";

export default workspaceRule({
  id: "storage/prebound-unlike",
  severity: "warning",
  awaits: "object",
  since: "0.1.0",
  kinds: ["PersistentVolumeClaim"],
  docs: {
    title: { en: "Claim and volume name each other, but differ", vi: "Claim và volume chỉ định nhau nhưng không khớp" },
    why: {
      en: "Where the claim names the volume and the volume names the claim, Kubernetes binds them without comparing anything: a claim for 10Gi may get a volume of 1Gi.",
      vi: "Khi claim chỉ định volume và volume cũng chỉ định claim, Kubernetes ghép luôn mà không so sánh gì: claim xin 10Gi có thể nhận volume 1Gi.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reserving-a-persistentvolume"],
  },
  bad: [
    {
      title: { en: "The volume is smaller", vi: "Volume nhỏ hơn" },
      manifest: file(
        volume("pv-a", { size: "5Gi", more: ["claimRef: { name: du-lieu, namespace: default }"] }),
        claim("du-lieu", { more: ['storageClassName: ""', "volumeName: pv-a #! @pv-a"] }),
      ),
      fixed: file(
        volume("pv-a", { size: "5Gi", more: ["claimRef: { name: du-lieu, namespace: default }"] }),
        claim("du-lieu", { size: "5Gi", more: ['storageClassName: ""', "volumeName: pv-a"] }),
      ),
    },
  ],
  good: [
    {
      title: { en: "They agree", vi: "Hai bên khớp nhau" },
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
    if (!cluster || !own || !named?.claimRef || isPatched(facts, view)) return;
    const { claimRef } = named;
    if (claimRef.name !== own.name || claimRef.namespace !== own.namespace || claimRef.uid !== "") return;
    // Without a class of its own the claim may be given any.
    const differences = cluster
      .differences(own, named)
      .filter((each) => each !== "SELECTOR_MISMATCH" && (own.hasClass || each !== "STORAGE_CLASS_MISMATCH"));
    const place = at(resource.root, "spec", "volumeName");
    if (differences.length === 0 || !place) return;
    const entry = cluster.entry("PersistentVolume", "", named.name);
    const texts = differences.map((each) => obstacleText(own, named, each));
    yield {
      span: spanOf(place),
      message: {
        en: `The claim binds to ${quoted(named.name)} although they differ: ${texts.map(({ en }) => en).join(", ")}.`,
        vi: `Claim vẫn được ghép với ${quoted(named.name)} dù hai bên không khớp: ${texts.map(({ vi }) => vi).join(", ")}.`,
      },
      ...(entry
        ? {
            related: [
              { span: entry.facts.nameSpan, entry, message: { en: "The volume.", vi: "Volume được chỉ định." } },
            ],
            remedies: () => [
              {
                entry,
                fixes: (volume: Resource) => differences.flatMap((each) => volumeFits(volume, own, named, each)),
              },
            ],
          }
        : {}),
      fixes: () => differences.flatMap((each) => claimFits(resource, own, named, each)),
    };
  },
});
