export const LANGUAGES = ["en", "vi"] as const;

export type Language = (typeof LANGUAGES)[number];

/** Text a person reads. Every language is mandatory, so a missing translation does not compile. */
export type Localized = { readonly [L in Language]: string };

/** Names and values that are spelt alike in every language. */
export const same = (text: string): Localized => ({ en: text, vi: text });

/** What a reader asked for: one language, or both with the first one leading. */
export type LanguageChoice = readonly [Language, ...Language[]];
