import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { startServer } from "./lsp.mjs";

/**
 * What an editor does with a server: opens a folder and one document, types, asks. Waits are for messages of the server,
 * never for time.
 *
 * @typedef {object} Context
 * @property {import("./targets/target.mjs").Target} target
 * @property {string} node the binary that runs the server
 * @property {string} folder an empty one
 * @property {ReturnType<typeof startServer>[]} started every server is added, so that none outlives its scenario
 *
 * @param {Context} context
 * @param {string} folder
 */
export async function openFolder({ target, node, started }, folder) {
  const server = startServer(target, node);
  started.push(server);
  const root = pathToFileURL(folder).href;
  await server.request("initialize", {
    processId: process.pid,
    clientInfo: { name: "bench" },
    rootUri: root,
    rootPath: folder,
    workspaceFolders: [{ uri: root, name: "bench" }],
    capabilities,
    initializationOptions: target.initializationOptions,
  });
  server.notify("initialized", {});
  target.afterInitialized(server);
  return server;
}

/** @param {Awaited<ReturnType<typeof openFolder>>} server */
export function openDocument(server, folder, name, text) {
  const uri = pathToFileURL(join(folder, name)).href;
  const { idle } = server.target;
  let version = 0;

  const change = (start, end, newText) => {
    version++;
    const contentChanges = [{ range: { start, end }, text: newText }];
    server.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
  };
  const position = ({ line, character }) => ({ line, character });
  return {
    server,
    uri,
    open: () => {
      version++;
      server.notify("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version, text } });
    },
    insert: (place) => change(position(place), position(place), place.typed),
    /** Takes back what `insert` typed at the same place. */
    remove: (place) => change(position(place), endOf(place), ""),
    /** The diagnostics of the next version of the text, once `accepts` takes them; a server need not say the version. */
    nextDiagnostics: (accepts) => {
      const next = version + 1;
      return server.notification(
        "textDocument/publishDiagnostics",
        (params) => params.uri === uri && (params.version ?? next) >= next && accepts(params.diagnostics),
      );
    },
    /** Resolves when the server, after that message, has nothing left to do; at once if it never says so. */
    quietAfter: (order) => (idle === undefined ? undefined : server.notificationAfter(idle, order)),
    completion: (at) =>
      server.request("textDocument/completion", { textDocument: { uri }, position: at, context: { triggerKind: 1 } }),
    hover: (at) => server.request("textDocument/hover", { textDocument: { uri }, position: position(at) }),
  };
}

/** The position after the inserted text. */
export function endOf({ line, character, typed }) {
  const lines = typed.split("\n");
  const last = lines.at(-1) ?? "";
  return lines.length === 1
    ? { line, character: character + last.length }
    : { line: line + lines.length - 1, character: last.length };
}

/** What VS Code announces, as far as it changes what a server does here. */
const capabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    symbol: {},
  },
  window: { workDoneProgress: true },
  textDocument: {
    synchronization: { dynamicRegistration: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true },
    completion: {
      contextSupport: true,
      completionItem: {
        snippetSupport: true,
        documentationFormat: ["markdown", "plaintext"],
        insertReplaceSupport: true,
        labelDetailsSupport: true,
        resolveSupport: { properties: ["documentation", "detail", "additionalTextEdits"] },
      },
      completionList: { itemDefaults: ["commitCharacters", "editRange", "insertTextFormat"] },
    },
    hover: { contentFormat: ["markdown", "plaintext"] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};
