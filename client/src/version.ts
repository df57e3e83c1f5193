import * as vscode from "vscode";
import type { Status } from "../../server/src/protocol/messages.ts";
import { say, update } from "./settings.ts";
import { LANGUAGES } from "./sniff.ts";

/** Shows which Kubernetes release manifests are checked against. */
export class VersionStatus implements vscode.Disposable {
  readonly #item: vscode.LanguageStatusItem;
  current: Status | undefined;

  constructor() {
    this.#item = vscode.languages.createLanguageStatusItem(
      "kubernetesAuthoring.version",
      LANGUAGES.map((language) => ({ language })),
    );
    this.#item.name = "Kubernetes Authoring";
    this.#item.command = { command: "kubernetesAuthoring.chooseKubernetesVersion", title: "…" };
    this.#item.text = "Kubernetes";
    this.#item.busy = true;
  }

  show(status: Status): void {
    this.current = status;
    this.#item.busy = false;
    this.#item.text = `Kubernetes ${status.requestedVersion}`;
    this.#item.detail =
      status.requestedVersion === status.version
        ? say({
            en: `${status.resources} objects in ${status.files} files`,
            vi: `${status.resources} đối tượng trong ${status.files} tệp`,
          })
        : say({
            en: `no schemas of ${status.requestedVersion} ship; those of ${status.version} are used`,
            vi: `không có schema của ${status.requestedVersion}; đang dùng ${status.version}`,
          });
  }

  dispose(): void {
    this.#item.dispose();
  }
}

/** The setting belongs to a folder, so that two checkouts may target two clusters. */
export async function chooseVersion(status: Status | undefined): Promise<void> {
  const newest = say({ en: "Newest", vi: "Mới nhất" });
  const versions = [...(status?.versions ?? [])].reverse();
  const picked = await vscode.window.showQuickPick([newest, ...versions], {
    title: say({ en: "Kubernetes version to check against", vi: "Phiên bản Kubernetes dùng để kiểm tra" }),
  });
  if (picked !== undefined) await update("kubernetesVersion", picked === newest ? "" : picked);
}
