import type { CodeLens, Connection } from "vscode-languageserver";
import { toFileId } from "../disk/uris.ts";
import { diagramLenses } from "../features/diagram/lenses.ts";
import { rangeIn } from "../features/places.ts";
import { type Lens, storageLenses } from "../features/storage/lenses.ts";
import type { WorkspaceView } from "../workspace/view.ts";
import type { Asking } from "./answers.ts";
import { respond } from "./respond.ts";
import { inLeading } from "./words.ts";

/** A command of our client's: other editors do not have it. */
const OPEN_NETWORK = "kubernetesAuthoring.openNetwork";

/** Everything that writes lines above objects. */
const FEATURES: readonly ((view: WorkspaceView) => readonly Lens[])[] = [storageLenses, diagramLenses];

export function answerLenses(connection: Connection, { session, log, commandLinks }: Asking): void {
  connection.onCodeLens(
    respond("code lenses", null, log, ({ textDocument }: { readonly textDocument: { readonly uri: string } }) => {
      const held = session.workspace.openFile(toFileId(textDocument.uri));
      if (!held) return null;
      const view = session.workspace.viewOf(held.file);
      return FEATURES.flatMap((feature) => feature(view)).flatMap(
        ({ document, span, title: words, opens }): CodeLens[] => {
          const range = rangeIn(held, document, span);
          const title = inLeading(words, session.languages);
          // Without a command it is only read.
          if (!opens) return [{ range, command: { title, command: "" } }];
          if (!commandLinks) return [];
          const place = { uri: textDocument.uri, position: range.start };
          return [{ range, command: { title, command: OPEN_NETWORK, arguments: [place] } }];
        },
      );
    }),
  );
}
