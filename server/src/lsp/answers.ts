import {
  CodeActionKind,
  type CompletionItem,
  type Connection,
  type Hover,
  MarkupKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import type { Position } from "../base/lines.ts";
import type { Home } from "../disk/home.ts";
import { toFileId } from "../disk/uris.ts";
import { complete, resolveCompletion } from "../features/completion/complete.ts";
import type { Completion } from "../features/completion/completion.ts";
import type { ValuePlace } from "../features/completion/place.ts";
import type { Block } from "../features/describe/block.ts";
import { render } from "../features/describe/render.ts";
import { hover, renderHover } from "../features/hover.ts";
import { namesWorkload } from "../features/network/asked-at.ts";
import { type Cursor, cursorNear, rangeAt } from "../features/places.ts";
import { referenceCompletions } from "../features/reference-completion.ts";
import { answerActions } from "./actions.ts";
import { toCompletionItem } from "./completions.ts";
import type { EditAbilities } from "./edits.ts";
import { ALLOW, FIX_ALL, FIX_WORKSPACE } from "./kinds.ts";
import { answerLenses } from "./lenses.ts";
import { answerNavigation } from "./navigation.ts";
import type { NetworkFeed } from "./network-feed.ts";
import { answerReach, type ReachFeed } from "./reach-feed.ts";
import { respond } from "./respond.ts";
import type { Session } from "./session.ts";

export const CAPABILITIES: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  completionProvider: { resolveProvider: true, triggerCharacters: [" ", ":", "-", '"', "/", "\n"] },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  documentLinkProvider: {},
  codeLensProvider: { resolveProvider: true },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL] },
  executeCommandProvider: { commands: [FIX_WORKSPACE, ALLOW] },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

/** Who is asking, and what their editor can show. */
export interface Asking {
  readonly session: Session;
  readonly home: Home;
  readonly network: NetworkFeed;
  readonly reach: ReachFeed;
  readonly commandLinks: boolean;
  readonly markdown: boolean;
  readonly snippets: boolean;
  readonly abilities: EditAbilities;
  readonly labelDetails: boolean;
  /** The editor asks for lines above objects again when it is told to. */
  readonly lensRefresh: boolean;
  log(line: string): void;
}

export interface PositionParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

/** The table of requests. A handler only translates: features answer, `respond` guards. */
export function answerRequests(connection: Connection, asking: Asking): void {
  const { session, log } = asking;
  const cursor = ({ textDocument, position }: PositionParams): Cursor | undefined => {
    const held = session.workspace.openFile(toFileId(textDocument.uri));
    return held && cursorNear(session.workspace, held, position);
  };
  const completions = new Completions(asking);
  answerNavigation(connection, asking);
  answerActions(connection, asking);
  answerLenses(connection, asking);
  answerReach(connection, asking.reach, log);

  connection.onHover(
    respond("hover", null, log, async (params: PositionParams): Promise<Hover | null> => {
      const place = cursor(params);
      if (!place) return null;
      const isWorkload = namesWorkload(place.context, place.offset);
      const reach = isWorkload ? await asking.reach.describe(place.held.file, params.position.line) : [];
      return hoverAt(place, asking, reach) ?? null;
    }),
  );
  connection.onCompletion(
    respond("completion", null, log, (params: PositionParams) => {
      const place = cursor(params);
      return place ? { isIncomplete: false, items: completions.at(place) } : null;
    }),
  );
  connection.onCompletionResolve((item) => completions.resolve(item));
}

function hoverAt(cursor: Cursor, asking: Asking, reach: readonly Block[]): Hover | undefined {
  const { workspace } = asking.session;
  const viewOf = () => workspace.viewOf(cursor.held.file);
  const content = hover(cursor.context, cursor.offset, asking.home.texts(), viewOf, reach);
  if (!content) return undefined;
  const { markdown, commandLinks } = asking;
  const value = renderHover(content, asking.session.languages, { markdown, commandLinks });
  const kind = markdown ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { contents: { kind, value }, range: rangeAt(cursor, content.span) };
}

/** Remembers the last list, so that an item's documentation is made only when somebody looks at it. */
class Completions {
  readonly #asking: Asking;
  #last: readonly Completion[] = [];

  constructor(asking: Asking) {
    this.#asking = asking;
  }

  at(cursor: Cursor): CompletionItem[] {
    const { session, snippets, labelDetails } = this.#asking;
    const json = /\.json$/i.test(cursor.held.file);
    const { workspace } = session;
    const references = (place: ValuePlace): readonly Completion[] =>
      referenceCompletions(() => workspace.viewOf(cursor.held.file), place);
    const root = workspace.schemaOf(cursor.held);
    this.#last = complete(cursor.context, cursor.offset, { json, references, ...(root && { root }) });
    const client = { languages: session.languages, snippets, labelDetails };
    return this.#last.map((completion, id) => toCompletionItem(completion, cursor, id, client));
  }

  resolve(item: CompletionItem): CompletionItem {
    const completion = typeof item.data === "number" ? this.#last[item.data] : undefined;
    if (completion?.label !== item.label) return item;
    const { session, home, markdown } = this.#asking;
    const blocks = resolveCompletion(completion, home.texts());
    if (blocks.length === 0) return item;
    const value = render(blocks, session.languages, { markdown, commandLinks: false });
    return { ...item, documentation: { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value } };
  }
}
