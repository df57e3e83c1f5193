// What the tests do in the editor, and how they wait: for what VS Code announces, never for time.
import assert from "node:assert/strict";
import * as vscode from "vscode";

/** What the extension gives to those who ask for its exports. */
interface Extension {
  whenIdle(): Promise<void>;
  isRunning(): boolean;
  networkPanel(): NetworkPanel | undefined;
}

/** The panel as tests see it: what its page has put up, and clicks in it. */
export interface NetworkPanel {
  readonly drawn:
    | { readonly view: string; readonly boxes: number; readonly edges: number; readonly ids: readonly string[] }
    | undefined;
  readonly onDrawn: vscode.Event<unknown>;
  look(change: { readonly view?: string; readonly filter?: string }): void;
  click(id: string): void;
}

export async function extension(): Promise<Extension> {
  const found = vscode.extensions.getExtension<Extension>("kubernetes-authoring.kubernetes-authoring");
  assert.ok(found, "the extension is not there");
  return found.activate();
}

/** Opens a file of the workspace as a person would. */
export async function open(path: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, "no folder is open");
  return vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, path));
}

/** Opens a manifest and waits until all that is known about it has been said. */
export async function openManifest(path: string): Promise<vscode.TextEditor> {
  const editor = await open(path);
  await (await extension()).whenIdle();
  return editor;
}

/** The range of `text`, which occurs exactly once. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  assert.ok(start >= 0, `"${text}" is not in ${document.uri.path}`);
  assert.equal(document.getText().indexOf(text, start + 1), -1, `"${text}" occurs twice in ${document.uri.path}`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** Changes the text without saving it. */
export async function replace(document: vscode.TextDocument, range: vscode.Range, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text);
  assert.ok(await vscode.workspace.applyEdit(edit), "VS Code refused the edit");
}

/**
 * The document's problems, as soon as they are as expected; what they were in vain goes into the failure.
 * Hints are no problems: they advise, and the list of problems leaves them out.
 */
export function problems(
  uri: vscode.Uri,
  expected: (problems: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return new Promise((resolve, reject) => {
    const now = () =>
      vscode.languages.getDiagnostics(uri).filter(({ severity }) => severity !== vscode.DiagnosticSeverity.Hint);
    const look = () => {
      const found = now();
      if (expected(found)) finish(() => resolve(found));
    };
    const finish = (settle: () => void) => {
      listener.dispose();
      clearTimeout(limit);
      settle();
    };
    const listener = vscode.languages.onDidChangeDiagnostics(look);
    // Shorter than mocha's own limit, so that the failure says what there was instead.
    const limit = setTimeout(() => {
      const messages = now().map(({ message }) => message);
      finish(() => reject(new Error(`the problems never came to be as expected: ${JSON.stringify(messages)}`)));
    }, 10_000);
    look();
  });
}

/** What hovering there shows, as Markdown. */
export async function hover(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    "vscode.executeHoverProvider",
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === "string" ? content : content.value))
    .join("\n");
}

/** The completion item with this label where the cursor stands. */
export async function completion(editor: vscode.TextEditor, label: string): Promise<vscode.CompletionItem> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    "vscode.executeCompletionItemProvider",
    editor.document.uri,
    editor.selection.active,
  );
  const labels = list.items.map((item) => (typeof item.label === "string" ? item.label : item.label.label));
  const item = list.items[labels.indexOf(label)];
  assert.ok(item, `"${label}" is not offered, but ${labels.slice(0, 40).join(", ")}`);
  return item;
}

/** Accepts a completion item as the suggestion list does. */
export async function accept(editor: vscode.TextEditor, item: vscode.CompletionItem): Promise<void> {
  const { range: whole, insertText } = item;
  const range = whole instanceof vscode.Range ? whole : (whole?.replacing ?? editor.selection);
  const label = typeof item.label === "string" ? item.label : item.label.label;
  const snippet =
    insertText instanceof vscode.SnippetString
      ? insertText
      : new vscode.SnippetString().appendText(insertText ?? label);
  assert.ok(
    await editor.insertSnippet(snippet, range, {
      undoStopBefore: true,
      undoStopAfter: true,
      keepWhitespace: item.keepWhitespace === true,
    }),
  );
  for (const edit of item.additionalTextEdits ?? []) await replace(editor.document, edit.range, edit.newText);
}

export function setCursor(editor: vscode.TextEditor, position: vscode.Position): void {
  editor.selection = new vscode.Selection(position, position);
}
