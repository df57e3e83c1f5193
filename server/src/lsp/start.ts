import {
  type ConnectionOptions,
  createConnection,
  LSPErrorCodes,
  Message,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { homeAt } from "../disk/home.ts";
import { serve } from "./serve.ts";

/**
 * Requests that the editor gave up while they were queued are answered "cancelled" and never run: a burst of typing
 * costs its last completion, not all of them. By default the library would run them all.
 */
const OPTIONS: ConnectionOptions = {
  connectionStrategy: {
    cancelUndispatched: (message) =>
      Message.isRequest(message)
        ? {
            jsonrpc: "2.0",
            id: message.id,
            error: { code: LSPErrorCodes.RequestCancelled, message: "cancelled" },
          }
        : undefined,
  },
};

/** Serves one editor over the transport that the arguments name; the connection ends the process. */
export function serveProcess(folder: string): Promise<never> {
  serve(createConnection(ProposedFeatures.all, OPTIONS), homeAt(folder));
  return new Promise(() => {});
}

/** The same over standard input and output, whatever the arguments say. */
export function serveOverStdio(folder: string): Promise<void> {
  const connection = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(process.stdin),
    new StreamMessageWriter(process.stdout),
    OPTIONS,
  );
  serve(connection, homeAt(folder));
  return new Promise((resolve) => process.stdin.once("end", resolve));
}
