import type { YDocument } from "../../../yaml/document.ts";
import { insertEntry, removeEntry } from "../../../yaml/edit.ts";
import { pairOf, type YMap } from "../../../yaml/node.ts";
import { mapAt, scalarAt } from "../../given.ts";
import type { Fix } from "../../rule.ts";

/** The label by which each driver tells its zones. */
const ZONE_KEYS: Readonly<Record<string, string>> = {
  "ebs.csi.aws.com": "topology.kubernetes.io/zone",
  "pd.csi.storage.gke.io": "topology.gke.io/zone",
  "disk.csi.azure.com": "topology.disk.csi.azure.com/zone",
  "cinder.csi.openstack.org": "topology.cinder.csi.openstack.org/zone",
};

export const hasZones = (root: YMap): boolean =>
  ["zones", "zone"].some((key) => pairOf(mapAt(root, "parameters"), key) !== undefined);

/** The `zone` or `zones` parameter of a StorageClass as allowedTopologies; undefined where it cannot be moved. */
export function zonesToTopologies(doc: YDocument, root: YMap, driver: string): Fix["edits"] | undefined {
  const parameters = mapAt(root, "parameters");
  const holder = pairOf(root, "parameters");
  const zone = ["zones", "zone"].map((key) => pairOf(parameters, key)).find((pair) => pair !== undefined);
  const key = Object.hasOwn(ZONE_KEYS, driver) ? ZONE_KEYS[driver] : undefined;
  if (!parameters || !holder || !zone || key === undefined) return undefined;
  if (root.flow || pairOf(root, "allowedTopologies")) return undefined;
  const zones = (scalarAt(zone.value)?.text ?? "").split(",").map((each) => each.trim());
  const lines = `\n  - matchLabelExpressions:\n      - key: ${key}\n        values: [${zones.join(", ")}]`;
  const isAlone = parameters.entries.length === 1;
  return [
    ...(isAlone ? removeEntry(doc, root, holder) : removeEntry(doc, parameters, zone)),
    ...insertEntry(doc, root, "allowedTopologies", lines, { before: holder }),
  ];
}
