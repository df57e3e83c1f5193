import * as vscode from "vscode";
import type { ReachChangesParams } from "../../server/src/protocol/reachability.ts";

/** The part of the public API of VS Code's own git extension that we use (extensions/git/src/api/git.d.ts). */
interface GitExtension {
  /** False where a setting turned it off, or there is no git. */
  readonly enabled: boolean;
  getAPI(version: 1): { readonly repositories: readonly Repository[] };
}

interface Repository {
  readonly rootUri: vscode.Uri;
  readonly state: {
    readonly indexChanges: readonly Change[];
    readonly workingTreeChanges: readonly Change[];
    readonly untrackedChanges?: readonly Change[];
  };
  status(): Promise<void>;
  show(ref: string, path: string): Promise<string>;
}

interface Change {
  readonly uri: vscode.Uri;
  readonly originalUri: vscode.Uri;
}

/** How files that differ from the last commit read in it; undefined where there is no repository. */
export async function textsAtHead(
  isMeant: (uri: vscode.Uri) => boolean,
): Promise<ReachChangesParams["before"] | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>("vscode.git");
  const git = await extension?.activate();
  const repositories = git?.enabled ? git.getAPI(1).repositories : [];
  if (repositories.length === 0) return undefined;
  const texts = new Map<string, string | null>();
  for (const repository of repositories) {
    await repository.status();
    for (const uri of changedIn(repository)) {
      if (isMeant(uri)) texts.set(uri.toString(), await textAtHead(repository, uri));
    }
  }
  return [...texts].map(([uri, text]) => ({ uri, text }));
}

/** Both names of what was renamed, and what is not saved yet. */
function changedIn({ rootUri, state }: Repository): readonly vscode.Uri[] {
  const { indexChanges, workingTreeChanges, untrackedChanges = [] } = state;
  const written = [...indexChanges, ...workingTreeChanges, ...untrackedChanges];
  const unsaved = vscode.workspace.textDocuments.filter(
    ({ uri, isDirty }) => isDirty && uri.scheme === "file" && uri.path.startsWith(`${rootUri.path}/`),
  );
  return [...written.flatMap(({ uri, originalUri }) => [uri, originalUri]), ...unsaved.map(({ uri }) => uri)];
}

/** Null for what the commit does not have. */
async function textAtHead(repository: Repository, { fsPath }: vscode.Uri): Promise<string | null> {
  try {
    return await repository.show("HEAD", fsPath);
  } catch {
    return null;
  }
}
