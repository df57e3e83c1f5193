// The floor: the same LSP library as ours, doing nothing but publishing one constant diagnostic for every change.
import { createConnection, ProposedFeatures, TextDocumentSyncKind, TextDocuments } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";

const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
const documents = new TextDocuments(TextDocument);
const position = { line: 0, character: 0 };

connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } }));
documents.onDidChangeContent(({ document }) => {
  connection.sendDiagnostics({
    uri: document.uri,
    version: document.version,
    diagnostics: [{ range: { start: position, end: position }, severity: 1, source: "echo", message: "Constant" }],
  });
});
documents.listen(connection);
connection.listen();
