import type { Resource } from "../../model/resource.ts";
import { driverNamed, IN_TREE } from "../../schema/known/storage-drivers.ts";
import { at, pairOf } from "../../yaml/node.ts";
import { choices } from "../fixes.ts";
import { isGiven, mapAt, spanOf, textAt, textsIn } from "../given.ts";
import { type Draft, workspaceRule } from "../rule.ts";
import { all, quoted } from "../wording.ts";
import { claim, file, storageClass, volume } from "./example.ts";
import { isPatched } from "./stuck.ts";

const DISK = "  csi:\n    driver: ebs.csi.aws.com\n    volumeHandle: vol-0a1b2c\n";

export default workspaceRule({
  id: "storage/mode-not-offered",
  severity: "warning",
  awaits: "object",
  since: "0.1.0",
  kinds: ["PersistentVolumeClaim", "PersistentVolume"],
  docs: {
    title: { en: "Access mode that the driver does not offer", vi: "Access mode mà driver không hỗ trợ" },
    why: {
      en: "Disks of clouds belong to one node at a time. A class of such disks cannot serve ReadWriteMany: the claim stays Pending. A volume written by hand is bound all the same, and the mount fails.",
      vi: "Đĩa của các cloud mỗi lúc chỉ thuộc một node. Class dùng loại đĩa đó không đáp ứng được ReadWriteMany: claim sẽ ở mãi trạng thái Pending. Volume tự viết thì vẫn được ghép, rồi mount lỗi.",
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
    {
      title: { en: "A disk written by hand", vi: "Đĩa tự viết" },
      manifest: volume("pv-a", { modes: "ReadWriteMany" })
        .replace("ReadWriteMany]", "ReadWriteMany] #! @ReadWriteMany")
        .replace(/ {2}nfs:[\s\S]*/, DISK),
      fixed: volume("pv-a").replace(/ {2}nfs:[\s\S]*/, DISK),
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
  *check(resource, facts, view): Iterable<Draft> {
    if (resource.gvk.kind === "PersistentVolume") {
      yield* ofVolume(resource);
      return;
    }
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

/** Nobody asks the driver of a volume that is written by hand before it is mounted. */
function* ofVolume({ doc, root }: Resource): Iterable<Draft> {
  const spec = mapAt(root, "spec");
  const old = IN_TREE.find(({ source }) => isGiven(pairOf(spec, source)?.value));
  const driver = driverNamed(textAt(spec, "csi", "driver") ?? old?.provisioner ?? "");
  if (!driver?.filesystem) return;
  const isBlock = textAt(spec, "volumeMode") === "Block";
  const offered: readonly string[] = isBlock ? [...driver.filesystem, ...driver.block] : driver.filesystem;
  const written = textsIn(at(spec, "accessModes"));
  const names = all(offered);
  for (const mode of written) {
    if (offered.includes(mode.text)) continue;
    yield {
      span: spanOf(mode),
      message: {
        en: `${quoted(driver.name)} offers only ${names.en}: a claim is bound, and the mount on a second node fails.`,
        vi: `${quoted(driver.name)} chỉ có ${names.vi}: claim vẫn được ghép, nhưng mount ở node thứ hai sẽ lỗi.`,
      },
      fixes: () => (written.length > 1 ? [] : choices(doc, mode, offered)),
    };
  }
}
