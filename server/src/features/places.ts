import type { Position, Range } from "../base/lines.ts";
import type { Span } from "../base/span.ts";
import type { DocumentContext } from "../workspace/context.ts";
import type { FileId } from "../workspace/file.ts";
import type { Entry } from "../workspace/view.ts";
import type { TextFile, Workspace } from "../workspace/workspace.ts";

/** A cursor: the document under it and the offset inside that document. */
export interface Cursor {
  readonly held: TextFile;
  /** Which document of the file. */
  readonly index: number;
  readonly offset: number;
  readonly context: DocumentContext;
  /** Where the context's text begins in the document: 0, unless it is only what is near the cursor. */
  readonly base: number;
}

export function cursorAt(workspace: Workspace, held: TextFile, position: Position): Cursor | undefined {
  const { index, offset } = held.stream.locate(position);
  const doc = held.stream.docs[index];
  return doc && { held, index, offset, context: workspace.contextOf(held, doc), base: 0 };
}

/** The same for an answer that needs only what is near the cursor. */
export function cursorNear(workspace: Workspace, held: TextFile, position: Position): Cursor | undefined {
  const { index, offset } = held.stream.locate(position);
  const doc = held.stream.docs[index];
  if (!doc) return undefined;
  const { context, base } = workspace.contextNear(held, doc, offset);
  return { held, index, offset: offset - base, context, base };
}

/** A span of what the cursor stands in as a range of its file. */
export const rangeAt = ({ held, index, base }: Cursor, { start, end }: Span): Range =>
  rangeIn(held, index, { start: start + base, end: end + base });

/** A span of one document as a range of its file. */
export function rangeIn(held: TextFile, index: number, span: Span): Range {
  return { start: held.stream.positionAt(index, span.start), end: held.stream.positionAt(index, span.end) };
}

/** A place of some object. Of a file whose text nobody holds only the start is known. */
export function placeOf(
  workspace: Workspace,
  held: TextFile,
  entry: Entry,
  span: Span,
): { readonly uri: FileId; readonly range: Range } {
  const { file } = entry;
  const text = workspace.openFile(file) ?? (held.file === file ? held : undefined);
  const index = workspace.index.documentOf(entry);
  const start = { line: 0, character: 0 };
  return { uri: file, range: text && index >= 0 ? rangeIn(text, index, span) : { start, end: start } };
}
