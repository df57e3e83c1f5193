import { pairOf } from "../../yaml/node.ts";
import { remove } from "../fixes.ts";
import { mapAt, spanOf } from "../given.ts";
import { type Draft, workspaceRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { claim, file, onNode, storageClass, volume } from "./example.ts";
import { isPatched, NO_PROVISIONER } from "./stuck.ts";

const CLASS = storageClass("cuc-bo", NO_PROVISIONER, ["volumeBindingMode: WaitForFirstConsumer"]);
const LOCAL = ["storageClassName: cuc-bo", ...onNode("node-1")];

export default workspaceRule({
  id: "storage/skips-scheduler",
  severity: "information",
  since: "0.1.0",
  kinds: ["PersistentVolumeClaim"],
  docs: {
    title: {
      en: "`volumeName` binds before the Pod is scheduled",
      vi: "`volumeName` ghép trước khi Pod được lập lịch",
    },
    why: {
      en: "The class waits for the scheduler, but a claim that names its volume does not: it is bound at once. The Pod can then run only where that volume is.",
      vi: "Class chờ scheduler, nhưng claim chỉ định sẵn volume thì không chờ: nó được ghép ngay. Khi đó Pod chỉ chạy được ở nơi có volume ấy.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/storage-classes/#volume-binding-mode"],
  },
  bad: [
    {
      title: { en: "A local volume by name", vi: "Chỉ định volume local" },
      manifest: file(
        CLASS,
        volume("pv-a", { more: ["claimRef: { name: du-lieu, namespace: default }", ...LOCAL] }),
        claim("du-lieu", { more: ["storageClassName: cuc-bo", "volumeName: pv-a #! @pv-a"] }),
      ),
      fixed: file(
        CLASS,
        volume("pv-a", { more: ["claimRef: { name: du-lieu, namespace: default }", ...LOCAL] }),
        claim("du-lieu", { more: ["storageClassName: cuc-bo"] }),
      ),
    },
  ],
  good: [
    {
      title: { en: "The scheduler chooses the volume", vi: "Scheduler chọn volume" },
      manifest: file(CLASS, volume("pv-a", { more: LOCAL }), claim("du-lieu", { more: ["storageClassName: cuc-bo"] })),
    },
  ],
  *check(resource, facts, view): Iterable<Draft> {
    const [cluster] = view.storage();
    const own = cluster?.claimOf(facts);
    const named = own && cluster?.volume(own.volumeName);
    const spec = mapAt(resource.root, "spec");
    const pair = spec && pairOf(spec, "volumeName");
    if (!cluster || !own || !named?.affinity || !spec || !pair?.value || isPatched(facts, view)) return;
    if (cluster.report.claims.get(own.key)?.outcome !== "bound" || !cluster.classOf(own)?.delays) return;
    const entry = cluster.entry("PersistentVolume", "", named.name);
    yield {
      span: spanOf(pair.value),
      message: {
        en: `The class ${quoted(own.className)} would let the scheduler choose; with \`volumeName\` the Pod can run only where ${quoted(named.name)} is.`,
        vi: `Class ${quoted(own.className)} vốn để scheduler chọn; có \`volumeName\` thì Pod chỉ chạy được ở nơi có ${quoted(named.name)}.`,
      },
      ...(entry
        ? {
            related: [
              { span: entry.facts.nameSpan, entry, message: { en: "The volume.", vi: "Volume được chỉ định." } },
            ],
          }
        : {}),
      fixes: () => [remove(resource.doc, spec, pair)],
    };
  },
});
