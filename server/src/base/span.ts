/** Half-open range of UTF-16 offsets, the unit both JavaScript strings and LSP count in. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Replaces the text under `span` with `text`. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** True when `offset` lies in the span or at its very end, where a cursor still belongs to it. */
export const touches = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end;

/** The same edits of a text that stands further down, as a document does in its file. */
export const shiftedEdits = (edits: readonly Edit[], by: number): readonly Edit[] =>
  edits.map(({ span, text }) => ({ span: { start: span.start + by, end: span.end + by }, text }));

/** Applies edits that do not overlap; their order does not matter. Insertions at one place keep the given order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = edits.map((edit, index) => ({ edit, index }));
  sorted.sort((a, b) => a.edit.span.start - b.edit.span.start || a.index - b.index);
  let out = "";
  let from = 0;
  for (const { edit } of sorted) {
    out += text.slice(from, edit.span.start) + edit.text;
    from = edit.span.end;
  }
  return out + text.slice(from);
}
