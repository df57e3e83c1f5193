import { nearest } from "../../base/nearest.ts";
import { IN_TREE } from "../../schema/known/storage-drivers.ts";
import type { YDocument } from "../../yaml/document.ts";
import { pairOf, type YScalar } from "../../yaml/node.ts";
import { choices } from "../fixes.ts";
import { isA, scalarAt, spanOf } from "../given.ts";
import { type Draft, objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { storageClass } from "./example.ts";
import { standingOf, standingText } from "./in-tree.ts";
import { classToCsi } from "./migrate/storage-class.ts";
import { NO_PROVISIONER } from "./stuck.ts";

export default objectRule({
  id: "storage/in-tree-provisioner",
  severity: "information",
  since: "0.1.0",
  kinds: ["StorageClass"],
  docs: {
    title: { en: "Provisioner from inside Kubernetes", vi: "Provisioner nằm trong Kubernetes" },
    why: {
      en: "Kubernetes once made disks of clouds itself, under names that begin with `kubernetes.io/`. CSI drivers have taken over: some old names are redirected to one, the others make nothing any more.",
      vi: "Trước đây Kubernetes tự tạo đĩa của các cloud, dưới tên bắt đầu bằng `kubernetes.io/`. Nay driver CSI làm việc đó: một số tên cũ được chuyển cho driver, số còn lại không tạo gì nữa.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/volumes/#csi-migration"],
  },
  bad: [
    {
      title: { en: "Amazon disks with zones", vi: "Đĩa Amazon có ghi zone" },
      manifest: storageClass("nhanh", "kubernetes.io/aws-ebs #! @kubernetes.io/aws-ebs", [
        "parameters:",
        "  type: gp2",
        "  fsType: xfs",
        "  zones: eu-west-1a, eu-west-1b",
      ]),
      fixed: storageClass("nhanh", "ebs.csi.aws.com", [
        "allowedTopologies:",
        "  - matchLabelExpressions:",
        "      - key: topology.kubernetes.io/zone",
        "        values: [eu-west-1a, eu-west-1b]",
        "parameters:",
        "  type: gp2",
        "  csi.storage.k8s.io/fstype: xfs",
      ]),
    },
    {
      title: { en: "A system that is gone", vi: "Hệ thống đã bị gỡ" },
      manifest: storageClass("cu", "kubernetes.io/glusterfs #! @kubernetes.io/glusterfs"),
    },
    {
      title: { en: "A name that Kubernetes never had", vi: "Tên Kubernetes chưa từng có" },
      manifest: storageClass("cu", "kubernetes.io/no-provisoner #! @kubernetes.io/no-provisoner", [
        "volumeBindingMode: WaitForFirstConsumer",
      ]),
      fixed: storageClass("cu", "kubernetes.io/no-provisioner", ["volumeBindingMode: WaitForFirstConsumer"]),
    },
  ],
  good: [{ title: { en: "A CSI driver", vi: "Driver CSI" }, manifest: storageClass("nhanh", "ebs.csi.aws.com") }],
  *check(resource, _subject, { doc, catalog }): Iterable<Draft> {
    if (!isA(resource, "storage.k8s.io", "StorageClass")) return;
    const { version } = catalog.release;
    const node = scalarAt(pairOf(resource.root, "provisioner")?.value);
    const system = node && IN_TREE.find(({ provisioner }) => provisioner === node.text);
    if (!node || node.text === NO_PROVISIONER) return;
    if (!system) {
      if (node.text.startsWith(PREFIX)) yield unknownName(doc, node);
      return;
    }
    const standing = standingOf(system, version);
    if (standing === "works") return;
    yield {
      span: spanOf(node),
      tag: "deprecated",
      message: standingText(system, version),
      retired: {
        what: node.text,
        isGone: standing === "gone",
        removed: system.gone,
        instead: system.successor,
      },
      fixes: () => {
        const fix = classToCsi(doc, resource.root, node, system);
        return fix ? [fix] : [];
      },
    };
  },
});

const PREFIX = "kubernetes.io/";

/** Names of this form belong to Kubernetes itself, which knows no others. */
function unknownName(doc: YDocument, node: YScalar): Draft {
  const known = [NO_PROVISIONER, ...IN_TREE.flatMap(({ provisioner }) => provisioner ?? [])];
  const meant = nearest(node.text, known).slice(0, 1);
  const isOwn = node.text === `${PREFIX}host-path`;
  return {
    span: spanOf(node),
    severity: isOwn ? "information" : "warning",
    message: isOwn
      ? {
          en: "This works only where the controller manager runs with `--enable-hostpath-provisioner`, on one node.",
          vi: "Chỉ dùng được khi controller manager chạy với `--enable-hostpath-provisioner`, trên một node.",
        }
      : {
          en: `Kubernetes has no provisioner ${quoted(node.text)}: claims of this class stay Pending with "no volume plugin matched name".`,
          vi: `Kubernetes không có provisioner ${quoted(node.text)}: claim thuộc class này ở mãi trạng thái Pending với lỗi "no volume plugin matched name".`,
        },
    fixes: () => choices(doc, node, isOwn ? [] : meant),
  };
}
