import type { CodeLens, Connection } from "vscode-languageserver";
import { toFileId } from "../disk/uris.ts";
import { rangeIn } from "../features/places.ts";
import { type Lens, storageLenses } from "../features/storage/lenses.ts";
import type { WorkspaceView } from "../workspace/view.ts";
import type { Asking } from "./answers.ts";
import { respond } from "./respond.ts";
import { inLeading } from "./words.ts";

/** Everything that writes lines above objects. */
const FEATURES: readonly ((view: WorkspaceView) => readonly Lens[])[] = [storageLenses];

export function answerLenses(connection: Connection, { session, log }: Asking): void {
  connection.onCodeLens(
    respond("code lenses", null, log, ({ textDocument }: { readonly textDocument: { readonly uri: string } }) => {
      const held = session.workspace.openFile(toFileId(textDocument.uri));
      if (!held) return null;
      const view = session.workspace.viewOf(held.file);
      return FEATURES.flatMap((feature) => feature(view)).map(
        ({ document, span, title }): CodeLens => ({
          range: rangeIn(held, document, span),
          // Without a command it is only read.
          command: { title: inLeading(title, session.languages), command: "" },
        }),
      );
    }),
  );
}
