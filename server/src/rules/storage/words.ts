import type { Localized } from "../../base/localized.ts";
import type { Claim, Obstacle, Volume } from "../../workspace/storage-cluster.ts";
import { all, quoted } from "../wording.ts";

/** What rules a volume out for a claim, as a clause with the volume as its subject: "its 5Gi are less than 10Gi". */
export function obstacleText(claim: Claim, volume: Volume, obstacle: Obstacle): Localized {
  switch (obstacle) {
    case "CAPACITY_TOO_SMALL":
      return {
        en: `its ${quoted(capacityOf(volume))} are less than the ${quoted(requestOf(claim))} asked for`,
        vi: `dung lượng ${quoted(capacityOf(volume))} nhỏ hơn ${quoted(requestOf(claim))} được yêu cầu`,
      };
    case "STORAGE_CLASS_MISMATCH":
      return {
        en: `its class is ${className(volume.className).en}, not ${className(claim.className).en}`,
        vi: `class là ${className(volume.className).vi}, không phải ${className(claim.className).vi}`,
      };
    case "ACCESS_MODES_MISMATCH": {
      const missing = all(claim.modes.filter((mode) => !volume.modes.includes(mode)));
      return { en: `it does not offer ${missing.en}`, vi: `không có chế độ ${missing.vi}` };
    }
    case "VOLUME_MODE_MISMATCH":
      return {
        en: `its volumeMode is ${quoted(volume.volumeMode)}, not ${quoted(claim.volumeMode)}`,
        vi: `volumeMode là ${quoted(volume.volumeMode)}, không phải ${quoted(claim.volumeMode)}`,
      };
    case "VOLUME_ATTRIBUTES_CLASS_MISMATCH":
      return {
        en: `its VolumeAttributesClass is ${className(volume.attributesClass).en}, not ${className(claim.attributesClass).en}`,
        vi: `VolumeAttributesClass là ${className(volume.attributesClass).vi}, không phải ${className(claim.attributesClass).vi}`,
      };
    case "SELECTOR_MISMATCH":
      return { en: "its labels do not match the selector", vi: "label không khớp selector" };
    case "CLAIMED_BY_OTHER": {
      const owner = quoted(`${volume.claimRef?.namespace ?? ""}/${volume.claimRef?.name ?? ""}`);
      return { en: `it is reserved for ${owner}`, vi: `đã dành riêng cho ${owner}` };
    }
    case "NOT_REQUESTED":
      return { en: "the claim names another volume", vi: "claim chỉ định volume khác" };
  }
}

/** "`pv-a`: its class is …, it does not offer …". */
export function missText(claim: Claim, volume: Volume, obstacles: readonly Obstacle[]): Localized {
  const texts = obstacles.map((each) => obstacleText(claim, volume, each));
  return {
    en: `${quoted(volume.name)}: ${texts.map(({ en }) => en).join(", ")}`,
    vi: `${quoted(volume.name)}: ${texts.map(({ vi }) => vi).join(", ")}`,
  };
}

/** The empty class has no name. */
export const className = (name: string): Localized =>
  name === "" ? { en: "none", vi: "trống" } : { en: quoted(name), vi: quoted(name) };

/** As written. */
export const capacityOf = ({ spec }: Volume): string => amountIn(spec.capacity);

export function requestOf({ json }: Claim): string {
  const spec = fieldsOf(json.spec);
  return amountIn(fieldsOf(spec.resources).requests);
}

const amountIn = (amounts: unknown): string => String(fieldsOf(amounts).storage ?? "0");

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  // An object that came from JSON has string keys.
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** Sentences that belong together. */
export const joined = (...sentences: readonly Localized[]): Localized => ({
  en: sentences.map(({ en }) => en).join(" "),
  vi: sentences.map(({ vi }) => vi).join(" "),
});
