import type { Claim, StorageClass } from "./objects.ts";
import type { Release } from "./release.ts";

/** csi-translation-lib: the CSI driver behind each in-tree provisioner that was migrated. */
const DRIVERS: ReadonlyMap<string, string> = new Map([
  ["kubernetes.io/aws-ebs", "ebs.csi.aws.com"],
  ["kubernetes.io/gce-pd", "pd.csi.storage.gke.io"],
  ["kubernetes.io/azure-disk", "disk.csi.azure.com"],
  ["kubernetes.io/azure-file", "file.csi.azure.com"],
  ["kubernetes.io/cinder", "cinder.csi.openstack.org"],
  ["kubernetes.io/vsphere-volume", "csi.vsphere.vmware.com"],
  ["kubernetes.io/portworx-volume", "pxd.portworx.com"],
]);

type Provision =
  | { readonly kind: "handed-over"; readonly provisioner: string }
  | { readonly kind: "no-class" }
  | { readonly kind: "no-plugin" };

/** pv_controller.go findProvisionablePlugin: who would make the volume, if anybody. */
export function provisionerOf(storageClass: StorageClass | undefined, release: Release): Provision {
  if (storageClass === undefined) return { kind: "no-class" };
  const { provisioner } = storageClass;
  if (!provisioner.startsWith("kubernetes.io/")) return { kind: "handed-over", provisioner };
  if (provisioner === "kubernetes.io/portworx-volume" && !release.migratesPortworx)
    return { kind: "handed-over", provisioner };
  if (provisioner === "kubernetes.io/rbd" && release.inTreeRbd) return { kind: "handed-over", provisioner };
  const driver = DRIVERS.get(provisioner);
  return driver === undefined ? { kind: "no-plugin" } : { kind: "handed-over", provisioner: driver };
}

/** Why every CSI provisioner would turn the claim down although the controller hands it over. */
export type Refusal = "SELECTOR_NOT_PROVISIONED" | "ACCESS_MODES_NOT_PROVISIONED";

/** external-provisioner ProvisionExt, csi-lib-utils accessmodes. */
export function refusals(claim: Claim): readonly Refusal[] {
  const mixes =
    claim.modes.includes("ReadOnlyMany") &&
    claim.modes.includes("ReadWriteOnce") &&
    !claim.modes.includes("ReadWriteMany");
  return [
    ...(claim.selector === undefined ? [] : (["SELECTOR_NOT_PROVISIONED"] as const)),
    ...(mixes ? (["ACCESS_MODES_NOT_PROVISIONED"] as const) : []),
  ];
}
