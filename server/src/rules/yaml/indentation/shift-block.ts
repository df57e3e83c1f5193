import type { Edit } from "../../../base/span.ts";
import type { YDocument } from "../../../yaml/document.ts";

/**
 * Moves the line of `offset` to `column`, and with it the lines that belong to it: what stands below it, and what follows
 * in the same wrong column.
 */
export function shiftBlock(doc: YDocument, offset: number, column: number): readonly Edit[] {
  const first = doc.lines.positionAt(offset).line;
  const from = indentOf(doc, first);
  if (from === undefined) return [];
  return blockLines(doc, first, from).map((line) => {
    const start = doc.lines.startOf(line);
    const indent = indentOf(doc, line) ?? 0;
    return { span: { start, end: start + indent }, text: " ".repeat(Math.max(0, indent + column - from)) };
  });
}

/** Numbers of the lines that move together, blank ones left out. */
function blockLines(doc: YDocument, first: number, from: number): readonly number[] {
  const lines = [first];
  /** Column of what the last line at `from` holds below it; undefined until a deeper line shows it. */
  let child: number | undefined;
  let opens = opensBlock(doc, first);
  for (let line = first + 1; line < doc.lines.lineCount; line++) {
    const indent = indentOf(doc, line);
    if (indent === undefined) continue;
    if (indent === from) {
      child = undefined;
      opens = opensBlock(doc, line);
    } else {
      if (indent < from || !opens) break;
      child ??= indent;
      if (indent < child) break;
    }
    lines.push(line);
  }
  return lines;
}

const opensBlock = (doc: YDocument, line: number): boolean =>
  /(?::|[|>][-+0-9]*|^\s*-.*)\s*(?:\s#.*)?$/.test(lineText(doc, line));

const lineText = (doc: YDocument, line: number): string =>
  doc.text.slice(doc.lines.startOf(line), doc.lines.startOf(line + 1)).replace(/[\r\n]+$/, "");

/** Column of the line's first character; undefined for a blank line. */
function indentOf(doc: YDocument, line: number): number | undefined {
  const column = lineText(doc, line).search(/[^ ]/);
  return column < 0 ? undefined : column;
}
