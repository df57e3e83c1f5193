import type { LanguageChoice, Localized } from "../base/localized.ts";
import type { Severity } from "../rules/rule.ts";
import type { Checked } from "./check.ts";
import type { ReportedFinding } from "./report.ts";

export const SEVERITIES: Readonly<Record<Severity, Localized>> = {
  error: { en: "error", vi: "lỗi" },
  warning: { en: "warning", vi: "cảnh báo" },
  information: { en: "information", vi: "thông tin" },
  hint: { en: "hint", vi: "gợi ý" },
};

const FIXED: Localized = { en: "fixed", vi: "đã sửa" };

/** For people: one line a finding, its best fix below it, and a count at the end. */
export function asText(
  { files, documents, findings, fixed }: Pick<Checked, "files" | "documents" | "findings" | "fixed">,
  languages: LanguageChoice,
): string {
  const [language] = languages;
  const done = fixed.flatMap(({ file, fixes }) =>
    fixes.map(({ line, title, rule }) => `${file}:${line + 1}: ${FIXED[language]}: ${title[language]} [${rule}]`),
  );
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const others = findings.length - errors;
  const fixes: Localized =
    done.length === 0
      ? { en: "", vi: "" }
      : { en: `, ${done.length} fixes applied`, vi: `, đã áp dụng ${done.length} cách sửa` };
  const summary: Localized = {
    en: `${files} files, ${documents} documents: ${errors} errors, ${others} other findings${fixes.en}`,
    vi: `${files} tệp, ${documents} tài liệu: ${errors} lỗi, ${others} phát hiện khác${fixes.vi}`,
  };
  return [
    ...done,
    ...findings.flatMap((finding) => describe(finding, languages)),
    ...languages.map((each) => summary[each]),
  ].join("\n");
}

function describe(finding: ReportedFinding, languages: LanguageChoice): readonly string[] {
  const [first, ...others] = languages;
  const { line, character } = finding.range.start;
  const place = `${finding.file}:${line + 1}:${character + 1}`;
  const best = finding.fixes[0];
  return [
    `${place}: ${SEVERITIES[finding.severity][first]}: ${finding.message[first]} [${finding.rule}]`,
    ...others.map((language) => `    ${finding.message[language]}`),
    ...(best ? [`    -> ${best.title[first]}`] : []),
  ];
}
