import { at, isSet, mapOf, textOf } from "../../base/json.ts";
import type { Volume } from "./objects.ts";

export type Phase = "Available" | "Bound" | "Released" | "Failed";

/** pv_controller.go syncVolume, as long as no claim with the reference's uid exists. */
export function unboundPhase(volume: Volume): Phase {
  if (volume.claimRef === undefined || volume.claimRef.uid === "") return "Available";
  return reclaimFails(volume) ? "Failed" : "Released";
}

/** The in-tree plugins that a CSI driver stands in for; the driver deletes what they provisioned. */
const MIGRATED = /^kubernetes\.io\/(aws-ebs|gce-pd|azure-disk|azure-file|cinder|vsphere-volume|portworx-volume)$/;
const PROVISIONED_BY = "pv.kubernetes.io/provisioned-by";

/** reclaimVolume: a volume whose policy nobody can carry out ends Failed. */
function reclaimFails(volume: Volume): boolean {
  if ((volume.annotations.get("pv.kubernetes.io/migrated-to") ?? "") !== "") return false;
  if (volume.reclaimPolicy === "Recycle") return !isSet(volume.spec.nfs) && !isSet(volume.spec.hostPath);
  if (volume.reclaimPolicy !== "Delete") return false;
  const provisioner = volume.annotations.get(PROVISIONED_BY) ?? "";
  if (provisioner !== "") return provisioner.startsWith("kubernetes.io/") && !MIGRATED.test(provisioner);
  return !/\/tmp\/.+/.test(textOf(at(mapOf(volume.spec), "hostPath", "path")));
}
