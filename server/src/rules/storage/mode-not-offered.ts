import { driverNamed } from "../../schema/known/storage-drivers.ts";
import { at } from "../../yaml/node.ts";
import { choices } from "../fixes.ts";
import { spanOf, textsIn } from "../given.ts";
import { workspaceRule } from "../rule.ts";
import { all, quoted } from "../wording.ts";
import { claim, file, storageClass } from "./example.ts";
import { isPatched } from "./stuck.ts";

export default workspaceRule({
  id: "storage/mode-not-offered",
  severity: "warning",
  awaits: "object",
  since: "0.1.0",
  kinds: ["PersistentVolumeClaim"],
  docs: {
    title: { en: "Access mode that the driver does not offer", vi: "Access mode mà driver không hỗ trợ" },
    why: {
      en: "Disks of clouds belong to one node at a time. A class of such disks cannot serve ReadWriteMany: the claim stays Pending.",
      vi: "Đĩa của các cloud mỗi lúc chỉ thuộc một node. Class dùng loại đĩa đó không đáp ứng được ReadWriteMany: claim sẽ ở mãi trạng thái Pending.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes"],
  },
  bad: [
    {
      title: { en: "A shared volume of Amazon disks", vi: "Volume dùng chung trên đĩa Amazon" },
      manifest: file(
        storageClass("nhanh", "ebs.csi.aws.com"),
        claim("du-lieu", { modes: "ReadWriteMany", more: ["storageClassName: nhanh"] }).replace(
          "ReadWriteMany]",
          "ReadWriteMany] #! @ReadWriteMany",
        ),
      ),
      fixed: file(storageClass("nhanh", "ebs.csi.aws.com"), claim("du-lieu", { more: ["storageClassName: nhanh"] })),
    },
  ],
  good: [
    {
      title: { en: "A shared volume of a shared system", vi: "Volume dùng chung trên hệ thống dùng chung" },
      manifest: file(
        storageClass("chung", "efs.csi.aws.com"),
        claim("du-lieu", { modes: "ReadWriteMany", more: ["storageClassName: chung"] }),
      ),
    },
  ],
  *check(resource, facts, view) {
    const [cluster] = view.storage();
    const own = cluster?.claimOf(facts);
    const report = own && cluster?.report.claims.get(own.key);
    const provisioner = own && cluster?.classOf(own)?.provisioner;
    const driver = provisioner === undefined ? undefined : driverNamed(provisioner);
    // A volume made by hand binds whatever the driver can.
    if (!own || !report || report.volumes.length > 0 || !driver?.filesystem || isPatched(facts, view)) return;
    const offered: readonly string[] =
      own.volumeMode === "Block" ? [...driver.filesystem, ...driver.block] : driver.filesystem;
    const names = all(offered);
    for (const mode of textsIn(at(resource.root, "spec", "accessModes"))) {
      if (offered.includes(mode.text)) continue;
      yield {
        span: spanOf(mode),
        message: {
          en: `${quoted(driver.name)} does not offer ${quoted(mode.text)}, only ${names.en}: the claim stays Pending.`,
          vi: `${quoted(driver.name)} không có ${quoted(mode.text)}, chỉ có ${names.vi}: claim sẽ ở mãi trạng thái Pending.`,
        },
        fixes: () => (own.modes.length > 1 ? [] : choices(resource.doc, mode, offered)),
      };
    }
  },
});
