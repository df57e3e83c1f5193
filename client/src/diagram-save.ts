import * as vscode from "vscode";
import type { ExportFormat } from "./panel-messages.ts";

const ENDINGS: Readonly<Record<ExportFormat, string>> = {
  svg: "svg",
  png: "png",
  mermaid: "mmd",
  dot: "dot",
  json: "json",
  csv: "csv",
};

/** Asks where to, then writes. `picture` is what the page painted, in base64. */
export async function saveExport(
  format: ExportFormat,
  picture: string | undefined,
  textOf: () => Promise<string | null>,
): Promise<void> {
  const ending = ENDINGS[format];
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    filters: { [format.toUpperCase()]: [ending] },
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, `network.${ending}`) } : {}),
  });
  if (!target) return;
  const bytes = picture === undefined ? await textBytes(textOf) : Buffer.from(picture, "base64");
  if (bytes) await vscode.workspace.fs.writeFile(target, bytes);
}

async function textBytes(textOf: () => Promise<string | null>): Promise<Uint8Array | undefined> {
  const text = await textOf();
  return text === null ? undefined : Buffer.from(text, "utf8");
}
