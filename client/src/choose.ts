import * as vscode from "vscode";

export interface Choosing<T extends vscode.QuickPickItem> {
  readonly title: string;
  readonly placeholder: string;
  readonly items: readonly T[];
  /** What comes first unless somebody moves. */
  readonly active?: T | undefined;
  /** What was typed as something to choose, where it is one. */
  typed?(text: string): T | undefined;
}

/** A quick pick that also takes what is typed. Undefined when it was left. */
export function choose<T extends vscode.QuickPickItem>(asked: Choosing<T>): Promise<T | undefined> {
  const pick = vscode.window.createQuickPick<T>();
  pick.title = asked.title;
  pick.placeholder = asked.placeholder;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = asked.items;
  if (asked.active) pick.activeItems = [asked.active];
  return new Promise((resolve) => {
    pick.onDidChangeValue((text) => {
      const own = asked.typed?.(text.trim());
      pick.items = own ? [own, ...asked.items] : asked.items;
    });
    pick.onDidAccept(() => {
      const [chosen] = pick.activeItems;
      // A heading leads nowhere: the list stays.
      if (!chosen || chosen.kind === vscode.QuickPickItemKind.Separator) return;
      resolve(chosen);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
