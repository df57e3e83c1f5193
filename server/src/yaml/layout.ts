import { isBlank, isBreak } from "./chars.ts";

/** How the text around an edit is laid out: lines, columns, line breaks. */

export function lineStart(text: string, offset: number): number {
  let i = offset;
  while (i > 0 && !isBreak(text.charCodeAt(i - 1))) i--;
  return i;
}

/** End of the line, its break left out. */
export function lineEnd(text: string, offset: number): number {
  let i = offset;
  while (i < text.length && !isBreak(text.charCodeAt(i))) i++;
  return i;
}

export function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  if (text.startsWith("\r\n", end)) return end + 2;
  return Math.min(end + 1, text.length);
}

export const columnOf = (text: string, offset: number): number => offset - lineStart(text, offset);

export function isFirstOnLine(text: string, offset: number): boolean {
  let i = offset;
  while (i > 0 && isBlank(text.charCodeAt(i - 1))) i--;
  return i === 0 || isBreak(text.charCodeAt(i - 1)) || (i === 1 && text.charCodeAt(0) === 0xfeff);
}

export const lineBreakOf = (text: string): string => (text.includes("\r\n") ? "\r\n" : "\n");

/** The lines of `block`, all but the first one indented by `column`; lines without text stay empty. */
export function indentRest(block: string, column: number, lineBreak: string): string {
  const [first = "", ...rest] = block.split(/\r\n|\r|\n/);
  const indent = " ".repeat(column);
  return [first, ...rest.map((line) => (line.trim() === "" ? "" : indent + line))].join(lineBreak);
}

/** Text whose lines, all but the first one, stand `column` to the right, moved to the left margin. */
export function dedentRest(block: string, column: number): string {
  const [first = "", ...rest] = block.split(/\r\n|\r|\n/);
  return [first, ...rest.map((line) => line.slice(Math.min(column, line.length - line.trimStart().length)))].join("\n");
}
