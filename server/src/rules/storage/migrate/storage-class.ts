import type { InTree } from "../../../schema/known/storage-drivers.ts";
import type { YDocument } from "../../../yaml/document.ts";
import { insertEntry, removeEntry, renameKey, setScalar } from "../../../yaml/edit.ts";
import { pairOf, type YMap, type YScalar } from "../../../yaml/node.ts";
import { mapAt, scalarAt } from "../../given.ts";
import type { Fix } from "../../rule.ts";
import { quoted } from "../../wording.ts";

/** The label by which each driver tells its zones. */
const ZONE_KEYS: Readonly<Record<string, string>> = {
  "ebs.csi.aws.com": "topology.kubernetes.io/zone",
  "pd.csi.storage.gke.io": "topology.gke.io/zone",
  "disk.csi.azure.com": "topology.disk.csi.azure.com/zone",
  "cinder.csi.openstack.org": "topology.cinder.csi.openstack.org/zone",
};

const FSTYPE = "csi.storage.k8s.io/fstype";

/** A StorageClass for the CSI driver: zones become allowedTopologies, the file system gets its new key. */
export function classToCsi(doc: YDocument, root: YMap, provisioner: YScalar, { redirected }: InTree): Fix | undefined {
  if (redirected === undefined) return undefined;
  const parameters = mapAt(root, "parameters");
  const fsType = ["fsType", "fstype"].map((key) => pairOf(parameters, key)).find((pair) => pair !== undefined);
  const zone = ["zones", "zone"].map((key) => pairOf(parameters, key)).find((pair) => pair !== undefined);
  const zones = (scalarAt(zone?.value)?.text ?? "").split(",").map((each) => each.trim());
  const key = ZONE_KEYS[redirected];
  const canMove = zone === undefined || (key !== undefined && !root.flow && !pairOf(root, "allowedTopologies"));
  if (!canMove) return undefined;
  const lines = `\n  - matchLabelExpressions:\n      - key: ${key}\n        values: [${zones.join(", ")}]`;
  const isAlone = parameters?.entries.length === 1;
  const holder = pairOf(root, "parameters");
  return {
    title: { en: `Rewrite for ${quoted(redirected)}`, vi: `Viết lại cho ${quoted(redirected)}` },
    preferred: true,
    safe: false,
    edits: [
      ...setScalar(doc, provisioner, redirected),
      ...(fsType && !pairOf(parameters, FSTYPE) && redirected !== "disk.csi.azure.com"
        ? renameKey(doc, fsType, FSTYPE)
        : []),
      ...(zone && parameters
        ? isAlone && holder
          ? removeEntry(doc, root, holder)
          : removeEntry(doc, parameters, zone)
        : []),
      ...(zone ? insertEntry(doc, root, "allowedTopologies", lines, holder ? { before: holder } : "end") : []),
    ],
  };
}
