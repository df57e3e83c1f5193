import type { Localized } from "../../base/localized.ts";
import { RULES } from "../../rules/index.ts";

/** Keys of `rules` in the configuration file: every rule, and each domain as a whole. */
export function ruleKeys(): readonly { readonly value: string; readonly text: Localized }[] {
  const domains = [...new Set(RULES.map(({ id }) => id.slice(0, id.indexOf("/"))))];
  return [
    ...RULES.map(({ id, docs }) => ({ value: id, text: docs.title })),
    ...domains.map((domain) => ({
      value: `${domain}/*`,
      text: { en: `All rules of ${domain}.`, vi: `Mọi quy tắc thuộc nhóm ${domain}.` },
    })),
  ];
}
