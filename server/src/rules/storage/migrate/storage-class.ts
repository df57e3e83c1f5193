import type { InTree } from "../../../schema/known/storage-drivers.ts";
import type { YDocument } from "../../../yaml/document.ts";
import { renameKey, setScalar } from "../../../yaml/edit.ts";
import { pairOf, type YMap, type YScalar } from "../../../yaml/node.ts";
import { mapAt } from "../../given.ts";
import type { Fix } from "../../rule.ts";
import { quoted } from "../../wording.ts";
import { hasZones, zonesToTopologies } from "./zones.ts";

const FSTYPE = "csi.storage.k8s.io/fstype";

/** A StorageClass for the CSI driver: zones become allowedTopologies, the file system gets its new key. */
export function classToCsi(doc: YDocument, root: YMap, provisioner: YScalar, { redirected }: InTree): Fix | undefined {
  if (redirected === undefined) return undefined;
  const parameters = mapAt(root, "parameters");
  const fsType = ["fsType", "fstype"].map((key) => pairOf(parameters, key)).find((pair) => pair !== undefined);
  const zones = hasZones(root) ? zonesToTopologies(doc, root, redirected) : [];
  if (!zones) return undefined;
  return {
    title: { en: `Rewrite for ${quoted(redirected)}`, vi: `Viết lại cho ${quoted(redirected)}` },
    preferred: true,
    safe: false,
    edits: [
      ...setScalar(doc, provisioner, redirected),
      ...(fsType && !pairOf(parameters, FSTYPE) && redirected !== "disk.csi.azure.com"
        ? renameKey(doc, fsType, FSTYPE)
        : []),
      ...zones,
    ],
  };
}
