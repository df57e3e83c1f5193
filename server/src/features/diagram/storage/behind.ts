import { textOf } from "../../../base/json.ts";
import { driverNamed } from "../../../schema/known/storage-drivers.ts";
import type { Volume } from "../../../workspace/storage-cluster.ts";
import type { Behind } from "./fate.ts";
import type { Site } from "./site.ts";
import { sourceOf } from "./words.ts";

/** What is known of the storage behind a claim, from its volume or else from its class. */
export function behindClaim(site: Site, key: string, isTemplate: boolean): Behind {
  const { cluster } = site;
  const report = cluster.report.claims.get(key);
  const [first] = report?.volumes ?? [];
  const volume = first === undefined ? undefined : cluster.volume(first);
  if (volume) {
    return {
      policy: volume.reclaimPolicy,
      policyAt: site.pointer("PersistentVolume", "", volume.name, ["spec", "persistentVolumeReclaimPolicy"]),
      reach: reachOfVolume(volume),
      isTemplate,
    };
  }
  const name = report?.effectiveClass ?? undefined;
  const known = name === undefined ? undefined : cluster.world.classes.get(name);
  if (!known) return { policy: undefined, policyAt: undefined, reach: "unknown", isTemplate };
  return {
    policy: textOf(site.json("StorageClass", "", known.name).reclaimPolicy) || "Delete",
    policyAt: site.pointer("StorageClass", "", known.name, ["reclaimPolicy"]),
    reach: reachOfDriver(known.provisioner),
    isTemplate,
  };
}

/** Fields of a volume behind which there is a server of its own. */
const ON_THE_NETWORK = new Set(["nfs", "cephfs", "rbd", "iscsi", "fc", "glusterfs", "azureFile", "quobyte", "scaleIO"]);

function reachOfVolume(volume: Volume): Behind["reach"] {
  const { field } = sourceOf(volume);
  const affinity = JSON.stringify(volume.affinity ?? {});
  if (field === "local" || affinity.includes("kubernetes.io/hostname")) return "node";
  if (field === "hostPath") return "node";
  if (affinity.includes("zone")) return "zone";
  if (ON_THE_NETWORK.has(field)) return "anywhere";
  const { spec } = volume;
  const csi = spec.csi;
  return typeof csi === "object" && csi !== null && "driver" in csi ? reachOfDriver(textOf(csi.driver)) : "unknown";
}

/** Provisioners whose volumes are directories or disks of one node. */
const OF_ONE_NODE = /local|hostpath|topolvm|no-provisioner/;

function reachOfDriver(name: string): Behind["reach"] {
  if (OF_ONE_NODE.test(name)) return "node";
  const driver = driverNamed(name);
  if (!driver) return "unknown";
  return driver.isZonal ? "zone" : "anywhere";
}
