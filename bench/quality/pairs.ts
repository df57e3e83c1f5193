import { type Checker, isCounted } from "./checker.ts";
import type { Host } from "./hosts.ts";
import type { Mutant } from "./mutants.ts";
import { Random } from "./random.ts";

/** A file with two mistakes that are lines apart. */
export interface Pair {
  readonly host: Host;
  readonly before: string;
  readonly after: string;
  readonly generators: readonly [string, string];
}

export interface PairOutcome {
  readonly pair: Pair;
  /** Nothing is said any more after the preferred fixes were applied one by one. */
  readonly isClean: boolean;
  /** And the file is what it was, byte for byte. */
  readonly isExact: boolean;
  readonly left: string;
}

/** More fixes than this for two mistakes: they chase each other. */
const MOST_FIXES = 12;

/** Mistakes of the kinds that have one right repair, two to a file. */
export function pairsOf(mutants: readonly Mutant[], count: number, seed: number): readonly Pair[] {
  const byHost = new Map<Host, Mutant[]>();
  const random = new Random(seed);
  for (const mutant of random.shuffled(mutants.filter(isRepairable)))
    byHost.set(mutant.host, [...(byHost.get(mutant.host) ?? []), mutant]);
  const pairs: Pair[] = [];
  for (const [host, [first, ...others]] of byHost) {
    if (pairs.length === count) break;
    if (first === undefined) continue;
    for (const other of others) {
      const after = merged(first.before, first.after, other.after);
      if (after === undefined) continue;
      const generators = [first.generator.id, other.generator.id] as const;
      pairs.push({ host, before: first.before, after, generators });
      break;
    }
  }
  return pairs;
}

export function converge(pair: Pair, checker: Checker): PairOutcome {
  let text = pair.after;
  const seen = new Set<string>();
  for (;;) {
    const brought = checker.brought(pair.host.path, pair.before, text).filter(isCounted);
    const fixed = brought.flatMap(({ fixes, fixed }) => fixed.filter((_, i) => fixes[i]?.preferred))[0];
    const isOver = brought.length === 0 || fixed === undefined || seen.has(fixed) || seen.size === MOST_FIXES;
    if (isOver) return { pair, isClean: brought.length === 0, isExact: text === pair.before, left: text };
    seen.add(fixed);
    text = fixed;
  }
}

const isRepairable = ({ generator: { category }, before, host }: Mutant): boolean =>
  before === host.file && ["syntax", "indentation", "structure", "misspelling"].includes(category);

/** Both changes in one text; undefined when they touch the same or neighbouring lines. */
function merged(before: string, one: string, other: string): string | undefined {
  const lines = before.split("\n");
  const [a, b] = [changeOf(lines, one), changeOf(lines, other)].sort((x, y) => x.start - y.start);
  if (a === undefined || b === undefined || a.end + 1 >= b.start) return undefined;
  return [...lines.slice(0, a.start), ...a.text, ...lines.slice(a.end, b.start), ...b.text, ...lines.slice(b.end)].join(
    "\n",
  );
}

interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: readonly string[];
}

function changeOf(before: readonly string[], text: string): Change {
  const after = text.split("\n");
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { start, end: before.length - end, text: after.slice(start, after.length - end) };
}
