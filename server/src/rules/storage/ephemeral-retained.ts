import type { Resource } from "../../model/resource.ts";
import { at } from "../../yaml/node.ts";
import { change } from "../fixes.ts";
import { mapsIn, scalarAt, spanOf } from "../given.ts";
import { podWith } from "../pod/example.ts";
import { POD_KINDS, podOf } from "../pod/pods.ts";
import { type Draft, workspaceRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { file, storageClass } from "./example.ts";

const pod = podWith(`
  volumes:
    - name: tam
      ephemeral:
        volumeClaimTemplate:
          spec:
            accessModes: [ReadWriteOnce]
            storageClassName: nhanh
            resources: { requests: { storage: 1Gi } }
`).replace("image: nginx:1.27\n", "image: nginx:1.27\n      volumeMounts: [{ name: tam, mountPath: /tam }]\n");

const WAITS = "volumeBindingMode: WaitForFirstConsumer";

export default workspaceRule({
  id: "storage/ephemeral-retained",
  severity: "warning",
  since: "0.1.0",
  kinds: POD_KINDS,
  docs: {
    title: { en: "Ephemeral volume that outlives its Pod", vi: "Ephemeral volume còn lại sau khi Pod mất" },
    why: {
      en: "Each Pod makes a claim and takes it along when it goes. With the reclaim policy Retain the disk stays, and one more with every Pod that follows.",
      vi: "Mỗi Pod tạo một claim và xóa claim đó cùng với Pod. Với chính sách thu hồi Retain, đĩa vẫn ở lại, và mỗi Pod kế tiếp lại thêm một đĩa.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/ephemeral-volumes/#generic-ephemeral-volumes"],
  },
  bad: [
    {
      title: { en: "A class that retains", vi: "Class giữ lại đĩa" },
      manifest: file(
        storageClass("nhanh", "ebs.csi.aws.com", ["reclaimPolicy: Retain", WAITS]),
        pod.replace("storageClassName: nhanh", "storageClassName: nhanh #! @nhanh"),
      ),
    },
  ],
  good: [
    {
      title: { en: "A class that deletes", vi: "Class xóa đĩa" },
      manifest: file(storageClass("nhanh", "ebs.csi.aws.com", [WAITS]), pod),
    },
  ],
  *check(resource, _facts, view): Iterable<Draft> {
    const [cluster] = view.storage();
    const own = podOf(resource);
    if (!cluster || !own) return;
    for (const volume of mapsIn(at(own.spec, "volumes"))) {
      const name = scalarAt(volume, "ephemeral", "volumeClaimTemplate", "spec", "storageClassName");
      const known = name && cluster.world.classes.get(name.text);
      if (!name || known?.reclaimPolicy !== "Retain") continue;
      const entry = cluster.entry("StorageClass", "", name.text);
      yield {
        span: spanOf(name),
        message: {
          en: `The class ${quoted(name.text)} retains disks: each Pod leaves one behind.`,
          vi: `Class ${quoted(name.text)} giữ lại đĩa: mỗi Pod để lại một đĩa.`,
        },
        ...(entry
          ? {
              related: [{ span: entry.facts.nameSpan, entry, message: { en: "The class.", vi: "Class đó." } }],
              remedies: () => [{ entry, fixes: deleting }],
            }
          : {}),
      };
    }
  },
});

function deleting({ doc, root }: Resource): ReturnType<NonNullable<Draft["fixes"]>> {
  const policy = scalarAt(root, "reclaimPolicy");
  return policy ? [change(doc, policy, "Delete")] : [];
}
