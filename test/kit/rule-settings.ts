import { domainOf } from "../../server/src/features/rule-set.ts";
import { RULES } from "../../server/src/rules/index.ts";

/** Names that the setting `kubernetesAuthoring.rules` completes, each with what it means in both languages. */
export function ruleSettings(): { readonly enum: readonly string[]; readonly enumDescriptions: readonly string[] } {
  const domains = [...new Set(RULES.map(({ id }) => domainOf(id)))];
  const names = [
    ...RULES.map(({ id, docs: { title } }) => ({ id, text: `${title.en} · ${title.vi}` })),
    ...domains.map((id) => ({ id, text: "All rules of the domain · Mọi quy tắc trong nhóm" })),
  ];
  return { enum: names.map(({ id }) => id), enumDescriptions: names.map(({ text }) => text) };
}
