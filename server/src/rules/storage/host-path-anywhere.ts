import { pairOf } from "../../yaml/node.ts";
import { isGiven, lacks, mapAt, spanOf } from "../given.ts";
import { type Draft, workspaceRule } from "../rule.ts";
import { claim, file, NO_CLASS, onNode, volume } from "./example.ts";
import { isPatched } from "./stuck.ts";

const hostPath = (text: string): string =>
  text.replace(/ {2}nfs:[\s\S]*/, "  hostPath: #! @hostPath\n    path: /du-lieu\n");

export default workspaceRule({
  id: "storage/host-path-anywhere",
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  kinds: ["PersistentVolume"],
  docs: {
    title: { en: "Folder of a node, on whichever node", vi: "Thư mục của node, nhưng node nào cũng được" },
    why: {
      en: "`hostPath` is a folder of the node on which the Pod happens to run. Without `nodeAffinity` the Pod may start on a node that has other data there, or none.",
      vi: "`hostPath` là thư mục của node mà Pod tình cờ chạy trên đó. Thiếu `nodeAffinity`, Pod có thể chạy ở node có dữ liệu khác, hoặc không có gì.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"],
  },
  bad: [
    {
      title: { en: "No node", vi: "Không ghi node" },
      manifest: file(hostPath(volume("pv-a")), claim("du-lieu", { more: NO_CLASS })),
    },
  ],
  good: [
    {
      title: { en: "On one node", vi: "Trên một node" },
      manifest: file(
        hostPath(volume("pv-a", { more: onNode("node-1") })).replace(" #! @hostPath", ""),
        claim("du-lieu", { more: NO_CLASS }),
      ),
    },
  ],
  *check(resource, facts, view): Iterable<Draft> {
    const [cluster] = view.storage();
    const spec = mapAt(resource.root, "spec");
    const source = spec && pairOf(spec, "hostPath");
    if (!cluster || !spec || !source || !isGiven(source.value) || !lacks(spec, "nodeAffinity")) return;
    const { nodes } = cluster.world;
    // With one node there is no other.
    if (nodes.length === 1 || isPatched(facts, view)) return;
    yield {
      span: spanOf(source.key),
      severity: nodes.length > 1 ? "warning" : "hint",
      message: {
        en: "Without `nodeAffinity` a Pod may start on a node that does not have this data; a `local` volume must say where it is.",
        vi: "Thiếu `nodeAffinity`, Pod có thể chạy ở node không có dữ liệu này; volume `local` thì buộc phải ghi node.",
      },
    };
  },
});
