import { driverNamed, IN_TREE } from "../../schema/known/storage-drivers.ts";
import { at } from "../../yaml/node.ts";
import { mapsIn, scalarAt, spanOf } from "../given.ts";
import { podWith } from "../pod/example.ts";
import { podRule } from "../pod/pod-rule.ts";
import { quoted } from "../wording.ts";

const inline = (driver: string): string =>
  podWith(`
    volumes:
      - name: tam
        csi:
          driver: ${driver}
  `).replace("image: nginx:1.27\n", "image: nginx:1.27\n      volumeMounts: [{ name: tam, mountPath: /tam }]\n");

export default podRule({
  id: "storage/inline-driver",
  fields: ["csi"],
  severity: "warning",
  since: "0.1.0",
  docs: {
    title: { en: "Driver that makes no volumes inside a Pod", vi: "Driver không tạo volume ngay trong Pod" },
    why: {
      en: "A `csi` volume in a Pod is for drivers of the ephemeral mode, such as those that bring secrets or certificates. Drivers of disks need a claim; without one the mount fails.",
      vi: "Volume `csi` ghi trong Pod dành cho driver có chế độ tạm thời (ephemeral), như driver mang Secret hay chứng chỉ. Driver đĩa cần claim; thiếu claim thì mount lỗi.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/ephemeral-volumes/#csi-ephemeral-volumes"],
  },
  bad: [
    { title: { en: "A disk of Amazon", vi: "Đĩa Amazon" }, manifest: inline("ebs.csi.aws.com #! @ebs.csi.aws.com") },
  ],
  good: [
    {
      title: { en: "A driver for secrets", vi: "Driver mang Secret" },
      manifest: inline("secrets-store.csi.k8s.io"),
    },
  ],
  *checkPod({ spec }) {
    for (const volume of mapsIn(at(spec, "volumes"))) {
      const driver = scalarAt(volume, "csi", "driver");
      if (!driver || EPHEMERAL.has(driver.text) || !isDisk(driver.text)) continue;
      yield {
        span: spanOf(driver),
        message: {
          en: `${quoted(driver.text)} makes no volumes inside a Pod: use a claim, or an \`ephemeral\` volume.`,
          vi: `${quoted(driver.text)} không tạo volume ngay trong Pod: hãy dùng claim, hoặc volume \`ephemeral\`.`,
        },
      };
    }
  },
});

const isDisk = (name: string): boolean =>
  driverNamed(name)?.isZonal === true || IN_TREE.some(({ successor }) => successor === name);

/** Drivers of file shares whose CSIDriver objects list the ephemeral mode as well. */
const EPHEMERAL: ReadonlySet<string> = new Set([
  "file.csi.azure.com",
  "blob.csi.azure.com",
  "smb.csi.k8s.io",
  "nfs.csi.k8s.io",
  "csi-vxflexos.dellemc.com",
]);
