import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Mutant } from "./mutants.ts";
import { type Outcome, type Tally, talliesOf } from "./outcome.ts";

/** What another server says of one place of a text. */
export interface PeerFinding {
  readonly message: string;
  readonly line: number;
  /** The text after each of its quick fixes. */
  readonly fixed: readonly string[];
}

export interface Peer {
  readonly version: string;
  look(text: string): Promise<readonly PeerFinding[]>;
  /** Texts that it never answered for. */
  silent(): number;
  stop(): Promise<void>;
}

/** What a run with the peer leaves, so that our own figures can be written again without it. */
export interface PeerRun {
  readonly version: string;
  readonly seed: number;
  readonly tallies: readonly Tally[];
}

const STORED = "bench/quality/peer.ndjson";

/** The figures of the last run; undefined before the first. */
export function storedPeer(): PeerRun | undefined {
  if (!existsSync(STORED)) return undefined;
  const [head = "", ...lines] = readFileSync(STORED, "utf8").trim().split("\n");
  return { ...JSON.parse(head), tallies: lines.map((line) => JSON.parse(line)) };
}

/** Asks the peer about all mistakes and keeps the figures. */
export async function runPeer(mutants: readonly Mutant[], seed: number, peer: Peer): Promise<PeerRun> {
  try {
    const run = { version: peer.version, seed, tallies: talliesOf(await peerOutcomes(mutants, peer)) };
    if (peer.silent() > 0) process.stderr.write(`${peer.silent()} texts were never answered for\n`);
    return run;
  } finally {
    await peer.stop();
  }
}

/** One kind of mistake a line, so that two runs can be compared. */
export function storePeer({ version, seed, tallies }: PeerRun): void {
  const lines = [{ version, seed }, ...tallies].map((line) => `${JSON.stringify(line)}\n`);
  writeFileSync(STORED, lines.join(""));
}

/** It waits before it looks, so that many texts are asked about at once. */
const AT_ONCE = 8;

/** What the peer makes of the same mistakes, counted as ours is. */
async function peerOutcomes(mutants: readonly Mutant[], peer: Peer): Promise<readonly Outcome[]> {
  const known = new Map<string, Promise<readonly PeerFinding[]>>();
  const lookOnce = (text: string): Promise<readonly PeerFinding[]> => {
    const looked = known.get(text) ?? peer.look(text);
    known.set(text, looked);
    return looked;
  };
  const outcomes: Outcome[] = [];
  for (let from = 0; from < mutants.length; from += AT_ONCE) {
    const some = mutants.slice(from, from + AT_ONCE);
    outcomes.push(...(await Promise.all(some.map((mutant) => outcomeOf(mutant, lookOnce, peer)))));
  }
  return outcomes;
}

async function outcomeOf(
  mutant: Mutant,
  lookOnce: (text: string) => Promise<readonly PeerFinding[]>,
  peer: Peer,
): Promise<Outcome> {
  const left = new Map<string, number>();
  for (const { message } of await lookOnce(mutant.before)) left.set(message, (left.get(message) ?? 0) + 1);
  const started = performance.now();
  const brought = (await peer.look(mutant.after)).filter(({ message }) => {
    const count = left.get(message) ?? 0;
    left.set(message, count - 1);
    return count <= 0;
  });
  const fixed = brought.flatMap((each) => each.fixed);
  return {
    mutant,
    findings: brought.length,
    isHinted: brought.length > 0,
    onLine: brought.some(({ line }) => mutant.lines.includes(line)),
    exact: fixed.includes(mutant.before),
    exactFirst: fixed[0] === mutant.before,
    milliseconds: performance.now() - started,
  };
}
