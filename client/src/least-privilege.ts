import * as vscode from "vscode";
import type { Server } from "./server.ts";
import { say } from "./settings.ts";

/** Opens policies that allow what the manifests mean to be connected and nothing else, as a new document. */
export async function leastPrivilege(server: Server, given?: unknown): Promise<void> {
  await server.whenIdle();
  const namespaces = typeof given === "string" ? [given] : await chosenNamespaces(server);
  if (!namespaces || namespaces.length === 0) return;
  const written = await server.reach.leastPrivilege({ namespaces });
  if (!written) return;
  const document = await vscode.workspace.openTextDocument({ language: "yaml", content: written.text });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
  const show = say({ en: "Show what they change", vi: "Xem chúng thay đổi gì" });
  const said = say({
    en: `${written.policies} policies, not saved yet. The Network panel counts them in already.`,
    vi: `${written.policies} policy, chưa lưu. Sơ đồ mạng đã tính cả các policy này.`,
  });
  // Nobody need answer, so nobody waits for it.
  void vscode.window.showInformationMessage(said, show).then((picked) => {
    if (picked === show) void vscode.commands.executeCommand("kubernetesAuthoring.showReachChanges", "saved");
  });
}

async function chosenNamespaces(server: Server): Promise<readonly string[] | undefined> {
  const namespaces = (await server.reach.ends({ at: null }))?.namespaces ?? [];
  if (namespaces.length <= 1) return namespaces;
  return vscode.window.showQuickPick(namespaces, {
    canPickMany: true,
    title: say({
      en: "Least-privilege policies for which namespaces?",
      vi: "Sinh policy tối thiểu cho namespace nào?",
    }),
  });
}
