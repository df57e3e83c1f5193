import type { Localized } from "../../base/localized.ts";
import type { InTree } from "../../schema/known/storage-drivers.ts";
import { isAtLeast } from "../../schema/lifecycle.ts";
import { quoted } from "../wording.ts";

/** What has become of a storage system that Kubernetes itself once knew, in a release such as "1.36". */
export type Standing = "works" | "redirected" | "gone";

export function standingOf({ gone, redirectedSince }: InTree, version: string): Standing {
  if (redirectedSince !== undefined && isAtLeast(version, redirectedSince)) return "redirected";
  return isAtLeast(version, gone) ? "gone" : "works";
}

/** The same in words. */
export function standingText(system: InTree, version: string): Localized {
  const { title, gone, redirected, successor } = system;
  const driver = quoted(redirected ?? successor ?? "");
  switch (standingOf(system, version)) {
    case "works":
      return {
        en: `Kubernetes ${version} still serves ${title} itself; ${gone} is the first release without that code.`,
        vi: `Kubernetes ${version} vẫn tự hỗ trợ ${title}; ${gone} là bản đầu tiên không còn mã này.`,
      };
    case "redirected": {
      const isRemoved = isAtLeast(version, gone);
      return {
        en: `Kubernetes hands ${title} to the CSI driver ${driver}, which must be installed${isRemoved ? `; its own code is gone since ${gone}` : ""}.`,
        vi: `Kubernetes chuyển ${title} cho driver CSI ${driver}, driver này phải được cài sẵn${isRemoved ? `; mã riêng đã bị gỡ từ ${gone}` : ""}.`,
      };
    }
    case "gone":
      return successor === undefined
        ? {
            en: `Kubernetes has not served ${title} since ${gone}, and nothing takes its place: the data must move to another system.`,
            vi: `Từ ${gone} Kubernetes không còn hỗ trợ ${title} và không có gì thay thế: phải chuyển dữ liệu sang hệ thống khác.`,
          }
        : {
            en: `Kubernetes has not served ${title} since ${gone} and redirects nothing: volumes must be written anew for ${driver}.`,
            vi: `Từ ${gone} Kubernetes không còn hỗ trợ ${title} và không chuyển tiếp: phải viết lại volume cho ${driver}.`,
          };
  }
}
