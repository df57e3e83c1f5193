import { at } from "../../yaml/node.ts";
import { change } from "../fixes.ts";
import { scalarAt, spanOf, textAt } from "../given.ts";
import { workspaceRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { claim, file, storageClass } from "./example.ts";
import { isPatched } from "./stuck.ts";
import { requestOf } from "./words.ts";

export default workspaceRule({
  id: "storage/clone-unlike-source",
  severity: "warning",
  awaits: "object",
  since: "0.1.0",
  kinds: ["PersistentVolumeClaim"],
  docs: {
    title: { en: "Clone that does not suit its source", vi: "Bản sao không phù hợp với claim nguồn" },
    why: {
      en: "A clone must be at least as large as the claim that it copies and have the same driver and volumeMode; otherwise the provisioner refuses it for ever.",
      vi: "Bản sao phải lớn ít nhất bằng claim được sao chép và có cùng driver, cùng volumeMode; nếu không provisioner sẽ từ chối mãi.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/volume-pvc-datasource/"],
  },
  bad: [
    {
      title: { en: "Smaller than its source", vi: "Nhỏ hơn claim nguồn" },
      manifest: file(
        storageClass("nhanh", "ebs.csi.aws.com"),
        claim("goc", { size: "20Gi", more: ["storageClassName: nhanh"] }),
        claim("ban-sao", {
          size: "10Gi #! @10Gi",
          more: ["storageClassName: nhanh", "dataSource: { kind: PersistentVolumeClaim, name: goc }"],
        }),
      ),
      fixed: file(
        storageClass("nhanh", "ebs.csi.aws.com"),
        claim("goc", { size: "20Gi", more: ["storageClassName: nhanh"] }),
        claim("ban-sao", {
          size: "20Gi",
          more: ["storageClassName: nhanh", "dataSource: { kind: PersistentVolumeClaim, name: goc }"],
        }),
      ),
    },
  ],
  good: [
    {
      title: { en: "As large as its source", vi: "Lớn bằng claim nguồn" },
      manifest: file(
        storageClass("nhanh", "ebs.csi.aws.com"),
        claim("goc", { more: ["storageClassName: nhanh"] }),
        claim("ban-sao", {
          more: ["storageClassName: nhanh", "dataSource: { kind: PersistentVolumeClaim, name: goc }"],
        }),
      ),
    },
  ],
  *check(resource, facts, view) {
    const [cluster] = view.storage();
    const own = cluster?.claimOf(facts);
    if (!cluster || !own || isPatched(facts, view)) return;
    const place = ["dataSource", "dataSourceRef"].find(
      (field) => textAt(resource.root, "spec", field, "kind") === own.json.kind,
    );
    if (place === undefined || scalarAt(resource.root, "spec", place, "namespace")) return;
    const name = textAt(resource.root, "spec", place, "name");
    const source = cluster.world.claimsByKey.get(`${own.namespace}/${name ?? ""}`);
    if (!source || cluster.isRepeated("PersistentVolumeClaim", source.namespace, source.name)) return;
    const size = scalarAt(resource.root, "spec", "resources", "requests", "storage");
    if (own.request < source.request && size)
      yield {
        span: spanOf(size),
        message: {
          en: `A clone of ${quoted(source.name)} must be at least as large: ${quoted(requestOf(source))}.`,
          vi: `Bản sao của ${quoted(source.name)} phải lớn ít nhất bằng nó: ${quoted(requestOf(source))}.`,
        },
        fixes: () => [change(resource.doc, size, requestOf(source))],
      };
    const reference = at(resource.root, "spec", place);
    const [made, copied] = [cluster.classOf(own)?.provisioner, cluster.classOf(source)?.provisioner];
    if (made !== undefined && copied !== undefined && made !== copied && reference)
      yield {
        span: spanOf(at(resource.root, "spec", "storageClassName") ?? reference),
        message: {
          en: `${quoted(made)} cannot copy ${quoted(source.name)}, which ${quoted(copied)} has made.`,
          vi: `${quoted(made)} không sao chép được ${quoted(source.name)} do ${quoted(copied)} tạo ra.`,
        },
      };
    const sourceReport = cluster.report.claims.get(source.key);
    const isLost = sourceReport?.outcome === "pending" || sourceReport?.outcome === "lost";
    if (isLost && reference && cluster.certaintyOf(source, sourceReport) !== "unknown")
      yield {
        span: spanOf(reference),
        message: {
          en: `${quoted(source.name)} stays Pending itself, so there is nothing to copy.`,
          vi: `Chính ${quoted(source.name)} cũng ở mãi trạng thái Pending nên không có gì để sao chép.`,
        },
      };
    if (own.volumeMode !== source.volumeMode && reference)
      yield {
        span: spanOf(at(resource.root, "spec", "volumeMode") ?? reference),
        message: {
          en: `A clone must have the volumeMode of its source, ${quoted(source.volumeMode)}.`,
          vi: `Bản sao phải có cùng volumeMode với claim nguồn, ${quoted(source.volumeMode)}.`,
        },
      };
  },
});
