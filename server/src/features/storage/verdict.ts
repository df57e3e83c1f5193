import type { Localized } from "../../base/localized.ts";
import type { ClaimReason, ClaimReport, PodReport } from "../../engines/binder/report.ts";
import type { Claim, StorageCluster } from "../../workspace/storage-cluster.ts";
import { CLAIM_REASONS, OBSTACLES, POD_REASONS } from "./reasons.ts";

/** What becomes of a claim: the verdict first, then why. */
export function claimVerdict(report: ClaimReport): Localized {
  return sentences([claimHead(report), ...report.reasons.flatMap(explain), ...fieldSentence(report.fields)]);
}

/** The same, as far as files can tell. */
export const verdictIn = (cluster: StorageCluster, claim: Claim, report: ClaimReport): Localized =>
  cluster.certaintyOf(claim, report) === "unknown" ? unknownText(claim, report) : claimVerdict(report);

function unknownText(claim: Claim, { effectiveClass }: ClaimReport): Localized {
  if (effectiveClass === null)
    return {
      en: "Nobody can tell from the files: no volume fits, but a cluster with a default class would make one.",
      vi: "Chưa thể biết chỉ từ các tệp: không volume nào phù hợp, nhưng cluster có class mặc định sẽ tự tạo.",
    };
  return {
    en: `Nobody can tell from the files: no volume fits, and the class \`${effectiveClass || claim.className}\` stands in none of them.`,
    vi: `Chưa thể biết chỉ từ các tệp: không volume nào phù hợp, và không tệp nào có class \`${effectiveClass || claim.className}\`.`,
  };
}

/** What becomes of a pod, as far as storage goes. */
export function podVerdict(report: PodReport): Localized {
  const reasons = report.reasons.map((reason) => POD_REASONS[reason]);
  return sentences([podHead(report), ...reasons, ...fieldSentence(report.fields)]);
}

function claimHead({ outcome, volumes, provisioner = "" }: ClaimReport): Localized {
  const shown = named(volumes);
  switch (outcome) {
    case "bound":
      return { en: `Binds to ${shown.en}.`, vi: `Sẽ được ghép với ${shown.vi}.` };
    case "pending":
      return { en: "Stays Pending.", vi: "Sẽ ở trạng thái Pending." };
    case "dynamic-provisioning":
      return { en: `Is provisioned by ${provisioner}.`, vi: `Sẽ được ${provisioner} cấp phát.` };
    case "waits-for-first-consumer":
      return { en: "Waits for its first consumer.", vi: "Chờ Pod đầu tiên dùng đến (WaitForFirstConsumer)." };
    case "lost":
      return { en: "Is Lost.", vi: "Sẽ ở trạng thái Lost." };
    case "bound-or-pending":
      return {
        en: `Binds to ${shown.en}, or not: chance decides.`,
        vi: `Có thể được ghép với ${shown.vi}, cũng có thể không: tùy vào thứ tự xử lý.`,
      };
    case "rejected":
      return { en: "The API server refuses it.", vi: "API server từ chối." };
  }
}

function podHead({ outcome, nodes }: PodReport): Localized {
  const shown = named(nodes);
  switch (outcome) {
    case "scheduled":
      return nodes.length === 0
        ? { en: "Storage does not keep it from being scheduled.", vi: "Phần lưu trữ không cản trở việc lập lịch." }
        : { en: `Is scheduled to ${shown.en}.`, vi: `Sẽ được lập lịch vào ${shown.vi}.` };
    case "schedulable-after-provisioning":
      return {
        en:
          nodes.length === 0
            ? "Starts once its volumes are provisioned."
            : `Starts on ${shown.en} once its volumes are provisioned.`,
        vi:
          nodes.length === 0
            ? "Sẽ chạy khi volume được cấp phát xong."
            : `Sẽ chạy trên ${shown.vi} khi volume được cấp phát xong.`,
      };
    case "pending":
      return { en: "Stays Pending.", vi: "Sẽ ở trạng thái Pending." };
    case "rejected":
      return { en: "The API server refuses it.", vi: "API server từ chối." };
  }
}

const SHOWN = 5;

function named(names: readonly string[]): Localized {
  const more = names.length - SHOWN;
  const shown = names.slice(0, SHOWN);
  const list = (or: string): string =>
    shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} ${or} ${shown.at(-1)}`;
  if (more <= 0) return { en: list("or"), vi: list("hoặc") };
  return {
    en: `${shown.join(", ")} or one of ${more} more`,
    vi: `${shown.join(", ")} hoặc một trong ${more} cái khác`,
  };
}

function explain(reason: ClaimReason): readonly Localized[] {
  if (reason in CLAIM_REASONS) return [CLAIM_REASONS[reason as keyof typeof CLAIM_REASONS]];
  const { en, vi } = OBSTACLES[reason as keyof typeof OBSTACLES];
  return [{ en: `It is ruled out: ${en}.`, vi: `Volume bị loại: ${vi}.` }];
}

function fieldSentence(fields: readonly string[]): readonly Localized[] {
  if (fields.length === 0) return [];
  const list = fields.join(", ");
  return [{ en: `At fault: ${list}.`, vi: `Chỗ sai: ${list}.` }];
}

const sentences = (all: readonly Localized[]): Localized => ({
  en: all.map(({ en }) => en).join(" "),
  vi: all.map(({ vi }) => vi).join(" "),
});
