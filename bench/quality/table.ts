import { isFailure } from "./failures.ts";
import { CATEGORIES } from "./mistake.ts";
import { type Outcome, type Sum, sumOf } from "./outcome.ts";

const HEADINGS = ["mistakes", "found", "on its line", "findings each", "exact repair", "offered first"] as const;

/** A row per category, then what the bars are about. */
export function summary(outcomes: readonly Outcome[]): string {
  const rows = CATEGORIES.map(
    (category) => [category, outcomes.filter(({ mutant }) => mutant.generator.category === category)] as const,
  );
  const of = (name: string, holds: (outcome: Outcome) => boolean) => [name, outcomes.filter(holds)] as const;
  const repaired = ["syntax", "indentation", "structure", "misspelling"];
  return table([
    ...rows,
    of("all", () => true),
    of("rejected by the API server", ({ mutant }) => mutant.generator.verdict !== "accepted"),
    of("accepted by it", ({ mutant }) => mutant.generator.verdict === "accepted"),
    of("syntax to misspelling", ({ mutant }) => repaired.includes(mutant.generator.category)),
  ]);
}

/** A row per kind of mistake, the worst first; those that are always dealt with are only counted, unless asked for. */
export function byGenerator(outcomes: readonly Outcome[], isWhole: boolean): string {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const { category, id } = outcome.mutant.generator;
    const name = `${category}/${id}`;
    groups.set(name, [...(groups.get(name) ?? []), outcome]);
  }
  const lost = (sum: Sum): number => 2 * (sum.mistakes - sum.found) + sum.mistakes - sum.exactFirst;
  const sorted = [...groups].sort((a, b) => lost(sumOf(b[1])) - lost(sumOf(a[1])));
  const shown = isWhole ? sorted : sorted.filter(([, each]) => each.some(isFailure));
  return `${table(shown)}\n${sorted.length - shown.length} kinds of mistakes more are dealt with every time.`;
}

function table(rows: readonly (readonly [string, readonly Outcome[]])[]): string {
  const filled = rows.filter(([, outcomes]) => outcomes.length > 0);
  const cells = [
    ["", ...HEADINGS],
    ["---", ...HEADINGS.map(() => "---:")],
    ...filled.map(([name, each]) => [name, ...figures(sumOf(each))]),
  ];
  const widths = HEADINGS.map((_, i) => i)
    .concat(HEADINGS.length)
    .map((i) => Math.max(...cells.map((row) => row[i]?.length ?? 0)));
  return cells
    .map(
      (row) =>
        `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(" | ")} |`,
    )
    .join("\n");
}

function figures(sum: Sum): readonly string[] {
  return [
    String(sum.mistakes),
    percent(sum.found, sum.mistakes),
    percent(sum.onLine, sum.found),
    sum.found === 0 ? "–" : (sum.findings / sum.found).toFixed(2),
    percent(sum.exact, sum.mistakes),
    percent(sum.exactFirst, sum.mistakes),
  ];
}

export const percent = (part: number, whole: number): string =>
  whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;
