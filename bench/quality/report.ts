import { CATEGORIES } from "./mistake.ts";
import { type Sum, sumOf, type Tally } from "./outcome.ts";
import type { PairOutcome } from "./pairs.ts";
import type { PeerRun } from "./peer-run.ts";
import { byGenerator, each, percent, REPAIRED, summary } from "./table.ts";
import type { FalseFindings } from "./valid.ts";

export interface Run {
  readonly seed: number;
  readonly documents: number;
  readonly tallies: readonly Tally[];
  readonly peer: PeerRun | undefined;
  readonly pairs: readonly PairOutcome[];
  readonly valid: FalseFindings | undefined;
}

export function pairLine(pairs: readonly PairOutcome[]): string {
  const clean = percent(pairs.filter(({ isClean }) => isClean).length, pairs.length);
  const exact = percent(pairs.filter(({ isExact }) => isExact).length, pairs.length);
  return `${pairs.length} files with two mistakes, preferred fixes applied one by one: ${clean} end without a finding, ${exact} as they were.`;
}

export const validLine = (valid: FalseFindings): string =>
  `${valid.valid} valid files: ${valid.withError} with an error, ${valid.withWarning} with a warning. ${valid.pieces} templates, values, kustomizations and patches: ${valid.piecesWithError} with an error.`;

/** docs/quality.md. */
export function report({ seed, documents, tallies, peer, pairs, valid }: Run): string {
  const { mistakes } = sumOf(tallies);
  const sections = [
    "# Quality of findings and repairs",
    `Written by \`npm run quality -- --write\`; [bench/quality](../bench/quality/README.md) says what the columns mean.
${mistakes} single mistakes of ${tallies.length} kinds, planted in ${documents} documents with seed ${seed}.`,
    "## Against the bars",
    bars(tallies, peer?.tallies, valid),
    "## Per category",
    summary(tallies),
    ...(peer === undefined
      ? []
      : [
          "### yaml-language-server",
          `Version ${peer.version} on ${sumOf(peer.tallies).mistakes} mistakes of the same generators with seed ${peer.seed}.`,
          summary(peer.tallies),
        ]),
    "## Two mistakes at once",
    pairLine(pairs),
    ...(valid === undefined ? [] : ["## Files in which nothing was planted", validLine(valid)]),
    "## Per kind of mistake",
    byGenerator(tallies, true),
  ];
  return `${sections.join("\n\n")}\n`;
}

function bars(ours: readonly Tally[], peer: readonly Tally[] | undefined, valid: FalseFindings | undefined): string {
  const line = (
    name: string,
    bar: string,
    holds: (tally: Tally) => boolean,
    figure: (sum: Sum) => string,
  ): readonly string[] => {
    const theirs = peer === undefined ? "not run" : figure(sumOf(peer.filter(holds)));
    return [name, bar, figure(sumOf(ours.filter(holds))), theirs];
  };
  const found = (sum: Sum): string => percent(sum.found, sum.mistakes);
  const first = (sum: Sum): string => percent(sum.exactFirst, sum.mistakes);
  const everything = (): boolean => true;
  const rows = [
    ["measure", "bar", "ours", "yaml-language-server"],
    ["---", "---:", "---:", "---:"],
    line("found, of those the API server rejects", "98 %", ({ isAccepted }) => !isAccepted, found),
    line(
      "found, of references that it accepts",
      "90 %",
      ({ category, isAccepted }) => category === "references" && isAccepted,
      found,
    ),
    line("on the right line", "97 %", everything, (sum) => percent(sum.onLine, sum.found)),
    line("findings per mistake", "1.1", everything, each),
    ...CATEGORIES.filter((category) => REPAIRED.includes(category)).map((name) =>
      line(`exact repair first: ${name}`, "92 %", ({ category }) => category === name, first),
    ),
    line("exact repair first: everything", "65 %", everything, first),
    ...(valid === undefined ? [] : falseRows(valid)),
  ];
  return rows.map((row) => `| ${row.join(" | ")} |`).join("\n");
}

const falseRows = (valid: FalseFindings): readonly (readonly string[])[] => [
  ["valid files with an error", "0", String(valid.withError), "not run"],
  ["valid files with a warning", "1 %", percent(valid.withWarning, valid.valid), "not run"],
  [
    "templates, values, kustomizations, patches with an error",
    "0.5 %",
    percent(valid.piecesWithError, valid.pieces),
    "not run",
  ],
];
