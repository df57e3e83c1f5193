import { driverNamed } from "../../schema/known/storage-drivers.ts";
import { pairOf } from "../../yaml/node.ts";
import { isA, isGiven, mapAt, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { storageClass } from "./example.ts";
import { zonesToTopologies } from "./migrate/zones.ts";

const WAITS = "volumeBindingMode: WaitForFirstConsumer";

export default objectRule({
  id: "storage/zone-parameter",
  severity: "warning",
  since: "0.1.0",
  kinds: ["StorageClass"],
  docs: {
    title: { en: "Zones as parameters of a CSI driver", vi: "Ghi zone làm tham số của CSI driver" },
    why: {
      en: "`zone` and `zones` were parameters of the provisioners inside Kubernetes. CSI drivers take zones from `allowedTopologies`; the parameter fails or is ignored.",
      vi: "`zone` và `zones` là tham số của provisioner cũ nằm trong Kubernetes. CSI driver lấy zone từ `allowedTopologies`; tham số này gây lỗi hoặc bị bỏ qua.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/storage-classes/#allowed-topologies"],
  },
  bad: [
    {
      title: { en: "Two zones", vi: "Hai zone" },
      manifest: storageClass("nhanh", "ebs.csi.aws.com", [
        WAITS,
        "parameters:",
        "  type: gp3",
        "  zones: eu-west-1a, eu-west-1b #! @zones",
      ]),
      fixed: storageClass("nhanh", "ebs.csi.aws.com", [
        WAITS,
        "allowedTopologies:",
        "  - matchLabelExpressions:",
        "      - key: topology.kubernetes.io/zone",
        "        values: [eu-west-1a, eu-west-1b]",
        "parameters:",
        "  type: gp3",
      ]),
    },
  ],
  good: [
    {
      title: { en: "No parameter", vi: "Không dùng tham số" },
      manifest: storageClass("nhanh", "ebs.csi.aws.com", [WAITS, "parameters:", "  type: gp3"]),
    },
  ],
  *check(resource, _subject, { doc }) {
    if (!isA(resource, "storage.k8s.io", "StorageClass")) return;
    const provisioner = scalarAt(resource.root, "provisioner")?.text ?? "";
    const driver = provisioner.startsWith("kubernetes.io/") ? undefined : driverNamed(provisioner);
    const parameters = mapAt(resource.root, "parameters");
    if (!driver?.isZonal || !parameters) return;
    for (const key of ["zone", "zones"]) {
      const pair = pairOf(parameters, key);
      if (!pair || !isGiven(pair.value)) continue;
      yield {
        span: spanOf(pair.key),
        message: {
          en: `${quoted(provisioner)} takes zones from \`allowedTopologies\`, not from ${quoted(key)}.`,
          vi: `${quoted(provisioner)} lấy zone từ \`allowedTopologies\`, không phải từ ${quoted(key)}.`,
        },
        fixes: () => {
          const edits = zonesToTopologies(doc, resource.root, provisioner);
          return edits
            ? [
                {
                  title: { en: "Move the zones to `allowedTopologies`", vi: "Chuyển zone sang `allowedTopologies`" },
                  preferred: true,
                  safe: false,
                  edits,
                },
              ]
            : [];
        },
      };
    }
  },
});
