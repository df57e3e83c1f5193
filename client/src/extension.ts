import * as vscode from "vscode";
import { registerCommands } from "./commands.ts";
import type { DiagramPanel } from "./diagram-panel.ts";
import { Diagrams } from "./diagrams.ts";
import type { Server } from "./server.ts";
import { looksLikeKubernetes, mayHaveSchema } from "./sniff.ts";

/** What other extensions and our own tests may ask. */
export interface Api {
  /** Resolves once the server has started and has nothing pending. */
  whenIdle(): Promise<void>;
  /** True after the first document that looks like Kubernetes. */
  isRunning(): boolean;
  /** The Network panel, where it is open. */
  networkPanel(): DiagramPanel | undefined;
}

/** Does nothing but listen: the server and its client library load with the first document that may be a manifest. */
export function activate(context: vscode.ExtensionContext): Api {
  let server: Promise<Server> | undefined;
  const start = (): Promise<Server> => {
    server ??= import("./server.ts").then((module) => module.startServer(context));
    return server;
  };
  const consider = (document: vscode.TextDocument): void => {
    if (!server && (looksLikeKubernetes(document) || mayHaveSchema(document))) void start();
  };
  const diagrams = new Diagrams(context, start);
  context.subscriptions.push(
    diagrams,
    vscode.workspace.onDidOpenTextDocument(consider),
    vscode.workspace.onDidChangeTextDocument((event) => consider(event.document)),
    { dispose: () => void server?.then((running) => running.stop()) },
    ...registerCommands(start, diagrams),
  );
  for (const document of vscode.workspace.textDocuments) consider(document);
  return {
    whenIdle: async () => (await start()).whenIdle(),
    isRunning: () => server !== undefined,
    networkPanel: () => diagrams.panel,
  };
}
