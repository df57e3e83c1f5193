import type { Line, Lines } from "./lines.ts";
import type { Sketch } from "./sketch.ts";

/** Ways to indent a line otherwise: with what it holds, with what follows it, or alone. */
export function shifts(
  lines: Lines,
  line: Line,
  columns: readonly number[],
  ends: readonly number[],
  doubt: number,
): readonly Sketch[] {
  const steps = new Set(columns.flatMap((column) => [column - line.indent, column - line.column]));
  steps.delete(0);
  const whole = line.opens ? strictEnd(lines, line) : line.number;
  return [...steps].flatMap((by) => {
    if (line.indent + by < 0) return [];
    return ends.map((to): Sketch => {
      const end = withComments(lines, line, to, by);
      const length = (to === whole ? 0.09 : 0.12) * Math.log2(to - line.number + 1);
      const price = 1 + doubt + torn(line, to, whole, by) + length + 0.08 * Math.min(Math.abs(by), 8);
      return { kind: "shift", line: line.number, shifts: [{ from: line.number, to: end, by }], edits: [], price };
    });
  });
}

/** What a line holds seldom stays where it was, unless a space slipped in; half of it hardly ever does. */
function torn(line: Line, to: number, whole: number, by: number): number {
  if (to !== line.number) return to < whole ? 0.8 : 0;
  if (to < whole) return Math.abs(by) === 1 ? 0.4 : 0.7;
  return line.dash && line.key !== undefined ? 0.4 : 0;
}

/** Comments right behind a block that stand as deep as it does are about it, unless they are where they belong. */
function withComments(lines: Lines, line: Line, to: number, by: number): number {
  const next = lines.after(to);
  let last = to;
  for (let number = to + 1; number < (next?.number ?? lines.count); number++) {
    const column = lines.commentAt(number);
    if (column === undefined || column === 0 || column === line.indent + by) break;
    if (column < line.indent || column <= (next?.indent ?? -1)) break;
    last = number;
  }
  return last;
}

/**
 * Numbers of the last lines of what may move together with a line: nothing else, what it holds, its list, what follows
 * in its column; and up to `cuts` places in between where a deeper level ends.
 */
export function endsOf(lines: Lines, line: Line, cuts = 0): readonly number[] {
  const { number, indent } = line;
  const below = lines.run(line, "deeper");
  const withList = lines.run(line, "items");
  const rest = lines.run(line, "level");
  const ends = new Set([strictEnd(lines, line), number, below, withList, rest]);
  let left = cuts;
  let here = line;
  for (let next = lines.after(number); left > 0 && next && next.number <= rest; next = lines.after(here.number)) {
    const isCut = next.indent < here.indent || next.indent <= indent || left > cuts / 2;
    // What stands in a block scalar goes with its header.
    if (here.text && next.indent > here.indent) {
      here = { ...here, number: next.number };
      continue;
    }
    if (isCut) {
      ends.add(here.number);
      left--;
    }
    here = next;
  }
  return [...ends];
}

/** A block of more lines is not looked through. */
const DEEP = 400;

/** The last line of what a line holds, when all levels below it are in order. */
export function strictEnd(lines: Lines, line: Line): number {
  const levels = line.dash ? [{ column: line.column, dash: false }] : [];
  let last = line;
  let steps = 0;
  for (let next = lines.after(last.number); next && steps < DEEP; next = lines.after(last.number), steps++) {
    const text = last.text && next.indent > last.indent;
    const child = last.opens && (next.indent > last.column || (next.dash && next.indent === last.column && !last.dash));
    if (!text && !child) {
      const { indent, dash } = next;
      const level = levels.findLastIndex((each) => each.column === indent && each.dash === dash);
      if (level < 0) break;
      levels.length = level + 1;
    } else if (child) levels.push({ column: next.indent, dash: next.dash });
    if (text) {
      last = { ...last, number: next.number };
      continue;
    }
    if (next.dash && next.key !== undefined) levels.push({ column: next.column, dash: false });
    last = next;
  }
  return last.number;
}

/** Columns at which the lines around one begin, and the next steps inwards from those above. */
export function columnsAround(lines: Lines, window: readonly number[], line: Line): readonly number[] {
  const columns = new Set<number>();
  let least = Number.POSITIVE_INFINITY;
  for (const number of window.filter((each) => each < line.number).reverse()) {
    const above = lines.at(number);
    if (!above || above.indent > least) continue;
    columns.add(above.column);
    columns.add(above.indent);
    if (above.opens) columns.add(above.column + 2);
    least = above.indent;
    if (least === 0) break;
  }
  const next = lines.after(line.number);
  if (next) {
    columns.add(next.indent);
    columns.add(next.column);
    columns.add(next.indent - 2);
  }
  columns.add(0);
  return [...columns].filter((column) => column >= 0);
}
