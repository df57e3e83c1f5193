import type { Brought } from "./checker.ts";
import type { Mutant } from "./mutants.ts";

/** What one checker made of one mistake. */
export interface Outcome {
  readonly mutant: Mutant;
  readonly findings: number;
  readonly onLine: boolean;
  /** Some fix gives back the file as it was, byte for byte. */
  readonly exact: boolean;
  /** The first fix that is offered does. */
  readonly exactFirst: boolean;
  readonly milliseconds: number;
}

export function outcomeOf(mutant: Mutant, brought: readonly Brought[], milliseconds: number): Outcome {
  const fixed = brought.flatMap((each) => each.fixed);
  return {
    mutant,
    findings: brought.length,
    onLine: brought.some(({ line }) => line !== undefined && mutant.lines.includes(line)),
    exact: fixed.includes(mutant.before),
    exactFirst: fixed.length > 0 && fixed[0] === mutant.before,
    milliseconds,
  };
}

export interface Sum {
  readonly mistakes: number;
  readonly found: number;
  readonly onLine: number;
  readonly findings: number;
  readonly exact: number;
  readonly exactFirst: number;
}

export function sumOf(outcomes: readonly Outcome[]): Sum {
  const count = (holds: (outcome: Outcome) => boolean): number => outcomes.filter(holds).length;
  return {
    mistakes: outcomes.length,
    found: count(({ findings }) => findings > 0),
    onLine: count(({ onLine }) => onLine),
    findings: outcomes.reduce((sum, { findings }) => sum + findings, 0),
    exact: count(({ exact }) => exact),
    exactFirst: count(({ exactFirst }) => exactFirst),
  };
}
