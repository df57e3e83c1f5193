import { pairOf } from "../../yaml/node.ts";
import { remove, rename } from "../fixes.ts";
import { isA, isGiven, mapAt, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { storageClass } from "./example.ts";

const KEY = "csi.storage.k8s.io/fstype";

export default objectRule({
  id: "storage/file-system-twice",
  severity: "warning",
  since: "0.1.0",
  kinds: ["StorageClass"],
  docs: {
    title: { en: "File system by its old key", vi: "Hệ tệp ghi bằng khóa cũ" },
    why: {
      en: "The provisioner of CSI drivers reads `csi.storage.k8s.io/fstype`. The plain `fstype` is deprecated, and beside the other one the provisioner refuses every claim.",
      vi: "Provisioner của các CSI driver đọc `csi.storage.k8s.io/fstype`. Khóa `fstype` trơn đã lỗi thời; nếu có cả hai, provisioner từ chối mọi claim.",
    },
    links: ["https://kubernetes-csi.github.io/docs/external-provisioner.html"],
  },
  bad: [
    {
      title: { en: "Both keys", vi: "Cả hai khóa" },
      manifest: storageClass("nhanh", "example.com/dia", ["parameters:", "  fstype: ext4 #! @fstype", `  ${KEY}: xfs`]),
      fixed: storageClass("nhanh", "example.com/dia", ["parameters:", `  ${KEY}: xfs`]),
    },
    {
      title: { en: "The old key alone", vi: "Chỉ có khóa cũ" },
      manifest: storageClass("nhanh", "example.com/dia", ["parameters:", "  fstype: ext4 #! @fstype"]),
      fixed: storageClass("nhanh", "example.com/dia", ["parameters:", `  ${KEY}: ext4`]),
    },
  ],
  good: [
    {
      title: { en: "The new key", vi: "Khóa mới" },
      manifest: storageClass("nhanh", "example.com/dia", ["parameters:", `  ${KEY}: xfs`]),
    },
  ],
  *check(resource, _subject, { doc }) {
    if (!isA(resource, "storage.k8s.io", "StorageClass")) return;
    const parameters = mapAt(resource.root, "parameters");
    const provisioner = scalarAt(resource.root, "provisioner")?.text ?? "";
    const old = parameters && pairOf(parameters, "fstype");
    // Names from inside Kubernetes have keys of their own, which are translated.
    if (!parameters || !old || !isGiven(old.value) || provisioner.startsWith("kubernetes.io/")) return;
    const isTwice = isGiven(pairOf(parameters, KEY)?.value);
    yield {
      span: spanOf(old.key),
      severity: isTwice ? "warning" : "information",
      ...(isTwice ? {} : { tag: "deprecated" as const }),
      message: isTwice
        ? {
            en: `Beside ${quoted(KEY)} the provisioner refuses every claim of this class.`,
            vi: `Có cả ${quoted(KEY)} thì provisioner từ chối mọi claim của class này.`,
          }
        : {
            en: `${quoted("fstype")} is the old name of ${quoted(KEY)}.`,
            vi: `${quoted("fstype")} là tên cũ của ${quoted(KEY)}.`,
          },
      fixes: () => [isTwice ? remove(doc, parameters, old) : rename(doc, old, KEY)],
    };
  },
});
