import type { LanguageChoice, Localized } from "../base/localized.ts";

/** One language's text; with two languages the leading one, then the other on a line of its own. */
export function inLanguages(text: Localized, languages: LanguageChoice): string {
  return languages.map((language) => text[language]).join("\n");
}

/** For menus, which must stay short: the leading language alone. */
export const inLeading = (text: Localized, languages: LanguageChoice): string => text[languages[0]];
