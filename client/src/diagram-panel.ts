import * as vscode from "vscode";
import type { Diagram, DiagramParams } from "../../server/src/protocol/messages.ts";
import { pageFor } from "./diagram-page.ts";
import { saveExport } from "./diagram-save.ts";
import type { FromPage, PanelState, ToPage } from "./panel-messages.ts";
import type { Server } from "./server.ts";
import { say } from "./settings.ts";

export const PANEL = "kubernetesAuthoring.network";

/** A place in a manifest, as our code lenses name it. */
interface Place {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
  /** Where it is to be seen; any view that has it, where nothing is said. */
  readonly view?: string;
}

/** The cursor has to rest. */
const TURN_AFTER_MS = 120;

/** What was last put up, for tests. */
export interface Drawn {
  readonly view: string;
  readonly boxes: number;
  readonly edges: number;
  readonly milliseconds: number;
  readonly ids: readonly string[];
}

const START: PanelState = { view: "", filter: "", focus: null };

/** The one panel of the window: it asks the server for pictures and knows which line each item stands on. */
export class DiagramPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #server: Promise<Server>;
  readonly #parts: vscode.Disposable[] = [];
  readonly #onDrawn = new vscode.EventEmitter<Drawn>();
  readonly onDrawn = this.#onDrawn.event;
  #state: PanelState;
  #diagram: Diagram | undefined;
  #at: Place | undefined;
  readonly #spellings = new Map<string, string>();
  #asked = 0;
  #turning: NodeJS.Timeout | undefined;
  #isGone = false;
  drawn: Drawn | undefined;

  constructor(
    context: vscode.ExtensionContext,
    panel: vscode.WebviewPanel,
    server: Promise<Server>,
    at: Place | undefined,
    state = START,
  ) {
    this.#panel = panel;
    this.#server = server;
    this.#at = at;
    this.#state = state;
    panel.title = say({ en: "Network", vi: "Sơ đồ mạng" });
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(context.extensionUri, "dist")],
    };
    this.#parts.push(
      panel.webview.onDidReceiveMessage((message: FromPage) => void this.#receive(message)),
      panel.onDidDispose(() => this.dispose()),
      panel.onDidChangeViewState(() => {
        if (panel.visible) void this.#draw();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (!this.#follow(textEditor)) this.#turnTo(textEditor);
      }),
    );
    void server.then((running) => {
      if (!this.#isGone) this.#parts.push(running.diagrams.onChanged(() => void this.#draw()));
    });
    panel.webview.html = pageFor(panel.webview, context.extensionUri);
  }

  /** Shows the panel, at an object where one is named. */
  reveal(at: Place | undefined): void {
    this.#panel.reveal(undefined, true);
    if (!at) return;
    this.#at = at;
    void this.#draw();
  }

  /** Shows another view. */
  look(change: Partial<PanelState>): void {
    this.#state = { ...this.#state, ...change };
    void this.#draw();
  }

  /** As if somebody clicked on it. For tests. */
  click(id: string): void {
    this.#post({ kind: "click", id });
  }

  dispose(): void {
    if (this.#isGone) return;
    this.#isGone = true;
    clearTimeout(this.#turning);
    for (const part of this.#parts) part.dispose();
    this.#onDrawn.dispose();
    this.#panel.dispose();
    void this.#server.then((running) => running.diagrams.closed());
  }

  async #receive(message: FromPage): Promise<void> {
    switch (message.kind) {
      case "ready":
        return this.#draw();
      case "look":
        this.#state = message.state;
        return this.#draw();
      case "reveal":
        return this.#open(message.id, message.take);
      case "explain": {
        const { id } = message;
        const explanation = await (await this.#server).diagrams.explain(id);
        return this.#post({ kind: "explanation", id, explanation });
      }
      case "export":
        return saveExport(message.format, message.picture, () => this.#export(message.format));
      case "copy": {
        const text = await this.#export(message.format);
        if (text !== null) await vscode.env.clipboard.writeText(text);
        return;
      }
      case "drawn": {
        const { view, boxes, edges, milliseconds } = message;
        this.drawn = { view, boxes, edges, milliseconds, ids: (this.#diagram?.items ?? []).map(({ id }) => id) };
        this.#onDrawn.fire(this.drawn);
        return;
      }
    }
  }

  async #export(format: string): Promise<string | null> {
    if (format === "png") return null;
    // The page offers no other formats.
    const known = format as "svg" | "mermaid" | "dot" | "json" | "csv";
    return (await this.#server).diagrams.export({ ...this.#params(), format: known });
  }

  /** The table is made from the same answer as the picture that was looked at last. */
  #params(): DiagramParams {
    const { view, of = "wiring", filter, focus, path } = this.#state;
    const isTable = view === "table";
    return { view: isTable ? of : view, filter, focus, path, at: this.#at, table: isTable };
  }

  async #draw(): Promise<void> {
    const turn = ++this.#asked;
    const running = await this.#server;
    const diagram = await running.diagrams.draw(this.#params());
    if (!diagram || this.#isGone || turn !== this.#asked) return;
    // A place was asked for once; from now on it is that box.
    this.#at = undefined;
    const view = this.#state.view === "table" ? "table" : diagram.view;
    this.#state = { ...this.#state, view, of: diagram.view, focus: diagram.focus };
    this.#panel.title = say(diagram.title);
    this.#diagram = diagram;
    this.#post({ kind: "diagram", diagram });
    const [editor] = vscode.window.visibleTextEditors;
    this.#follow(vscode.window.activeTextEditor ?? editor);
  }

  #post(message: ToPage): void {
    if (!this.#isGone) void this.#panel.webview.postMessage(message);
  }

  async #open(id: string, take: "focus" | "look"): Promise<void> {
    const item = this.#diagram?.items.find((each) => each.id === id);
    if (!item?.uri || !item.range) return;
    const { start, end } = item.range;
    const uri = vscode.Uri.parse(item.uri);
    const shown = vscode.window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === this.#spelled(item.uri),
    );
    const beside = this.#panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One;
    const selection = new vscode.Range(start.line, start.character, start.line, start.character);
    const editor = await vscode.window.showTextDocument(uri, {
      viewColumn: shown?.viewColumn ?? beside,
      preserveFocus: take === "look",
      selection,
    });
    editor.revealRange(
      new vscode.Range(start.line, 0, end.line, 0),
      vscode.TextEditorRevealType.InCenterIfOutsideViewport,
    );
  }

  /** Where a view shows one object: the one that the cursor has come to. */
  #turnTo(editor: vscode.TextEditor): void {
    clearTimeout(this.#turning);
    if (!this.#diagram?.follows || !this.#panel.visible) return;
    const { view } = this.#diagram;
    const { line, character } = editor.selection.active;
    const uri = editor.document.uri.toString();
    this.#turning = setTimeout(() => {
      this.#at = { uri, position: { line, character }, view };
      void this.#draw();
    }, TURN_AFTER_MS);
  }

  /** Marks what the cursor is in: the item with the fewest lines, and the box around it. False where it is in none. */
  #follow(editor: vscode.TextEditor | undefined): boolean {
    if (!editor || !this.#diagram) return false;
    const uri = editor.document.uri.toString();
    const { line } = editor.selection.active;
    const holding = this.#diagram.items.flatMap(({ id, uri: other, extent }) =>
      extent && extent.start.line <= line && line <= extent.end.line && this.#spelled(other) === uri
        ? [{ id, lines: extent.end.line - extent.start.line }]
        : [],
    );
    const least = Math.min(...holding.map(({ lines }) => lines));
    const ids = holding.filter(({ lines }) => lines === least).map(({ id }) => id);
    this.#post({ kind: "cursor", ids });
    return ids.length > 0;
  }

  /** The editor's own spelling of a URI. */
  #spelled(uri: string | null): string {
    if (uri === null) return "";
    const known = this.#spellings.get(uri) ?? vscode.Uri.parse(uri).toString();
    this.#spellings.set(uri, known);
    return known;
  }
}
