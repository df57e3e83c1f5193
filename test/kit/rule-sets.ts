import { RuleSet } from "../../server/src/features/rule-set.ts";

/** All rules of all profiles. */
export const EVERYTHING = new RuleSet({ profile: "strict", severities: {} });

/** What is asked where nobody chose anything. */
export const ESSENTIAL = new RuleSet();

/** A rule that fails fails the test. */
export function onFailure(rule: string, error: unknown): never {
  throw new Error(`${rule} failed`, { cause: error });
}
