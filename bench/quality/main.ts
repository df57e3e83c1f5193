import { readFileSync } from "node:fs";
import { SchemaStore } from "../../server/src/schema/store.ts";
import { Checker } from "./checker.ts";
import { isFailure, type Judged, show } from "./failures.ts";
import { GENERATORS } from "./generators/index.ts";
import { type Group, readHosts } from "./hosts.ts";
import type { Generator } from "./mistake.ts";
import { type Mutant, mutantsOf } from "./mutants.ts";
import { readOptions } from "./options.ts";
import { Oracle } from "./oracle.ts";
import { outcomeOf } from "./outcome.ts";
import { byGenerator, summary } from "./table.ts";

const SCHEMAS = "dist/schemas";

const say = (text: string): void => void process.stdout.write(`${text}\n`);

export async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === undefined) return 2;
  const started = performance.now();
  const oracle = await Oracle.read(SCHEMAS);
  const hosts = readHosts(options.manifests, oracle);
  const generators = GENERATORS.filter((each) => isWanted(each, options.only));
  const mutants = mutantsOf(hosts, generators, oracle, options);
  const planned = performance.now();
  const store = new SchemaStore((name) => readFileSync(`${SCHEMAS}/${name}`, "latin1"));
  const judged = judge(mutants, store);
  const outcomes = judged.map(({ outcome }) => outcome);
  if (options.failures > 0) say(failures(judged, options.failures));
  say(byGenerator(outcomes, options.only.length > 0));
  say(`\n${summary(outcomes)}`);
  const slowest = Math.max(...outcomes.map(({ milliseconds }) => milliseconds));
  const seconds = (from: number, to: number): string => `${((to - from) / 1000).toFixed(1)} s`;
  say(
    `\n${hosts.length} documents; planned in ${seconds(started, planned)}, checked in ${seconds(planned, performance.now())}, slowest ${slowest.toFixed(0)} ms`,
  );
  return 0;
}

const isWanted = ({ category, id }: Generator, only: readonly string[]): boolean =>
  only.length === 0 || only.some((word) => `${category}/${id}`.includes(word));

function judge(mutants: readonly Mutant[], store: SchemaStore): readonly Judged[] {
  const checkers = new Map<Group, Checker>();
  const judged = mutants.map((mutant) => {
    const { group, path } = mutant.host;
    const checker = checkers.get(group) ?? new Checker(group, store);
    checkers.set(group, checker);
    const started = performance.now();
    const brought = checker.brought(path, mutant.before, mutant.after);
    return { brought, outcome: outcomeOf(mutant, brought, performance.now() - started) };
  });
  const failed = new Set([...checkers.values()].flatMap((checker) => checker.failures));
  for (const failure of failed) say(`A rule failed: ${failure}`);
  return judged;
}

function failures(judged: readonly Judged[], most: number): string {
  const shown = new Map<string, number>();
  return judged
    .filter(({ outcome }) => isFailure(outcome))
    .filter(({ outcome: { mutant } }) => {
      const count = shown.get(mutant.generator.id) ?? 0;
      shown.set(mutant.generator.id, count + 1);
      return count < most;
    })
    .map(show)
    .join("\n");
}
