import { add } from "../fixes.ts";
import { isA, lacks, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { storageClass } from "./example.ts";
import { NO_PROVISIONER } from "./stuck.ts";

const WAITS = "volumeBindingMode: WaitForFirstConsumer";

export default objectRule({
  id: "storage/deletes-with-claim",
  severity: "hint",
  profile: "strict",
  since: "0.1.0",
  kinds: ["StorageClass"],
  docs: {
    title: { en: "Disks that go with their claim", vi: "Đĩa bị xóa theo claim" },
    why: {
      en: "A class that does not say its `reclaimPolicy` deletes: who deletes the claim, or the namespace, destroys the disk. `Retain` keeps it for an administrator.",
      vi: "Class không ghi `reclaimPolicy` sẽ xóa đĩa: ai xóa claim, hoặc xóa namespace, là hủy luôn dữ liệu. `Retain` giữ đĩa lại cho quản trị viên.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/storage-classes/#reclaim-policy"],
  },
  bad: [
    {
      title: { en: "Nothing is said", vi: "Không ghi gì" },
      manifest: storageClass("nhanh", "ebs.csi.aws.com #! @ebs.csi.aws.com", [WAITS]),
      fixed: storageClass("nhanh", "ebs.csi.aws.com", [WAITS, "reclaimPolicy: Delete"]),
    },
  ],
  good: [
    {
      title: { en: "It is said", vi: "Có ghi rõ" },
      manifest: storageClass("nhanh", "ebs.csi.aws.com", [WAITS, "reclaimPolicy: Retain"]),
    },
  ],
  *check(resource, _subject, { doc }) {
    const provisioner = scalarAt(resource.root, "provisioner");
    if (!isA(resource, "storage.k8s.io", "StorageClass") || !provisioner || !lacks(resource.root, "reclaimPolicy"))
      return;
    if (provisioner.text === NO_PROVISIONER) return;
    yield {
      span: spanOf(provisioner),
      message: {
        en: "Disks of this class are deleted with their claim; say so, or `reclaimPolicy: Retain`.",
        vi: "Đĩa thuộc class này bị xóa theo claim; hãy ghi rõ, hoặc đặt `reclaimPolicy: Retain`.",
      },
      fixes: () => [
        add(doc, resource.root, "reclaimPolicy", "Delete"),
        add(doc, resource.root, "reclaimPolicy", "Retain", { preferred: false }),
      ],
    };
  },
});
