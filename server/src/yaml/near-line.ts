/** Lines on either side of a line that are always near it. */
const AROUND = 40;

/** Characters looked through at once: what is left of a part decides how much of the next one counts. */
const PART = 32_000;

/**
 * Of a long text what is near the line from `start` to `end` or holds it: it is read in no time and means the same
 * around that line. Lines farther away count only where they stand beside or around what is near: the other keys of the
 * objects that hold the line, without what is in them.
 *
 * `base` is how much smaller offsets near the line have become.
 */
export function nearLine(text: string, start: number, end: number): { readonly text: string; readonly base: number } {
  const before = above(text, start, NOTHING);
  return { text: before + text.slice(start, end) + below(text, end, NOTHING), base: start - before.length };
}

/** The same with spaces for what is left out, so that offsets stay, and with `own` for the line itself. */
export const nearLineInPlace = (text: string, start: number, end: number, own: string): string =>
  above(text, start, blanks) + own + below(text, end, blanks);

type Filling = (length: number) => string;

const NOTHING: Filling = () => "";

/** One blank line of so many characters. */
const blanks: Filling = (length) => (length === 0 ? "" : `${" ".repeat(length - 1)}\n`);

function above(text: string, lineStart: number, fill: Filling): string {
  let from = lineStart;
  for (let line = 0; line < AROUND && from > 0; line++) from = lineStartBefore(text, from - 1);
  const parts = [text.slice(from, lineStart)];
  let margin = firstIndentation(text.slice(from, lineStart).split("\n"));
  let kept = from;
  for (let end = from; end > 0; ) {
    const start = lineStartBefore(text, Math.max(0, end - PART));
    for (const line of linesWithin(text, start, end, margin).reverse()) {
      if (line.indentation > margin || (line.isItem && line.indentation === margin)) continue;
      margin = line.indentation;
      parts.push(fill(kept - line.end), text.slice(line.start, line.end));
      kept = line.start;
    }
    end = start;
  }
  return [...parts, fill(kept)].reverse().join("");
}

function below(text: string, lineEnd: number, fill: Filling): string {
  let to = lineEnd;
  for (let line = 0; line < AROUND && to < text.length; line++) to = lineEndAfter(text, to);
  const parts = [text.slice(lineEnd, to)];
  let margin = firstIndentation(text.slice(lineEnd, to).split("\n").reverse());
  let kept = to;
  for (let start = to; start < text.length; ) {
    const end = lineEndAfter(text, Math.min(text.length, start + PART) - 1);
    for (const line of linesWithin(text, start, end, margin)) {
      if (line.indentation > margin || (line.isItem && line.indentation === margin)) continue;
      margin = line.indentation;
      parts.push(fill(line.start - kept), text.slice(line.start, line.end));
      kept = line.end;
    }
    start = end;
  }
  return [...parts, fill(text.length - kept)].join("");
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly indentation: number;
  readonly isItem: boolean;
}

/** Lines with content that are indented by `most` spaces or fewer. One pattern finds them faster than a look at each. */
function linesWithin(text: string, start: number, end: number, most: number): Line[] {
  const pattern = new RegExp(`^( {0,${most}})([^\\s#])`, "gm");
  return [...text.slice(start, end).matchAll(pattern)].map(({ index, 1: spaces = "", 2: first }) => {
    const at = start + index;
    return { start: at, end: lineEndAfter(text, at), indentation: spaces.length, isItem: first === "-" };
  });
}

/** Of the first line that has content. */
function firstIndentation(lines: readonly string[]): number {
  const line = lines.find((each) => /^ *[^\s#]/.test(each));
  return line === undefined ? DEEPEST : line.search(/[^ ]/);
}

/** Deeper than anybody indents, and a number that a pattern can count to. */
const DEEPEST = 1000;

const lineStartBefore = (text: string, offset: number): number =>
  offset <= 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;

function lineEndAfter(text: string, offset: number): number {
  const feed = text.indexOf("\n", offset);
  return feed < 0 ? text.length : feed + 1;
}
