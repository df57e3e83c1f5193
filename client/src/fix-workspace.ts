import * as vscode from "vscode";
import type { Server } from "./server.ts";
import { say } from "./settings.ts";

/** Applies the safe fixes of every file. The server sends the edits; what came of it is said here. */
export async function fixWorkspace(server: Server): Promise<void> {
  await server.whenIdle();
  const title = say({ en: "Fixing manifests", vi: "Đang sửa manifest" });
  const fixed = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
    server.fixWorkspace(),
  );
  if (!fixed?.applied) return;
  const { fixes, files } = fixed;
  await vscode.window.showInformationMessage(
    files === 0
      ? say({ en: "There is nothing that can be fixed safely.", vi: "Không có gì sửa tự động được một cách an toàn." })
      : say({ en: `${fixes} fixes in ${files} files.`, vi: `Đã sửa ${fixes} chỗ trong ${files} tệp.` }),
  );
}
