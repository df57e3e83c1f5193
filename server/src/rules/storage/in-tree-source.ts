import { IN_TREE } from "../../schema/known/storage-drivers.ts";
import { at, type YMap } from "../../yaml/node.ts";
import { isA, mapAt, mapsIn, spanOf } from "../given.ts";
import { podOnly } from "../pod/example.ts";
import { POD_KINDS, podOf } from "../pod/pods.ts";
import { type Draft, objectRule } from "../rule.ts";
import { volume } from "./example.ts";
import { standingOf, standingText } from "./in-tree.ts";
import { inlineToCsi } from "./migrate/inline.ts";
import { toCsi } from "./migrate/volume.ts";

const SHARE = `csi:
    driver: file.csi.azure.com
    volumeHandle: "#shop#tep#"
    volumeAttributes:
      shareName: tep
    nodeStageSecretRef:
      name: azure-storage-account-shop-secret
      namespace: default
`;

export default objectRule({
  id: "storage/in-tree-source",
  fields: IN_TREE.map(({ source }) => source),
  severity: "information",
  since: "0.1.0",
  kinds: ["PersistentVolume", ...POD_KINDS],
  docs: {
    title: {
      en: "Volume type that Kubernetes hands to a CSI driver",
      vi: "Kiểu volume mà Kubernetes chuyển cho driver CSI",
    },
    why: {
      en: "The code for this volume type has moved out of Kubernetes. The old field still works, but only where the CSI driver is installed; a `csi` volume says so itself.",
      vi: "Mã cho kiểu volume này đã ra khỏi Kubernetes. Trường cũ vẫn dùng được, nhưng chỉ khi đã cài driver CSI; viết volume `csi` thì rõ ràng hơn.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/volumes/#csi-migration"],
  },
  bad: [
    {
      title: { en: "An Amazon disk", vi: "Đĩa Amazon" },
      manifest: volume("pv-a").replace(
        /nfs:[\s\S]*$/,
        "awsElasticBlockStore: #! @awsElasticBlockStore\n    volumeID: aws://eu-west-1a/vol-0a1b2c\n    fsType: ext4\n",
      ),
      fixed: volume("pv-a").replace(
        /nfs:[\s\S]*$/,
        "csi:\n    driver: ebs.csi.aws.com\n    volumeHandle: vol-0a1b2c\n    fsType: ext4\n",
      ),
    },
    {
      title: { en: "A share of Azure", vi: "File share của Azure" },
      manifest: volume("pv-a").replace(
        /nfs:[\s\S]*$/,
        "azureFile: #! @azureFile\n    secretName: azure-storage-account-shop-secret\n    shareName: tep\n",
      ),
      fixed: volume("pv-a").replace(/nfs:[\s\S]*$/, SHARE),
    },
    {
      title: { en: "A share inside a Pod", vi: "File share ghi ngay trong Pod" },
      manifest: podOnly(`
        containers:
          - name: web
            image: nginx:1.27
            volumeMounts: [{ name: tep, mountPath: /tep }]
        volumes:
          - name: tep
            azureFile: #! @azureFile
              secretName: khoa
              shareName: tep
      `),
      fixed: podOnly(`
        containers:
          - name: web
            image: nginx:1.27
            volumeMounts: [{ name: tep, mountPath: /tep }]
        volumes:
          - name: tep
            csi:
              driver: file.csi.azure.com
              volumeAttributes:
                shareName: tep
                secretName: khoa
      `),
    },
  ],
  good: [
    {
      title: { en: "The same for the driver", vi: "Viết cho driver" },
      manifest: volume("pv-a").replace(
        /nfs:[\s\S]*$/,
        "csi:\n    driver: ebs.csi.aws.com\n    volumeHandle: vol-0a1b2c\n",
      ),
    },
  ],
  *check(resource, _subject, { doc, catalog }): Iterable<Draft> {
    const { version } = catalog.release;
    const isVolume = isA(resource, "", "PersistentVolume");
    const pod = podOf(resource);
    const spec = mapAt(resource.root, "spec");
    const holders: readonly YMap[] = isVolume ? (spec ? [spec] : []) : pod ? mapsIn(at(pod.spec, "volumes")) : [];
    for (const holder of holders)
      for (const pair of holder.entries) {
        const system = IN_TREE.find(({ source }) => source === pair.key.text);
        const source = mapAt(pair.value);
        // Of those that nobody takes over, api/deprecated-field speaks.
        if (!system || !source || standingOf(system, version) !== "redirected") continue;
        yield {
          span: spanOf(pair.key),
          tag: "deprecated",
          message: standingText(system, version),
          fixes: () => {
            const fix = isVolume
              ? toCsi(doc, holder, pair, source, mapAt(resource.root, "metadata"))
              : inlineToCsi(resource, holder, pair, source);
            return fix ? [fix] : [];
          },
        };
      }
  },
});
