import type { Connection } from "vscode-languageserver";
import {
  DIAGRAM,
  DIAGRAM_CLOSED,
  DIAGRAM_EXPLAIN,
  DIAGRAM_EXPORT,
  type DiagramExportParams,
  type DiagramParams,
} from "../protocol/messages.ts";
import type { Diagrams } from "./diagrams.ts";
import type { NetworkFeed } from "./network-feed.ts";
import { respond } from "./respond.ts";
import type { Session } from "./session.ts";

/** Pictures are asked for by few: what draws them is loaded with the first request. Gives the way to stop them. */
export function answerDiagrams(
  connection: Connection,
  session: Session,
  feed: NetworkFeed,
  log: (line: string) => void,
): () => void {
  let loading: Promise<Diagrams> | undefined;
  let loaded: Diagrams | undefined;
  const load = async (): Promise<Diagrams> => {
    const [module, network] = await Promise.all([import("./diagrams.ts"), feed.network()]);
    loaded = new module.Diagrams(connection, session, network);
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
  feed.onChanged(() => loaded?.changed());
  return () => loaded?.stop();
}
