/**
 * How wide a text will be, in pixels at a font size of one, erring on the wide side: there is no font here to ask. Marks
 * above and below letters take no room.
 */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const plain = PLAIN[text.charCodeAt(i)];
    if (plain === undefined) return widthOfAny(text) * size;
    width += plain;
  }
  return width * size;
}

function widthOfAny(text: string): number {
  let width = 0;
  for (const char of text.normalize("NFD")) width += charWidth(char);
  return width;
}

/** The text, cut with an ellipsis so that it fits. Names differ at their ends, so that the middle goes. */
export function fitted(text: string, size: number, room: number): string {
  if (widthOf(text, size) <= room) return text;
  const chars = [...text];
  for (let kept = chars.length - 1; kept > 2; kept--) {
    const head = Math.ceil(kept * 0.6);
    const short = `${chars.slice(0, head).join("")}…${chars.slice(chars.length - (kept - head)).join("")}`;
    if (widthOf(short, size) <= room) return short;
  }
  return "…";
}

/** The text on as many lines as it needs, `most` at most, each no wider than `room`. What is left over is cut. */
export function wrapped(text: string, size: number, room: number, most: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  const words = text.split(" ");
  for (const [i, word] of words.entries()) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || widthOf(longer, size) <= room) {
      line = longer;
      continue;
    }
    if (lines.length === most - 1) return [...lines, fittedAtEnd(`${line} ${words.slice(i).join(" ")}`, size, room)];
    lines.push(fitted(line, size, room));
    line = word;
  }
  return [...lines, fitted(line, size, room)];
}

/** Of a sentence it is the end that may go. */
function fittedAtEnd(text: string, size: number, room: number): string {
  let short = text;
  while (widthOf(`${short}…`, size) > room && short !== "") short = short.slice(0, -1);
  return short === text ? text : `${short.trimEnd()}…`;
}

function charWidth(char: string): number {
  if (/\p{M}/u.test(char)) return 0;
  if ("iIjl.,:;'|![]()/".includes(char)) return 0.34;
  if ("ft-r ".includes(char)) return 0.4;
  if ("mwMW@%".includes(char)) return 0.92;
  if (/[A-Z]/.test(char)) return 0.7;
  return (char.codePointAt(0) ?? 0) > 0x2e80 ? 1.05 : 0.58;
}

/** Names are made of these, and are measured again with every picture. */
const PLAIN: readonly number[] = Array.from({ length: 128 }, (_, code) => charWidth(String.fromCharCode(code)));
