import type { LanguageChoice, Localized } from "../base/localized.ts";
import { isAtLeast } from "../schema/lifecycle.ts";
import type { FixedFile } from "./fix.ts";
import type { ReportedFinding } from "./report.ts";

/** What stands between manifests and a release. */
export interface Upgrade {
  readonly to: string;
  readonly findings: readonly ReportedFinding[];
  readonly fixed: readonly FixedFile[];
}

/** Whether it no longer works; the others are deprecated. */
export const isOver = ({ retired }: ReportedFinding): boolean => retired?.isGone === true;

/** Grouped by the release that gave something up, oldest first: what has been over longest comes first. */
export function upgradeAsText({ to, findings, fixed }: Upgrade, languages: LanguageChoice): string {
  const [language] = languages;
  const over = findings.filter(isOver);
  const old = findings.filter((finding) => !isOver(finding));
  const fixes = fixed.reduce((count, file) => count + file.fixes.length, 0);
  const summary: Localized = {
    en: `Kubernetes ${to}: ${over.length} no longer work, ${old.length} are deprecated${fixes > 0 ? `, ${fixes} were rewritten` : ""}`,
    vi: `Kubernetes ${to}: ${over.length} chỗ không còn dùng được, ${old.length} chỗ đã lỗi thời (deprecated)${fixes > 0 ? `, ${fixes} chỗ đã được viết lại` : ""}`,
  };
  return [
    ...fixed.flatMap(({ file, fixes: done }) =>
      done.map(({ line, title }) => `${file}:${line + 1}: ${title[language]}`),
    ),
    ...byRelease(over, removedIn).flatMap(([release, group]) => [
      REMOVED[language](release),
      ...group.map((finding) => describe(finding, languages)),
    ]),
    ...byRelease(old, deprecatedIn).flatMap(([release, group]) => [
      DEPRECATED[language](release),
      ...group.map((finding) => describe(finding, languages)),
    ]),
    ...languages.map((each) => summary[each]),
  ].join("\n");
}

export const upgradeAsJson = ({ to, findings, fixed }: Upgrade): string =>
  JSON.stringify(
    {
      to,
      items: findings.map(({ file, range, rule, retired, message, fixes }) => ({
        file,
        range,
        rule,
        ...retired,
        message,
        rewrite: fixes[0]?.title,
        fixable: isFixable(fixes),
      })),
      fixed: fixed.map(({ file, fixes }) => ({ file, fixes })),
    },
    undefined,
    2,
  );

const removedIn = ({ retired }: ReportedFinding): string => retired?.removed ?? "";

const deprecatedIn = ({ retired }: ReportedFinding): string => retired?.deprecated ?? "";

const REMOVED = {
  en: (release: string): string => (release === "" ? "No longer there" : `No longer there since ${release}`),
  vi: (release: string): string => (release === "" ? "Đã bị gỡ bỏ" : `Đã bị gỡ bỏ từ ${release}`),
};

const DEPRECATED = {
  en: (release: string): string => (release === "" ? "Deprecated" : `Deprecated since ${release}`),
  vi: (release: string): string =>
    release === "" ? "Đã lỗi thời (deprecated)" : `Đã lỗi thời (deprecated) từ ${release}`,
};

const ENDS: Localized = { en: "ends with", vi: "đến hết trước" };

const FIXES: Localized = { en: "--fix does it", vi: "--fix sửa được" };

function describe({ file, range, retired, fixes }: ReportedFinding, languages: LanguageChoice): string {
  const [language] = languages;
  const { what = "", instead, removed, isGone } = retired ?? {};
  const rewrite = instead === undefined ? "" : ` -> ${instead}`;
  const end = removed !== undefined && !isGone ? `, ${ENDS[language]} ${removed}` : "";
  const fix = isFixable(fixes) ? ` (${FIXES[language]})` : "";
  return `  ${file}:${range.start.line + 1}: ${what}${end}${rewrite}${fix}`;
}

const isFixable = ([best]: ReportedFinding["fixes"]): boolean => best?.preferred === true;

function byRelease(
  findings: readonly ReportedFinding[],
  releaseOf: (finding: ReportedFinding) => string,
): readonly (readonly [release: string, findings: readonly ReportedFinding[]])[] {
  const releases = [...new Set(findings.map(releaseOf))].sort((a, b) => (a === b ? 0 : isAtLeast(a, b) ? 1 : -1));
  return releases.map((release) => [release, findings.filter((finding) => releaseOf(finding) === release)]);
}
