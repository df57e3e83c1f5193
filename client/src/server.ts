import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions, TransportKind } from "vscode-languageclient/node";
import {
  DIAGRAM,
  DIAGRAM_CHANGED,
  DIAGRAM_CLOSED,
  DIAGRAM_EXPLAIN,
  DIAGRAM_EXPORT,
  type Diagram,
  type DiagramExplanation,
  type DiagramExportParams,
  type DiagramParams,
  type FixedWorkspace,
  IDLE,
  type InitializationOptions,
  STATUS,
  type Status,
} from "../../server/src/protocol/messages.ts";
import {
  CAN_REACH,
  type CanReach,
  type CanReachParams,
  LEAST_PRIVILEGE,
  type LeastPrivilege,
  type LeastPrivilegeParams,
  REACH_CHANGES,
  REACH_ENDS,
  type ReachChanges,
  type ReachChangesParams,
  type ReachEnds,
  type ReachEndsParams,
} from "../../server/src/protocol/reachability.ts";
import { firstRunNotice, LanguageStatus } from "./language.ts";
import { livingWithOthers, schemaReaders } from "./neighbours.ts";
import { serverSettings } from "./settings.ts";
import { LANGUAGES } from "./sniff.ts";
import { VersionStatus } from "./version.ts";
import { serveFiles } from "./virtual-files.ts";

/** A running language server. */
export interface Server {
  whenIdle(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
  showLog(): void;
  /** Null when the server failed; its log says why. */
  fixWorkspace(): Promise<FixedWorkspace | null>;
  status(): Status | undefined;
  readonly diagrams: DiagramServer;
  readonly reach: ReachServer;
}

/** The part that knows who reaches whom. Null when it failed; its log says why. */
export interface ReachServer {
  ends(params: ReachEndsParams): Promise<ReachEnds | null>;
  canReach(params: CanReachParams): Promise<CanReach | null>;
  /** Edits the policies, where the person still wants it when they see the edits; null where nothing would help. */
  allow(params: CanReachParams): Promise<{ readonly applied: boolean; readonly uri: string | null } | null>;
  changes(params: ReachChangesParams): Promise<ReachChanges | null>;
  leastPrivilege(params: LeastPrivilegeParams): Promise<LeastPrivilege | null>;
}

/** The part of the server that the Network panel speaks with. Null when it failed; its log says why. */
export interface DiagramServer {
  draw(params: DiagramParams): Promise<Diagram | null>;
  explain(id: string): Promise<DiagramExplanation | null>;
  export(params: DiagramExportParams): Promise<string | null>;
  closed(): void;
  /** What is drawn is out of date. */
  readonly onChanged: vscode.Event<void>;
}

const COMMAND_LINKS = ["kubernetesAuthoring.setLanguage"];

export async function startServer(context: vscode.ExtensionContext): Promise<Server> {
  const module = context.asAbsolutePath("dist/cli.js");
  const run = { module, args: ["lsp"], transport: TransportKind.ipc };
  const neighbours = livingWithOthers();
  const client = new LanguageClient(
    "kubernetesAuthoring",
    "Kubernetes Authoring",
    { run, debug: { ...run, options: { execArgv: ["--nolazy", "--inspect=6013"] } } },
    clientOptions(neighbours.withoutDoubles),
  );
  const idle = new Idle();
  const version = new VersionStatus();
  client.onNotification(IDLE, () => idle.reached());
  client.onNotification(STATUS, (status: Status) => version.show(status));
  const diagramChanged = new vscode.EventEmitter<void>();
  client.onNotification(DIAGRAM_CHANGED, () => diagramChanged.fire());
  serveFiles(client);
  const language = new LanguageStatus();
  context.subscriptions.push(
    version,
    language,
    neighbours,
    diagramChanged,
    vscode.workspace.onDidChangeTextDocument(() => idle.left()),
  );
  await client.start();
  void firstRunNotice(context);
  return {
    whenIdle: () => idle.wait(),
    restart: () => client.restart(),
    stop: () => client.stop(),
    fixWorkspace: () =>
      client.sendRequest<FixedWorkspace | null>("workspace/executeCommand", {
        command: "kubernetesAuthoring.server.fixWorkspace",
      }),
    showLog: () => client.outputChannel.show(),
    status: () => version.current,
    diagrams: {
      draw: (params) => client.sendRequest(DIAGRAM, params),
      explain: (id) => client.sendRequest(DIAGRAM_EXPLAIN, { id }),
      export: (params) => client.sendRequest(DIAGRAM_EXPORT, params),
      closed: () => {
        if (client.isRunning()) void client.sendNotification(DIAGRAM_CLOSED);
      },
      onChanged: diagramChanged.event,
    },
    reach: {
      ends: (params) => client.sendRequest(REACH_ENDS, params),
      canReach: (params) => client.sendRequest(CAN_REACH, params),
      allow: (params) =>
        client.sendRequest("workspace/executeCommand", {
          command: "kubernetesAuthoring.server.allow",
          arguments: [params],
        }),
      changes: (params) => client.sendRequest(REACH_CHANGES, params),
      leastPrivilege: (params) => client.sendRequest(LEAST_PRIVILEGE, params),
    },
  };
}

function clientOptions(
  withoutDoubles: (uri: vscode.Uri, own: vscode.Diagnostic[]) => vscode.Diagnostic[],
): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    settings: serverSettings(),
    commandLinks: true,
    exclude: excludedByEditor(),
    schemaReaders: schemaReaders(),
  };
  return {
    documentSelector: LANGUAGES.map((language) => ({ language })),
    initializationOptions,
    synchronize: { configurationSection: ["kubernetesAuthoring"] },
    markdown: { isTrusted: { enabledCommands: COMMAND_LINKS }, supportHtml: false },
    middleware: {
      handleDiagnostics: (uri, diagnostics, next) => next(uri, withoutDoubles(uri, diagnostics)),
    },
  };
}

/** Patterns of `files.exclude` that are on: what the editor hides is not part of the workspace. */
function excludedByEditor(): readonly string[] {
  const exclude = vscode.workspace.getConfiguration("files").get<Record<string, unknown>>("exclude", {});
  return Object.keys(exclude).filter((pattern) => exclude[pattern] === true);
}

/** Turns "nothing is pending" notifications into promises. A keystroke makes the last one stale. */
class Idle {
  #isIdle = false;
  #waiting: (() => void)[] = [];

  reached(): void {
    this.#isIdle = true;
    for (const resume of this.#waiting.splice(0)) resume();
  }

  left(): void {
    this.#isIdle = false;
  }

  wait(): Promise<void> {
    return this.#isIdle ? Promise.resolve() : new Promise((resume) => this.#waiting.push(resume));
  }
}
