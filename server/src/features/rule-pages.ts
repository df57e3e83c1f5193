import type { Language } from "../base/localized.ts";

const PAGES = "https://github.com/kubernetes-authoring/kubernetes-authoring/blob/main/docs/rules";

/** The generated page of a rule, which a finding's code links to. */
export const documentationOf = (rule: string, language: Language): string => `${PAGES}/${language}/${rule}.md`;
