import { type Brought, isCounted } from "./checker.ts";
import type { Mutant } from "./mutants.ts";
import type { Outcome } from "./outcome.ts";
import type { PairOutcome } from "./pairs.ts";

export interface Judged {
  readonly outcome: Outcome;
  readonly brought: readonly Brought[];
}

/** The mistake as a difference, what is said of it, and what the first fix leaves. */
export function show({ outcome: { mutant }, brought }: Judged): string {
  const { generator, host } = mutant;
  return [
    `== ${generator.category}/${generator.id} in ${host.name}, right on line ${mutant.lines.map((line) => line + 1).join(", ")}`,
    difference(mutant.before, mutant.after, 2),
    ...brought.map(said),
    ...(brought.length === 0 ? ["   nothing is said"] : []),
    firstFix(mutant, brought),
    "",
  ].join("\n");
}

export function showPair({ pair, isClean, left }: PairOutcome): string {
  return [
    `== ${pair.generators.join(" and ")} in ${pair.host.name}: ${isClean ? "nothing is said any more, but it is not what it was" : "something is still said"}`,
    difference(pair.before, pair.after, 2),
    `   after all preferred fixes, against what was meant:\n${difference(pair.before, left, 0)}`,
    "",
  ].join("\n");
}

function said({ finding, line, path, fixes }: Brought): string {
  const place = line === undefined ? path : String(line + 1);
  const offered = fixes.map(({ title }) => title.en).join(" | ");
  return `   ${place} ${finding.severity} ${finding.rule}: ${finding.message.en}${offered ? `\n      fixes: ${offered}` : ""}`;
}

function firstFix({ before }: Mutant, brought: readonly Brought[]): string {
  const [first] = brought.filter(isCounted).flatMap(({ fixed }) => fixed);
  if (brought.filter(isCounted).every(({ fixes }) => fixes.length === 0)) return "   no fix";
  if (first === undefined) return "   the first fix changes other files";
  return first === before
    ? "   the first fix is right"
    : `   after the first fix, against what was meant:\n${difference(before, first, 0)}`;
}

/** Lines between the common start and the common end, with some around them. */
function difference(old: string, young: string, around: number): string {
  const before = old.split("\n");
  const after = young.split("\n");
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const from = Math.max(0, start - around);
  const head = before.slice(from, start).map((line, i) => `   ${String(from + i + 1).padStart(4)}   ${line}`);
  const gone = few(before.slice(start, before.length - end).map((line) => `        - ${visible(line)}`));
  const come = few(
    after
      .slice(start, after.length - end)
      .map((line, i) => `   ${String(start + i + 1).padStart(4)} + ${visible(line)}`),
  );
  const tail = after.slice(after.length - end, after.length - end + around).map((line) => `          ${line}`);
  return [...head, ...gone, ...come, ...tail].join("\n");
}

const few = (lines: readonly string[]): readonly string[] =>
  lines.length <= 9 ? lines : [...lines.slice(0, 6), `          ... ${lines.length - 8} more`, ...lines.slice(-2)];

const visible = (line: string): string => line.replaceAll("\t", "→").replaceAll("\u00a0", "⍽");
