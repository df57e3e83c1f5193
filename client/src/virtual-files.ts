import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { FIND_FILES, READ_FILE } from "../../server/src/protocol/messages.ts";

/** Where folders have no disk (github, ssh mounts of other extensions), the server asks the editor for files. */
export function serveFiles(client: LanguageClient): void {
  client.onRequest(FIND_FILES, async (): Promise<readonly string[]> => {
    const found = await vscode.workspace.findFiles("**/*.{yaml,yml,json}", undefined, 10_000);
    return found.map((uri) => uri.toString());
  });
  client.onRequest(READ_FILE, async (uri: string): Promise<string | null> => {
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true)));
    } catch {
      return null;
    }
  });
}
