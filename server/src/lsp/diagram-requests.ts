import type { Connection } from "vscode-languageserver";
import {
  DIAGRAM,
  DIAGRAM_CLOSED,
  DIAGRAM_EXPLAIN,
  DIAGRAM_EXPORT,
  type DiagramExportParams,
  type DiagramParams,
} from "../protocol/messages.ts";
import type { FileId } from "../workspace/file.ts";
import type { Diagrams } from "./diagrams.ts";
import { respond } from "./respond.ts";
import type { Session } from "./session.ts";

/** What the rest of the server tells the pictures. */
export interface DiagramFeed {
  /** Undefined: anything may have changed. */
  changed(file: FileId | undefined): void;
  stop(): void;
}

/** Pictures are asked for by few: what draws them is loaded with the first request. */
export function answerDiagrams(connection: Connection, session: Session, log: (line: string) => void): DiagramFeed {
  let loading: Promise<Diagrams> | undefined;
  let loaded: Diagrams | undefined;
  const load = async (): Promise<Diagrams> => {
    const module = await import("./diagrams.ts");
    loaded = new module.Diagrams(connection, session);
    return loaded;
  };
  const diagrams = (): Promise<Diagrams> => {
    loading ??= load();
    return loading;
  };
  connection.onRequest(
    DIAGRAM,
    respond("diagram", null, log, async (params: DiagramParams) => (await diagrams()).draw(params)),
  );
  connection.onRequest(
    DIAGRAM_EXPLAIN,
    respond("diagram explanation", null, log, async ({ id }: { readonly id: string }) =>
      (await diagrams()).explain(id),
    ),
  );
  connection.onRequest(
    DIAGRAM_EXPORT,
    respond("diagram export", null, log, async (params: DiagramExportParams) => (await diagrams()).export(params)),
  );
  connection.onNotification(DIAGRAM_CLOSED, () => loaded?.close());
  return { changed: (file) => loaded?.changed(file), stop: () => loaded?.stop() };
}
