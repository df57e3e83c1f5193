import type { CodeLens, Connection } from "vscode-languageserver";
import type { Range } from "../base/lines.ts";
import type { Localized } from "../base/localized.ts";
import { toFileId } from "../disk/uris.ts";
import { diagramLenses, reachLenses } from "../features/diagram/lenses.ts";
import { rangeIn } from "../features/places.ts";
import { type Lens, storageLenses } from "../features/storage/lenses.ts";
import type { WorkspaceView } from "../workspace/view.ts";
import type { TextFile } from "../workspace/workspace.ts";
import type { Asking } from "./answers.ts";
import { respond } from "./respond.ts";
import { inLeading } from "./words.ts";

/** Commands of our client's: other editors do not have them. */
const OPEN_NETWORK = "kubernetesAuthoring.openNetwork";
const CAN_REACH = "kubernetesAuthoring.canReach";

/** Everything that writes lines above objects. */
const FEATURES: readonly ((view: WorkspaceView) => readonly Lens[])[] = [storageLenses, diagramLenses];

export function answerLenses(connection: Connection, asking: Asking): void {
  const { session, log } = asking;
  const shown = new Shown(connection, asking);
  connection.onCodeLens(
    respond("code lenses", null, log, ({ textDocument }: { readonly textDocument: { readonly uri: string } }) => {
      const held = session.workspace.openFile(toFileId(textDocument.uri));
      if (!held) return null;
      const view = session.workspace.viewOf(held.file);
      const { uri } = textDocument;
      const ofWorkloads = held.role === "manifest" ? unresolved(held, view, uri) : [];
      return [...lensesOf(held, view, uri, asking), ...ofWorkloads];
    }),
  );
  connection.onCodeLensResolve(
    respond<CodeLens, CodeLens>("code lens", { range: NOWHERE }, log, (lens) => shown.resolve(lens)),
  );
}

const NOWHERE: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function lensesOf(held: TextFile, view: WorkspaceView, uri: string, { session, commandLinks }: Asking): CodeLens[] {
  return FEATURES.flatMap((feature) => feature(view)).flatMap(
    ({ document, span, title: words, opens }): readonly CodeLens[] => {
      const range = rangeIn(held, document, span);
      const title = inLeading(words, session.languages);
      // Without a command it is only read.
      if (!opens || (opens === "storage" && !commandLinks)) return [{ range, command: { title, command: "" } }];
      if (!commandLinks) return [];
      const place = { uri, position: range.start, ...(opens === "storage" ? { view: "storage" } : {}) };
      return [{ range, command: { title, command: OPEN_NETWORK, arguments: [place] } }];
    },
  );
}

/** Their words are looked for when somebody sees them. */
const unresolved = (held: TextFile, view: WorkspaceView, uri: string): readonly CodeLens[] =>
  reachLenses(view).map(({ document, span }) => ({ range: rangeIn(held, document, span), data: { uri } }));

const UNASKED: Localized = { en: "who can reach this?", vi: "ai gọi được?" };

/** The network may be edited for so long before the lines above are asked for again. */
const REFRESH_AFTER_MS = 500;

/** Lines about reachability that somebody has seen: what they say may be changed by other files. */
class Shown {
  readonly #connection: Connection;
  readonly #asking: Asking;
  #isSeen = false;
  #soon: NodeJS.Timeout | undefined;

  constructor(connection: Connection, asking: Asking) {
    this.#connection = connection;
    this.#asking = asking;
    if (asking.lensRefresh) asking.network.onChanged(() => this.#changed());
  }

  async resolve(lens: CodeLens): Promise<CodeLens> {
    const { reach, session, commandLinks } = this.#asking;
    const uri = uriOf(lens.data);
    const { start } = lens.range;
    const said = reach.isCheap ? await (await reach.answers()).title(toFileId(uri), start.line) : undefined;
    this.#isSeen = true;
    const title = inLeading(said?.title ?? UNASKED, session.languages);
    if (!commandLinks) return { range: lens.range, command: { title, command: "" } };
    return { range: lens.range, command: { title, command: CAN_REACH, arguments: [{ uri, position: start }] } };
  }

  #changed(): void {
    if (!this.#isSeen || this.#soon || !this.#asking.reach.isSmall) return;
    this.#soon = setTimeout(() => {
      this.#soon = undefined;
      this.#isSeen = false;
      void this.#connection.sendRequest("workspace/codeLens/refresh");
    }, REFRESH_AFTER_MS);
    this.#soon.unref();
  }
}

/** What comes back is ours, by way of the editor. */
function uriOf(data: unknown): string {
  if (typeof data !== "object" || data === null || !("uri" in data)) return "";
  return typeof data.uri === "string" ? data.uri : "";
}
