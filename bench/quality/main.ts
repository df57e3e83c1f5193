import { readFileSync, writeFileSync } from "node:fs";
import { SchemaStore } from "../../server/src/schema/store.ts";
import { corpusFolder } from "../../test/kit/corpus.ts";
import { Checkers } from "./checker.ts";
import { type Judged, show, showPair } from "./failures.ts";
import { GENERATORS } from "./generators/index.ts";
import { readHosts } from "./hosts.ts";
import type { Generator } from "./mistake.ts";
import { type Mutant, mutantsOf } from "./mutants.ts";
import { readOptions } from "./options.ts";
import { Oracle } from "./oracle.ts";
import { isFailure, outcomeOf, talliesOf } from "./outcome.ts";
import { converge, type PairOutcome, pairsOf } from "./pairs.ts";
import { type Peer, runPeer, storedPeer, storePeer } from "./peer-run.ts";
import { pairLine, report, validLine } from "./report.ts";
import { byGenerator, summary } from "./table.ts";
import { falseFindings } from "./valid.ts";

const SCHEMAS = "dist/schemas";

const say = (text: string): void => void process.stdout.write(`${text}\n`);

export async function main(args: readonly string[], startPeer: (schemas: string) => Promise<Peer>): Promise<number> {
  const options = readOptions(args);
  if (options === undefined) return 2;
  const started = performance.now();
  const oracle = await Oracle.read(SCHEMAS);
  const hosts = readHosts(options.manifests, oracle);
  const generators = GENERATORS.filter((each) => isWanted(each, options.only));
  const mutants = mutantsOf(hosts, generators, oracle, options);
  const planned = performance.now();
  const checkers = new Checkers(new SchemaStore((name) => readFileSync(`${SCHEMAS}/${name}`, "latin1")));
  const judged = mutants.map((mutant) => judge(mutant, checkers));
  const tallies = talliesOf(judged.map(({ outcome }) => outcome));
  const pairs = pairsOf(mutants, options.pairs, options.seed).map((pair) => converge(pair, checkers.of(pair.host)));
  const checked = performance.now();
  const isWhole = options.only.length === 0;
  const corpus = options.manifests ?? corpusFolder();
  const valid = corpus === undefined || !isWhole ? undefined : falseFindings(corpus, checkers.store);
  const ended = performance.now();
  for (const failure of checkers.failures()) say(`A rule failed: ${failure}`);
  if (options.failures > 0) say(examplesOf(judged, pairs, options.failures));
  say(byGenerator(tallies, !isWhole));
  say(`\n${summary(tallies)}`);
  if (pairs.length > 0) say(`\n${pairLine(pairs)}`);
  if (valid !== undefined) say(`\n${[...valid.said.slice(0, 20), validLine(valid)].join("\n")}`);
  const slowest = Math.max(0, ...judged.map(({ outcome }) => outcome.milliseconds));
  const seconds = (from: number, to: number): string => `${((to - from) / 1000).toFixed(1)} s`;
  say(
    `\nplanned in ${seconds(started, planned)}, checked in ${seconds(planned, checked)}, the slowest ${slowest.toFixed(0)} ms; valid files in ${seconds(checked, ended)}`,
  );
  if (options.peer) {
    const run = await runPeer(mutants, options.seed, await startPeer(SCHEMAS));
    if (isWhole) storePeer(run);
    say(`\nyaml-language-server on the same mistakes\n\n${summary(run.tallies)}`);
  }
  if (options.write) {
    const run = { seed: options.seed, documents: hosts.length, tallies, peer: storedPeer(), pairs, valid };
    writeFileSync("docs/quality.md", report(run));
  }
  return 0;
}

const isWanted = ({ category, id }: Generator, only: readonly string[]): boolean =>
  only.length === 0 || only.some((word) => `${category}/${id}`.includes(word));

function judge(mutant: Mutant, checkers: Checkers): Judged {
  const checker = checkers.of(mutant.host);
  const started = performance.now();
  const brought = checker.brought(mutant.host.path, mutant.before, mutant.after);
  return { brought, outcome: outcomeOf(mutant, brought, performance.now() - started) };
}

function examplesOf(judged: readonly Judged[], pairs: readonly PairOutcome[], most: number): string {
  const shown = new Map<string, number>();
  const single = judged
    .filter(({ outcome }) => isFailure(outcome))
    .filter(({ outcome: { mutant } }) => {
      const count = shown.get(mutant.generator.id) ?? 0;
      shown.set(mutant.generator.id, count + 1);
      return count < most;
    })
    .map(show);
  const double = pairs.filter(({ isExact }) => !isExact).slice(0, most);
  return [...single, ...double.map(showPair)].join("\n");
}
