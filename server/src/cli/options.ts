import { type ParseArgsConfig, parseArgs } from "node:util";
import type { Language, LanguageChoice } from "../base/localized.ts";

/** What the person typed cannot be carried out; the message is the one line they read. */
export class UsageError extends Error {}

export interface Environment {
  readonly LANG?: string | undefined;
}

type Options = NonNullable<ParseArgsConfig["options"]>;

/** What `parseArgs` makes of strict options with words in between. */
type Parsed<T extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: T; allowPositionals: true; strict: true }>
>;

export function parse<const T extends Options>(given: readonly string[], options: T): Parsed<T> {
  try {
    return parseArgs({ args: [...given], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split(". ")[0] ?? error.message) : String(error));
  }
}

export function readLanguages(given: string | undefined, environment: Environment): LanguageChoice {
  const fallback: Language = /^vi/i.test(environment.LANG ?? "") ? "vi" : "en";
  const language = oneOf(["en", "vi", "both"] as const, given ?? fallback, "--language");
  return language === "both" ? ["vi", "en"] : [language];
}

export function oneOf<T extends string>(choices: readonly T[], given: string, option: string): T {
  const choice = choices.find((candidate) => candidate === given);
  if (choice === undefined) throw new UsageError(`${option} expects ${choices.join(", ")}, not "${given}"`);
  return choice;
}
