import type { Change, TextFile } from "../workspace/workspace.ts";
import type { YStream } from "../yaml/stream.ts";
import type { Located } from "./diagnose.ts";
import { editBetween } from "./fix-all.ts";
import { isAwaited } from "./unfinished.ts";

/**
 * Offset in the file at which somebody is typing after these changes. Undefined where the text was not typed: lines were
 * taken away, or an object was put in as a whole, and is judged as a whole.
 */
export function typedAt(before: YStream, after: YStream, changes: readonly Change[]): number | undefined {
  const { start, text, removesLines } = editOf(before, after, changes);
  const caret = start + text.length;
  if (removesLines) return undefined;
  const { index, offset } = after.docAt(caret);
  const above = after.doc(index).text.slice(0, Math.max(0, offset - text.length));
  return LINES.test(text) && NOTHING.test(above) ? undefined : caret;
}

/** What there is to tell while somebody types: what they may be about to write is not missed yet. */
export function withoutAwaited(held: TextFile, located: readonly Located[], caret: number): readonly Located[] {
  const { index, offset } = held.stream.docAt(caret);
  const doc = held.stream.doc(index);
  return located.filter((each) => each.index !== index || !isAwaited(each.finding, doc, offset));
}

/** More than a line and the beginning of the next. */
const LINES = /\n.*\n/;

const NOTHING = /^(?:\s|---|#.*(?:[\r\n]|$))*$/;

function editOf(
  before: YStream,
  after: YStream,
  changes: readonly Change[],
): { readonly start: number; readonly text: string; readonly removesLines: boolean } {
  const [first, second] = changes;
  if (first?.range && !second) {
    const { start, end } = first.range;
    return { start: before.offsetAt(start), text: first.text, removesLines: start.line !== end.line };
  }
  const [edit = { span: { start: 0, end: 0 }, text: "" }] = editBetween(before.text, after.text);
  const removed = before.text.slice(edit.span.start, edit.span.end);
  return { start: edit.span.start, text: edit.text, removesLines: removed.includes("\n") };
}
