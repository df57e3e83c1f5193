import type { Line, Lines } from "./lines.ts";
import type { Sketch } from "./sketch.ts";

/** How far above a line the header of its block scalar is looked for, and how many ends of the slipped lines are tried. */
const REACH = 80;
const ENDS = 30;

/** Lines of a block scalar that are not deep enough, moved to where the others are. */
export function textLines(lines: Lines, line: Line): readonly Sketch[] {
  const header = headerAbove(lines, line);
  if (!header) return [];
  const first = rawAfter(lines, header.number);
  if (first === undefined) return [];
  const floor = header.dash && header.key === undefined ? header.indent : header.column;
  const column = first.indent > floor ? first.indent : floor + 2;
  let shallow = first;
  let before: Raw | undefined;
  while (shallow.indent >= column) {
    const next = rawAfter(lines, shallow.number);
    if (!next || next.number > line.number) return [];
    before = shallow;
    shallow = next;
  }
  const isWhole = before === undefined;
  const by = (before ? Math.max(column, likelyColumn(lines, before, shallow)) : column) - shallow.indent;
  const ends: number[] = [];
  for (
    let last: Raw | undefined = shallow;
    last && last.indent >= shallow.indent;
    last = rawAfter(lines, last.number)
  ) {
    if (isWhole && last.indent === shallow.indent && lines.at(last.number)?.text) break;
    ends.push(last.number);
    if (ends.length === (isWhole ? REACH * 4 : ENDS)) break;
  }
  const head = lines.at(shallow.number);
  const doubt = head?.opens ? 0.4 : head?.key === undefined ? -0.3 : head.text ? 0.6 : 0;
  const from = isWhole ? Math.max(0, ends.length - ENDS) : 0;
  return ends.slice(from).map((to, index, { length }): Sketch => {
    // Where no line shows how deep the text is, all of them have slipped; else each one more is less likely.
    const price = isWhole ? 0.7 + 0.02 * (length - index) : 0.9 + doubt + 0.05 * index;
    return {
      kind: "text-lines",
      line: shallow.number,
      shifts: [{ from: shallow.number, to, by }],
      edits: [],
      price,
      swallows: true,
    };
  });
}

/** Where a line between others was probably meant to stand: brackets and colons begin what is deeper. */
function likelyColumn(lines: Lines, before: Raw, line: Raw): number {
  const isOpen = (number: number): boolean => {
    const { text, lines: index } = lines.doc;
    return /[[{(:]\s*$/.test(text.slice(index.startOf(number), index.startOf(number + 1)));
  };
  const next = rawAfter(lines, line.number);
  if (isOpen(before.number)) return before.indent + 2;
  if (next && next.indent >= before.indent) return isOpen(line.number) ? next.indent - 2 : next.indent;
  return before.indent;
}

/** A `|` behind a key whose lines are no YAML, where the schema has nothing against text. */
export function textHeader(lines: Lines, line: Line, takesText: (line: Line) => boolean): readonly Sketch[] {
  let above: Line | undefined = line;
  let least = line.indent + 1;
  const found: Sketch[] = [];
  for (let steps = 0; above && steps < REACH; steps++, above = lines.before(above.number)) {
    if (above.indent >= least) continue;
    least = above.indent;
    if (!above.opens || above === line || !takesText(above)) continue;
    const end =
      above.start + (/^.*?[:-](?=\s*(?:#.*)?$)/.exec(lines.doc.text.slice(above.start, above.end))?.[0].length ?? 0);
    if (end === above.start) continue;
    found.push({
      kind: "text-header",
      line: above.number,
      shifts: [],
      edits: [{ span: { start: end, end }, text: " |" }],
      price: 1.1 + 0.3 * found.length,
      swallows: true,
    });
    if (found.length === 3) break;
  }
  return found;
}

/** The nearest line above that begins a block scalar. */
function headerAbove(lines: Lines, line: Line): Line | undefined {
  for (let above = lines.before(line.number), steps = 0; above && steps < REACH; steps++) {
    if (above.text) return above;
    above = lines.before(above.number);
  }
  return undefined;
}

interface Raw {
  readonly number: number;
  readonly indent: number;
}

/** The next line that is not blank: in a text, comments are none. */
function rawAfter(lines: Lines, number: number): Raw | undefined {
  for (let next = number + 1; next < lines.count; next++) {
    const indent = lines.at(next)?.indent ?? lines.commentAt(next);
    if (indent !== undefined) return { number: next, indent };
  }
  return undefined;
}
