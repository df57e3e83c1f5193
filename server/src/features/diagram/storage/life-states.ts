import type { Localized } from "../../../base/localized.ts";
import type { ClaimState, VolumeState } from "./life.ts";

/** A state in the picture of a life: where it stands, and what it means. */
export interface LifeState<State extends string> {
  readonly id: State;
  readonly column: number;
  readonly row: number;
  readonly name: Localized;
  readonly what: Localized;
}

export const CLAIM_STATES: readonly LifeState<ClaimState>[] = [
  {
    id: "Pending",
    column: 0,
    row: 0,
    name: { en: "Pending", vi: "Pending" },
    what: {
      en: "Has no volume: waits for one that fits, or for its class to make one.",
      vi: "Chưa có volume: chờ một volume phù hợp, hoặc chờ class cấp phát.",
    },
  },
  {
    id: "Bound",
    column: 1,
    row: 0,
    name: { en: "Bound", vi: "Bound" },
    what: {
      en: "Claim and volume name each other; Pods may mount it.",
      vi: "Claim và volume trỏ vào nhau; Pod có thể mount.",
    },
  },
  {
    id: "Lost",
    column: 2,
    row: 1,
    name: { en: "Lost", vi: "Lost" },
    what: {
      en: "The volume is gone from the API. Only a new claim helps.",
      vi: "Volume không còn trong API. Chỉ còn cách tạo claim mới.",
    },
  },
  {
    id: "Terminating",
    column: 2,
    row: 0,
    name: { en: "Terminating", vi: "Terminating" },
    what: {
      en: "The finalizer kubernetes.io/pvc-protection keeps it while a Pod uses it.",
      vi: "Finalizer kubernetes.io/pvc-protection giữ claim lại khi còn Pod dùng nó.",
    },
  },
  {
    id: "gone",
    column: 3,
    row: 0,
    name: { en: "Gone", vi: "Đã xóa" },
    what: {
      en: "The reclaim policy decides about the volume.",
      vi: "Số phận của volume do reclaim policy quyết định.",
    },
  },
];

export const VOLUME_STATES: readonly LifeState<VolumeState>[] = [
  {
    id: "made",
    column: 0,
    row: 0,
    name: { en: "Provisioned", vi: "Được cấp phát" },
    what: {
      en: "The class's provisioner makes the storage, then the object, already reserved for its claim.",
      vi: "Provisioner của class tạo phần lưu trữ rồi tạo volume, dành sẵn cho claim.",
    },
  },
  {
    id: "Available",
    column: 0,
    row: 1,
    name: { en: "Available", vi: "Available" },
    what: {
      en: "Somebody made it by hand; free for a claim that fits.",
      vi: "Do người quản trị tạo sẵn; chờ một claim phù hợp.",
    },
  },
  {
    id: "Bound",
    column: 1,
    row: 0,
    name: { en: "Bound", vi: "Bound" },
    what: {
      en: "Serves one claim. kubernetes.io/pv-protection keeps it from being deleted.",
      vi: "Phục vụ đúng một claim. kubernetes.io/pv-protection giữ volume không bị xóa.",
    },
  },
  {
    id: "Released",
    column: 2,
    row: 0,
    name: { en: "Released", vi: "Released" },
    what: {
      en: "Its claim is gone, the data are still there; claimRef keeps others away.",
      vi: "Claim không còn, dữ liệu vẫn còn; claimRef không cho claim khác dùng.",
    },
  },
  {
    id: "deleted",
    column: 3,
    row: 0,
    name: { en: "Deleted with its data", vi: "Bị xóa cùng dữ liệu" },
    what: {
      en: "The driver deletes the storage; until then a finalizer keeps the object.",
      vi: "Driver xóa phần lưu trữ; cho tới lúc đó finalizer vẫn giữ volume.",
    },
  },
  {
    id: "Failed",
    column: 3,
    row: 1,
    name: { en: "Failed", vi: "Failed" },
    what: {
      en: "The reclaim policy could not be carried out; somebody has to look.",
      vi: "Không thực hiện được reclaim policy; cần người xem lại.",
    },
  },
];

export type Lane = "claim" | "volume";

/** From one state to another. */
export interface LifeMove {
  readonly from: { readonly lane: Lane; readonly state: ClaimState | VolumeState };
  readonly to: { readonly lane: Lane; readonly state: ClaimState | VolumeState };
  readonly label: Localized;
  /** Only under one of these policies. */
  readonly policies: readonly string[] | undefined;
}

const claim = (from: ClaimState, to: ClaimState, label: Localized): LifeMove => ({
  from: { lane: "claim", state: from },
  to: { lane: "claim", state: to },
  label,
  policies: undefined,
});

const volume = (from: VolumeState, to: VolumeState, label: Localized, policies?: readonly string[]): LifeMove => ({
  from: { lane: "volume", state: from },
  to: { lane: "volume", state: to },
  label,
  policies,
});

export const MOVES: readonly LifeMove[] = [
  claim("Pending", "Bound", { en: "a volume fits, or is made", vi: "có volume phù hợp, hoặc được cấp phát" }),
  claim("Bound", "Terminating", { en: "the claim is deleted", vi: "xóa claim" }),
  claim("Bound", "Lost", { en: "the volume is deleted by force", vi: "volume bị xóa cưỡng ép" }),
  claim("Terminating", "gone", { en: "no Pod uses it any more", vi: "không còn Pod nào dùng" }),
  volume("made", "Bound", { en: "with its claim", vi: "với claim của nó" }),
  volume("Available", "Bound", { en: "a claim fits", vi: "có claim phù hợp" }),
  volume("Bound", "Released", { en: "the claim is gone", vi: "claim không còn" }),
  volume("Released", "deleted", { en: "policy Delete", vi: "policy Delete" }, ["Delete"]),
  volume("Released", "Failed", { en: "deleting fails", vi: "xóa thất bại" }, ["Delete", "Recycle"]),
  volume(
    "Released",
    "Available",
    {
      en: "Retain: somebody removes claimRef; Recycle: emptied",
      vi: "Retain: người quản trị bỏ claimRef; Recycle: xóa sạch",
    },
    ["Retain", "Recycle"],
  ),
];
