import { type CancellationToken, LSPErrorCodes, ResponseError } from "vscode-languageserver";

/**
 * Every request passes here: the one place for cancellation, for isolating failures and for the fallback answer.
 * A failing handler is loud in the log and silent in the editor.
 */
export const respond =
  <P, R>(name: string, fallback: R, log: (line: string) => void, handle: (params: P) => R | Promise<R>) =>
  async (params: P, token: CancellationToken): Promise<R | ResponseError> => {
    if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, name);
    try {
      return await handle(params);
    } catch (error) {
      log(`${name}: ${error instanceof Error ? error.stack : String(error)}`);
      return fallback;
    }
  };
