import { at, pairOf } from "../../yaml/node.ts";
import { remove } from "../fixes.ts";
import { mapAt, spanOf } from "../given.ts";
import { workspaceRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { claim, file, storageClass } from "./example.ts";
import { isPatched, NO_PROVISIONER } from "./stuck.ts";

export default workspaceRule({
  id: "storage/not-provisioned",
  severity: "warning",
  awaits: "object",
  since: "0.1.0",
  kinds: ["PersistentVolumeClaim"],
  docs: {
    title: { en: "Claim that the provisioner turns down", vi: "Claim bị provisioner từ chối" },
    why: {
      en: "Provisioners of CSI drivers make no volume for a claim with a selector, nor for one that asks for ReadWriteOnce and ReadOnlyMany at once. The claim stays Pending for ever.",
      vi: "Provisioner của driver CSI không tạo volume cho claim có selector, cũng không tạo cho claim xin cùng lúc ReadWriteOnce và ReadOnlyMany. Claim sẽ ở mãi trạng thái Pending.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#selector"],
  },
  bad: [
    {
      title: { en: "A selector in a class that makes volumes", vi: "Dùng selector với class tự tạo volume" },
      manifest: file(
        storageClass("nhanh", "ebs.csi.aws.com"),
        claim("du-lieu", {
          more: ["storageClassName: nhanh", "selector: {} #! @{}"],
        }),
      ),
      fixed: file(storageClass("nhanh", "ebs.csi.aws.com"), claim("du-lieu", { more: ["storageClassName: nhanh"] })),
    },
    {
      title: { en: "Two modes that exclude each other", vi: "Hai chế độ loại trừ nhau" },
      manifest: file(
        storageClass("nhanh", "file.csi.azure.com"),
        claim("du-lieu", { modes: "ReadWriteOnce,ReadOnlyMany", more: ["storageClassName: nhanh"] }).replace(
          "ReadOnlyMany]",
          "ReadOnlyMany] #! @[ReadWriteOnce,ReadOnlyMany]",
        ),
      ),
    },
  ],
  good: [
    {
      title: { en: "No selector", vi: "Không có selector" },
      manifest: file(storageClass("nhanh", "ebs.csi.aws.com"), claim("du-lieu", { more: ["storageClassName: nhanh"] })),
    },
  ],
  *check(resource, facts, view) {
    const [cluster] = view.storage();
    const own = cluster?.claimOf(facts);
    const report = own && cluster?.report.claims.get(own.key);
    const storageClassOf = own && cluster?.classOf(own);
    if (!own || !report || !storageClassOf || isPatched(facts, view)) return;
    if (storageClassOf.provisioner === NO_PROVISIONER || own.volumeName !== "") return;
    const waits = report.outcome === "waits-for-first-consumer" || report.outcome === "dynamic-provisioning";
    const spec = mapAt(resource.root, "spec");
    if (!waits || !spec) return;
    const { provisioner } = storageClassOf;
    const selector = pairOf(spec, "selector");
    if (own.selector && selector?.value)
      yield {
        span: spanOf(selector.value),
        message: {
          en: `The class makes volumes with ${quoted(provisioner)}, which turns claims with a selector down: the claim stays Pending.`,
          vi: `Class tạo volume bằng ${quoted(provisioner)}, vốn từ chối claim có selector: claim sẽ ở mãi trạng thái Pending.`,
        },
        fixes: () => [remove(resource.doc, spec, selector)],
      };
    const modes = at(spec, "accessModes");
    const mixes = own.modes.includes("ReadOnlyMany") && own.modes.includes("ReadWriteOnce");
    if (mixes && !own.modes.includes("ReadWriteMany") && modes)
      yield {
        span: spanOf(modes),
        message: {
          en: `${quoted(provisioner)} cannot offer ReadOnlyMany and ReadWriteOnce on one volume: the claim stays Pending.`,
          vi: `${quoted(provisioner)} không thể có cả ReadOnlyMany và ReadWriteOnce trên một volume: claim sẽ ở mãi trạng thái Pending.`,
        },
      };
  },
});
