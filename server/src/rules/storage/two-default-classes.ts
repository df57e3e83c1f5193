import { at, pairOf } from "../../yaml/node.ts";
import { remove } from "../fixes.ts";
import { mapAt, spanOf } from "../given.ts";
import { workspaceRule } from "../rule.ts";
import { all } from "../wording.ts";
import { file, storageClass } from "./example.ts";
import { isPatched } from "./stuck.ts";

const DEFAULT = "storageclass.kubernetes.io/is-default-class";

export default workspaceRule({
  id: "storage/two-default-classes",
  severity: "warning",
  since: "0.1.0",
  kinds: ["StorageClass"],
  docs: {
    title: { en: "Two default storage classes", vi: "Hai StorageClass mặc định" },
    why: {
      en: "Where several classes are marked as default, the one created last wins, which no manifest shows. Mark one only.",
      vi: "Khi nhiều class được đánh dấu mặc định, class tạo sau cùng thắng, điều mà manifest không cho biết. Chỉ nên đánh dấu một class.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/storage-classes/#default-storageclass"],
  },
  bad: [
    {
      title: { en: "Both are marked", vi: "Cả hai đều được đánh dấu" },
      manifest: `
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata:
          name: nhanh
          annotations:
            storageclass.kubernetes.io/is-default-class: "true" #! @storageclass.kubernetes.io/is-default-class
        provisioner: ebs.csi.aws.com
        ---
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata:
          name: cham
          annotations:
            storageclass.kubernetes.io/is-default-class: "true" #! @storageclass.kubernetes.io/is-default-class
        provisioner: ebs.csi.aws.com
      `,
    },
  ],
  good: [
    {
      title: { en: "One of two", vi: "Chỉ một trong hai" },
      manifest: file(storageClass("nhanh", "ebs.csi.aws.com"), storageClass("cham", "ebs.csi.aws.com")),
    },
  ],
  *check(resource, facts, view) {
    const clusters = view.storage();
    const [cluster] = clusters;
    const annotations = mapAt(resource.root, "metadata", "annotations");
    const pair = annotations && pairOf(annotations, DEFAULT);
    if (!cluster || clusters.length > 1 || !annotations || !pair || isPatched(facts, view)) return;
    const own = cluster.world.classes.get(facts.name);
    if (!own?.isDefault || !at(resource.root, "metadata", "name")) return;
    const rivals = [...cluster.world.classes.values()].filter(
      ({ name, isDefault }) => isDefault && name !== facts.name && cluster.entry("StorageClass", "", name),
    );
    if (rivals.length === 0) return;
    const names = all(rivals.map(({ name }) => name));
    yield {
      span: spanOf(pair.key),
      message: {
        en: `${names.en} is a default class too; the one that is created last wins.`,
        vi: `${names.vi} cũng là class mặc định; class nào tạo sau cùng thì thắng.`,
      },
      related: rivals.slice(0, 3).flatMap(({ name }) => {
        const entry = cluster.entry("StorageClass", "", name);
        const message = { en: "The other default class.", vi: "Class mặc định kia." };
        return entry ? [{ span: entry.facts.nameSpan, entry, message }] : [];
      }),
      fixes: () => [remove(resource.doc, annotations, pair, { preferred: false })],
    };
  },
});
