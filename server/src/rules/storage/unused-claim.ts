import { type Draft, workspaceRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { claim, file, storageClass, workload } from "./example.ts";
import { isPatched } from "./stuck.ts";

const CLASS = storageClass("cho", "ebs.csi.aws.com", ["volumeBindingMode: WaitForFirstConsumer"]);
const OF_CLASS = ["storageClassName: cho"];

export default workspaceRule({
  id: "storage/unused-claim",
  severity: "hint",
  since: "0.1.0",
  kinds: ["PersistentVolumeClaim"],
  docs: {
    title: { en: "Claim that waits for a Pod nobody has written", vi: "Claim chờ Pod chưa ai viết" },
    why: {
      en: "A class with `WaitForFirstConsumer` makes the volume when a Pod that uses the claim is scheduled. As long as there is none, the claim stays Pending; that is no fault by itself.",
      vi: "Class có `WaitForFirstConsumer` chỉ tạo volume khi một Pod dùng claim được lập lịch. Chưa có Pod thì claim ở trạng thái Pending; tự nó không phải là lỗi.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/storage-classes/#volume-binding-mode"],
  },
  bad: [
    {
      title: { en: "Another claim is used", vi: "Pod dùng claim khác" },
      manifest: file(
        CLASS,
        claim("cu #! @cu", { more: OF_CLASS }),
        claim("moi", { more: OF_CLASS }),
        workload("web", "moi", { more: ["strategy: { type: Recreate }"] }),
      ),
    },
  ],
  good: [
    {
      title: { en: "A Pod uses it", vi: "Có Pod dùng claim" },
      manifest: file(
        CLASS,
        claim("moi", { more: OF_CLASS }),
        workload("web", "moi", { more: ["strategy: { type: Recreate }"] }),
      ),
    },
  ],
  *check(_resource, facts, view): Iterable<Draft> {
    const [cluster, ...others] = view.storage();
    const own = cluster?.claimOf(facts);
    const report = own && cluster?.report.claims.get(own.key);
    if (!cluster || !own || others.length > 0 || isPatched(facts, view)) return;
    if (report?.outcome !== "waits-for-first-consumer" || cluster.world.usedClaims.has(own.key)) return;
    // Where no Pod of the namespace is written down here, they are kept elsewhere.
    if (!cluster.world.pods.some(({ namespace }) => namespace === own.namespace)) return;
    yield {
      span: facts.nameSpan,
      message: {
        en: `The class ${quoted(own.className)} waits for a Pod, and none here uses this claim.`,
        vi: `Class ${quoted(own.className)} chờ có Pod, mà không Pod nào ở đây dùng claim này.`,
      },
    };
  },
});
