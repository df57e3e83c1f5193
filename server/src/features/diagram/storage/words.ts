import { isSet, mapOf, optionalText } from "../../../base/json.ts";
import { type Localized, same } from "../../../base/localized.ts";
import type { ClaimReport } from "../../../engines/binder/report.ts";
import { capacityOf, requestOf } from "../../../rules/storage/words.ts";
import { driverNamed, IN_TREE } from "../../../schema/known/storage-drivers.ts";
import { type Claim, NO_PROVISIONER, type Obstacle, type Volume } from "../../../workspace/storage-cluster.ts";
import { shortMode } from "../../storage/table.ts";
import type { Standing } from "../model.ts";

/** Pictures have no Markdown. */
export const plain = (text: string): string => text.replaceAll("`", "");

export function standingOf(outcome: ClaimReport["outcome"]): Standing {
  switch (outcome) {
    case "bound":
      return "settled";
    case "dynamic-provisioning":
    case "waits-for-first-consumer":
      return "waiting";
    case "bound-or-pending":
      return "unknown";
    case "pending":
    case "lost":
    case "rejected":
      return "stuck";
  }
}

export function driverTitle(provisioner: string): Localized {
  const driver = driverNamed(provisioner);
  const old = IN_TREE.find((each) => each.provisioner === provisioner);
  if (old?.redirected)
    return {
      en: `${provisioner}: ${old.title}, once part of Kubernetes; ${old.redirected} does its work now`,
      vi: `${provisioner}: ${old.title}, từng là một phần của Kubernetes; nay do ${old.redirected} đảm nhiệm`,
    };
  if (provisioner === NO_PROVISIONER)
    return {
      en: "Nobody makes volumes for this class: they have to be there already",
      vi: "Không thành phần nào cấp phát volume cho class này: volume phải có sẵn",
    };
  if (!driver) return { en: `${provisioner} makes the volumes`, vi: `${provisioner} cấp phát volume` };
  const modes = driver.filesystem?.map(shortMode).join(", ");
  const zone = driver.isZonal ? { en: "; a disk stays in its zone", vi: "; mỗi đĩa nằm trong một zone" } : same("");
  return {
    en: `${provisioner}: CSI driver${modes ? `, offers ${modes}` : ""}${zone.en}`,
    vi: `${provisioner}: driver CSI${modes ? `, hỗ trợ ${modes}` : ""}${zone.vi}`,
  };
}

export function classWords(binding: string, policy: string): Localized {
  const isWaiting = binding === "WaitForFirstConsumer";
  const keeps = policy === "Retain";
  return {
    en: `${isWaiting ? "Volumes are made and bound when a Pod that uses them is scheduled" : "Volumes are made and bound as soon as the claim is there"}; when the claim is deleted, the storage ${keeps ? "is kept" : "is deleted with it"} (${policy})`,
    vi: `${isWaiting ? "Volume được cấp phát và ghép khi một Pod dùng nó được lập lịch" : "Volume được cấp phát và ghép ngay khi có claim"}; khi xóa claim, phần lưu trữ ${keeps ? "được giữ lại" : "bị xóa theo"} (${policy})`,
  };
}

export function phaseTitle(phase: string, { claimRef, reclaimPolicy }: Volume): Localized {
  const owner = claimRef ? `${claimRef.namespace}/${claimRef.name}` : "";
  switch (phase) {
    case "Bound":
      return { en: "Bound to a claim", vi: "Đã ghép với một claim" };
    case "Released":
      return {
        en: `Released: ${owner} is gone, and nobody else may have it before claimRef is cleared (${reclaimPolicy})`,
        vi: `Released: ${owner} không còn, và chưa ai khác được dùng trước khi xóa claimRef (${reclaimPolicy})`,
      };
    case "Failed":
      return {
        en: `Failed: nobody can carry out ${reclaimPolicy} for this kind of storage`,
        vi: `Failed: không thành phần nào thực hiện được ${reclaimPolicy} cho loại lưu trữ này`,
      };
    default:
      return claimRef
        ? { en: `Available, but only to ${owner}`, vi: `Available, nhưng chỉ dành cho ${owner}` }
        : { en: "Available: waits for a claim that fits", vi: "Available: đang chờ một claim phù hợp" };
  }
}

/** Which storage a volume is, as far as a line can tell. */
export function sourceOf({ spec }: Volume): { readonly field: string; readonly text: string } {
  const field = Object.keys(spec).find((key) => !NO_SOURCE.has(key) && isSet(spec[key])) ?? "";
  const source = mapOf(spec[field]);
  const detail = ["driver", "server", "path", "volumeID", "pdName", "diskName"]
    .flatMap((key) => optionalText(source[key]) ?? [])
    .slice(0, 2)
    .join(":");
  return { field, text: [field, detail].filter(Boolean).join(" ") };
}

const NO_SOURCE: ReadonlySet<string> = new Set(
  "accessModes capacity claimRef mountOptions nodeAffinity persistentVolumeReclaimPolicy storageClassName volumeAttributesClassName volumeMode".split(
    " ",
  ),
);

/** What rules a volume out, short enough for a line in either language. */
export function obstacleSign(claim: Claim, volume: Volume, obstacle: Obstacle): string {
  switch (obstacle) {
    case "CAPACITY_TOO_SMALL":
      return `${capacityOf(volume)} < ${requestOf(claim)}`;
    case "STORAGE_CLASS_MISMATCH":
      return `${volume.className || '""'} ≠ ${claim.className || '""'}`;
    case "ACCESS_MODES_MISMATCH":
      return `– ${claim.modes
        .filter((mode) => !volume.modes.includes(mode))
        .map(shortMode)
        .join(" ")}`;
    case "VOLUME_MODE_MISMATCH":
      return `${volume.volumeMode} ≠ ${claim.volumeMode}`;
    case "VOLUME_ATTRIBUTES_CLASS_MISMATCH":
      return `${volume.attributesClass || '""'} ≠ ${claim.attributesClass || '""'}`;
    case "SELECTOR_MISMATCH":
      return "selector";
    case "CLAIMED_BY_OTHER":
      return "claimRef";
    case "NOT_REQUESTED":
      return "volumeName";
  }
}
