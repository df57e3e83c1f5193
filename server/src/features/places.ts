import type { Position, Range } from "../base/lines.ts";
import type { Span } from "../base/span.ts";
import type { DocumentContext } from "../workspace/context.ts";
import type { TextFile, Workspace } from "../workspace/workspace.ts";

/** A cursor: the document under it and the offset inside that document. */
export interface Cursor {
  readonly held: TextFile;
  /** Which document of the file. */
  readonly index: number;
  readonly offset: number;
  readonly context: DocumentContext;
}

export function cursorAt(workspace: Workspace, held: TextFile, position: Position): Cursor | undefined {
  const { index, offset } = held.stream.locate(position);
  const doc = held.stream.docs[index];
  return doc && { held, index, offset, context: workspace.contextOf(held, doc) };
}

/** The same for an answer that needs only what is near the cursor. */
export function cursorNear(workspace: Workspace, held: TextFile, position: Position): Cursor | undefined {
  const { index, offset } = held.stream.locate(position);
  const doc = held.stream.docs[index];
  return doc && { held, index, offset, context: workspace.contextNear(held, doc, offset) };
}

/** A span of one document as a range of its file. */
export function rangeIn(held: TextFile, index: number, span: Span): Range {
  return { start: held.stream.positionAt(index, span.start), end: held.stream.positionAt(index, span.end) };
}
