import { pairOf } from "../../yaml/node.ts";
import { mapsIn, scalarAt, spanOf, textAt } from "../given.ts";
import { podWith } from "../pod/example.ts";
import { POD_KINDS, podOf } from "../pod/pods.ts";
import { workspaceRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { claim, file, storageClass } from "./example.ts";

export default workspaceRule({
  id: "storage/wrong-volume-mode-use",
  severity: "warning",
  awaits: "object",
  since: "0.1.0",
  kinds: POD_KINDS,
  docs: {
    title: {
      en: "Block volume mounted, or file system used as a device",
      vi: "Mount volume Block, hoặc dùng hệ tệp như thiết bị",
    },
    why: {
      en: "A claim of volumeMode Block belongs in `volumeDevices`, one of Filesystem in `volumeMounts`. The API server takes either, and the container never starts.",
      vi: "Claim có volumeMode Block phải dùng trong `volumeDevices`, claim Filesystem dùng trong `volumeMounts`. API server nhận cả hai kiểu, nhưng container sẽ không bao giờ khởi động.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#raw-block-volume-support"],
  },
  bad: [
    {
      title: { en: "A raw device under a path", vi: "Mount thiết bị thô vào đường dẫn" },
      manifest: file(
        storageClass("nhanh", "ebs.csi.aws.com"),
        claim("tho", { more: ["storageClassName: nhanh", "volumeMode: Block"] }),
        podWith(`
        volumes:
          - name: du-lieu
            persistentVolumeClaim: { claimName: tho }
      `).replace(
          "nginx:1.27\n",
          "nginx:1.27\n      volumeMounts:\n        - name: du-lieu #! @du-lieu\n          mountPath: /du-lieu\n",
        ),
      ),
    },
  ],
  good: [
    {
      title: { en: "A raw device as a device", vi: "Dùng thiết bị thô đúng kiểu" },
      manifest: file(
        storageClass("nhanh", "ebs.csi.aws.com"),
        claim("tho", { more: ["storageClassName: nhanh", "volumeMode: Block"] }),
        podWith(`
        volumes:
          - name: du-lieu
            persistentVolumeClaim: { claimName: tho }
      `).replace(
          "nginx:1.27\n",
          "nginx:1.27\n      volumeDevices:\n        - name: du-lieu\n          devicePath: /dev/xvda\n",
        ),
      ),
    },
  ],
  *check(resource, facts, view) {
    const [cluster] = view.storage();
    const pod = podOf(resource);
    if (!cluster || !pod) return;
    const namespace = cluster.namespaceOf(facts);
    const modes = new Map(
      mapsIn(pairOf(pod.spec, "volumes")?.value).flatMap((volume) => {
        const name = textAt(volume, "name");
        const claimName = textAt(volume, "persistentVolumeClaim", "claimName");
        const claim = cluster.world.claimsByKey.get(`${namespace}/${claimName ?? ""}`);
        const isKnown = claim && !cluster.isRepeated("PersistentVolumeClaim", namespace, claim.name);
        return name !== undefined && isKnown ? [[name, claim] as const] : [];
      }),
    );
    if (modes.size === 0) return;
    for (const { map } of pod.containers)
      for (const [list, wrong, right] of USES)
        for (const use of mapsIn(pairOf(map, list)?.value)) {
          const node = scalarAt(use, "name");
          const claim = node && modes.get(node.text);
          if (!node || claim?.volumeMode !== wrong) continue;
          yield {
            span: spanOf(node),
            message: {
              en: `The claim ${quoted(claim.name)} has volumeMode ${quoted(wrong)}: it belongs in ${quoted(right)}, and the container never starts.`,
              vi: `Claim ${quoted(claim.name)} có volumeMode ${quoted(wrong)}: phải đặt trong ${quoted(right)}, nếu không container không bao giờ khởi động.`,
            },
          };
        }
  },
});

const USES = [
  ["volumeMounts", "Block", "volumeDevices"],
  ["volumeDevices", "Filesystem", "volumeMounts"],
] as const;
