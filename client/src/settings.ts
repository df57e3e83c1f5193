import * as vscode from "vscode";
import type { ServerSettings } from "../../server/src/protocol/messages.ts";

export const SECTION = "kubernetesAuthoring";

export type LanguageSetting = ServerSettings["language"];

/** The settings that the server reads, as they are now. Later changes reach it by workspace/didChangeConfiguration. */
export function serverSettings(): ServerSettings {
  const settings = vscode.workspace.getConfiguration(SECTION);
  return {
    kubernetesVersion: settings.get("kubernetesVersion", ""),
    language: settings.get("language", "both"),
    primaryLanguage: settings.get("primaryLanguage", "vi"),
    namespace: settings.get("namespace", "default"),
    exclude: settings.get("exclude", []),
    profile: settings.get("profile", "essential"),
    rules: settings.get("rules", {}),
    schemas: settings.get("schemas", {}),
  };
}

/** Writes where the value already comes from, so that a workspace's choice is not hidden behind a user's. */
export async function update(key: string, value: unknown): Promise<void> {
  const settings = vscode.workspace.getConfiguration(SECTION);
  const inspected = settings.inspect(key);
  const target =
    inspected?.workspaceValue === undefined ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace;
  await settings.update(key, value, target);
}

/**
 * The language of the client's own few sentences. `auto` follows the editor; both languages at once would make menus
 * too long, so there the leading one speaks.
 */
export function speaks(): "vi" | "en" {
  const { language, primaryLanguage } = serverSettings();
  if (language === "both") return primaryLanguage;
  if (language === "auto") return /^vi\b/i.test(vscode.env.language.replace("_", "-")) ? "vi" : "en";
  return language;
}

export const say = (text: { readonly en: string; readonly vi: string }): string => text[speaks()];
