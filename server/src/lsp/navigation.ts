import {
  type Connection,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Location,
  type LocationLink,
  type SelectionRange,
  SymbolKind,
  type WorkspaceSymbol,
} from "vscode-languageserver";
import type { Span } from "../base/span.ts";
import { toFileId } from "../disk/uris.ts";
import { definition } from "../features/definition.ts";
import { foldingRanges } from "../features/folding.ts";
import { highlight } from "../features/highlight.ts";
import { documentLinks, fileLinks } from "../features/links.ts";
import { cursorAt, rangeIn } from "../features/places.ts";
import { references } from "../features/references.ts";
import { selectionRanges } from "../features/selection.ts";
import type { Location as Place } from "../features/symbol-at.ts";
import { type OutlineSymbol, symbols } from "../features/symbols.ts";
import { workspaceSymbols } from "../features/workspace-symbols.ts";
import type { TextFile } from "../workspace/workspace.ts";
import type { Asking, PositionParams } from "./answers.ts";
import { respond } from "./respond.ts";
import type { Session } from "./session.ts";
import { inLanguages } from "./words.ts";

/** Requests about where things are: within a file, and between files. */
export function answerNavigation(connection: Connection, asking: Asking): void {
  const { session, log } = asking;
  const { workspace } = session;
  const open = (uri: string): TextFile | undefined => workspace.openFile(toFileId(uri));
  const at = ({ textDocument, position }: PositionParams) => {
    const held = open(textDocument.uri);
    const cursor = held && cursorAt(workspace, held, position);
    return cursor && { ...cursor, view: workspace.viewOf(cursor.held.file) };
  };

  connection.onDefinition(
    respond("definition", null, log, async (params: PositionParams): Promise<LocationLink[] | null> => {
      const cursor = at(params);
      const found = cursor && definition(cursor.view, cursor.context, cursor.offset);
      if (!cursor || !found) return null;
      const origin = rangeIn(cursor.held, cursor.index, found.origin);
      const targets = await toLocations(session, found.targets);
      return targets.map(({ uri, range }) => ({
        originSelectionRange: origin,
        targetUri: uri,
        targetRange: range,
        targetSelectionRange: range,
      }));
    }),
  );
  connection.onReferences(
    respond("references", null, log, async ({ context, ...params }): Promise<Location[] | null> => {
      const cursor = at(params);
      if (!cursor) return null;
      const extent = context.includeDeclaration ? "with-declaration" : "mentions-only";
      return toLocations(session, references(cursor.view, cursor.context, cursor.offset, extent));
    }),
  );
  connection.onDocumentHighlight(
    respond("documentHighlight", null, log, (params: PositionParams): DocumentHighlight[] | null => {
      const cursor = at(params);
      if (!cursor) return null;
      return highlight(cursor.view, cursor.context, cursor.offset).map(({ document, span, kind }) => ({
        range: rangeIn(cursor.held, document, span),
        kind: kind === "name" ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
    }),
  );
  connection.onDocumentSymbol(
    respond("documentSymbol", null, log, ({ textDocument }): DocumentSymbol[] | null => {
      const held = open(textDocument.uri);
      if (!held) return null;
      return held.stream.docs.flatMap((doc, index) =>
        symbols(workspace.contextOf(held, doc)).map((symbol) => toSymbol(held, index, symbol)),
      );
    }),
  );
  connection.onWorkspaceSymbol(
    respond("workspaceSymbol", null, log, async ({ query }): Promise<WorkspaceSymbol[]> => {
      const found = workspaceSymbols(workspace.index, query);
      const locations = await toLocations(session, found);
      return found.flatMap(({ name, namespace }, index) => {
        const location = locations[index];
        return location ? [{ name, kind: SymbolKind.Object, containerName: namespace, location }] : [];
      });
    }),
  );
  connection.onFoldingRanges(
    respond("foldingRange", null, log, ({ textDocument }): FoldingRange[] | null => {
      const held = open(textDocument.uri);
      if (!held) return null;
      return held.stream.docs.flatMap((doc, index) => {
        const first = held.stream.lineStarts[index] ?? 0;
        return foldingRanges(doc).map(({ startLine, endLine, kind }) => ({
          startLine: first + startLine,
          endLine: first + endLine,
          kind,
        }));
      });
    }),
  );
  connection.onSelectionRanges(
    respond("selectionRange", null, log, ({ textDocument, positions }): SelectionRange[] | null => {
      const held = open(textDocument.uri);
      if (!held) return null;
      return positions.map((position) => {
        const { index, offset } = held.stream.locate(position);
        const doc = held.stream.docs[index];
        const spans = doc ? (selectionRanges(doc, [offset])[0] ?? []) : [];
        return toSelection(held, index, spans) ?? { range: { start: position, end: position } };
      });
    }),
  );
  connection.onDocumentLinks(
    respond("documentLink", null, log, ({ textDocument }): DocumentLink[] | null => {
      const held = open(textDocument.uri);
      if (!held) return null;
      const view = workspace.viewOf(held.file);
      return held.stream.docs.flatMap((doc, index) => {
        const context = workspace.contextOf(held, doc);
        const links = [...documentLinks(context, asking.home.texts()), ...fileLinks(view, context)];
        return links.map(({ span, url, tooltip }) => ({
          range: rangeIn(held, index, span),
          target: url,
          tooltip: inLanguages(tooltip, session.languages),
        }));
      });
    }),
  );
}

/** Places in files that may be closed: each such file is read once, to turn offsets into lines. */
async function toLocations(session: Session, places: readonly Place[]): Promise<Location[]> {
  const files = new Map<string, Promise<TextFile | undefined>>();
  const locations = places.map(async ({ file, document, span }): Promise<Location[]> => {
    const reading = files.get(file) ?? session.held(file);
    files.set(file, reading);
    const held = await reading;
    return held ? [{ uri: file, range: rangeIn(held, document, span) }] : [];
  });
  return (await Promise.all(locations)).flat();
}

const SYMBOL_KINDS: Readonly<Record<OutlineSymbol["kind"], SymbolKind>> = {
  object: SymbolKind.Object,
  section: SymbolKind.Namespace,
  item: SymbolKind.Struct,
  field: SymbolKind.Field,
};

const toSymbol = (held: TextFile, index: number, symbol: OutlineSymbol): DocumentSymbol => ({
  name: symbol.name,
  detail: symbol.detail,
  kind: SYMBOL_KINDS[symbol.kind],
  range: rangeIn(held, index, symbol.span),
  selectionRange: rangeIn(held, index, symbol.selection),
  children: symbol.children.map((child) => toSymbol(held, index, child)),
});

/** Innermost span first in the list; each is the parent of the one before it. */
function toSelection(held: TextFile, index: number, spans: readonly Span[]): SelectionRange | undefined {
  return spans.reduceRight<SelectionRange | undefined>((parent, span) => {
    const range = rangeIn(held, index, span);
    return parent ? { range, parent } : { range };
  }, undefined);
}
