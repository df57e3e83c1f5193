import { PassThrough } from "node:stream";
import {
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from "vscode-languageserver/node";
import { homeAt } from "../../server/src/disk/home.ts";
import { serve } from "../../server/src/lsp/serve.ts";
import { IDLE, USAGE, type Usage } from "../../server/src/protocol/messages.ts";

/** An editor at the other end of an in-memory wire: the real server, the real protocol, no process. */
export class Editor {
  readonly connection: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly #versions = new Map<string, number>();
  #idle: (() => void)[] = [];

  constructor() {
    const up = new PassThrough();
    const down = new PassThrough();
    serve(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), homeAt("dist"));
    this.connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => void this.published.push(params));
    this.connection.onNotification(IDLE, () => {
      for (const resume of this.#idle.splice(0)) resume();
    });
    this.connection.listen();
  }

  /** Resolves when the server next has nothing pending. Ask before the act that makes it busy. */
  nextIdle(): Promise<void> {
    return new Promise((resume) => this.#idle.push(resume));
  }

  async initialize(more: Partial<InitializeParams> = {}): Promise<void> {
    const idle = this.nextIdle();
    await this.connection.sendRequest("initialize", {
      processId: null,
      rootUri: null,
      capabilities: {
        workspace: { workspaceFolders: true },
        textDocument: { completion: { completionItem: { snippetSupport: true } } },
      },
      workspaceFolders: null,
      ...more,
    });
    await this.connection.sendNotification("initialized", {});
    await idle;
  }

  async open(uri: string, text: string, languageId = "yaml"): Promise<readonly Diagnostic[]> {
    const idle = this.nextIdle();
    this.#versions.set(uri, 1);
    await this.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId, version: 1, text },
    });
    await idle;
    return this.diagnostics(uri);
  }

  async change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<readonly Diagnostic[]> {
    const idle = this.nextIdle();
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    await this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges,
    });
    await idle;
    return this.diagnostics(uri);
  }

  async save(uri: string): Promise<readonly Diagnostic[]> {
    const idle = this.nextIdle();
    await this.connection.sendNotification("textDocument/didSave", { textDocument: { uri } });
    await idle;
    return this.diagnostics(uri);
  }

  /** What the editor shows for a file now. */
  diagnostics(uri: string): readonly Diagnostic[] {
    return this.published.findLast((params) => params.uri === uri)?.diagnostics ?? [];
  }

  ask<R>(method: string, params: unknown): Promise<R> {
    return this.connection.sendRequest(method, params);
  }

  usage(): Promise<Usage> {
    return this.ask(USAGE, null);
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest("shutdown");
    this.connection.dispose();
  }
}
