import type { Resource } from "../../model/resource.ts";
import { insertEntry } from "../../yaml/edit.ts";
import { mapAt } from "../given.ts";
import { workspaceRule } from "../rule.ts";
import { all, quoted } from "../wording.ts";
import { claim, file, storageClass, volume } from "./example.ts";
import { setClass } from "./rewrite.ts";
import { isPatched } from "./stuck.ts";

export default workspaceRule({
  id: "storage/default-class-hides-volume",
  severity: "warning",
  since: "0.1.0",
  kinds: ["PersistentVolumeClaim"],
  docs: {
    title: { en: "The default class keeps a claim from its volume", vi: "Class mặc định che mất volume của claim" },
    why: {
      en: 'A claim without `storageClassName` is given the default class of the cluster, and then volumes without a class are never considered. `storageClassName: ""` says that no class is meant.',
      vi: 'Claim không ghi `storageClassName` sẽ được gán class mặc định của cluster, khi đó volume không có class không bao giờ được xét. `storageClassName: ""` nói rõ là không dùng class nào.',
    },
    links: ["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#class-1"],
  },
  bad: [
    {
      title: {
        en: "A volume without a class beside a default class",
        vi: "Volume không có class, cluster có class mặc định",
      },
      manifest: file(
        `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata:
  name: nhanh
  annotations:
    storageclass.kubernetes.io/is-default-class: "true"
provisioner: ebs.csi.aws.com
`,
        volume("pv-a"),
        claim("du-lieu #! @du-lieu"),
      ),
    },
    {
      title: { en: "A cluster that may have a default class", vi: "Cluster có thể có class mặc định" },
      manifest: file(volume("pv-a"), claim("du-lieu #! @du-lieu")),
    },
  ],
  good: [
    {
      title: { en: "No class is meant", vi: "Nói rõ không dùng class" },
      manifest: file(
        storageClass("nhanh", "ebs.csi.aws.com"),
        volume("pv-a"),
        claim("du-lieu", { more: ['storageClassName: ""'] }),
      ),
    },
  ],
  *check(resource, facts, view) {
    const [cluster] = view.storage();
    const own = cluster?.claimOf(facts);
    const spec = mapAt(resource.root, "spec");
    if (!cluster || !own || !spec || isPatched(facts, view)) return;
    const { defaultClass } = cluster.surroundings;
    const isAssigned = defaultClass === "yes" && own.className === cluster.world.defaultClass?.name;
    const wroteNone =
      !mapAt(resource.root, "metadata", "annotations") &&
      !spec.entries.some(({ key }) => key.text === "storageClassName");
    if (!wroteNone || !(isAssigned || (defaultClass === "unknown" && !own.hasClass))) return;
    const fitting = cluster.world.volumes.filter(
      (each) =>
        each.className === "" &&
        cluster.differences({ ...own, key: "", className: "", hasClass: true }, each).length === 0,
    );
    const named = fitting.filter(({ claimRef }) => claimRef === undefined).map(({ name }) => name);
    if (named.length === 0) return;
    const names = all(named);
    const fallback = quoted(cluster.world.defaultClass?.name ?? "");
    yield {
      span: facts.nameSpan,
      severity: isAssigned ? "warning" : "hint",
      message: isAssigned
        ? {
            en: `The claim is given the default class ${fallback}, so ${names.en}, which has no class, is never considered.`,
            vi: `Claim sẽ được gán class mặc định ${fallback}, nên ${names.vi} (không có class) không bao giờ được xét.`,
          }
        : {
            en: `Where the cluster has a default class, the claim is given that one and does not bind to ${names.en}.`,
            vi: `Nếu cluster có class mặc định, claim sẽ được gán class đó và không được ghép với ${names.vi}.`,
          },
      remedies: () =>
        isAssigned
          ? fitting.slice(0, 3).flatMap(({ name, claimRef }) => {
              const entry = claimRef ? undefined : cluster.entry("PersistentVolume", "", name);
              const nobody = { en: "", vi: "" };
              return entry ? [{ entry, fixes: (other: Resource) => setClass(other, own.className, nobody) }] : [];
            })
          : [],
      fixes: () => [
        {
          title: { en: 'Set `storageClassName: ""`', vi: 'Đặt `storageClassName: ""`' },
          preferred: true,
          safe: false,
          edits: insertEntry(resource.doc, spec, "storageClassName", '""'),
        },
      ],
    };
  },
});
