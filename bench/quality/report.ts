import { CATEGORIES } from "./mistake.ts";
import type { Options } from "./options.ts";
import { type Outcome, type Sum, sumOf } from "./outcome.ts";
import type { PairOutcome } from "./pairs.ts";
import { byGenerator, percent, summary } from "./table.ts";
import type { FalseFindings } from "./valid.ts";

export interface Run {
  readonly options: Options;
  readonly documents: number;
  readonly outcomes: readonly Outcome[];
  readonly peer: readonly Outcome[] | undefined;
  readonly pairs: readonly PairOutcome[];
  readonly valid: FalseFindings | undefined;
}

export const pairLine = (pairs: readonly PairOutcome[]): string =>
  `${pairs.length} files with two mistakes: ${percent(pairs.filter(({ isClean }) => isClean).length, pairs.length)} end without a finding when the preferred fixes are applied one by one, ${percent(pairs.filter(({ isExact }) => isExact).length, pairs.length)} as they were.`;

export const validLine = (valid: FalseFindings): string =>
  `${valid.valid} valid files: ${valid.withError} with an error, ${valid.withWarning} with a warning. ${valid.pieces} templates, values, kustomizations and patches: ${valid.piecesWithError} with an error.`;

/** docs/quality.md. */
export function report({ options, documents, outcomes, peer, pairs, valid }: Run): string {
  const sections = [
    "# Quality of findings and repairs",
    `Written by \`npm run quality -- --peer --write\`; [bench/quality](../bench/quality/README.md) says what the columns mean.
${outcomes.length} single mistakes of ${new Set(outcomes.map(({ mutant }) => mutant.generator.id)).size} kinds, planted in ${documents} valid documents with seed ${options.seed}.`,
    "## Against the bars",
    bars(outcomes, peer, valid),
    "## Per category",
    summary(outcomes),
    ...(peer === undefined ? [] : ["### yaml-language-server on the same mistakes", summary(peer)]),
    "## Two mistakes at once",
    pairLine(pairs),
    ...(valid === undefined ? [] : ["## Files in which nothing was planted", validLine(valid)]),
    "## Per kind of mistake",
    byGenerator(outcomes, true),
  ];
  return `${sections.join("\n\n")}\n`;
}

const REPAIRED: readonly string[] = ["syntax", "indentation", "structure", "misspelling"];

function bars(
  outcomes: readonly Outcome[],
  peer: readonly Outcome[] | undefined,
  valid: FalseFindings | undefined,
): string {
  const some = (all: readonly Outcome[], holds: (outcome: Outcome) => boolean): Sum => sumOf(all.filter(holds));
  const line = (
    name: string,
    holds: (outcome: Outcome) => boolean,
    figure: (sum: Sum) => string,
    bar: string,
  ): readonly string[] => [
    name,
    bar,
    figure(some(outcomes, holds)),
    peer === undefined ? "not run" : figure(some(peer, holds)),
  ];
  const found = (sum: Sum): string => percent(sum.found, sum.mistakes);
  const first = (sum: Sum): string => percent(sum.exactFirst, sum.mistakes);
  const everything = (): boolean => true;
  const rows = [
    ["measure", "bar", "ours", "yaml-language-server"],
    ["---", "---:", "---:", "---:"],
    line(
      "found, of those the API server rejects",
      ({ mutant }) => mutant.generator.verdict !== "accepted",
      found,
      "98 %",
    ),
    line(
      "found, of references that it accepts",
      ({ mutant: { generator } }) => generator.category === "references" && generator.verdict === "accepted",
      found,
      "90 %",
    ),
    line("on the right line", everything, (sum) => percent(sum.onLine, sum.found), "97 %"),
    line(
      "findings per mistake",
      everything,
      (sum) => (sum.found === 0 ? "–" : (sum.findings / sum.found).toFixed(2)),
      "1.1",
    ),
    ...CATEGORIES.filter((each) => REPAIRED.includes(each)).map((category) =>
      line(`exact repair first: ${category}`, ({ mutant }) => mutant.generator.category === category, first, "92 %"),
    ),
    line("exact repair first: everything", everything, first, "65 %"),
    ...(valid === undefined
      ? []
      : [
          ["valid files with an error", "0", String(valid.withError), "not run"],
          ["valid files with a warning", "1 %", percent(valid.withWarning, valid.valid), "not run"],
          [
            "templates, values, kustomizations, patches with an error",
            "0.5 %",
            percent(valid.piecesWithError, valid.pieces),
            "not run",
          ],
        ]),
  ];
  return rows.map((row) => `| ${row.join(" | ")} |`).join("\n");
}
