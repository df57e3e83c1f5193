import { documentationOf } from "../features/rule-pages.ts";
import { RULES } from "../rules/index.ts";
import type { RulesArguments } from "./arguments.ts";
import { SEVERITIES } from "./text.ts";

/** The catalogue of rules: id, severity, the first profile that has it, and what it is about. */
export function listRules({ format, languages }: RulesArguments): string {
  const rows = RULES.map(({ id, severity, profile = "essential", docs }) => ({ id, severity, profile, docs }));
  if (format === "json") {
    const entries = rows.map(({ docs, ...row }) => ({
      ...row,
      title: docs.title,
      why: docs.why,
      page: documentationOf(row.id, languages[0]),
    }));
    return JSON.stringify(entries, undefined, 2);
  }
  const [language] = languages;
  const width = (texts: readonly string[]): number => Math.max(...texts.map((text) => text.length));
  const ids = width(rows.map(({ id }) => id));
  const levels = width(rows.map(({ severity }) => SEVERITIES[severity][language]));
  return rows
    .map(({ id, severity, profile, docs }) =>
      [
        id.padEnd(ids),
        SEVERITIES[severity][language].padEnd(levels),
        profile.padEnd("recommended".length),
        languages.map((each) => docs.title[each]).join(" · "),
      ].join("  "),
    )
    .join("\n");
}
