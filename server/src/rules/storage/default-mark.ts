import { pairOf } from "../../yaml/node.ts";
import { change } from "../fixes.ts";
import { isA, mapAt, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";

const DEFAULT = "storageclass.kubernetes.io/is-default-class";

export default objectRule({
  id: "storage/default-mark",
  severity: "warning",
  since: "0.1.0",
  kinds: ["StorageClass"],
  docs: {
    title: { en: "Mark of the default class that is not read", vi: "Dấu class mặc định không có tác dụng" },
    why: {
      en: 'A class is the default only where the annotation is exactly `"true"`; `"True"` or `"yes"` mean nothing.',
      vi: 'Class chỉ là mặc định khi annotation đúng bằng `"true"`; `"True"` hay `"yes"` không có tác dụng.',
    },
    links: ["https://kubernetes.io/docs/concepts/storage/storage-classes/#default-storageclass"],
  },
  bad: [
    {
      title: { en: "A capital letter", vi: "Viết hoa" },
      manifest: `
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata:
          name: nhanh
          annotations:
            ${DEFAULT}: "True" #! @"True"
        provisioner: ebs.csi.aws.com
      `,
      fixed: `
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata:
          name: nhanh
          annotations:
            ${DEFAULT}: "true"
        provisioner: ebs.csi.aws.com
      `,
    },
  ],
  good: [
    {
      title: { en: "The mark", vi: "Đánh dấu đúng" },
      manifest: `
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata:
          name: nhanh
          annotations:
            ${DEFAULT}: "true"
        provisioner: ebs.csi.aws.com
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    if (!isA(resource, "storage.k8s.io", "StorageClass")) return;
    const mark = scalarAt(pairOf(mapAt(resource.root, "metadata", "annotations"), DEFAULT)?.value);
    if (!mark || mark.style === "plain" || ["true", "false"].includes(mark.text)) return;
    yield {
      span: spanOf(mark),
      message: {
        en: `${quoted(mark.text)} does not make this the default class; only "true" does.`,
        vi: `${quoted(mark.text)} không làm class này thành mặc định; phải là "true".`,
      },
      fixes: () => [change(doc, mark, "true")],
    };
  },
});
