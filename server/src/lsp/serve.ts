import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
} from "vscode-languageserver";
import type { Home } from "../disk/home.ts";
import { toFileId, toPath } from "../disk/uris.ts";
import { FIND_FILES, IDLE, INDEXED, READ_FILE, STATUS, type Status, USAGE } from "../protocol/messages.ts";
import { type FileId, fileId } from "../workspace/file.ts";
import { type Asking, answerRequests, CAPABILITIES } from "./answers.ts";
import { answerDiagrams } from "./diagram-requests.ts";
import { editAbilities } from "./edits.ts";
import { NetworkFeed } from "./network-feed.ts";
import { Pending } from "./pending.ts";
import { Progress } from "./progress.ts";
import { ReachFeed } from "./reach-feed.ts";
import { respond } from "./respond.ts";
import { diskFiles, type Files } from "./scan.ts";
import { Session } from "./session.ts";
import { DEFAULTS, readOptions, readSettings } from "./settings.ts";
import { usage } from "./usage.ts";

/** Serves one editor on this connection. Nothing is read before the first document or the first idle moment. */
export function serve(connection: Connection, home: Home): void {
  let asking: Asking | undefined;
  let stopDiagrams: (() => void) | undefined;
  const log = (line: string): void => connection.console.error(line);

  connection.onInitialize((params): InitializeResult => {
    const options = readOptions(params.initializationOptions);
    const pending = new Pending(() => void connection.sendNotification(IDLE));
    const progress = new Progress(connection, params.capabilities.window?.workDoneProgress ?? false);
    const session: Session = new Session(
      {
        home,
        pending,
        locale: params.locale,
        schemaReaders: options.schemaReaders ?? [],
        files: filesFor(connection, params, () => [...(options.exclude ?? []), ...session.settings.exclude]),
        send: (file, version, diagnostics) =>
          void connection.sendDiagnostics({ uri: file, diagnostics, ...(version === undefined ? {} : { version }) }),
        log,
        progress: (done, of) => progress.report(done, of),
        indexed: () => void connection.sendNotification(INDEXED),
        statusChanged: () => void connection.sendNotification(STATUS, statusOf(session)),
        fileChanged: (file) => network.changed(file),
      },
      options.settings ? { ...DEFAULTS, ...options.settings } : DEFAULTS,
    );
    const network = new NetworkFeed(session);
    const reach = new ReachFeed(session, network);
    const commandLinks = options.commandLinks ?? false;
    const abilities = editAbilities(params.capabilities);
    asking = { session, home, network, reach, log, commandLinks, abilities, ...clientAbilities(params) };
    answerRequests(connection, asking);
    stopDiagrams = answerDiagrams(connection, session, network, log);
    followDocuments(connection, session);
    connection.onInitialized(() => void start(connection, session, params));
    connection.onRequest(
      USAGE,
      respond("usage", null, log, () => usage(session)),
    );
    return { capabilities: CAPABILITIES, serverInfo: { name: "kubernetes-authoring" } };
  });
  connection.onShutdown(() => {
    stopDiagrams?.();
    asking?.session.stop();
  });
  connection.listen();
}

/** What this editor can show. */
function clientAbilities(
  params: InitializeParams,
): Pick<Asking, "markdown" | "snippets" | "labelDetails" | "lensRefresh"> {
  const { textDocument, workspace } = params.capabilities;
  const formats = textDocument?.hover?.contentFormat;
  return {
    markdown: formats === undefined || formats.includes("markdown"),
    snippets: textDocument?.completion?.completionItem?.snippetSupport ?? false,
    labelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport ?? false,
    lensRefresh: workspace?.codeLens?.refreshSupport ?? false,
  };
}

function followDocuments(connection: Connection, session: Session): void {
  connection.onDidOpenTextDocument(({ textDocument }) =>
    session.open(toFileId(textDocument.uri), textDocument.version, textDocument.text),
  );
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) =>
    session.edit(
      toFileId(textDocument.uri),
      textDocument.version,
      contentChanges.map((change) => ({ range: "range" in change ? change.range : undefined, text: change.text })),
    ),
  );
  connection.onDidSaveTextDocument(({ textDocument }) => session.saved(toFileId(textDocument.uri)));
  connection.onDidCloseTextDocument(({ textDocument }) => void session.close(toFileId(textDocument.uri)));
  connection.onDidChangeWatchedFiles(
    ({ changes }) => void session.changedOnDisk(changes.map(({ uri }) => toFileId(uri))),
  );
  connection.onDidChangeConfiguration(({ settings }) => {
    const section = (settings as { readonly kubernetesAuthoring?: unknown } | null)?.kubernetesAuthoring;
    void session.configure(readSettings(section));
  });
}

async function start(connection: Connection, session: Session, params: InitializeParams): Promise<void> {
  const { workspace } = params.capabilities;
  if (workspace?.didChangeWatchedFiles?.dynamicRegistration) {
    const watchers = [{ globPattern: "**/*.{yaml,yml,json}" }];
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
  const folders = (params.workspaceFolders ?? []).map(({ uri }) => folderUri(uri));
  if (workspace?.workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => folderUri(uri)));
      const kept = session.folders.filter((folder) => !gone.has(folder));
      void session.readFolders([...kept, ...added.map(({ uri }) => folderUri(uri))]);
    });
  }
  await session.readFolders(folders);
}

const folderUri = (uri: string): string => toFileId(uri).replace(/\/$/, "");

/** The disk where there is one; otherwise the editor, which knows how to read its own file systems. */
function filesFor(connection: Connection, params: InitializeParams, excluded: () => readonly string[]): Files {
  const disk = diskFiles(excluded);
  const virtual = (uri: string): boolean => toPath(uri) === undefined;
  const canServe = params.initializationOptions !== undefined;
  return {
    list: (folder) => {
      if (!virtual(folder)) return disk.list(folder);
      return canServe ? connection.sendRequest<readonly string[]>(FIND_FILES, folder).then(within(folder)) : [];
    },
    read: (file: FileId) => {
      if (!virtual(file)) return disk.read(file);
      const text = canServe ? connection.sendRequest<string | null>(READ_FILE, file) : undefined;
      return text?.then((read) => read ?? undefined);
    },
  };
}

const within =
  (folder: string) =>
  (found: readonly string[]): readonly FileId[] =>
    found.filter((uri) => uri.startsWith(`${folder}/`)).map(fileId);

/** The version of the first folder stands for the window; files of other folders still follow their own. */
function statusOf({ workspace, folders }: Session): Status {
  const release = workspace.catalogOf(fileId(`${folders[0] ?? "untitled:"}/manifest.yaml`)).release;
  return {
    requestedVersion: release.requested,
    version: release.version,
    versions: workspace.versions,
    files: workspace.index.fileCount,
    resources: workspace.index.resourceCount,
  };
}
