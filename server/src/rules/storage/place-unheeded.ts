import type { Resource } from "../../model/resource.ts";
import type { StorageCluster, Volume } from "../../workspace/storage-cluster.ts";
import type { Entry } from "../../workspace/view.ts";
import { pairOf } from "../../yaml/node.ts";
import { add, change } from "../fixes.ts";
import { scalarAt } from "../given.ts";
import { type Draft, workspaceRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { createClass } from "./create.ts";
import { claim, file, onNode, storageClass, volume } from "./example.ts";
import { isPatched, NO_PROVISIONER } from "./stuck.ts";

const MODE = "volumeBindingMode";
const WAITS = "WaitForFirstConsumer";

const LOCAL = ["storageClassName: cuc-bo", ...onNode("node-1")];

export default workspaceRule({
  id: "storage/place-unheeded",
  severity: "warning",
  since: "0.1.0",
  kinds: ["PersistentVolume"],
  docs: {
    title: { en: "Where the volume is, is looked at too late", vi: "Vị trí của volume được xét quá muộn" },
    why: {
      en: "A claim of a class without `WaitForFirstConsumer`, or of a class that does not exist, is bound without a look at `nodeAffinity`. Its Pod can then run on that one node only, whether there is room or not.",
      vi: "Claim thuộc class không có `WaitForFirstConsumer`, hay thuộc class không tồn tại, được ghép mà không xét `nodeAffinity`. Khi đó Pod chỉ chạy được trên đúng node ấy, dù node còn chỗ hay không.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/volumes/#local"],
  },
  bad: [
    {
      title: { en: "A class that binds at once", vi: "Class ghép ngay lập tức" },
      manifest: file(
        storageClass("cuc-bo", "example.com/dia"),
        volume("pv-a #! @pv-a", { more: LOCAL }),
        claim("du-lieu", { more: ["storageClassName: cuc-bo"] }),
      ),
    },
  ],
  good: [
    {
      title: { en: "The scheduler chooses", vi: "Scheduler chọn node" },
      manifest: file(
        storageClass("cuc-bo", NO_PROVISIONER, [`${MODE}: ${WAITS}`]),
        volume("pv-a", { more: LOCAL }),
        claim("du-lieu", { more: ["storageClassName: cuc-bo"] }),
      ),
    },
  ],
  *check(resource, facts, view): Iterable<Draft> {
    const [cluster] = view.storage();
    const own = cluster?.volumeOf(facts);
    if (!cluster || !own?.affinity || own.className === "" || isPatched(facts, view)) return;
    // A volume that is kept for one claim has no choice left.
    if (own.claimRef) return;
    const known = cluster.world.classes.get(own.className);
    if (known?.delays) return;
    const name = quoted(own.className);
    if (!known) {
      if (cluster.surroundings.classExists(own.className) === "no") yield withoutClass(resource, facts.nameSpan, own);
      return;
    }
    yield {
      span: facts.nameSpan,
      message: {
        en: `The class ${name} binds this volume before the scheduler looks at its nodeAffinity.`,
        vi: `Class ${name} ghép volume này trước khi scheduler xét nodeAffinity của nó.`,
      },
      ...ofClass(cluster, own),
    };
  },
});

function withoutClass(resource: Resource, span: Draft["span"], { className }: Volume): Draft {
  const name = quoted(className);
  return {
    span,
    message: {
      en: `There is no StorageClass ${name}, so claims bind to this volume at once, without a look at its nodeAffinity.`,
      vi: `Không có StorageClass ${name} nên claim được ghép với volume này ngay, không xét nodeAffinity của nó.`,
    },
    fixes: () => [createClass(resource, className, NO_PROVISIONER)],
  };
}

function ofClass(cluster: StorageCluster, { className }: Volume): Pick<Draft, "related" | "remedies"> {
  const entry = cluster.entry("StorageClass", "", className);
  if (!entry) return {};
  return {
    related: [{ span: entry.facts.nameSpan, entry, message: { en: "The class.", vi: "Class của volume." } }],
    remedies: () => [waiting(entry)],
  };
}

const waiting = (entry: Entry): ReturnType<NonNullable<Draft["remedies"]>>[number] => ({
  entry,
  fixes: ({ doc, root }) => {
    const mode = scalarAt(root, MODE);
    if (mode) return [change(doc, mode, WAITS)];
    return pairOf(root, MODE) ? [] : [add(doc, root, MODE, WAITS)];
  },
});
