import type { Line, Lines } from "./lines.ts";
import type { Sketch } from "./sketch.ts";

/** Ways to indent a line otherwise: with what it holds, with what follows it, or alone. */
export function shifts(lines: Lines, line: Line, columns: readonly number[]): readonly Sketch[] {
  const ends = endsOf(lines, line);
  const steps = new Set(columns.flatMap((column) => [column - line.indent, column - line.column]));
  steps.delete(0);
  return [...steps].flatMap((by) =>
    ends.flatMap((to): readonly Sketch[] => {
      if (line.indent + by < 0 || !hasRoom(lines, line.number, to, by)) return [];
      const size = to - line.number + 1;
      const price = 1 + 0.25 * Math.log2(size) + 0.08 * Math.min(Math.abs(by), 8);
      return [{ kind: "shift", line: line.number, shifts: [{ from: line.number, to, by }], edits: [], price }];
    }),
  );
}

/** Numbers of the last lines of what may move together with a line. */
export function endsOf(lines: Lines, line: Line): readonly number[] {
  const { number, indent } = line;
  const below = lines.run(line, (next) => next.indent > indent);
  const withList = line.dash
    ? below
    : lines.run(line, (next) => next.indent > indent || (next.indent === indent && next.dash));
  const items = line.dash
    ? lines.run(line, (next) => next.indent > indent || (next.indent === indent && next.dash))
    : below;
  const rest = lines.run(line, (next) => next.indent >= indent);
  return [...new Set([below, number, withList, items, rest])];
}

function hasRoom(lines: Lines, from: number, to: number, by: number): boolean {
  // Lines below are deeper than the first one, or as deep.
  const first = lines.at(from);
  return by > 0 || (first !== undefined && to >= from && first.indent + by >= 0);
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
