import type { LanguageChoice, Localized } from "../base/localized.ts";
import type { Checked } from "./check.ts";
import type { ReportedFinding } from "./report.ts";

const SEVERITIES: Readonly<Record<ReportedFinding["severity"], Localized>> = {
  error: { en: "error", vi: "lỗi" },
  warning: { en: "warning", vi: "cảnh báo" },
  information: { en: "information", vi: "thông tin" },
  hint: { en: "hint", vi: "gợi ý" },
};

/** For people: one line a finding, its best fix below it, and a count at the end. */
export function asText(checked: Checked, languages: LanguageChoice): string {
  const lines = checked.findings.flatMap((finding) => describe(finding, languages));
  const errors = checked.findings.filter(({ severity }) => severity === "error").length;
  const others = checked.findings.length - errors;
  const summary: Localized = {
    en: `${checked.files} files, ${checked.documents} documents: ${errors} errors, ${others} other findings`,
    vi: `${checked.files} tệp, ${checked.documents} tài liệu: ${errors} lỗi, ${others} phát hiện khác`,
  };
  return [...lines, ...languages.map((language) => summary[language])].join("\n");
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
