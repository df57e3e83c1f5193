import { type Brought, isCounted } from "./checker.ts";
import { groupBy } from "./hosts.ts";
import type { Category } from "./mistake.ts";
import type { Mutant } from "./mutants.ts";

/** What one checker made of one mistake. */
export interface Outcome {
  readonly mutant: Mutant;
  readonly findings: number;
  /** Somebody who looks at hints as well would see it. */
  readonly isHinted: boolean;
  readonly onLine: boolean;
  /** Some fix gives back the file as it was, byte for byte. */
  readonly exact: boolean;
  /** The first fix that is offered does. */
  readonly exactFirst: boolean;
  readonly milliseconds: number;
}

export function outcomeOf(mutant: Mutant, all: readonly Brought[], milliseconds: number): Outcome {
  const brought = all.filter(isCounted);
  const fixed = brought.flatMap((each) => each.fixed);
  return {
    mutant,
    findings: brought.length,
    isHinted: all.length > 0,
    onLine: brought.some(({ line }) => line !== undefined && mutant.lines.includes(line)),
    exact: fixed.includes(mutant.before),
    exactFirst: fixed.length > 0 && fixed[0] === mutant.before,
    milliseconds,
  };
}

/** All mistakes of one kind. */
export interface Tally {
  readonly category: Category;
  readonly id: string;
  readonly isAccepted: boolean;
  readonly mistakes: number;
  readonly found: number;
  readonly hinted: number;
  readonly onLine: number;
  readonly findings: number;
  readonly exact: number;
  readonly exactFirst: number;
  /** Found once, on the line, and undone by the first fix. */
  readonly dealtWith: number;
}

export type Sum = Omit<Tally, "category" | "id" | "isAccepted">;

export function talliesOf(outcomes: readonly Outcome[]): readonly Tally[] {
  return [...groupBy(outcomes, ({ mutant }) => mutant.generator)].map(([{ category, id, verdict }, each]) => {
    const count = (holds: (outcome: Outcome) => boolean): number => each.filter(holds).length;
    return {
      category,
      id,
      isAccepted: verdict === "accepted",
      mistakes: each.length,
      found: count(({ findings }) => findings > 0),
      hinted: count(({ isHinted }) => isHinted),
      onLine: count(({ onLine }) => onLine),
      findings: each.reduce((sum, { findings }) => sum + findings, 0),
      exact: count(({ exact }) => exact),
      exactFirst: count(({ exactFirst }) => exactFirst),
      dealtWith: count((outcome) => !isFailure(outcome)),
    };
  });
}

/** A mistake is dealt with when it is found once, on its line, and the first fix undoes it. */
export const isFailure = ({ findings, onLine, exactFirst }: Outcome): boolean =>
  findings !== 1 || !onLine || !exactFirst;

export function sumOf(tallies: readonly Tally[]): Sum {
  const total = (of: (tally: Tally) => number): number => tallies.reduce((sum, tally) => sum + of(tally), 0);
  return {
    mistakes: total(({ mistakes }) => mistakes),
    found: total(({ found }) => found),
    hinted: total(({ hinted }) => hinted),
    onLine: total(({ onLine }) => onLine),
    findings: total(({ findings }) => findings),
    exact: total(({ exact }) => exact),
    exactFirst: total(({ exactFirst }) => exactFirst),
    dealtWith: total(({ dealtWith }) => dealtWith),
  };
}
