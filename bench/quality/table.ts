import { CATEGORIES } from "./mistake.ts";
import { type Sum, sumOf, type Tally } from "./outcome.ts";

const HEADINGS = [
  "mistakes",
  "found",
  "with hints",
  "on its line",
  "findings each",
  "exact repair",
  "offered first",
] as const;

export const REPAIRED: readonly string[] = ["syntax", "indentation", "structure", "misspelling"];

/** A row per category, then what the bars are about. */
export function summary(tallies: readonly Tally[]): string {
  const of = (name: string, holds: (tally: Tally) => boolean) => [name, sumOf(tallies.filter(holds))] as const;
  return table([
    ...CATEGORIES.map((each) => of(each, ({ category }) => category === each)),
    of("all", () => true),
    of("rejected by the API server", ({ isAccepted }) => !isAccepted),
    of("accepted by it", ({ isAccepted }) => isAccepted),
    of("syntax to misspelling", ({ category }) => REPAIRED.includes(category)),
  ]);
}

/** A row per kind of mistake, the worst first; those that are always dealt with are only counted, unless asked for. */
export function byGenerator(tallies: readonly Tally[], isWhole: boolean): string {
  const lost = ({ mistakes, found, exactFirst }: Sum): number => 2 * (mistakes - found) + mistakes - exactFirst;
  const shown = isWhole ? tallies : tallies.filter(({ mistakes, dealtWith }) => dealtWith < mistakes);
  const rows = table(
    [...shown].sort((a, b) => lost(b) - lost(a)).map((tally) => [`${tally.category}/${tally.id}`, tally]),
  );
  const others = tallies.length - shown.length;
  return others === 0 ? rows : `${rows}\n${others} kinds of mistakes more are dealt with every time.`;
}

function table(rows: readonly (readonly [string, Sum])[]): string {
  const filled = rows.filter(([, { mistakes }]) => mistakes > 0);
  const cells = [
    ["", ...HEADINGS],
    ["---", ...HEADINGS.map(() => "---:")],
    ...filled.map(([name, sum]) => [name, ...figures(sum)]),
  ];
  const widths = ["", ...HEADINGS].map((_, i) => Math.max(...cells.map((row) => row[i]?.length ?? 0)));
  const pad = (cell: string, i: number): string =>
    i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0);
  return cells.map((row) => `| ${row.map(pad).join(" | ")} |`).join("\n");
}

function figures(sum: Sum): readonly string[] {
  return [
    String(sum.mistakes),
    percent(sum.found, sum.mistakes),
    percent(sum.hinted, sum.mistakes),
    percent(sum.onLine, sum.found),
    each(sum),
    percent(sum.exact, sum.mistakes),
    percent(sum.exactFirst, sum.mistakes),
  ];
}

/** Findings for one mistake that is found. */
export const each = ({ findings, found }: Sum): string => (found === 0 ? "–" : (findings / found).toFixed(2));

export const percent = (part: number, whole: number): string =>
  whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;
