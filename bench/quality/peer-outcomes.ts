import type { Mutant } from "./mutants.ts";
import type { Outcome } from "./outcome.ts";

/** What another server says of one place of a text. */
export interface PeerFinding {
  readonly message: string;
  readonly line: number;
  /** The text after each of its quick fixes. */
  readonly fixed: readonly string[];
}

export interface Peer {
  look(text: string): Promise<readonly PeerFinding[]>;
  stop(): Promise<void>;
}

/** It waits before it looks, so that many texts are asked about at once. */
const AT_ONCE = 32;

/** What the peer makes of the same mistakes, counted as ours is. */
export async function peerOutcomes(mutants: readonly Mutant[], peer: Peer): Promise<readonly Outcome[]> {
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
    onLine: brought.some(({ line }) => mutant.lines.includes(line)),
    exact: fixed.includes(mutant.before),
    exactFirst: fixed[0] === mutant.before,
    milliseconds: performance.now() - started,
  };
}
