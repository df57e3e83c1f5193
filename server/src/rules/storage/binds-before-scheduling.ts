import { driverNamed } from "../../schema/known/storage-drivers.ts";
import { pairOf } from "../../yaml/node.ts";
import { add, change } from "../fixes.ts";
import { isA, isGiven, lacks, scalarAt, spanOf } from "../given.ts";
import { type Draft, type Fix, objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { storageClass } from "./example.ts";
import { NO_PROVISIONER } from "./stuck.ts";

const MODE = "volumeBindingMode";
const WAITS = "WaitForFirstConsumer";

const TOPOLOGIES = [
  "allowedTopologies:",
  "  - matchLabelExpressions:",
  "      - key: topology.kubernetes.io/zone",
  "        values: [a]",
];

export default objectRule({
  id: "storage/binds-before-scheduling",
  severity: "information",
  awaits: "object",
  profile: "recommended",
  since: "0.1.0",
  kinds: ["StorageClass"],
  docs: {
    title: { en: "Volumes are placed before their Pods", vi: "Volume được đặt chỗ trước Pod" },
    why: {
      en: "With `Immediate` a disk is made, or a local volume bound, before the scheduler has chosen a node. The Pod can then run only where the disk happens to be. `WaitForFirstConsumer` lets the scheduler choose first.",
      vi: "Với `Immediate`, đĩa được tạo, hoặc volume local được ghép, trước khi scheduler chọn node. Khi đó Pod chỉ chạy được ở nơi đĩa tình cờ nằm. `WaitForFirstConsumer` để scheduler chọn trước.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/storage-classes/#volume-binding-mode"],
  },
  bad: [
    {
      title: { en: "Disks of one zone", vi: "Đĩa chỉ thuộc một zone" },
      manifest: storageClass("nhanh", "ebs.csi.aws.com #! @ebs.csi.aws.com"),
      fixed: storageClass("nhanh", "ebs.csi.aws.com", [`${MODE}: ${WAITS}`]),
    },
    {
      title: { en: "Only some zones, and no waiting", vi: "Giới hạn zone mà không chờ" },
      manifest: storageClass("nhanh", "example.com/dia", [`${MODE}: Immediate #! @Immediate`, ...TOPOLOGIES]),
      fixed: storageClass("nhanh", "example.com/dia", [`${MODE}: ${WAITS}`, ...TOPOLOGIES]),
    },
  ],
  good: [
    {
      title: { en: "The scheduler chooses first", vi: "Scheduler chọn trước" },
      manifest: storageClass("nhanh", "ebs.csi.aws.com", [`${MODE}: ${WAITS}`]),
    },
  ],
  *check(resource, _subject, { doc }): Iterable<Draft> {
    if (!isA(resource, "storage.k8s.io", "StorageClass")) return;
    const { root } = resource;
    const provisioner = scalarAt(root, "provisioner");
    const mode = scalarAt(root, MODE);
    const isImmediate = mode ? mode.text === "Immediate" : lacks(root, MODE);
    if (!provisioner || !isImmediate) return;
    const isLimited = isGiven(pairOf(root, "allowedTopologies")?.value);
    const isLocal = provisioner.text === NO_PROVISIONER;
    if (!isLimited && !isLocal && !driverNamed(provisioner.text)?.isZonal) return;
    yield {
      span: spanOf(mode ?? provisioner),
      severity: isLimited || isLocal ? "warning" : "information",
      message: isLocal
        ? {
            en: "Volumes are bound before the scheduler looks where they are; Pods may then fit no node.",
            vi: "Volume được ghép trước khi scheduler xét vị trí của chúng; Pod có thể không hợp node nào.",
          }
        : {
            en: `${quoted(provisioner.text)} makes the disk in a zone before the scheduler has chosen a node; the Pod may not be able to run there.`,
            vi: `${quoted(provisioner.text)} tạo đĩa trong một zone trước khi scheduler chọn node; Pod có thể không chạy được ở đó.`,
          },
      fixes: (): readonly Fix[] => [mode ? change(doc, mode, WAITS) : add(doc, root, MODE, WAITS)],
    };
  },
});
