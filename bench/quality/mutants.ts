import { dataOf, sameData } from "./data.ts";
import type { Host } from "./hosts.ts";
import { firstDifference, type Generator, type Mistake } from "./mistake.ts";
import type { Oracle } from "./oracle.ts";
import { Random, seedOf } from "./random.ts";

/** A file with one mistake. */
export interface Mutant {
  readonly generator: Generator;
  readonly host: Host;
  /** The file as it should be. */
  readonly before: string;
  readonly after: string;
  /** Lines of the file, from 0, on which a finding is right. */
  readonly lines: readonly number[];
}

export interface Plan {
  readonly seed: number;
  readonly count: number;
}

/** A few documents are full of places for a slip; no document gives more than this many of one kind. */
const MOST_PER_HOST = 3;

/** Mistakes of every kind, as many as its weight asks for, or as the hosts have room for. */
export function mutantsOf(
  hosts: readonly Host[],
  generators: readonly Generator[],
  oracle: Oracle,
  { seed, count }: Plan,
): readonly Mutant[] {
  const weights = generators.reduce((sum, { weight }) => sum + weight, 0);
  return generators.flatMap((generator) => {
    const wanted = Math.max(1, Math.round((count * generator.weight) / weights));
    return someOf(hosts, generator, oracle, wanted, new Random(seedOf(`${generator.id} ${seed}`)));
  });
}

function someOf(
  hosts: readonly Host[],
  generator: Generator,
  oracle: Oracle,
  wanted: number,
  random: Random,
): readonly Mutant[] {
  const found: Mutant[] = [];
  const seen = new Set<string>();
  const mistakes = new Map<Host, readonly Mistake[]>();
  for (let round = 0; round < MOST_PER_HOST; round++) {
    for (const host of random.shuffled(hosts)) {
      if (found.length === wanted) return found;
      const all = mistakes.get(host) ?? [...generator.mistakes(host, random)];
      mistakes.set(host, all);
      const mutant = all.length === 0 ? undefined : mutantOf(host, generator, random.pick(all), oracle);
      if (mutant === undefined || seen.has(mutant.after) || !host.isValid) continue;
      seen.add(mutant.after);
      found.push(mutant);
    }
  }
  return found;
}

/** Undefined when the mistake is none: nothing changed, the meaning is the same, or the schema still takes it. */
function mutantOf(host: Host, generator: Generator, mistake: Mistake, oracle: Oracle): Mutant | undefined {
  const beforePart = mistake.before ?? host.text;
  if (mistake.after === beforePart) return undefined;
  const inFile = (part: string): string =>
    host.file.slice(0, host.start) + part + host.file.slice(host.start + host.text.length);
  const after = inFile(mistake.after);
  const firstLine = host.file.slice(0, host.start).split("\n").length - 1;
  const lines = (mistake.lines ?? [firstDifference(beforePart, mistake.after)]).map((line) => line + firstLine);
  const before = inFile(beforePart);
  const mutant = { generator, host, before, after, lines };
  // Where the mark between two documents goes, the one before is part of the mistake.
  const isWhole = host.text.startsWith("---") && !mistake.after.startsWith("---");
  const data = dataOf(isWhole ? after : mistake.after);
  if (generator.verdict === "rejected") return mutant;
  const meant = !isWhole && beforePart === host.text ? [host.data] : dataOf(isWhole ? before : beforePart);
  if (sameData(data, meant)) return undefined;
  if (generator.verdict === "accepted") return mutant;
  return data?.every((object) => oracle.accepts(object)) === true ? undefined : mutant;
}
