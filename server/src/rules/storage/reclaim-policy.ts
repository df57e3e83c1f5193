import { pairOf } from "../../yaml/node.ts";
import { change } from "../fixes.ts";
import { isA, isGiven, mapAt, scalarAt, spanOf } from "../given.ts";
import { type Draft, objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { storageClass, volume } from "./example.ts";

export default objectRule({
  id: "storage/reclaim-policy",
  severity: "information",
  awaits: "object",
  since: "0.1.0",
  kinds: ["PersistentVolume", "StorageClass"],
  docs: {
    title: { en: "Reclaim policy that cannot be carried out", vi: "Chính sách thu hồi không thực hiện được" },
    why: {
      en: "A StorageClass may delete or retain. Nobody deletes the data of a volume on NFS or on a node's disk: with `Delete` such a volume ends as Failed. `Recycle` is deprecated.",
      vi: "StorageClass chỉ có thể xóa hoặc giữ lại. Không ai xóa dữ liệu của volume NFS hay đĩa trên node: với `Delete` volume đó sẽ ở trạng thái Failed. `Recycle` đã lỗi thời.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming"],
  },
  bad: [
    {
      title: { en: "Delete on NFS", vi: "Delete trên NFS" },
      manifest: volume("pv-a", { more: ["persistentVolumeReclaimPolicy: Delete #! @Delete"] }),
      fixed: volume("pv-a", { more: ["persistentVolumeReclaimPolicy: Retain"] }),
    },
    {
      title: { en: "A class that recycles", vi: "Class dùng Recycle" },
      manifest: storageClass("nhanh", "ebs.csi.aws.com", ["reclaimPolicy: Recycle #! @Recycle"]),
      fixed: storageClass("nhanh", "ebs.csi.aws.com", ["reclaimPolicy: Retain"]),
    },
  ],
  good: [
    {
      title: { en: "Retain", vi: "Retain" },
      manifest: volume("pv-a", { more: ["persistentVolumeReclaimPolicy: Retain"] }),
    },
  ],
  *check(resource, _subject, { doc }): Iterable<Draft> {
    if (isA(resource, "storage.k8s.io", "StorageClass")) {
      const policy = scalarAt(resource.root, "reclaimPolicy");
      if (policy?.text === "Recycle")
        yield {
          span: spanOf(policy),
          severity: "error",
          message: {
            en: "A StorageClass cannot recycle; it deletes or retains.",
            vi: "StorageClass không dùng được Recycle; chỉ có Delete hoặc Retain.",
          },
          fixes: () => [change(doc, policy, "Retain"), change(doc, policy, "Delete", { preferred: false })],
        };
      return;
    }
    if (!isA(resource, "", "PersistentVolume")) return;
    const spec = mapAt(resource.root, "spec");
    const policy = scalarAt(spec, "persistentVolumeReclaimPolicy");
    if (!spec || !policy) return;
    const source = UNDELETED.find((field) => isGiven(pairOf(spec, field)?.value));
    if (policy.text === "Delete" && source !== undefined)
      yield {
        span: spanOf(policy),
        message: {
          en: `Nobody deletes the data of ${quoted(source)} volumes: after its claim this one is Failed.`,
          vi: `Không ai xóa dữ liệu của volume ${quoted(source)}: khi claim mất, volume này sẽ ở trạng thái Failed.`,
        },
        fixes: () => [change(doc, policy, "Retain")],
      };
    if (policy.text === "Recycle")
      yield {
        span: spanOf(policy),
        tag: "deprecated",
        message: {
          en: "`Recycle` is deprecated, and empties the volume for whoever comes next.",
          vi: "`Recycle` đã lỗi thời, và xóa sạch volume cho claim kế tiếp.",
        },
        fixes: () => [change(doc, policy, "Retain")],
      };
  },
});

/** Sources without a deleter. hostPath has one that works below /tmp. */
const UNDELETED = ["nfs", "local", "iscsi", "fc"];
