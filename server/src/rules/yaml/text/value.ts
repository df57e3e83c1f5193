/** Offset behind the last character on the line that is neither blank nor part of a comment. */
export function contentEnd(text: string, offset: number): number {
  const line = /[^\r\n]*/.exec(text.slice(offset))?.[0] ?? "";
  return offset + line.replace(/\s+#.*$/, "").trimEnd().length;
}

/** Offset behind a word, as it stands in a flow collection. */
export function wordEnd(text: string, offset: number): number {
  return offset + (/^(?:"[^"\n]*"|'[^'\n]*'|[^\s,[\]{}]+)/.exec(text.slice(offset))?.[0].length ?? 1);
}
