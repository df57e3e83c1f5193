import * as vscode from "vscode";
import type { DiagramPath } from "../../server/src/protocol/messages.ts";
import { DiagramPanel, PANEL } from "./diagram-panel.ts";
import type { PanelState } from "./panel-messages.ts";
import type { Server } from "./server.ts";
import { say } from "./settings.ts";
import { looksLikeKubernetes } from "./sniff.ts";

const IS_MANIFEST = "kubernetesAuthoring.isManifest";

/** The panel for pictures of the network and of storage: opened by command, button, menu and lens, and put back after a reload. */
export class Diagrams implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #start: () => Promise<Server>;
  readonly #parts: readonly vscode.Disposable[];
  #panel: DiagramPanel | undefined;

  constructor(context: vscode.ExtensionContext, start: () => Promise<Server>) {
    this.#context = context;
    this.#start = start;
    const note = (editor: vscode.TextEditor | undefined): void => {
      const isManifest = editor !== undefined && looksLikeKubernetes(editor.document);
      void vscode.commands.executeCommand("setContext", IS_MANIFEST, isManifest);
    };
    note(vscode.window.activeTextEditor);
    this.#parts = [
      vscode.window.onDidChangeActiveTextEditor(note),
      vscode.window.registerWebviewPanelSerializer(PANEL, {
        deserializeWebviewPanel: async (panel, state: Partial<PanelState> | undefined) => {
          this.#adopt(panel, undefined, { view: "", filter: "", focus: null, ...state });
        },
      }),
    ];
  }

  get panel(): DiagramPanel | undefined {
    return this.#panel;
  }

  /** Given a place by a lens; a menu gives the file, a command nothing. */
  open(given?: unknown): void {
    const at = isPlace(given) ? given : undefined;
    if (this.#panel) return this.#panel.reveal(at);
    const beside = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const title = say({ en: "Network", vi: "Sơ đồ mạng" });
    this.#adopt(vscode.window.createWebviewPanel(PANEL, title, beside), at);
  }

  openStorage(): void {
    this.open();
    this.#panel?.look({ view: "storage" });
  }

  /** The way of a packet. */
  showPath(path: DiagramPath): void {
    this.open();
    this.#panel?.look({ view: "path", path });
  }

  /** With the object under the cursor in the middle. */
  openAtCursor(): void {
    const editor = vscode.window.activeTextEditor;
    const { line = 0, character = 0 } = editor?.selection.active ?? {};
    this.open(editor && { uri: editor.document.uri.toString(), position: { line, character } });
  }

  dispose(): void {
    for (const part of this.#parts) part.dispose();
    this.#panel?.dispose();
  }

  #adopt(
    panel: vscode.WebviewPanel,
    at: { uri: string; position: vscode.Position } | undefined,
    state?: PanelState,
  ): void {
    const adopted = new DiagramPanel(this.#context, panel, this.#start(), at, state);
    this.#panel = adopted;
    panel.onDidDispose(() => {
      if (this.#panel === adopted) this.#panel = undefined;
    });
  }
}

/** Commands are called by anybody with anything. */
export function isPlace(given: unknown): given is { uri: string; position: vscode.Position } {
  if (typeof given !== "object" || given === null || !("uri" in given) || !("position" in given)) return false;
  const { uri, position } = given;
  return typeof uri === "string" && typeof position === "object" && position !== null && "line" in position;
}
